/* The few notes of a vault that actions not done yet can be read from. The others are looked at and let go, so that a
 * vault of thousands of notes takes the time of reading it, and little memory. */
#ifndef COACH_PRACTICE_ACTION_SIEVE_H
#define COACH_PRACTICE_ACTION_SIEVE_H

#include "vault/notes.h"

/* As notes_scan, but keeps alone: notes with a line that may be an action not done yet, those with a line that may be
 * another copy of one (action_key), the client portfolio, and those that cannot be read. */
int action_notes_sift(struct arena *arena, const struct vault *vault, struct note_list *notes,
	struct finding_list *findings, struct error *error);

#endif
