/* What a day's plan says in each part of a day note, in the note's language. */
#ifndef COACH_CMD_DAY_TEXT_H
#define COACH_CMD_DAY_TEXT_H

#include "practice/day_template.h"
#include "rules/day_plan.h"

/* Fills `parts` (DAY_PART_COUNT): LF line ends, no line end behind the last line; in the arena. */
void day_text(struct arena *arena, enum language language, const struct day_plan *plan, struct span *parts);

/* "no agenda yet: coach prep_session \"Ana Silva\"": what the session asks for in the note of that day; at == NULL for
 * nothing. Another day's is named with its --date. */
struct span day_todo_text(
	struct arena *arena, enum language language, const struct day_session *session, struct date day);

#endif
