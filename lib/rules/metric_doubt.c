#include "rules/metric_doubt.h"

#include "model/metric_name.h"

static const char *const write_one = "write one figure, such as 7, 35 %, 3 → 8";

static bool has_digit(struct span text)
{
	return span_find_any(text, "0123456789") < text.length;
}

/* A target without a digit is one in words, and an empty baseline none. */
static struct metric_doubt_words no_figure(
	struct arena *arena, enum metric_cell cell, struct span text, struct span target)
{
	if (cell == METRIC_VALUE)
		return (struct metric_doubt_words){
			arena_printf(arena, "\"%.*s\" is no figure: it tells of no progress towards %.*s",
				SPAN_PRINT(text), SPAN_PRINT(target)),
			write_one
		};
	if (!has_digit(text))
		return (struct metric_doubt_words){ NULL, NULL };
	return (struct metric_doubt_words){
		arena_printf(arena, "\"%.*s\" is not one figure: no progress can be told", SPAN_PRINT(text)), write_one
	};
}

static struct metric_doubt_words two_readings(struct arena *arena, struct span text)
{
	return (struct metric_doubt_words){
		arena_printf(arena, "\"%.*s\" has thousands or decimals, and nothing in its row tells which",
			SPAN_PRINT(text)),
		"write thousands without the point, or decimals with another number of figures behind it"
	};
}

static struct metric_doubt_words other_unit(
	struct arena *arena, enum metric_cell cell, struct span text, struct span baseline, struct span target)
{
	const char *what =
		cell == METRIC_VALUE
			? arena_printf(arena, "\"%.*s\" is not in the unit of %.*s and %.*s: it tells of no progress",
				  SPAN_PRINT(text), SPAN_PRINT(baseline), SPAN_PRINT(target))
			: arena_printf(arena, "baseline %.*s and target %.*s have two units: no progress can be told",
				  SPAN_PRINT(text), SPAN_PRINT(target));
	return (struct metric_doubt_words){ what, "write the unit with baseline and target, or in the metric's name" };
}

struct metric_doubt_words metric_doubt_words(struct arena *arena, const struct engagement_metric *metric,
	struct span baseline, struct span value, const struct metric_figures *figures)
{
	const struct span texts[] = {
		[METRIC_TARGET] = metric->target, [METRIC_VALUE] = value, [METRIC_BASELINE] = baseline
	};
	enum metric_cell cell = figures->doubtful;
	switch (figures->doubt) {
	case METRIC_NO_FIGURE:
		return no_figure(arena, cell, texts[cell], metric->target);
	case METRIC_TWO_READINGS:
		return two_readings(arena, texts[cell]);
	case METRIC_OTHER_UNIT:
		return other_unit(arena, cell, texts[cell], baseline, metric->target);
	case METRIC_CLEAR:
		break;
	}
	return (struct metric_doubt_words){ NULL, NULL };
}

/* --- lint -------------------------------------------------------------------------------------------------------- */

static void lint_metric(struct arena *arena, const struct engagement *engagement,
	const struct engagement_metric *metric, const struct span *keys, struct date today,
	struct finding_list *findings)
{
	struct span baseline = metric_baseline(arena, engagement, metric, today);
	struct span key = metric_key(arena, metric->name);
	bool told = false;
	for (size_t i = 0; i < engagement->progress_count; i++) {
		const struct progress_entry *entry = &engagement->progress[i];
		if (!span_equal(keys[i], key) || date_compare(entry->date, today) > 0)
			continue;
		struct metric_figures figures = metric_figures_read(arena, metric, baseline, entry->value);
		struct metric_doubt_words words = metric_doubt_words(arena, metric, baseline, entry->value, &figures);
		bool own = figures.doubtful != METRIC_VALUE;
		if (!words.what || (own && told))
			continue;
		told |= own;
		finding_hint(findings,
			finding_add(findings, FINDING_BAD_VALUE,
				document_position_of(engagement->document, own ? metric->row : entry->row), "%.*s: %s",
				SPAN_PRINT(metric->name), words.what),
			"%s", words.hint);
	}
}

void lint_figures(
	struct arena *arena, const struct engagement *engagement, struct date today, struct finding_list *findings)
{
	struct span *keys = arena_new_array(arena, engagement->progress_count, struct span);
	for (size_t i = 0; i < engagement->progress_count; i++)
		keys[i] = metric_key(arena, engagement->progress[i].metric);
	for (size_t i = 0; i < engagement->metric_count; i++)
		lint_metric(arena, engagement, &engagement->metrics[i], keys, today, findings);
}
