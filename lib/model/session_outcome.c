#include "model/session_outcome.h"

#include "model/metric_name.h"
#include "model/section_tasks.h"
#include "model/text_reading.h"

const char *const session_metric_columns[] = { "metric", "value", "note", NULL };

const struct session_metric *session_metrics_read(
	const struct outline *outline, struct finding_list *findings, size_t *count)
{
	const struct section *section = outline_section(outline, "metrics");
	struct columns columns;
	*count = 0;
	if (!section || !columns_find(outline, section, session_metric_columns, 2, findings, &columns))
		return NULL;
	struct session_metric *metrics = arena_new_array(outline->arena, columns.table.count, struct session_metric);
	for (size_t i = 0; i < columns.table.count; i++) {
		const struct row *row = &columns.table.rows[i];
		struct session_metric metric = { columns_value(outline, &columns, row, SESSION_METRIC_NAME),
			columns_value(outline, &columns, row, SESSION_METRIC_VALUE),
			columns_value(outline, &columns, row, SESSION_METRIC_NOTE) };
		if (metric.name.length && metric.value.length)
			metrics[(*count)++] = metric;
	}
	return metrics;
}

static bool has_box(struct span text)
{
	return text.length >= 3 && text.at[0] == '[' && text.at[2] == ']';
}

static void read_resources(
	const struct outline *outline, struct session_outcome *outcome, struct finding_list *findings)
{
	const struct document *document = outline->document;
	const struct section *section = outline_section(outline, "resources");
	outcome->resources = section_tasks(outline, section, findings);
	for (int block = section ? section->first_block : 0; section && block < section->end_block; block++) {
		const struct block *item = &document->blocks[block];
		if (item->kind != BLOCK_ITEM || document_is_hidden(document, item->offset))
			continue;
		struct span text = item_first_line(document, block);
		outcome->listed += !has_box(text) && !text_is_placeholder(text);
	}
}

void session_outcome_read(const struct outline *outline, struct session_outcome *outcome, struct finding_list *findings)
{
	*outcome = (struct session_outcome){ 0 };
	outcome->metrics = session_metrics_read(outline, findings, &outcome->metric_count);
	read_resources(outline, outcome, findings);
}

const struct session_metric *session_metrics_last_of_each(
	struct arena *arena, const struct session_metric *metrics, size_t count, size_t *kept)
{
	struct session_metric *last = arena_new_array(arena, count, struct session_metric);
	*kept = 0;
	for (size_t i = 0; i < count; i++) {
		size_t k = 0;
		while (k < *kept && !metric_is(arena, last[k].name, metrics[i].name))
			k++;
		last[k] = metrics[i];
		*kept += k == *kept;
	}
	return last;
}
