/* Where an engagement stands in its phases, what that asks for, and when the next one begins
 * (vault-template/practice/Templates/Engagement.md §4; docs/words.md, "Phase"). Pure. */
#ifndef COACH_RULES_PHASE_H
#define COACH_RULES_PHASE_H

#include "model/aliases.h"
#include "model/engagement.h"
#include "model/records.h"

/* What a phase is for. */
enum phase_kind { PHASE_ONBOARDING, PHASE_IMPLEMENTATION, PHASE_OPTIMIZATION, PHASE_KIND_COUNT };

struct phase_standing {
	const struct engagement_phase *phase; /* NULL where nothing tells */
	enum phase_kind kind;                 /* PHASE_KIND_COUNT where nothing tells */
	bool by_number;                       /* the session's number tells the phase, and not Current Phase */
};

/* The phase that Current Phase names: by the phase's own name, or as "phase 2" or one of its names in the alias files,
 * "Active" being the second; where it names none, the one whose sessions the number lies in. Its kind is what its name
 * says, else what Current Phase says, else that of its place: the first of several begins, the last of three or more
 * ends. Without a phase the kind is what Current Phase says. */
struct phase_standing phase_stand(
	struct arena *arena, const struct aliases *aliases, const struct engagement *engagement, int session_number);

/* The phase alone. */
const struct engagement_phase *phase_current(
	struct arena *arena, const struct aliases *aliases, const struct engagement *engagement, int session_number);

/* The focus that the phases name for a session: of the row with its number; else, in the current phase, of the row of
 * its month, counted from the phase's first session; else all rows of a table that knows neither. Empty without.
 * `engagement` may be NULL; the session need not be among the records. */
struct span phase_focus(struct arena *arena, const struct aliases *aliases, const struct records *records,
	const struct engagement *engagement, const struct session *session);

/* The phase that follows the current one, once the session that was its last has been held (`session_number`); NULL:
 * nothing is to be changed. `done` becomes the phase that ends. */
const struct engagement_phase *phase_proposed(struct arena *arena, const struct aliases *aliases,
	const struct engagement *engagement, int session_number, const struct engagement_phase **done);

#endif
