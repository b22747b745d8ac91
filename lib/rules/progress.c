#include "rules/progress.h"

#include "model/metric.h"
#include "model/metric_name.h"

#include <stdlib.h>

/* A row of the log, or a metric's baseline, as what it is sorted and compared by. */
struct reading {
	struct span metric;
	struct span value;
	struct date date;                   /* DATE_NONE, before all others, for a baseline */
	const struct progress_entry *entry; /* NULL for a baseline */
};

static int compare_readings(const void *left, const void *right)
{
	const struct reading *a = left;
	const struct reading *b = right;
	int order = span_compare(a->metric, b->metric);
	if (order == 0)
		order = date_compare(a->date, b->date);
	return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
}

/* By metric, and for each from the baseline on in order of date. */
static struct reading *sorted_readings(
	struct arena *arena, const struct engagement *engagement, struct date today, size_t *count)
{
	struct reading *readings =
		arena_new_array(arena, engagement->metric_count + engagement->progress_count, struct reading);
	*count = 0;
	for (size_t i = 0; i < engagement->metric_count; i++) {
		const struct engagement_metric *metric = &engagement->metrics[i];
		readings[(*count)++] =
			(struct reading){ metric_key(arena, metric->name), metric->baseline, DATE_NONE, NULL };
	}
	for (size_t i = 0; i < engagement->progress_count; i++) {
		const struct progress_entry *entry = &engagement->progress[i];
		if (date_compare(entry->date, today) <= 0)
			readings[(*count)++] =
				(struct reading){ metric_key(arena, entry->metric), entry->value, entry->date, entry };
	}
	if (*count > 1)
		qsort(readings, *count, sizeof(*readings), compare_readings);
	return readings;
}

static bool changes_metric(struct arena *arena, const struct reading *readings, size_t index)
{
	bool has_before = index > 0 && span_equal(readings[index - 1].metric, readings[index].metric);
	return !has_before || !metric_value_is(arena, readings[index - 1].value, readings[index].value);
}

struct progress progress_decide(struct arena *arena, const struct engagement *engagement, struct date today)
{
	struct progress progress = { NULL, NULL };
	size_t count;
	const struct reading *readings = sorted_readings(arena, engagement, today, &count);
	for (size_t i = 0; i < count; i++) {
		const struct progress_entry *entry = readings[i].entry;
		if (!entry)
			continue;
		if (!progress.first || date_compare(entry->date, progress.first->date) < 0)
			progress.first = entry;
		if ((!progress.moved || date_compare(entry->date, progress.moved->date) > 0) &&
			changes_metric(arena, readings, i))
			progress.moved = entry;
	}
	return progress;
}
