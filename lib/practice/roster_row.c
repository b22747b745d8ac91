#include "practice/roster_row.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/portfolio.h"
#include "practice/table_row.h"

enum { ROSTER_CLIENT, ROSTER_TYPE, ROSTER_CADENCE, ROSTER_STATUS, ROSTER_END, ROSTER_COLUMNS, SECTION_LEVEL = 2 };

static const char *const columns_asked[] = { "client", "engagement type", "sessions/month", "status", "programme end",
	NULL };
static const struct table_form form = {
	.name = "the roster",
	.terms = columns_asked,
	.needed = 1u << ROSTER_CLIENT,
	.header = "| Client | Engagement Type | Sessions/Month | Status | Programme End |\n"
		  "| :--- | :--- | :--- | :--- | :--- |",
};

static void values_of(struct arena *arena, const struct roster_row *row, struct span values[ROSTER_COLUMNS])
{
	values[ROSTER_CLIENT] = span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(row->note)));
	values[ROSTER_TYPE] = row->type;
	values[ROSTER_CADENCE] = row->cadence;
	values[ROSTER_STATUS] = row->status;
	values[ROSTER_END] = row->end;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static bool is_client(struct arena *arena, struct span cell, struct span note)
{
	struct span name = utf8_fold_name(arena, note, NAME_AS_WRITTEN);
	struct link link;
	size_t offset = 0;
	if (link_next(cell, &offset, &link) &&
		span_equal(utf8_fold_name(arena, link_name(&link), NAME_AS_WRITTEN), name))
		return true;
	return span_equal(utf8_fold_name(arena, text_plain(arena, cell), NAME_AS_WRITTEN), name);
}

static const struct row *row_of(const struct outline *outline, const struct columns *columns, struct span note)
{
	for (size_t i = 0; i < columns->table.count; i++) {
		struct span cell = columns_cell(columns, &columns->table.rows[i], ROSTER_CLIENT).text;
		if (cell.length && is_client(outline->arena, cell, note))
			return &columns->table.rows[i];
	}
	return NULL;
}

static const struct row *placeholder_row(const struct outline *outline, const struct columns *columns)
{
	for (size_t i = 0; i < columns->table.count; i++) {
		const struct row *row = &columns->table.rows[i];
		struct span cell = columns_cell(columns, row, ROSTER_CLIENT).text;
		if (cell.at && columns_value(outline, columns, row, ROSTER_CLIENT).length == 0)
			return row;
	}
	return NULL;
}

/* Where names stand in bold, so does this one. */
static struct span name_like(struct arena *arena, struct span like, struct span name)
{
	return span_starts_with(like, "**") ? span_of(arena_printf(arena, "**%.*s**", SPAN_PRINT(name))) : name;
}

static void set_cells(struct edit_list *edits, const struct columns *columns, const struct row *row,
	const struct span *values, int first)
{
	for (int column = first; column < ROSTER_COLUMNS; column++) {
		struct cell cell = columns_cell(columns, row, column);
		if (cell.field.at && values[column].length &&
			!span_equal(cell_value(edits->arena, cell), values[column]))
			edit_set_cell(edits, cell, values[column]);
	}
}

static void set_in_table(struct edit_list *edits, const struct outline *outline, const struct columns *columns,
	const struct roster_row *row, struct span *values)
{
	const struct table *table = &columns->table;
	const struct row *there = row_of(outline, columns, row->note);
	const struct row *free = there ? NULL : placeholder_row(outline, columns);
	const struct row *like = free ? free : table->count ? &table->rows[table->count - 1] : NULL;
	if (like)
		values[ROSTER_CLIENT] = name_like(
			outline->arena, columns_cell(columns, like, ROSTER_CLIENT).text, values[ROSTER_CLIENT]);
	if (there)
		set_cells(edits, columns, there, values, ROSTER_TYPE);
	else if (free)
		set_cells(edits, columns, free, values, ROSTER_CLIENT);
	else
		table_row_append(edits, &form, columns, values);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

static struct span item_of(struct arena *arena, const struct roster_row *row)
{
	return span_of(arena_printf(arena, "- [[%.*s]]: %.*s%s%.*s", SPAN_PRINT(row->note), SPAN_PRINT(row->cadence),
		row->cadence.length && row->status.length ? ", " : "", SPAN_PRINT(row->status)));
}

static bool is_list(const struct outline *outline, const struct section *section)
{
	struct finding_list unheard = { .arena = outline->arena };
	struct portfolio portfolio = { 0 };
	portfolio_read(outline, &portfolio, &unheard);
	return section && portfolio.client_count > 0;
}

int roster_row_set(const struct outline *outline, const struct roster_row *row, struct span *text, struct error *error)
{
	const struct section *section = outline_section(outline, "active roster");
	struct edit_list edits = edits_of(outline->arena, outline->document);
	struct span values[ROSTER_COLUMNS];
	struct columns columns;
	values_of(outline->arena, row, values);
	if (columns_find(outline, section, columns_asked, 2, NULL, &columns)) {
		if (table_row_check(outline, &form, &columns, error))
			return -1;
		set_in_table(&edits, outline, &columns, row, values);
	} else if (is_list(outline, section)) {
		edit_append_to_section(&edits, section, item_of(outline->arena, row));
	} else if (section) {
		edit_append_to_section(&edits, section, table_row_begin(outline, &form, values, 1));
	} else {
		edit_insert_section(
			&edits, NULL, SECTION_LEVEL, SPAN("Active Roster"), table_row_begin(outline, &form, values, 1));
	}
	*text = edits_apply(&edits);
	return 0;
}
