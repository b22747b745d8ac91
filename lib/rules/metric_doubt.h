/* Figures from which no progress can be told, in words for a person (model/metric.h). Pure. */
#ifndef COACH_RULES_METRIC_DOUBT_H
#define COACH_RULES_METRIC_DOUBT_H

#include "model/metric.h"

/* What the text of a cell is, and what to write instead; `what` NULL: nothing is wrong, or a person means it so, as a
 * target in words. */
struct metric_doubt_words {
	struct span text;
	const char *what, *hint;
};

/* What is wrong with a value of the metric; `what` NULL too where it is the metric's own fault. */
struct metric_doubt_words metric_value_doubt(struct arena *arena, const struct engagement *engagement,
	const struct engagement_metric *metric, struct span value, struct date today);

/* The figures of all metrics and of the Progress Log up to `today`: bad_value, a metric's own once. */
void lint_figures(
	struct arena *arena, const struct engagement *engagement, struct date today, struct finding_list *findings);

#endif
