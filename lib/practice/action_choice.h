/* The action that a person means by its id, where it stands, or a part of its text. */
#ifndef COACH_PRACTICE_ACTION_CHOICE_H
#define COACH_PRACTICE_ACTION_CHOICE_H

#include "base/error.h"
#include "model/records.h"

/* `words` is the whole id; or `path:line`, also of a copy; or words of the text, each in full or its beginning, in any
 * order; a text that is the whole wins over those that only hold the words. Those of one client alone where `client_id`
 * is not CLIENT_NOBODY. None or several: ERROR_NOT_FOUND, and `action` is NULL or the first of them; the hint then
 * lists those that fit, with their ids or places. */
int action_choose(struct arena *arena, const struct action_list *actions, int client_id, struct span words,
	const struct action **action, struct error *error);

/* True where the words are the action's id, or its whole text. */
bool action_is_whole(struct arena *arena, const struct action *action, struct span words);

#endif
