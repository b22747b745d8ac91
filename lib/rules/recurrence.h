/* Which rituals and partner check-ins fall into a week (docs/weekly-plan.md).
 *
 * Weekly ones fall into every week; those every n weeks, unless they were ticked in one of the n - 1 weeks before.
 * Monthly, quarterly and yearly ones fall on their day (the "15 June" or "first Monday" their text names, else the
 * first Monday of the period) and stay due until they are ticked; a missed one is caught up. Where week notes since
 * that day do not mention it at all, it is taken as not tracked there and not due again. */
#ifndef COACH_RULES_RECURRENCE_H
#define COACH_RULES_RECURRENCE_H

#include "base/date.h"
#include "model/cadence.h"
#include "model/records.h"

enum recurrence_list { RECURRENCE_RITUALS, RECURRENCE_PARTNERS };

struct recurrence {
	struct span name;
	struct rhythm rhythm;
	int weekday; /* enum weekday, or -1 */
	int ordinal; /* 1–4, -1 for the last, 0 for none */
	struct calendar_day on;
};

/* True when it is due in the week; `since` is the day it fell on (DATE_NONE for rhythms without one). */
bool recurrence_is_due(struct arena *arena, const struct records *records, enum recurrence_list list,
	const struct recurrence *recurrence, struct week week, struct date *since);

/* True when the week's own note has it ticked already. */
bool recurrence_is_done(struct arena *arena, const struct records *records, enum recurrence_list list, struct span name,
	struct week week);

#endif
