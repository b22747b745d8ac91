/* How soon a message is answered, as an engagement's terms have it: `within 24 hours`, `within one working day`,
 * `binnen 2 Werktagen`, `一个工作日内`, `same day` (vault-template/practice/Templates/Engagement.md §1, Async Support).
 */
#ifndef COACH_MODEL_RESPONSE_TIME_H
#define COACH_MODEL_RESPONSE_TIME_H

#include "base/arena.h"
#include "base/date.h"
#include "base/span.h"

enum response_unit { RESPONSE_HOURS, RESPONSE_DAYS, RESPONSE_WORKING_DAYS };

struct response_time {
	int amount; /* 0 days: on the same day */
	enum response_unit unit;
};

/* The first such time in the text; of a range its larger end. False where it names none. */
bool response_time_read(struct arena *arena, struct span text, struct response_time *response);

/* The day by which a message is to be answered; `time` is in minutes after midnight, -1 where it is not known: then
 * the day counts from its end. Working days are Monday to Friday. */
struct date response_time_end(struct response_time response, struct date received, int time);

#endif
