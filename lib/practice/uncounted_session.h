/* A session note that does not count, since its day, say, cannot be read: while a client has one, which session is the
 * last or the next cannot be told (docs/formats.md, "Session"). */
#ifndef COACH_PRACTICE_UNCOUNTED_SESSION_H
#define COACH_PRACTICE_UNCOUNTED_SESSION_H

#include "practice/client_choice.h"
#include "practice/practice.h"

/* Fails (ERROR_PARSE) at what keeps such a note of the client from counting, which loading has `found`. 0 where all of
 * them count. */
int uncounted_session_refuse(struct arena *arena, const struct practice *practice, const struct finding_list *found,
	const struct client_choice *choice, struct error *error);

#endif
