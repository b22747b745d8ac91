/* What an engagement's Cancellation term says of missed sessions (docs/words.md, "Package"). */
#ifndef COACH_MODEL_MISSED_SESSIONS_H
#define COACH_MODEL_MISSED_SESSIONS_H

#include "model/aliases.h"

/* True where the term says that a missed session counts ("missed sessions count", "no-shows are charged"): in one of
 * its sentences the word behind the missed session says so, and nothing there makes it depend. A sentence that says the
 * opposite, or none, gives false: a text that is not clear changes nothing. */
bool missed_sessions_count(struct arena *arena, const struct aliases *aliases, struct span cancellation);

#endif
