#include "rules/metrics.h"

#include "model/metric.h"

enum { WHOLE = 100, TENTHS = 10 };

const char *const metric_pace_names[] = { "ahead", "on_pace", "behind", "no_data", NULL };

struct measuring {
	struct arena *arena;
	const struct engagement *engagement;
	int pace_points;
	struct date today;
};

/* Half away from zero. */
static long long tenths_of(long long gone, long long way)
{
	bool negative = (gone < 0) != (way < 0);
	long long part = gone < 0 ? -gone : gone;
	long long whole = way < 0 ? -way : way;
	long long tenths = (2 * WHOLE * TENTHS * part + whole) / (2 * whole);
	return negative ? -tenths : tenths;
}

/* A figure is at most 10^15, so that the product above fits. */
static struct decimal progress_of(const struct metric_figures *figures)
{
	if (figures->doubt != METRIC_CLEAR)
		return DECIMAL_UNKNOWN;
	long long way = figures->of[METRIC_TARGET].thousandths - figures->of[METRIC_BASELINE].thousandths;
	long long gone = figures->of[METRIC_VALUE].thousandths - figures->of[METRIC_BASELINE].thousandths;
	if (way == 0)
		return gone == 0 ? (struct decimal){ true, WHOLE * TENTHS } : DECIMAL_UNKNOWN;
	return (struct decimal){ true, tenths_of(gone, way) };
}

/* The share of the time between the engagement's start, else the metric's first row, and its deadline. */
static struct decimal expected_of(const struct measuring *measuring, const struct engagement_metric *metric)
{
	struct date start = measuring->engagement->start;
	const struct progress_entry *first =
		date_is_known(start)
			? NULL
			: metric_first(measuring->arena, measuring->engagement, metric->name, measuring->today);
	start = first ? first->date : start;
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
	if (over)
		return standing->reached ? PACE_ON_PACE : PACE_BEHIND;
	long long points = (long long)measuring->pace_points * TENTHS;
	long long before = standing->progress.tenths - standing->expected.tenths;
	if (standing->reached || before >= points)
		return PACE_AHEAD;
	return before <= -points ? PACE_BEHIND : PACE_ON_PACE;
}

static struct metric_standing measure(const struct measuring *measuring, const struct engagement_metric *metric)
{
	struct arena *arena = measuring->arena;
	const struct progress_entry *latest =
		metric_latest(arena, measuring->engagement, metric->name, measuring->today);
	struct metric_standing standing = {
		.name = metric->name,
		.baseline = metric->baseline,
		.target = metric->target,
		.value = latest ? latest->value : SPAN_NONE,
		.value_date = latest ? latest->date : DATE_NONE,
		.deadline = metric->deadline,
		.progress = DECIMAL_UNKNOWN,
		.expected = expected_of(measuring, metric),
		.position = document_position_of(measuring->engagement->document, metric->row),
	};
	if (latest) {
		struct span baseline = metric_baseline(arena, measuring->engagement, metric, measuring->today);
		struct metric_figures figures = metric_figures_read(arena, metric, baseline, latest->value);
		standing.progress = progress_of(&figures);
		standing.reached =
			standing.progress.known
				? standing.progress.tenths >= WHOLE * TENTHS
				: metric->target.length && metric_value_is(arena, latest->value, metric->target);
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

bool metric_came_closer(const struct metric_standing *before, const struct metric_standing *after)
{
	long long stood = before->progress.known ? before->progress.tenths : 0;
	bool known = before->progress.known || !before->value.at;
	return known && after->progress.known && after->progress.tenths > stood;
}
