#include "report/screen.h"

#include "report/wrap.h"

enum { FEWEST_COLUMNS = 10 };

/* Select Graphic Rendition parameters (ECMA-48); empty where there is nothing to set. */
static const char *tone_parameter(enum report_tone tone)
{
	static const char *const parameters[] = {
		[TONE_PLAIN] = "", [TONE_GOOD] = "32", [TONE_WARNING] = "33", [TONE_BAD] = "31", [TONE_QUIET] = "2"
	};
	return parameters[tone];
}

static const char *mark_parameter(enum mark mark)
{
	static const char *const parameters[] = {
		[MARK_NONE] = "", [MARK_STRONG] = "1", [MARK_CODE] = "36", [MARK_LINK] = "4"
	};
	return parameters[mark];
}

static void put_run(struct screen *screen, struct span text, enum report_tone tone, enum mark mark)
{
	const char *colour = tone_parameter(tone);
	const char *shape = mark_parameter(mark);
	bool styled = screen->style->colour && (*colour || *shape);
	if (styled)
		buffer_printf(screen->out, "\033[%s%s%sm", colour, *colour && *shape ? ";" : "", shape);
	buffer_add(screen->out, text);
	if (styled)
		buffer_add_text(screen->out, "\033[0m");
}

void screen_put(struct screen *screen, struct plain_text text, size_t start, size_t length, enum report_tone tone)
{
	size_t end = start + length;
	while (start < end) {
		size_t run = start;
		while (run < end && text.marks[run] == text.marks[start])
			run++;
		put_run(screen, span_slice(text.text, start, run - start), tone, (enum mark)text.marks[start]);
		start = run;
	}
}

void screen_put_strong(struct screen *screen, struct span text)
{
	put_run(screen, text, TONE_PLAIN, MARK_STRONG);
}

void screen_put_spaces(struct screen *screen, size_t count)
{
	buffer_add_repeated(screen->out, ' ', count);
}

size_t screen_columns(const struct screen *screen, size_t indent)
{
	size_t width = (size_t)screen->style->width;
	return width > indent + FEWEST_COLUMNS ? width - indent : FEWEST_COLUMNS;
}

void screen_put_wrapped(struct screen *screen, struct plain_text text, size_t indent, enum report_tone tone)
{
	size_t columns = screen_columns(screen, indent);
	size_t start = 0;
	do {
		size_t next = 0;
		size_t length = wrap_line(span_from(text.text, start), columns, &next);
		if (start > 0 && length > 0)
			screen_put_spaces(screen, indent);
		screen_put(screen, text, start, length, tone);
		buffer_add_byte(screen->out, '\n');
		start += next;
	} while (start < text.text.length);
}
