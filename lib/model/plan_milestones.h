/* The milestones of a quarterly plan, for plan.c. */
#ifndef COACH_MODEL_PLAN_MILESTONES_H
#define COACH_MODEL_PLAN_MILESTONES_H

#include "model/outline.h"
#include "model/plan.h"

/* Fills the plan's milestones in order of the note; its quarter is known. Read are: tasks and list items of the
 * Milestones section, and list items anywhere that begin with a week of a month, `[March Week 2]`, `[März Woche 2]`,
 * `[3月第2周]`. Week 1 of a month is the one with its first Thursday, as in ISO years; the year is the one that brings
 * the month nearest to the plan's quarter. */
void plan_milestones_read(const struct outline *outline, struct plan *plan, struct finding_list *findings);

#endif
