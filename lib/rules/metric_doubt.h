/* Figures from which no progress can be told, in words for a person (model/metric.h). Pure. */
#ifndef COACH_RULES_METRIC_DOUBT_H
#define COACH_RULES_METRIC_DOUBT_H

#include "model/metric.h"

/* What is wrong and what to write instead; `what` NULL: nothing, or what a person means so, as a target in words. */
struct metric_doubt_words {
	const char *what, *hint;
};

struct metric_doubt_words metric_doubt_words(struct arena *arena, const struct engagement_metric *metric,
	struct span baseline, struct span value, const struct metric_figures *figures);

/* The figures of all metrics and of the Progress Log up to `today`: bad_value, a metric's own once. */
void lint_figures(
	struct arena *arena, const struct engagement *engagement, struct date today, struct finding_list *findings);

#endif
