/* The situations that an engagement has decision rules for (vault-template/practice/Templates/Engagement.md §7), and
 * the words that name them in the alias files (`situations`): in the rules' own table, and in what a client writes. */
#ifndef COACH_MODEL_SITUATION_H
#define COACH_MODEL_SITUATION_H

#include "model/aliases.h"

enum situation {
	SITUATION_NEW_TOPIC,
	SITUATION_STUCK,
	SITUATION_OVERWHELMED,
	SITUATION_RESISTANT,
	SITUATION_SCOPE_CREEP,
	SITUATION_COUNT
};

extern const char *const situation_names[]; /* new_topic … NULL-terminated */

/* A bit (1 << enum situation) for each situation that the text names, as words or as a tag (#scope-creep). What a word
 * of negation stands before, in the same clause, is not named: "no longer stuck". */
unsigned situations_named(struct arena *arena, const struct aliases *aliases, struct span text);

#endif
