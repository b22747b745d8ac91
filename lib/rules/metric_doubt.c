#include "rules/metric_doubt.h"

#include "base/span_index.h"
#include "model/metric_name.h"

static const char *const write_one = "write one figure, such as 7, 35 %, 3 → 8";

static bool has_digit(struct span text)
{
	return span_find_any(text, "0123456789") < text.length;
}

static struct metric_doubt_words words_of(struct span text, const char *what, const char *hint)
{
	return (struct metric_doubt_words){ text, what, hint };
}

/* A target without a digit is one in words, and an empty baseline none. */
static struct metric_doubt_words no_figure(
	struct arena *arena, enum metric_cell cell, struct span text, struct span target)
{
	if (cell == METRIC_VALUE)
		return words_of(text,
			arena_printf(arena, "no figure: it tells of no progress towards %.*s", SPAN_PRINT(target)),
			write_one);
	return words_of(text, has_digit(text) ? "not one figure: no progress can be told" : NULL, write_one);
}

static struct metric_doubt_words other_unit(
	struct arena *arena, enum metric_cell cell, struct span text, struct span baseline, struct span target)
{
	const char *what = cell == METRIC_VALUE
				   ? arena_printf(arena, "not in the unit of %.*s and %.*s: it tells of no progress",
					     SPAN_PRINT(baseline), SPAN_PRINT(target))
				   : arena_printf(arena, "not in the unit of the target, %.*s: no progress can be told",
					     SPAN_PRINT(target));
	return words_of(text, what, "write it without its unit, or the unit with baseline and target");
}

static struct metric_doubt_words doubt_words(struct arena *arena, const struct engagement_metric *metric,
	struct span baseline, struct span value, const struct metric_figures *figures)
{
	const struct span texts[METRIC_CELLS + 1] = {
		[METRIC_TARGET] = metric->target, [METRIC_VALUE] = value, [METRIC_BASELINE] = baseline
	};
	struct span text = texts[figures->doubtful];
	switch (figures->doubt) {
	case METRIC_NO_FIGURE:
		return no_figure(arena, figures->doubtful, text, metric->target);
	case METRIC_TWO_READINGS:
		return words_of(text, "of thousands or decimals, and nothing in its row tells which",
			"write thousands without the point, or decimals with another number of figures behind it");
	case METRIC_OTHER_UNIT:
		return other_unit(arena, figures->doubtful, text, baseline, metric->target);
	case METRIC_CLEAR:
		break;
	}
	return words_of(text, NULL, NULL);
}

struct metric_doubt_words metric_value_doubt(struct arena *arena, const struct engagement *engagement,
	const struct engagement_metric *metric, struct span value, struct date today)
{
	struct span baseline = metric_baseline(arena, engagement, metric, today);
	struct metric_figures figures = metric_figures_read(arena, metric, baseline, value);
	struct metric_doubt_words words = doubt_words(arena, metric, baseline, value, &figures);
	return figures.doubtful == METRIC_VALUE ? words : (struct metric_doubt_words){ value, NULL, NULL };
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
		struct metric_doubt_words words = doubt_words(arena, metric, baseline, entry->value, &figures);
		bool own = figures.doubtful != METRIC_VALUE;
		if (!words.what || (own && told))
			continue;
		told |= own;
		finding_hint(findings,
			finding_add(findings, FINDING_BAD_VALUE,
				document_position_of(engagement->document, own ? metric->row : entry->row),
				"%.*s: \"%.*s\" is %s", SPAN_PRINT(metric->name), SPAN_PRINT(words.text), words.what),
			"%s", words.hint);
	}
}

/* The figures of a metric that was renamed, or was none: once for each name. */
static void lint_unknown(struct arena *arena, const struct engagement *engagement, const struct span *keys,
	struct finding_list *findings)
{
	struct span *metrics = arena_new_array(arena, engagement->metric_count, struct span);
	for (size_t i = 0; i < engagement->metric_count; i++)
		metrics[i] = metric_key(arena, engagement->metrics[i].name);
	struct span_index known = span_index_of(arena, metrics, engagement->metric_count);
	struct span_index rows = span_index_of(arena, keys, engagement->progress_count);
	for (size_t i = 0; engagement->metric_count && i < engagement->progress_count; i++) {
		const struct progress_entry *entry = &engagement->progress[i];
		if (!keys[i].length || span_index_has(&known, keys[i]) || span_index_find(&rows, keys[i], 0) != i)
			continue;
		finding_hint(findings,
			finding_add(findings, FINDING_METRIC_UNKNOWN,
				document_position_of(engagement->document, entry->row),
				"%.*s is no metric of the engagement: no progress is told of it",
				SPAN_PRINT(entry->metric)),
			"name it among the Client Success Metrics, or write the rows under that metric's name");
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
	lint_unknown(arena, engagement, keys, findings);
}
