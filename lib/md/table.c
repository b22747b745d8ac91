#include "md/table.h"

#include "md/row_split.h"

static struct cell cell_of(struct span field)
{
	struct span text = span_trim(field);
	if (text.length == 0)
		text = span_slice(field, field.length > 1, 0);
	return (struct cell){ .text = text, .field = field };
}

/* The row without its outer pipes and the space around them. */
static struct span inner_text(struct span line)
{
	line = span_trim(line);
	if (span_starts_with(line, "|"))
		line = span_from(line, 1);
	size_t end = line.length;
	if (end && line.at[end - 1] == '|' && (end == 1 || line.at[end - 2] != '\\'))
		end--;
	return span_slice(line, 0, end);
}

static size_t count_cells(struct span inner)
{
	size_t count = 0;
	for (size_t at = 0; at <= inner.length; at += row_cell_length(span_from(inner, at)) + 1)
		count++;
	return count;
}

static void split_cells(struct arena *arena, struct row *row, struct span line)
{
	struct span rest = inner_text(line);
	row->cells = arena_new_array(arena, count_cells(rest), struct cell);
	for (size_t at = 0; at <= rest.length;) {
		struct span field = span_slice(rest, at, row_cell_length(span_from(rest, at)));
		row->cells[row->count++] = cell_of(field);
		at += field.length + 1;
	}
}

static struct row read_row(struct arena *arena, const struct document *document, int owner, unsigned line)
{
	struct span text = document_line_content(document, owner, line);
	struct row row = { .line = line, .offset = document_offset(document, text) };
	split_cells(arena, &row, text);
	return row;
}

size_t table_width(const struct document *document, int block)
{
	return count_cells(inner_text(document_line_content(document, block, document->blocks[block].line)));
}

struct table table_read(struct arena *arena, const struct document *document, int block)
{
	const struct block *blocks = document->blocks;
	struct table table = { .document = document, .block = block };
	unsigned first = blocks[block].line;
	table.header = read_row(arena, document, block, first);
	table.delimiter = read_row(arena, document, block, first + 1);
	table.rows = arena_new_array(arena, (size_t)(blocks[block].end - block), struct row);
	for (int child = block + 1; child < blocks[block].end; child++) {
		if (blocks[child].line <= first + 1 || document_is_hidden(document, blocks[child].offset))
			continue;
		table.rows[table.count++] = read_row(arena, document, block, blocks[child].line);
	}
	return table;
}

struct cell row_cell(const struct row *row, int column)
{
	if (column < 0 || (size_t)column >= row->count)
		return (struct cell){ .text = SPAN_NONE, .field = SPAN_NONE };
	return row->cells[column];
}

/* One pair of marks around the whole text, none of it inside. */
static bool strip_marks(struct span *text, const char *marks)
{
	if (!text->length || *text->at != *marks)
		return false;
	size_t length = strlen(marks);
	if (text->length <= 2 * length || !span_starts_with(*text, marks) || !span_ends_with(*text, marks))
		return false;
	struct span inner = span_slice(*text, length, text->length - 2 * length);
	if (span_contains(inner, marks) || span_ends_with(inner, "\\") || span_trim(inner).length != inner.length)
		return false;
	*text = inner;
	return true;
}

static bool is_escape(struct span text, size_t at)
{
	return text.at[at] == '\\' && at + 1 < text.length &&
	       strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", text.at[at + 1]) && text.at[at + 1];
}

static struct span unescape(struct arena *arena, struct span text, bool pipes_only)
{
	if (span_find_byte(text, '\\') == text.length)
		return text;
	char *copy = arena_allocate(arena, text.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (is_escape(text, i) && (!pipes_only || text.at[i + 1] == '|'))
			i++;
		copy[length++] = text.at[i];
	}
	return (struct span){ copy, length };
}

struct span text_value(struct arena *arena, struct span text)
{
	static const char *const emphasis[] = { "***", "**", "__", "~~", "==", "*", "_" };
	text = span_trim(text);
	for (size_t i = 0; i < sizeof(emphasis) / sizeof(*emphasis); i++)
		if (strip_marks(&text, emphasis[i]))
			break;
	if (strip_marks(&text, "`"))
		return unescape(arena, text, true);
	return unescape(arena, text, false);
}

struct span cell_value(struct arena *arena, struct cell cell)
{
	return text_value(arena, cell.text);
}
