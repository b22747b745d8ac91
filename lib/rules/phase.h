/* Where an engagement stands in its phases, and when the next one begins
 * (vault-template/practice/Templates/Engagement.md §4; docs/words.md, "Phase"). Pure. */
#ifndef COACH_RULES_PHASE_H
#define COACH_RULES_PHASE_H

#include "model/aliases.h"
#include "model/engagement.h"

/* The phase that Current Phase names: by the phase's own name, or as "phase 2" or one of its names in the alias files,
 * "Active" being the second; where it names none, the one whose sessions the number lies in. NULL where nothing tells.
 */
const struct engagement_phase *phase_current(
	struct arena *arena, const struct aliases *aliases, const struct engagement *engagement, int session_number);

/* The phase that follows the current one, once the session that was its last has been held (`session_number`); NULL:
 * nothing is to be changed. `done` becomes the phase that ends. */
const struct engagement_phase *phase_proposed(struct arena *arena, const struct aliases *aliases,
	const struct engagement *engagement, int session_number, const struct engagement_phase **done);

#endif
