/* When to ask a client how it goes, between two sessions, by what the engagement says
 * (vault-template/practice/Templates/Engagement.md §8, Email Templates and Touch Patterns; docs/words.md, "Check-in").
 * Pure. */
#ifndef COACH_RULES_CHECK_IN_H
#define COACH_RULES_CHECK_IN_H

#include "model/records.h"

/* Days without a session in which a check-in is asked for, and the one on which it is due. */
struct check_in {
	struct date from, due, to;
};

/* The weekday that the engagement (may be NULL) names for check-ins, in the week of that day; else its Wednesday. */
struct date mid_week_day(const struct engagement *engagement, struct date day);

/* Of the week of that day; where the engagement counts from the session (`5 days after`), the week that begins so many
 * days after it. It is asked for where no session is held from `from` to `to`. */
struct check_in check_in_of(const struct engagement *engagement, struct date session, struct date day);

/* The day of the first one behind the session; DATE_NONE where the next session (DATE_NONE: none is booked) is no later
 * than its week, as sessions that follow week by week need none. */
struct date check_in_day(const struct engagement *engagement, struct date session, struct date next);

/* The coach's own action that promises it, in whatever state: a task below Next Session of one of the client's session
 * notes, due from `from` to `to`. NULL for none. */
const struct task *check_in_promised(const struct records *records, int client_id, const struct check_in *check_in);

#endif
