/* When to ask a client how it goes, between two sessions (vault-template/practice/Templates/Engagement.md §8, Email
 * Templates: "Mid-week between sessions"; docs/words.md, "Check-in"). Pure. */
#ifndef COACH_RULES_CHECK_IN_H
#define COACH_RULES_CHECK_IN_H

#include "base/date.h"

/* The Wednesday of the first week between the sessions that has neither; DATE_NONE where there is no such week:
 * sessions that follow week by week need none. Without a next session (DATE_NONE), the Wednesday of the week after. */
struct date check_in_day(struct date session, struct date next);

#endif
