/* The status of a session, in its note. */
#ifndef COACH_PRACTICE_SESSION_STATUS_H
#define COACH_PRACTICE_SESSION_STATUS_H

#include "base/error.h"
#include "md/edit.h"
#include "model/outline.h"
#include "model/words.h"

/* Sets the front matter's status by the word of the note's language; a note that says it already, in whatever words,
 * stays as it is. Errors are property_set's. */
int session_status_set(
	const struct outline *outline, struct edit_list *edits, enum session_status status, struct error *error);

#endif
