/* What does not fit together between notes: roster, engagement files, sessions. Pure. */
#ifndef COACH_RULES_LINT_PRACTICE_H
#define COACH_RULES_LINT_PRACTICE_H

#include "model/records.h"

/* Sessions that are over and still planned; figures of metrics that tell nothing (rules/metric_doubt.h); active clients
 * of the roster without an engagement file; clients with sessions that the roster does not name, each once, at the
 * first session. Of clients nothing without a roster that has any. */
void lint_practice(
	struct arena *arena, const struct records *records, struct date today, struct finding_list *findings);

#endif
