#include "codec/utf8.h"
#include "report/screen.h"

static enum report_tone severity_tone(enum finding_severity severity)
{
	static const enum report_tone tones[] = {
		[SEVERITY_ERROR] = TONE_BAD, [SEVERITY_WARNING] = TONE_WARNING, [SEVERITY_INFO] = TONE_QUIET
	};
	return tones[severity];
}

/* Whatever a note or a file's name put into it. */
static void put_one_line(struct screen *screen, const char *text)
{
	buffer_add(screen->out, utf8_safe_line(screen->arena, span_of(text)));
}

static void put_position(struct screen *screen, struct position position)
{
	if (!position.path)
		return;
	put_one_line(screen, position.path);
	if (position.line > 0)
		buffer_printf(screen->out, ":%u", position.line);
	if (position.line > 0 && position.column > 0)
		buffer_printf(screen->out, ":%u", position.column);
	buffer_add_text(screen->out, ": ");
}

static void put_finding(struct screen *screen, const struct finding *finding)
{
	enum finding_severity severity = finding_code_severity(finding->code);
	struct plain_text word = marks_read(screen->arena, span_of(finding_severity_text(severity)));
	put_position(screen, finding->position);
	screen_put(screen, word, 0, word.text.length, severity_tone(severity));
	buffer_add_text(screen->out, ": ");
	put_one_line(screen, finding->message);
	buffer_add_byte(screen->out, '\n');
	if (!finding->hint)
		return;
	buffer_add_text(screen->out, "  hint: ");
	put_one_line(screen, finding->hint);
	buffer_add_byte(screen->out, '\n');
}

void report_write_findings(const struct finding_list *findings, const struct report_style *style, struct buffer *out)
{
	struct screen screen = { findings->arena, style, out };
	for (size_t i = 0; i < findings->count; i++)
		put_finding(&screen, &findings->items[i]);
}
