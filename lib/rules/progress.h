/* When a client's metrics last moved (docs/words.md, "Stalled"). Part of a client's health (rules/health.h). */
#ifndef COACH_RULES_PROGRESS_H
#define COACH_RULES_PROGRESS_H

#include "base/date.h"
#include "model/engagement.h"

struct progress {
	const struct progress_entry *moved; /* the latest row that changed its metric; NULL when none did */
	const struct progress_entry *first; /* the earliest row; NULL: the log says nothing by that day */
};

/* A row changes its metric when its value is another (metric_value_is) than that of the row before of the same metric,
 * the first row of a metric when it differs from the baseline (or there is none). Rows are taken by date; those after
 * `today` are not. */
struct progress progress_decide(struct arena *arena, const struct engagement *engagement, struct date today);

#endif
