#include "model/metric.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/metric_name.h"

/* --- readings ---------------------------------------------------------------------------------------------------- */

static bool is_reading(struct arena *arena, const struct progress_entry *entry, struct span key, struct date today)
{
	return (!date_is_known(today) || date_compare(entry->date, today) <= 0) &&
	       span_equal(metric_key(arena, entry->metric), key);
}

const struct progress_entry *metric_latest(
	struct arena *arena, const struct engagement *engagement, struct span metric, struct date today)
{
	const struct progress_entry *latest = NULL;
	struct span key = metric_key(arena, metric);
	for (size_t i = 0; i < engagement->progress_count; i++) {
		const struct progress_entry *entry = &engagement->progress[i];
		if (is_reading(arena, entry, key, today) && (!latest || date_compare(entry->date, latest->date) >= 0))
			latest = entry;
	}
	return latest;
}

const struct progress_entry *metric_first(
	struct arena *arena, const struct engagement *engagement, struct span metric, struct date today)
{
	const struct progress_entry *first = NULL;
	struct span key = metric_key(arena, metric);
	for (size_t i = 0; i < engagement->progress_count; i++) {
		const struct progress_entry *entry = &engagement->progress[i];
		if (is_reading(arena, entry, key, today) && (!first || date_compare(entry->date, first->date) < 0))
			first = entry;
	}
	return first;
}

bool metric_value_is(struct arena *arena, struct span value, struct span other)
{
	struct span texts[] = { value, other };
	struct figure figures[2];
	figures_read(arena, texts, 2, figures);
	if (!figures[0].known || !figures[1].known)
		return span_equal(
			utf8_fold(arena, text_plain(arena, value)), utf8_fold(arena, text_plain(arena, other)));
	if (figures[0].unit.length && figures[1].unit.length)
		return figure_is_alike(&figures[0], &figures[1]) && figures[0].thousandths == figures[1].thousandths;
	return figures[0].thousandths / figures[0].times == figures[1].thousandths / figures[1].times;
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

struct span metric_baseline(struct arena *arena, const struct engagement *engagement,
	const struct engagement_metric *metric, struct date today)
{
	struct span start = figure_start(arena, metric->target);
	if (metric->baseline.length || start.length)
		return metric->baseline.length ? metric->baseline : start;
	const struct progress_entry *first = metric_first(arena, engagement, metric->name, today);
	return first ? first->value : SPAN_NONE;
}

/* False where one of them becomes too large. */
static bool share_unit(struct figure *figures, struct span unit, long long times)
{
	for (int cell = 0; cell < METRIC_CELLS; cell++)
		if (!figures[cell].unit.length && !figure_take_unit(&figures[cell], unit, times))
			return false;
	return true;
}

/* The cell whose unit is not the metric's; METRIC_CELLS for none. */
static enum metric_cell settle_unit(struct arena *arena, struct span name, struct figure *figures)
{
	const struct figure *target = &figures[METRIC_TARGET];
	const struct figure *baseline = &figures[METRIC_BASELINE];
	const struct figure *value = &figures[METRIC_VALUE];
	const struct figure own = target->unit.length ? *target : *baseline;
	if (!figure_is_alike(target, baseline))
		return METRIC_BASELINE;
	if (!own.unit.length && !value->unit.length)
		return METRIC_CELLS;
	if (!own.unit.length) {
		long long times = figure_unit_in(arena, name, value->unit);
		return times && share_unit(figures, value->unit, times) ? METRIC_CELLS : METRIC_VALUE;
	}
	bool of_two = target->unit.length && baseline->unit.length && target->times != baseline->times;
	bool odd = value->unit.length ? !figure_is_alike(value, &own) : of_two;
	return !odd && share_unit(figures, own.unit, own.times) ? METRIC_CELLS : METRIC_VALUE;
}

struct metric_figures metric_figures_read(
	struct arena *arena, const struct engagement_metric *metric, struct span baseline, struct span value)
{
	struct metric_figures figures = { .doubt = METRIC_CLEAR };
	const struct span texts[] = {
		[METRIC_TARGET] = metric->target, [METRIC_VALUE] = value, [METRIC_BASELINE] = baseline
	};
	figures_read(arena, texts, METRIC_CELLS, figures.of);
	for (int cell = METRIC_CELLS; cell-- > 0;) {
		if (figures.of[cell].known)
			continue;
		figures.doubt = figures.of[cell].two_readings ? METRIC_TWO_READINGS : METRIC_NO_FIGURE;
		figures.doubtful = (enum metric_cell)cell;
	}
	if (figures.doubt != METRIC_CLEAR)
		return figures;
	figures.doubtful = settle_unit(arena, metric->name, figures.of);
	figures.doubt = figures.doubtful == METRIC_CELLS ? METRIC_CLEAR : METRIC_OTHER_UNIT;
	return figures;
}
