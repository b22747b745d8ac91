/* The milestone of an engagement that a person means by words of its name. */
#ifndef COACH_PRACTICE_MILESTONE_CHOICE_H
#define COACH_PRACTICE_MILESTONE_CHOICE_H

#include "base/error.h"
#include "model/records.h"

struct milestone_choice {
	const struct engagement *engagement;
	const struct engagement_milestone *milestone;
	bool whole; /* the words are its whole name */
};

/* As action_choose does (practice/action_choice.h): words of the name, each in full or its beginning, in any order; the
 * whole name wins. Those that are done, or not done yet, as `done` says; of one client alone where `client_id` is not
 * CLIENT_NOBODY. None or several: ERROR_NOT_FOUND, and `choice` has no milestone, or the first of them; the hint then
 * lists those that fit, with client and place. */
int milestone_choose(struct arena *arena, const struct records *records, int client_id, struct span words, bool done,
	struct milestone_choice *choice, struct error *error);

#endif
