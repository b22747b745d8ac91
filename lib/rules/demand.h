/* What the roster asks for: sessions a week, from each active client's cadence (docs/words.md, "Active"). */
#ifndef COACH_RULES_DEMAND_H
#define COACH_RULES_DEMAND_H

#include "rules/capacity.h"

/* NULL without a roster, or where two columns contradict. Clients whose cadence is not known are listed by name and add
 * nothing. Active clients past their programme's end still count, with a finding. */
const struct capacity_demand *demand_decide(
	struct arena *arena, const struct portfolio *portfolio, struct date today, struct finding_list *findings);

/* Programmes of active clients that end in [from, to]. */
struct result_list programme_endings(
	struct arena *arena, const struct portfolio *portfolio, struct date from, struct date to);

#endif
