#include "model/plain_text.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "md/section.h"

enum { TEXT_MOST = 64 << 20 };

struct plainer {
	struct arena *arena;
	const struct document *document;
	struct section_list sections;
	bool *kept; /* of each section */
	struct buffer out;
	bool gap; /* an empty line waits for a text behind it */
};

/* --- what is left out -------------------------------------------------------------------------------------------- */

static bool lies_in_notes(const struct plainer *plainer, size_t offset)
{
	for (size_t i = 0; i < plainer->sections.count; i++) {
		const struct section *section = &plainer->sections.items[i];
		if (!plainer->kept[i] && offset >= section->offset && offset < section->end)
			return true;
	}
	return false;
}

/* Code within the line stays; a comment, and code of several lines, is hidden. */
static bool is_inline_code(const struct document *document, size_t start, size_t end, size_t line_end)
{
	return document->bytes.at[start] == '`' && end <= line_end;
}

static struct span visible(const struct plainer *plainer, struct span line)
{
	const struct document *document = plainer->document;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(TEXT_MOST);
	size_t at = (size_t)(line.at - document->bytes.at);
	size_t end = at + line.length;
	bool whole = true; /* what is hidden from the line's start on began before it */
	while (at < end) {
		size_t change = document_hidden_change(document, at);
		size_t stop = change < end ? change : end;
		bool hidden = document_is_hidden(document, at);
		bool code = hidden && !(whole && change > end) && is_inline_code(document, at, change, end);
		if (!hidden || code)
			buffer_add(&out, span_slice(document->bytes, at, stop - at));
		at = stop;
		whole = false;
	}
	return buffer_finish(plainer->arena, &out);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* `- `, `* `, `2. ` at the start; the text then begins behind it. */
static struct span cut_marker(struct span *text)
{
	struct span rest = *text;
	size_t digits = ascii_digits(rest);
	if (digits && digits < 4)
		rest = span_from(rest, digits);
	bool marked = digits ? span_skip(&rest, ". ") || span_skip(&rest, ") ")
			     : span_skip(&rest, "- ") || span_skip(&rest, "* ") || span_skip(&rest, "+ ");
	if (!marked)
		return SPAN_NONE;
	struct span marker = digits ? span_between(text->at, rest.at) : SPAN("- ");
	*text = span_trim_start(rest);
	return marker;
}

static void cut_box(struct span *text)
{
	bool box = text->length > 3 && text->at[0] == '[' && text->at[2] == ']' && text->at[3] == ' ';
	if (box)
		*text = span_trim_start(span_from(*text, 3));
}

static void cut_heading(struct span *text)
{
	struct span rest = *text;
	while (span_skip(&rest, "#"))
		;
	if (rest.at != text->at && span_skip(&rest, " "))
		*text = span_trim_start(rest);
}

static void add_line(struct plainer *plainer, struct span line)
{
	struct span text = span_trim_start(line);
	struct span indentation = span_between(line.at, text.at);
	struct span marker = cut_marker(&text);
	if (marker.length)
		cut_box(&text);
	else
		cut_heading(&text);
	text = text_is_placeholder(text) ? SPAN_NONE : text_plain(plainer->arena, text);
	if (!text.length)
		return;
	if (plainer->out.length)
		buffer_add_text(&plainer->out, plainer->gap ? "\n\n" : "\n");
	plainer->gap = false;
	if (marker.length)
		buffer_add(&plainer->out, indentation);
	buffer_add(&plainer->out, marker);
	buffer_add(&plainer->out, text);
}

struct span plain_text(
	struct arena *arena, const struct aliases *aliases, const struct document *document, struct span part)
{
	struct plainer plainer = { .arena = arena,
		.document = document,
		.sections = document_sections(arena, document),
		.out = BUFFER_INIT(TEXT_MOST) };
	struct span line;
	plainer.kept = arena_new_array(arena, plainer.sections.count, bool);
	for (size_t i = 0; i < plainer.sections.count; i++)
		plainer.kept[i] = !alias_is(aliases, ALIAS_HEADING,
			alias_fold(arena, ALIAS_HEADING, plainer.sections.items[i].title), "notes");
	while (span_next_line(&part, &line)) {
		if (lies_in_notes(&plainer, (size_t)(line.at - document->bytes.at)))
			continue;
		if (span_is_blank(line))
			plainer.gap = true;
		else
			add_line(&plainer, visible(&plainer, line));
	}
	struct span text = buffer_finish(arena, &plainer.out);
	buffer_release(&plainer.out);
	return text;
}
