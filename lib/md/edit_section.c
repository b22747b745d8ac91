#include "md/edit.h"

#include "base/buffer.h"

enum { MOST_BODY = 4 << 20 };

/* What stands between two headings: blank lines, content, blank lines. */
struct body {
	size_t start;
	size_t content;       /* first byte of the first line with content; end where there is none */
	size_t content_end;   /* behind the last byte of content, its line end not included */
	size_t after_content; /* behind that line end */
	size_t end;
};

static struct body body_of(const struct document *document, const struct section *section)
{
	struct body body = { section->body, section->own_end, section->own_end, section->own_end, section->own_end };
	struct span rest = span_slice(document->bytes, section->body, section->own_end - section->body);
	struct span line;
	bool found = false;
	while (span_next_line(&rest, &line)) {
		if (document_line_is_blank(line))
			continue;
		if (!found)
			body.content = document_offset(document, line);
		found = true;
		body.content_end = document_offset(document, line) + line.length;
		body.after_content = section->own_end - rest.length;
	}
	return body;
}

static void add_lines(struct buffer *out, const struct document *document, struct span text)
{
	struct span line;
	bool first = true;
	while (span_next_line(&text, &line)) {
		if (!first)
			buffer_add_text(out, document->line_end);
		buffer_add(out, line);
		first = false;
	}
}

/* Without blank lines before and behind; indentation of the first line stays. */
static struct span without_outer_blank_lines(struct span text)
{
	struct span rest = text;
	struct span line;
	while (span_next_line(&rest, &line) && document_line_is_blank(line))
		text = rest;
	return span_trim_end(text);
}

static bool ends_open(const struct document *document, size_t offset)
{
	return offset > 0 && document->bytes.at[offset - 1] != '\n' && document->bytes.at[offset - 1] != '\r';
}

/* True when this note sets headings off by blank lines; a note without headings does. */
static bool sets_headings_off(const struct document *document)
{
	bool heading_seen = false;
	for (int i = 0; i < document->block_count; i = document->blocks[i].end) {
		const struct block *block = &document->blocks[i];
		if (block->kind != BLOCK_HEADING || block->last_line >= document->line_count)
			continue;
		heading_seen = true;
		if (document_line_is_blank(document_line(document, block->last_line + 1)))
			return true;
	}
	return !heading_seen;
}

/* Text directly above an underlined heading would become part of it. */
static void keep_off_heading(struct buffer *out, const struct document *document, size_t offset)
{
	for (int i = 0; i < document->block_count; i = document->blocks[i].end) {
		const struct block *block = &document->blocks[i];
		if (block->kind == BLOCK_HEADING && block->last_line > block->line &&
			document->line_offsets[block->line - 1] == offset)
			buffer_add_text(out, document->line_end);
	}
}

static void fill_empty_section(struct edit_list *edits, const struct section *section, struct span text)
{
	const struct document *document = edits->document;
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_BODY);
	bool at_end = section->own_end == document->bytes.length;
	bool blank_lines = section->body < section->own_end;
	if (ends_open(document, section->body))
		buffer_add_text(&out, document->line_end);
	if (section->heading != NO_BLOCK && (blank_lines || (at_end && sets_headings_off(document))))
		buffer_add_text(&out, document->line_end);
	add_lines(&out, document, text);
	buffer_add_text(&out, document->line_end);
	if (!blank_lines)
		keep_off_heading(&out, document, section->own_end);
	edit_splice(edits, section->body, 0, buffer_span(&out));
}

void edit_set_section(struct edit_list *edits, const struct section *section, struct span text)
{
	struct body body = body_of(edits->document, section);
	text = without_outer_blank_lines(text);
	if (body.content == body.end) {
		if (text.length)
			fill_empty_section(edits, section, text);
		return;
	}
	if (!text.length) {
		edit_splice(edits, body.start, body.after_content - body.start, SPAN_NONE);
		return;
	}
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_BODY);
	add_lines(&out, edits->document, text);
	if (body.after_content == body.end)
		keep_off_heading(&out, edits->document, body.end);
	edit_splice(edits, body.content, body.content_end - body.content, buffer_span(&out));
}

static bool is_list_line(struct span line)
{
	int number;
	if (span_skip(&line, "- ") || span_skip(&line, "* ") || span_skip(&line, "+ "))
		return true;
	return span_read_digits(&line, &number) && (span_starts_with(line, ". ") || span_starts_with(line, ") "));
}

/* Has it a header of its own? */
static bool begins_table(struct span text)
{
	struct span line = SPAN_NONE;
	bool dashed = false;
	span_next_line(&text, &line);
	if (!span_next_line(&text, &line))
		return false;
	for (size_t i = 0; i < line.length; i++) {
		dashed = dashed || line.at[i] == '-';
		if (!strchr("|-: \t", line.at[i]))
			return false;
	}
	return dashed;
}

/* True when the text goes on with the list or table that ends the section. */
static bool continues(
	const struct document *document, const struct section *section, size_t content_end, struct span text)
{
	for (int i = section->first_block; i < section->own_end_block; i = document->blocks[i].end) {
		const struct block *block = &document->blocks[i];
		if (block->offset + block->length != content_end)
			continue;
		return (block->kind == BLOCK_LIST && is_list_line(text)) ||
		       (block->kind == BLOCK_TABLE && span_starts_with(text, "|") && !begins_table(text));
	}
	return false;
}

void edit_append_to_section(struct edit_list *edits, const struct section *section, struct span text)
{
	const struct document *document = edits->document;
	struct body body = body_of(document, section);
	text = without_outer_blank_lines(text);
	if (!text.length)
		return;
	if (body.content == body.end) {
		fill_empty_section(edits, section, text);
		return;
	}
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_BODY);
	buffer_add_text(&out, document->line_end);
	if (!continues(document, section, body.content_end, text))
		buffer_add_text(&out, document->line_end);
	add_lines(&out, document, text);
	if (body.after_content == body.end)
		keep_off_heading(&out, document, body.end);
	edit_splice(edits, body.content_end, 0, buffer_span(&out));
}

static bool blank_line_before(const struct document *document, size_t offset)
{
	if (offset == 0)
		return true;
	unsigned line = document_position(document, offset - 1).line;
	return document_line_is_blank(document_line(document, line));
}

void edit_insert_section(
	struct edit_list *edits, const struct section *after, int level, struct span title, struct span text)
{
	const struct document *document = edits->document;
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_BODY);
	size_t offset = after ? after->end : document->bytes.length;
	bool airy = sets_headings_off(document);
	text = without_outer_blank_lines(text);
	if (ends_open(document, offset))
		buffer_add_text(&out, document->line_end);
	if (airy && !blank_line_before(document, offset))
		buffer_add_text(&out, document->line_end);
	buffer_add_repeated(&out, '#', (size_t)level);
	buffer_printf(&out, " %.*s%s", SPAN_PRINT(span_trim(title)), document->line_end);
	if (text.length && airy)
		buffer_add_text(&out, document->line_end);
	add_lines(&out, document, text);
	if (text.length)
		buffer_add_text(&out, document->line_end);
	if (airy && offset < document->bytes.length)
		buffer_add_text(&out, document->line_end);
	else
		keep_off_heading(&out, document, offset);
	edit_splice(edits, offset, 0, buffer_span(&out));
}
