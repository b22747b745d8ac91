#include "practice/consent_table.h"

#include "base/nearest.h"
#include "codec/utf8.h"
#include "model/note_language.h"
#include "model/wording.h"
#include "practice/table_row.h"

enum { SECTION_LEVEL = 3 };

enum consent_column { CONSENT_SCOPE, CONSENT_STATUS, CONSENT_DATE, CONSENT_AGREEMENT, CONSENT_COLUMNS };

static const char *const columns_asked[] = { "scope", "status", "date", "agreement", NULL };
static const char *const columns_begun[] = { "scope", "status", "date", "agreement", "note", NULL };
static const struct table_form form = {
	.name = "the consents",
	.terms = columns_asked,
	.needed = 1u << CONSENT_SCOPE | 1u << CONSENT_STATUS,
	.columns = columns_begun,
};

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

const char *consent_scope_meant(struct arena *arena, const struct engagement *engagement, struct span scope)
{
	static const char *const usual[] = { "ai", "icf_log", "case_study", "recording", "sponsor", "hand_over" };
	struct span wanted = folded_scope(arena, scope);
	struct nearest nearest = nearest_to(wanted);
	if (!utf8_is_ascii(scope) || consent_of_scope(arena, engagement, scope))
		return NULL;
	for (size_t i = 0; i < engagement->consent_count; i++)
		nearest_offer(&nearest, folded_scope(arena, engagement->consents[i].scope).at);
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		nearest_offer(&nearest, folded_scope(arena, span_of(usual[i])).at);
	return nearest.best && nearest.distance > 0 ? nearest.best : NULL;
}

/* "withdrawn" is read as a no, and says more. */
static struct span answer_word(struct arena *arena, enum language language, struct span answer)
{
	if (span_is_ignoring_case(answer, "withdrawn"))
		return wording_text(arena, language, "consent withdrawn", NULL, 0);
	if (span_is_ignoring_case(answer, "yes"))
		return wording_word(language, ALIAS_STATE, "yes");
	return span_is_ignoring_case(answer, "no") ? wording_word(language, ALIAS_STATE, "no") : answer;
}

bool consent_says(struct arena *arena, const struct consent *consent, struct span answer)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (span_equal(utf8_fold(arena, consent->status),
			    utf8_fold(arena, answer_word(arena, (enum language)i, answer))))
			return true;
	return false;
}

static void values_of(const struct outline *outline, const struct consent *consent, struct span values[CONSENT_COLUMNS])
{
	struct arena *arena = outline->arena;
	const char *date = arena_printf(arena, "%s", date_format(consent->date).text);
	values[CONSENT_SCOPE] = consent->scope;
	values[CONSENT_STATUS] = answer_word(arena, note_language(outline), consent->status);
	values[CONSENT_DATE] = span_of(date);
	values[CONSENT_AGREEMENT] = consent->agreement;
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

int consent_table_set(
	const struct outline *outline, const struct consent *consent, struct span *text, struct error *error)
{
	struct columns columns;
	struct span values[CONSENT_COLUMNS];
	struct edit_list edits = edits_of(outline->arena, outline->document);
	const struct section *section = outline_section(outline, "consent");
	values_of(outline, consent, values);
	if (section && columns_find(outline, section, columns_asked, 2, NULL, &columns)) {
		if (table_row_check(outline, &form, &columns, error))
			return -1;
		const struct row *row = row_of_scope(outline, &columns, consent->scope);
		if (row)
			set_row(&edits, &columns, row, values);
		else
			table_row_append(&edits, &form, &columns, values);
	} else if (section)
		edit_append_to_section(&edits, section, table_row_begin(outline, &form, values, 1));
	else
		edit_insert_section(&edits, outline_section(outline, "client profile"), SECTION_LEVEL,
			wording_word(note_language(outline), ALIAS_HEADING, "consent"),
			table_row_begin(outline, &form, values, 1));
	*text = edits_apply(&edits);
	return 0;
}
