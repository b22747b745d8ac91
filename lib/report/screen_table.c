#include "codec/utf8.h"
#include "report/screen.h"
#include "report/wrap.h"

enum { GAP = 2, NARROWEST = 8, WIDEST_TERM = 28 };

struct layout {
	const struct report_node *table;
	struct plain_text *titles;
	struct plain_text *cells; /* row by row */
	size_t *widths;
	size_t indent;
};

static struct plain_text cell_at(const struct layout *layout, size_t row, size_t column)
{
	return layout->cells[row * layout->table->column_count + column];
}

static void read_cells(struct screen *screen, struct layout *layout)
{
	const struct report_node *table = layout->table;
	size_t columns = table->column_count;
	layout->titles = arena_new_array(screen->arena, columns, struct plain_text);
	layout->cells = arena_new_array(screen->arena, columns * table->row_count, struct plain_text);
	for (size_t column = 0; column < columns; column++)
		layout->titles[column] = marks_read(screen->arena, span_of(table->columns[column]));
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t column = 0; column < columns; column++)
			layout->cells[row * columns + column] =
				marks_read(screen->arena, table->rows[row][column].text);
}

static size_t natural_width(const struct layout *layout, size_t column)
{
	size_t widest = utf8_width(layout->titles[column].text);
	for (size_t row = 0; row < layout->table->row_count; row++) {
		size_t width = wrap_natural_width(cell_at(layout, row, column).text);
		widest = width > widest ? width : widest;
	}
	return widest;
}

static size_t widest_column(const size_t *widths, size_t count)
{
	size_t widest = 0;
	for (size_t i = 1; i < count; i++)
		if (widths[i] > widths[widest])
			widest = i;
	return widest;
}

/* Takes columns off the widest until the table fits, or all are narrow. */
static void fit_widths(size_t *widths, size_t count, size_t available)
{
	size_t total = GAP * (count - 1);
	for (size_t i = 0; i < count; i++) {
		if (widths[i] > available)
			widths[i] = available;
		total += widths[i];
	}
	while (total > available) {
		size_t widest = widest_column(widths, count);
		if (widths[widest] <= NARROWEST)
			return;
		widths[widest]--;
		total--;
	}
}

static void measure(struct screen *screen, struct layout *layout)
{
	size_t count = layout->table->column_count;
	layout->widths = arena_new_array(screen->arena, count, size_t);
	for (size_t column = 0; column < count; column++)
		layout->widths[column] = natural_width(layout, column);
	fit_widths(layout->widths, count, screen_columns(screen, layout->indent));
}

/* What is still to be written of each cell of a row. */
struct pending {
	struct plain_text text;
	enum report_tone tone;
	size_t start;
};

static bool is_pending(const struct pending *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cells[i].start < cells[i].text.text.length)
			return true;
	return false;
}

/* One line of one cell. `padding` spaces are owed from the cells before and are only paid by something visible. */
static void put_cell_line(
	struct screen *screen, struct pending *cell, size_t width, enum report_align align, size_t *padding)
{
	size_t next = 0;
	struct span rest = span_from(cell->text.text, cell->start);
	size_t length = wrap_line(rest, width, &next);
	size_t used = utf8_width(span_slice(rest, 0, length));
	size_t missing = used < width ? width - used : 0;
	if (length > 0) {
		screen_put_spaces(screen, *padding + (align == ALIGN_RIGHT ? missing : 0));
		screen_put(screen, cell->text, cell->start, length, cell->tone);
		*padding = align == ALIGN_RIGHT ? 0 : missing;
	} else {
		*padding += width;
	}
	cell->start += next;
}

static void put_row(struct screen *screen, const struct layout *layout, struct pending *cells)
{
	size_t count = layout->table->column_count;
	do {
		size_t padding = layout->indent;
		for (size_t column = 0; column < count; column++) {
			put_cell_line(screen, &cells[column], layout->widths[column], layout->table->aligns[column],
				&padding);
			padding += GAP;
		}
		buffer_add_byte(screen->out, '\n');
	} while (is_pending(cells, count));
}

static void put_titles(struct screen *screen, const struct layout *layout, struct pending *cells)
{
	size_t rule = 0;
	for (size_t column = 0; column < layout->table->column_count; column++) {
		cells[column] = (struct pending){ layout->titles[column], TONE_PLAIN, 0 };
		rule += layout->widths[column] + (column > 0 ? GAP : 0);
	}
	put_row(screen, layout, cells);
	screen_put_spaces(screen, layout->indent);
	for (size_t i = 0; i < rule; i++)
		buffer_add_text(screen->out, screen->style->unicode ? "─" : "-");
	buffer_add_byte(screen->out, '\n');
}

void screen_put_table(struct screen *screen, const struct report_node *table, size_t indent)
{
	struct layout layout = { .table = table, .indent = indent };
	size_t count = table->column_count;
	read_cells(screen, &layout);
	measure(screen, &layout);
	struct pending *cells = arena_new_array(screen->arena, count, struct pending);
	put_titles(screen, &layout, cells);
	for (size_t row = 0; row < table->row_count; row++) {
		for (size_t column = 0; column < count; column++)
			cells[column] =
				(struct pending){ cell_at(&layout, row, column), table->rows[row][column].tone, 0 };
		put_row(screen, &layout, cells);
	}
}

void screen_put_terms(struct screen *screen, const struct report_node *terms, size_t indent)
{
	size_t widest = 0;
	for (size_t row = 0; row < terms->row_count; row++) {
		size_t width = utf8_width(marks_read(screen->arena, terms->rows[row][0].text).text);
		if (width > widest && width <= WIDEST_TERM)
			widest = width;
	}
	size_t hanging = indent + widest + GAP;
	for (size_t row = 0; row < terms->row_count; row++) {
		struct plain_text name = marks_read(screen->arena, terms->rows[row][0].text);
		size_t width = utf8_width(name.text);
		screen_put_spaces(screen, indent);
		screen_put(screen, name, 0, name.text.length, TONE_PLAIN);
		if (width > widest)
			buffer_add_byte(screen->out, '\n');
		screen_put_spaces(screen, width > widest ? hanging : widest + GAP - width);
		screen_put_wrapped(
			screen, marks_read(screen->arena, terms->rows[row][1].text), hanging, terms->rows[row][1].tone);
	}
}
