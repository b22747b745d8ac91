/* What clients achieved in a week, and what to worry about. Part of a week's shutdown (rules/week_shutdown.h). */
#ifndef COACH_RULES_WEEK_FACTS_H
#define COACH_RULES_WEEK_FACTS_H

#include "rules/week_shutdown.h"

/* Wins: a metric that came closer to its target, an action of the client's that was done (✅) in the week, a milestone
 * of the week that is ticked. Concerns: red flags (rules/health.h). Seen on `day`, the last of the week that has come.
 */
void week_facts(struct arena *arena, const struct records *records, const struct week_shutdown_settings *settings,
	struct week week, struct date day, struct result_list *wins, struct result_list *concerns);

#endif
