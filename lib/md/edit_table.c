#include "codec/utf8.h"
#include "md/edit.h"

#include "base/buffer.h"

enum { MOST_ROW = 1 << 20 };

#include <string.h>

/* A text as it can stand in a cell: pipes escaped, line ends as <br>. */
static void add_cell_text(struct buffer *out, struct span text)
{
	text = span_trim(text);
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		if (byte == '|' && (i == 0 || text.at[i - 1] != '\\'))
			buffer_add_text(out, "\\|");
		else if (byte == '\n' || (byte == '\r' && !(i + 1 < text.length && text.at[i + 1] == '\n')))
			buffer_add_text(out, "<br>");
		else if (byte != '\r')
			buffer_add_byte(out, byte);
	}
}

struct span edit_cell_text(struct arena *arena, struct span text)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(2 * text.length * strlen("<br>") + 1);
	add_cell_text(&out, text);
	return buffer_finish(arena, &out);
}

static size_t leading_space(struct span field)
{
	struct span text = span_trim_start(field);
	return text.length ? field.length - text.length : field.length > 0;
}

static void pad_to(struct buffer *out, size_t start, size_t width)
{
	size_t used = utf8_width(span_from(buffer_span(out), start));
	if (used < width)
		buffer_add_repeated(out, ' ', width - used);
	if (out->length && out->bytes[out->length - 1] != ' ')
		buffer_add_byte(out, ' ');
}

static bool stands_behind_pipe(const struct document *document, size_t offset)
{
	return offset > 0 && document->bytes.at[offset - 1] == '|';
}

static size_t row_start(const struct document *document, size_t offset)
{
	size_t start = document->line_offsets[document_position(document, offset).line - 1];
	while (start < offset && strchr(" \t>", document->bytes.at[start]) && document->bytes.at[start])
		start++;
	return start;
}

/* Once for all edits of a row. */
static void add_leading_pipe(struct edit_list *edits, size_t offset)
{
	for (size_t i = 0; i < edits->count; i++)
		if (edits->items[i].offset == offset && edits->items[i].length == 0 &&
			span_is(edits->items[i].text, "|"))
			return;
	edit_splice(edits, offset, 0, SPAN("|"));
}

/* A row may do without outer pipes. Without the first one, a new text could make the line the beginning of a block: in
 * the first cell always, in another where it takes away what kept a first cell from being a fence or a tag. */
static bool keep_row(struct edit_list *edits, size_t offset)
{
	const struct document *document = edits->document;
	bool first = !stands_behind_pipe(document, offset);
	size_t start = first ? offset : row_start(document, offset);
	char byte = document->bytes.at[start];
	if (first || byte == '`' || byte == '~' || byte == '<')
		add_leading_pipe(edits, start);
	return first;
}

void edit_set_cell(struct edit_list *edits, struct cell cell, struct span text)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_ROW);
	size_t offset = document_offset(edits->document, cell.field);
	size_t end = offset + cell.field.length;
	bool first_without_pipe = keep_row(edits, offset);
	bool pipe_behind = end < edits->document->bytes.length && edits->document->bytes.at[end] == '|';
	size_t space = leading_space(cell.field);
	buffer_add_repeated(&out, ' ', space ? space : 1);
	add_cell_text(&out, text);
	if (pipe_behind)
		pad_to(&out, 0, utf8_width(cell.field));
	else if (first_without_pipe || span_is_blank(text))
		buffer_add_text(&out, " |");
	edit_replace(edits, cell.field, buffer_span(&out));
}

static void add_outer_markers(struct buffer *out, const struct document *document, const struct row *like)
{
	size_t line_start = document->line_offsets[like->line - 1];
	buffer_add(out, span_slice(document->bytes, line_start, like->offset - line_start));
}

/* More than one space behind a text: somebody lined the columns up. */
static bool is_padded(const struct row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		struct span field = row->cells[i].field;
		if (field.length - span_trim_end(field).length > 1)
			return true;
	}
	return false;
}

static bool is_lined_up(const struct table *table)
{
	bool padded = is_padded(&table->header);
	for (size_t i = 0; i < table->count && !padded; i++)
		padded = is_padded(&table->rows[i]);
	return padded;
}

/* How the line before `offset` ends: it keeps that end, whatever the rest of the note has. */
static const char *line_end_at(const struct document *document, size_t offset)
{
	struct span rest = span_from(document->bytes, offset);
	if (span_starts_with(rest, "\r\n"))
		return "\r\n";
	return span_starts_with(rest, "\n") ? "\n" : document->line_end;
}

void edit_append_row(struct edit_list *edits, const struct table *table, const struct span *cells, size_t count)
{
	const struct document *document = table->document;
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_ROW);
	bool lined_up = is_lined_up(table);
	const struct row *like = table->count ? &table->rows[table->count - 1] : &table->header;
	struct span last = document_line(document, document->blocks[table->block].last_line);
	size_t behind = document_offset(document, last) + last.length;
	buffer_add_text(&out, line_end_at(document, behind));
	/* The header may stand behind a list marker; what follows it is indented. */
	add_outer_markers(&out, document, table->count ? like : &table->delimiter);
	buffer_add_byte(&out, '|');
	for (size_t i = 0; i < table->header.count; i++) {
		size_t start = out.length;
		buffer_add_byte(&out, ' ');
		add_cell_text(&out, i < count ? cells[i] : SPAN_NONE);
		pad_to(&out, start, lined_up && i < like->count ? utf8_width(like->cells[i].field) : 0);
		buffer_add_byte(&out, '|');
	}
	edit_splice(edits, behind, 0, buffer_span(&out));
}
