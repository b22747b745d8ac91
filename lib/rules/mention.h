/* Which ritual or partner a ticked line is of (docs/weekly-plan.md), and whom a line names. Pure.
 *
 * `init_week` writes the name first, then a dash and what there is to know; people also write the name into words of
 * their own. "Pipeline Review" is not the ritual "Review", Joanna is not Ann. */
#ifndef COACH_RULES_MENTION_H
#define COACH_RULES_MENTION_H

#include "base/arena.h"
#include "base/span.h"

/* Names of one list, folded (utf8_fold_title). */
struct mention_names {
	struct span *items;
	size_t count;
};

/* True where the head of the text, up to its end or to a dash, is the folded name, and no longer one; else, where no
 * name is the head, if it is the longest of the names that stand in the text as whole words. */
bool mention_is_of(struct arena *arena, struct span text, struct span name, const struct mention_names *names);

/* Sets `found` of each folded name that stands in the text as whole words and is no part of a longer one there. */
void mention_find(struct arena *arena, struct span text, const struct mention_names *names, bool *found);

#endif
