#include "rules/metrics.h"

#include "model/figure.h"
#include "model/metric_name.h"

enum { WHOLE = 100, TENTHS = 10 };

const char *const metric_pace_names[] = { "ahead", "on_pace", "behind", "no_data", NULL };

struct measuring {
	struct arena *arena;
	const struct engagement *engagement;
	int pace_points;
	struct date today;
};

/* The first and the latest row of a metric in the log, by today; NULL for none. */
struct readings {
	const struct progress_entry *first;
	const struct progress_entry *latest;
};

static struct readings readings_of(const struct measuring *measuring, const struct engagement_metric *metric)
{
	struct readings readings = { NULL, NULL };
	for (size_t i = 0; i < measuring->engagement->progress_count; i++) {
		const struct progress_entry *entry = &measuring->engagement->progress[i];
		if (date_compare(entry->date, measuring->today) > 0 ||
			!metric_is(measuring->arena, entry->metric, metric->name))
			continue;
		if (!readings.first || date_compare(entry->date, readings.first->date) < 0)
			readings.first = entry;
		if (!readings.latest || date_compare(entry->date, readings.latest->date) >= 0)
			readings.latest = entry;
	}
	return readings;
}

/* A target of `3 → 8` says where it began; so does the first row of the log. */
static struct figure baseline_of(
	struct arena *arena, const struct engagement_metric *metric, const struct readings *readings)
{
	struct figure baseline = figure_read(arena, metric->baseline);
	if (!baseline.known && !metric->baseline.length)
		baseline = figure_read_start(arena, metric->target);
	if (!baseline.known && !metric->baseline.length && readings->first)
		baseline = figure_read(arena, readings->first->value);
	return baseline;
}

static struct fraction ratio(struct fraction part, struct fraction whole)
{
	return fraction_of(part.numerator * whole.denominator, part.denominator * whole.numerator);
}

static struct decimal progress_of(
	const struct figure *baseline, const struct figure *target, const struct figure *value)
{
	bool comparable = baseline->known && target->known && value->known && figure_is_alike(baseline, target) &&
			  figure_is_alike(value, target) && figure_is_alike(baseline, value);
	if (!comparable)
		return DECIMAL_UNKNOWN;
	struct fraction way = fraction_subtract(target->value, baseline->value);
	struct fraction gone = fraction_subtract(value->value, baseline->value);
	if (way.numerator == 0)
		return gone.numerator == 0 ? (struct decimal){ true, WHOLE * TENTHS } : DECIMAL_UNKNOWN;
	struct fraction share = ratio(gone, way);
	return fraction_round(fraction_of(WHOLE * share.numerator, share.denominator));
}

/* The share of the time between the engagement's start, else the metric's first row, and its deadline. */
static struct decimal expected_of(
	const struct measuring *measuring, const struct engagement_metric *metric, const struct readings *readings)
{
	struct date start = measuring->engagement->start;
	if (!date_is_known(start) && readings->first)
		start = readings->first->date;
	if (!date_is_known(start) || !date_is_known(metric->deadline) || date_compare(start, metric->deadline) >= 0)
		return DECIMAL_UNKNOWN;
	int passed = date_difference(start, measuring->today);
	int all = date_difference(start, metric->deadline);
	if (passed >= all)
		return (struct decimal){ true, WHOLE * TENTHS };
	return passed <= 0 ? (struct decimal){ true, 0 } : fraction_round(fraction_of((long long)WHOLE * passed, all));
}

static enum metric_pace pace_of(const struct measuring *measuring, const struct metric_standing *standing)
{
	bool known = standing->progress.known && standing->expected.known;
	if (!known)
		return PACE_NO_DATA;
	bool over = date_compare(measuring->today, standing->deadline) > 0;
	bool reached = standing->progress.tenths >= WHOLE * TENTHS;
	if (over)
		return reached ? PACE_ON_PACE : PACE_BEHIND;
	long long points = (long long)measuring->pace_points * TENTHS;
	long long before = standing->progress.tenths - standing->expected.tenths;
	if (reached || before >= points)
		return PACE_AHEAD;
	return before <= -points ? PACE_BEHIND : PACE_ON_PACE;
}

static struct metric_standing measure(const struct measuring *measuring, const struct engagement_metric *metric)
{
	struct arena *arena = measuring->arena;
	struct readings readings = readings_of(measuring, metric);
	struct metric_standing standing = {
		.name = metric->name,
		.baseline = metric->baseline,
		.target = metric->target,
		.value = readings.latest ? readings.latest->value : SPAN_NONE,
		.value_date = readings.latest ? readings.latest->date : DATE_NONE,
		.deadline = metric->deadline,
		.progress = DECIMAL_UNKNOWN,
		.expected = expected_of(measuring, metric, &readings),
		.position = document_position_of(measuring->engagement->document, metric->row),
	};
	if (readings.latest) {
		struct figure baseline = baseline_of(arena, metric, &readings);
		struct figure target = figure_read(arena, metric->target);
		struct figure value = figure_read(arena, readings.latest->value);
		standing.progress = progress_of(&baseline, &target, &value);
	}
	standing.pace = (int)pace_of(measuring, &standing);
	return standing;
}

struct result_list metrics_decide(
	struct arena *arena, const struct engagement *engagement, int pace_points, struct date today)
{
	struct measuring measuring = { arena, engagement, pace_points, today };
	struct metric_standing *standings = arena_new_array(arena, engagement->metric_count, struct metric_standing);
	for (size_t i = 0; i < engagement->metric_count; i++)
		standings[i] = measure(&measuring, &engagement->metrics[i]);
	return (struct result_list){ standings, engagement->metric_count };
}
