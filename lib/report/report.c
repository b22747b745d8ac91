#include "report/report.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

struct report report_of(struct arena *arena)
{
	struct report report = { arena, arena_new(arena, struct report_node) };
	report.root->kind = REPORT_SECTION;
	return report;
}

bool report_is_empty(const struct report *report)
{
	return !report->root || !report->root->first;
}

const char *report_plural(long long count)
{
	return count == 1 ? "" : "s";
}

static struct report_node *add(struct report *report, struct report_node *parent, enum report_kind kind)
{
	struct report_node *node = arena_new(report->arena, struct report_node);
	node->kind = kind;
	if (!parent)
		parent = report->root;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	return node;
}

struct report_node *report_section(struct report *report, struct report_node *parent, const char *title, ...)
{
	struct report_node *node = add(report, parent, REPORT_SECTION);
	va_list arguments;
	va_start(arguments, title);
	node->text = span_of(arena_vprintf(report->arena, title, arguments));
	va_end(arguments);
	return node;
}

struct report_node *report_text(
	struct report *report, struct report_node *parent, enum report_tone tone, const char *format, ...)
{
	struct report_node *node = add(report, parent, REPORT_TEXT);
	va_list arguments;
	va_start(arguments, format);
	node->text = span_of(arena_vprintf(report->arena, format, arguments));
	va_end(arguments);
	node->tone = tone;
	return node;
}

struct report_node *report_list(struct report *report, struct report_node *parent)
{
	return add(report, parent, REPORT_LIST);
}

struct report_node *report_item(
	struct report *report, struct report_node *list, enum report_tone tone, const char *format, ...)
{
	assert(list->kind == REPORT_LIST);
	struct report_node *node = add(report, list, REPORT_TEXT);
	va_list arguments;
	va_start(arguments, format);
	node->text = span_of(arena_vprintf(report->arena, format, arguments));
	va_end(arguments);
	node->tone = tone;
	return node;
}

struct report_node *report_code(struct report *report, struct report_node *parent, struct span text)
{
	struct report_node *node = add(report, parent, REPORT_CODE);
	node->text = text;
	return node;
}

struct report_node *report_table(
	struct report *report, struct report_node *parent, const char *const *columns, size_t count, const char *aligns)
{
	assert(strlen(aligns) == count);
	struct report_node *node = add(report, parent, REPORT_TABLE);
	node->columns = columns;
	node->column_count = count;
	node->aligns = arena_new_array(report->arena, count, enum report_align);
	for (size_t i = 0; i < count; i++)
		node->aligns[i] = aligns[i] == 'r' ? ALIGN_RIGHT : ALIGN_LEFT;
	return node;
}

struct report_cell *report_row(struct report *report, struct report_node *table)
{
	table->rows =
		arena_grow(report->arena, table->rows, table->row_count, &table->row_capacity, sizeof(*table->rows));
	struct report_cell *cells = arena_new_array(report->arena, table->column_count, struct report_cell);
	table->rows[table->row_count++] = cells;
	return cells;
}

void report_cell_set(struct report *report, struct report_cell *cell, enum report_tone tone, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	cell->text = span_of(arena_vprintf(report->arena, format, arguments));
	va_end(arguments);
	cell->tone = tone;
}

struct report_node *report_terms(struct report *report, struct report_node *parent)
{
	struct report_node *node = add(report, parent, REPORT_TERMS);
	node->column_count = 2;
	return node;
}

void report_term(struct report *report, struct report_node *terms, const char *name, const char *format, ...)
{
	assert(terms->kind == REPORT_TERMS);
	struct report_cell *cells = report_row(report, terms);
	va_list arguments;
	va_start(arguments, format);
	cells[1].text = span_of(arena_vprintf(report->arena, format, arguments));
	va_end(arguments);
	cells[0].text = span_of(arena_copy_text(report->arena, span_of(name)));
}
