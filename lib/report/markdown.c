#include "codec/utf8.h"
#include "report/report.h"

enum { NARROWEST = 3, DEEPEST_HEADING = 6, FENCE = 3 };

struct writer {
	struct arena *arena;
	struct buffer *out;
};

static void write_blocks(struct writer *writer, const struct report_node *first, int level);

static void put_repeated(struct writer *writer, char byte, size_t count)
{
	buffer_add_repeated(writer->out, byte, count);
}

/* The text on lines of its own, at least one, those but the first indented. */
static void put_lines(struct writer *writer, struct span text, size_t indent)
{
	struct span rest = utf8_without_controls(writer->arena, text);
	struct span line = SPAN_NONE;
	span_next_line(&rest, &line);
	buffer_add(writer->out, line);
	buffer_add_byte(writer->out, '\n');
	while (span_next_line(&rest, &line)) {
		put_repeated(writer, ' ', line.length > 0 ? indent : 0);
		buffer_add(writer->out, line);
		buffer_add_byte(writer->out, '\n');
	}
}

void report_add_cell(struct buffer *out, struct span text)
{
	while (text.length > 0) {
		size_t pipe = span_find_byte(text, '|');
		buffer_add_line(out, span_slice(text, 0, pipe));
		if (pipe < text.length)
			buffer_add_text(out, pipe > 0 && text.at[pipe - 1] == '\\' ? "|" : "\\|");
		text = span_from(text, pipe + 1);
	}
}

static struct span cell_text(struct writer *writer, struct span text)
{
	struct span clean = utf8_without_controls(writer->arena, text);
	struct buffer BUFFER_CLEANUP cell = BUFFER_INIT(clean.length * 2);
	report_add_cell(&cell, clean);
	return buffer_finish(writer->arena, &cell);
}

struct column {
	size_t width;
	enum report_align align;
};

static void put_cell(struct writer *writer, struct span text, struct column column)
{
	size_t used = utf8_width(text);
	size_t missing = used < column.width ? column.width - used : 0;
	buffer_add_text(writer->out, "| ");
	put_repeated(writer, ' ', column.align == ALIGN_RIGHT ? missing : 0);
	buffer_add(writer->out, text);
	put_repeated(writer, ' ', column.align == ALIGN_RIGHT ? 1 : missing + 1);
}

static void put_row(struct writer *writer, const struct span *cells, const struct column *columns, size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_cell(writer, cells[i], columns[i]);
	buffer_add_text(writer->out, "|\n");
}

static void put_delimiters(struct writer *writer, const struct column *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool right = columns[i].align == ALIGN_RIGHT;
		buffer_add_text(writer->out, "| ");
		put_repeated(writer, '-', columns[i].width - right);
		buffer_add_text(writer->out, right ? ": " : " ");
	}
	buffer_add_text(writer->out, "|\n");
}

/* The titles and the cells, row by row, as they will be written. */
static struct span *cell_texts(struct writer *writer, const struct report_node *table)
{
	size_t count = table->column_count;
	struct span *texts = arena_new_array(writer->arena, count * (table->row_count + 1), struct span);
	for (size_t column = 0; column < count; column++) {
		texts[column] = cell_text(writer, span_of(table->columns[column]));
		for (size_t row = 0; row < table->row_count; row++)
			texts[(row + 1) * count + column] = cell_text(writer, table->rows[row][column].text);
	}
	return texts;
}

static void write_table(struct writer *writer, const struct report_node *table)
{
	size_t count = table->column_count;
	struct span *texts = cell_texts(writer, table);
	struct column *columns = arena_new_array(writer->arena, count, struct column);
	for (size_t i = 0; i < count; i++)
		columns[i] = (struct column){ NARROWEST, table->aligns[i] };
	for (size_t i = 0; i < count * (table->row_count + 1); i++) {
		size_t width = utf8_width(texts[i]);
		if (width > columns[i % count].width)
			columns[i % count].width = width;
	}
	put_row(writer, texts, columns, count);
	put_delimiters(writer, columns, count);
	for (size_t row = 1; row <= table->row_count; row++)
		put_row(writer, texts + row * count, columns, count);
}

static void write_terms(struct writer *writer, const struct report_node *terms)
{
	for (size_t row = 0; row < terms->row_count; row++) {
		buffer_add_text(writer->out, "- ");
		buffer_add(writer->out, utf8_without_controls(writer->arena, terms->rows[row][0].text));
		buffer_add_text(writer->out, ": ");
		put_lines(writer, terms->rows[row][1].text, 2);
	}
}

/* Longer than any run of backticks within. */
static size_t fence_length(struct span code)
{
	size_t longest = FENCE - 1;
	size_t run = 0;
	for (size_t i = 0; i < code.length; i++) {
		run = code.at[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest + 1;
}

static void write_code(struct writer *writer, struct span code)
{
	size_t fence = fence_length(code);
	put_repeated(writer, '`', fence);
	buffer_add_byte(writer->out, '\n');
	put_lines(writer, code, 0);
	put_repeated(writer, '`', fence);
	buffer_add_byte(writer->out, '\n');
}

static void write_list(struct writer *writer, const struct report_node *list)
{
	for (const struct report_node *item = list->first; item; item = item->next) {
		buffer_add_text(writer->out, "- ");
		put_lines(writer, item->text, 2);
	}
}

static void write_section(struct writer *writer, const struct report_node *section, int level)
{
	put_repeated(writer, '#', (size_t)(level < DEEPEST_HEADING ? level : DEEPEST_HEADING));
	buffer_add_byte(writer->out, ' ');
	put_lines(writer, section->text, 0);
	if (section->first)
		buffer_add_byte(writer->out, '\n');
	write_blocks(writer, section->first, level + 1);
}

static void write_block(struct writer *writer, const struct report_node *node, int level)
{
	switch (node->kind) {
	case REPORT_SECTION:
		write_section(writer, node, level);
		break;
	case REPORT_TEXT:
		put_lines(writer, node->text, 0);
		break;
	case REPORT_TABLE:
		write_table(writer, node);
		break;
	case REPORT_TERMS:
		write_terms(writer, node);
		break;
	case REPORT_LIST:
		write_list(writer, node);
		break;
	case REPORT_CODE:
		write_code(writer, node->text);
		break;
	}
}

static void write_blocks(struct writer *writer, const struct report_node *first, int level)
{
	for (const struct report_node *node = first; node; node = node->next) {
		if (node != first)
			buffer_add_byte(writer->out, '\n');
		write_block(writer, node, level);
	}
}

void report_write_markdown(const struct report *report, int level, struct buffer *out)
{
	struct writer writer = { report->arena, out };
	if (!report_is_empty(report))
		write_blocks(&writer, report->root->first, level);
}
