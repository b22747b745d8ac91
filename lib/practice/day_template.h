/* A day note's template (Day.md). */
#ifndef COACH_PRACTICE_DAY_TEMPLATE_H
#define COACH_PRACTICE_DAY_TEMPLATE_H

#include "base/date.h"
#include "practice/note_template.h"

/* What init_day generates. */
enum day_part { DAY_SESSIONS, DAY_TOP_THREE, DAY_DUE, DAY_TOUCHES, DAY_CARRYOVER, DAY_PART_COUNT };

extern const struct note_template day_template;

/* The note of the day: its name in the language, and `parts` (DAY_PART_COUNT texts; NULL for a note without any). */
struct span day_template_fill(
	struct arena *arena, struct span template, enum language language, struct date date, const struct span *parts);

#endif
