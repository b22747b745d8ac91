#include "practice/progress_log.h"

#include "model/engagement_tables.h"
#include "model/metric_name.h"
#include "model/note_language.h"
#include "model/wording.h"
#include "practice/table_row.h"

static const char *const columns_begun[] = { "date", "metric", "value", "note", NULL };
static const struct table_form form = {
	.name = "the Progress Log",
	.terms = progress_columns,
	.needed = 1u << PROGRESS_METRIC | 1u << PROGRESS_DATE | 1u << PROGRESS_VALUE,
	.columns = columns_begun,
};

enum { BELOW_LEVEL = 3, TOP_LEVEL = 2 };

static void values_of(struct arena *arena, struct date date, const struct session_metric *metric,
	struct span values[PROGRESS_COLUMN_COUNT])
{
	values[PROGRESS_METRIC] = metric->name;
	values[PROGRESS_DATE] = span_of(arena_printf(arena, "%s", date_format(date).text));
	values[PROGRESS_VALUE] = metric->value;
	values[PROGRESS_NOTE] = metric->note;
}

/* Of several the last, which is the one that holds; a row that is cut off has no place for the value. */
static const struct row *row_of(
	const struct outline *outline, const struct columns *columns, struct date date, struct span metric)
{
	for (size_t i = columns->table.count; i-- > 0;) {
		const struct row *row = &columns->table.rows[i];
		struct span there = columns_value(outline, columns, row, PROGRESS_METRIC);
		struct date day = outline_date(outline, columns_cell(columns, row, PROGRESS_DATE).text, NULL);
		if (date_is_known(day) && date_compare(day, date) == 0 && metric_is(outline->arena, there, metric) &&
			columns_cell(columns, row, PROGRESS_VALUE).field.at)
			return row;
	}
	return NULL;
}

static void set_row(
	struct edit_list *edits, const struct columns *columns, const struct row *row, const struct span *values)
{
	for (int column = PROGRESS_VALUE; column <= PROGRESS_NOTE; column++) {
		struct cell cell = columns_cell(columns, row, column);
		if (cell.field.at && values[column].length &&
			!span_equal(text_value(edits->arena, cell.text), values[column]))
			edit_set_cell(edits, cell, values[column]);
	}
}

static void add_rows(struct edit_list *edits, const struct outline *outline, const struct columns *columns,
	struct date date, const struct session_metric *metrics, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct span values[PROGRESS_COLUMN_COUNT];
		const struct row *row = row_of(outline, columns, date, metrics[i].name);
		values_of(outline->arena, date, &metrics[i], values);
		if (row)
			set_row(edits, columns, row, values);
		else
			table_row_append(edits, &form, columns, values);
	}
}

static struct span new_log(
	const struct outline *outline, struct date date, const struct session_metric *metrics, size_t count)
{
	struct span *values = arena_new_array(outline->arena, count * PROGRESS_COLUMN_COUNT, struct span);
	for (size_t i = 0; i < count; i++)
		values_of(outline->arena, date, &metrics[i], &values[i * PROGRESS_COLUMN_COUNT]);
	return table_row_begin(outline, &form, values, count);
}

int progress_log_add(const struct outline *outline, struct date date, const struct session_metric *metrics,
	size_t count, struct span *text, struct error *error)
{
	const struct section *section = outline_section(outline, "progress log");
	const struct section *above = outline_section(outline, "deliverables & tracking");
	struct edit_list edits = edits_of(outline->arena, outline->document);
	const struct session_metric *last = session_metrics_last_of_each(outline->arena, metrics, count, &count);
	struct columns columns;
	if (progress_find(outline, NULL, &columns)) {
		if (count && table_row_check(outline, &form, &columns, error))
			return -1;
		add_rows(&edits, outline, &columns, date, last, count);
	} else if (count && section)
		edit_append_to_section(&edits, section, new_log(outline, date, last, count));
	else if (count)
		edit_insert_section(&edits, above, above ? BELOW_LEVEL : TOP_LEVEL,
			wording_word(note_language(outline), ALIAS_HEADING, "progress log"),
			new_log(outline, date, last, count));
	*text = edits_apply(&edits);
	return 0;
}
