/* A week note's template (Week.md). */
#ifndef COACH_PRACTICE_WEEK_TEMPLATE_H
#define COACH_PRACTICE_WEEK_TEMPLATE_H

#include "base/date.h"
#include "practice/note_template.h"

/* What init_week generates. */
enum week_part {
	WEEK_PRIORITIES,
	WEEK_CLIENTS,
	WEEK_CHECKPOINTS,
	WEEK_WATCHLIST,
	WEEK_RITUALS,
	WEEK_PARTNERS,
	WEEK_CAPACITY,
	WEEK_CARRYOVER,
	WEEK_PART_COUNT
};

extern const struct note_template week_template;

/* The note of the week: its name and days, and `parts` (WEEK_PART_COUNT texts; NULL for a note without any). */
struct span week_template_fill(struct arena *arena, struct span template, struct week week, const struct span *parts);

#endif
