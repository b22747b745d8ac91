#include "practice/consent_table.h"

#include "codec/utf8.h"
#include "md/edit.h"
#include "model/outline.h"

enum { SECTION_LEVEL = 3 };

enum consent_column { CONSENT_SCOPE, CONSENT_STATUS, CONSENT_DATE, CONSENT_AGREEMENT, CONSENT_COLUMNS };

static const char *const columns_asked[] = { "scope", "status", "date", "agreement", NULL };
static const char header[] = "| Scope | Status | Date | Agreement | Note |\n| --- | --- | --- | --- | --- |";

/* `case_study`, `Case study`. */
static struct span folded_scope(struct arena *arena, struct span scope)
{
	char *copy = arena_copy_text(arena, utf8_fold_title(arena, scope));
	for (char *byte = copy; *byte; byte++)
		if (*byte == '_' || *byte == '-')
			*byte = ' ';
	return span_of(copy);
}

const struct consent *consent_of_scope(struct arena *arena, const struct engagement *engagement, struct span scope)
{
	struct span wanted = folded_scope(arena, scope);
	for (size_t i = 0; i < engagement->consent_count; i++)
		if (span_equal(folded_scope(arena, engagement->consents[i].scope), wanted))
			return &engagement->consents[i];
	return NULL;
}

static void values_of(struct arena *arena, const struct consent *consent, struct span values[CONSENT_COLUMNS])
{
	const char *date = arena_printf(arena, "%s", date_format(consent->date).text);
	values[CONSENT_SCOPE] = consent->scope;
	values[CONSENT_STATUS] = consent->status;
	values[CONSENT_DATE] = span_of(date);
	values[CONSENT_AGREEMENT] = consent->agreement;
}

static void append_row(struct edit_list *edits, const struct columns *columns, const struct span *values)
{
	size_t count = columns->table.header.count;
	struct span *cells = arena_new_array(edits->arena, count, struct span);
	for (int column = 0; column < CONSENT_COLUMNS; column++)
		if (columns->index[column] >= 0)
			cells[columns->index[column]] = values[column];
	edit_append_row(edits, &columns->table, cells, count);
}

static void set_row(
	struct edit_list *edits, const struct columns *columns, const struct row *row, const struct span *values)
{
	for (int column = CONSENT_STATUS; column < CONSENT_COLUMNS; column++) {
		struct cell cell = columns_cell(columns, row, column);
		if (cell.field.at && values[column].length)
			edit_set_cell(edits, cell, values[column]);
	}
}

static const struct row *row_of_scope(const struct outline *outline, const struct columns *columns, struct span scope)
{
	struct span wanted = folded_scope(outline->arena, scope);
	for (size_t i = 0; i < columns->table.count; i++) {
		const struct row *row = &columns->table.rows[i];
		struct span there = columns_value(outline, columns, row, CONSENT_SCOPE);
		if (there.length && span_equal(folded_scope(outline->arena, there), wanted))
			return row;
	}
	return NULL;
}

static int check_columns(const struct outline *outline, const struct columns *columns, struct error *error)
{
	for (int column = 0; column < CONSENT_COLUMNS; column++) {
		if (columns->index[column] != COLUMN_AMBIGUOUS)
			continue;
		error_at(error, ERROR_PARSE, document_position(outline->document, columns->table.header.offset),
			"two columns of the consents mean %s", columns_asked[column]);
		return error_hint(error, "give one of them another name");
	}
	return 0;
}

/* The header, and the row as the header's table takes it. */
static struct span new_table(const struct outline *outline, const struct span *values)
{
	struct arena *arena = outline->arena;
	const struct document *empty =
		document_parse(arena, "", (struct span){ header, sizeof(header) - 1 }, DOCUMENT_DEFAULT_MOST);
	struct edit_list edits = edits_of(arena, empty);
	struct columns columns;
	columns_map(outline_of(arena, outline->aliases, empty), table_read(arena, empty, 0), columns_asked, &columns);
	append_row(&edits, &columns, values);
	return edits_apply(&edits);
}

int consent_table_set(
	const struct outline *outline, const struct consent *consent, struct span *text, struct error *error)
{
	struct columns columns;
	struct span values[CONSENT_COLUMNS];
	struct edit_list edits = edits_of(outline->arena, outline->document);
	const struct section *section = outline_section(outline, "consent");
	values_of(outline->arena, consent, values);
	if (section && columns_find(outline, section, columns_asked, 2, NULL, &columns)) {
		if (check_columns(outline, &columns, error))
			return -1;
		const struct row *row = row_of_scope(outline, &columns, consent->scope);
		if (row)
			set_row(&edits, &columns, row, values);
		else
			append_row(&edits, &columns, values);
	} else if (section)
		edit_append_to_section(&edits, section, new_table(outline, values));
	else
		edit_insert_section(&edits, outline_section(outline, "client profile"), SECTION_LEVEL, SPAN("Consent"),
			new_table(outline, values));
	*text = edits_apply(&edits);
	return 0;
}
