/* How long before or after something, as an engagement says it: `2 days before`, `within 24 hours after`, `24h`,
 * `one working day`, `1 Tag`, `24小时内`, `mid-week`, `next session`. The words are alias data (timings:). */
#ifndef COACH_MODEL_TIMING_H
#define COACH_MODEL_TIMING_H

#include "model/aliases.h"

#include <stdbool.h>

struct timing {
	struct span
		text; /* as written; empty where nothing is said, or a placeholder is left in it ("[X] days before") */
	int minutes;  /* 0: the text names no length of time. Of a range (24-48 h) it is the longer one */
	bool by_days; /* said in days or weeks: whole days of the calendar */
	bool working_days; /* said in those: Saturdays and Sundays do not count (date_add_working_days) */
	bool mid_week;
	bool next_session;
	bool as_relevant;
	int weekday; /* enum weekday; -1: names none */
};

/* Days are 24 hours. Numbers from one to ten may be words; "the day
 * before" is one day, "the same day" 24 hours. Of several lengths the first counts. */
struct timing timing_read(struct arena *arena, const struct aliases *aliases, struct span text);

#endif
