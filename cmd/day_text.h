/* What a day's plan says in each part of a day note. */
#ifndef COACH_CMD_DAY_TEXT_H
#define COACH_CMD_DAY_TEXT_H

#include "practice/day_template.h"
#include "rules/day_plan.h"

/* Fills `parts` (DAY_PART_COUNT): LF line ends, no line end behind the last line; in the arena. */
void day_text(struct arena *arena, const struct day_plan *plan, struct span *parts);

#endif
