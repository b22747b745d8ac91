/* What a week plan says in each part of a week note. */
#ifndef COACH_CMD_WEEK_TEXT_H
#define COACH_CMD_WEEK_TEXT_H

#include "practice/week_template.h"
#include "rules/week_plan.h"

/* Fills `parts` (WEEK_PART_COUNT): LF line ends, no line end behind the last line; in the arena. `done` is
 * week_done_lines (rules/week_settled.h). */
void week_text(struct arena *arena, const struct week_plan *plan, const struct result_list *done, struct span *parts);

#endif
