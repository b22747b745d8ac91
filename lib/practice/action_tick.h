/* Ticks an action wherever it stands. */
#ifndef COACH_PRACTICE_ACTION_TICK_H
#define COACH_PRACTICE_ACTION_TICK_H

#include "practice/practice.h"
#include "vault/changeset.h"

struct action_tick {
	const struct action *action;  /* one of the practice's */
	const struct action **copies; /* those that week and day notes, or notes with its id, carry on and that are not
				       * done yet; those of one note together, beginning with the action's own */
	size_t copy_count;
	struct date day;   /* on which it was done */
	bool again;        /* a line for its next time is written above it */
	int days_to_next;  /* how far its dates move in that line; 0 where it has none */
	struct date today; /* when that line is made */
};

/* Finds the copies; the rest is the caller's to fill in. */
struct action_tick action_tick_of(struct arena *arena, const struct records *records, const struct action *action);

/* Puts the changed notes into the changeset. */
void action_tick_write(struct arena *arena, const struct vault *vault, const struct practice *practice,
	const struct action_tick *tick, struct changeset *changes, struct finding_list *findings);

#endif
