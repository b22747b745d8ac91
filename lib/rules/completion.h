/* What became of the actions that were agreed (docs/words.md, "Due actions"). Part of a client's health
 * (rules/health.h). */
#ifndef COACH_RULES_COMPLETION_H
#define COACH_RULES_COMPLETION_H

#include "rules/health.h"

/* Actions that a judgement rests on, in the order of the records. */
struct judged_actions {
	const struct action **items;
	size_t count;
	size_t capacity;
};

/* The list grows in the arena; the action is borrowed. */
void judged_actions_add(struct arena *arena, struct judged_actions *judged, const struct action *action);

/* `client_id` as in records (model/records.h). The client's own actions, agreed in the last three sessions held by
 * `today` and due by then. `kept` is filled with those done on time, `unkept` with those done late or not at all,
 * without the pending ones. */
struct action_completion completion_decide(struct arena *arena, const struct records *records, int client_id,
	struct date today, struct judged_actions *kept, struct judged_actions *unkept);

/* True where most of what was due, the pending ones left out, was done late or not at all. */
bool completion_is_low(const struct action_completion *completion);

#endif
