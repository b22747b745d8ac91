/* A generated note in the words of the person who keeps it: their note may call Priorities "Prioritäten". */
#ifndef COACH_CMD_OWN_HEADINGS_H
#define COACH_CMD_OWN_HEADINGS_H

#include "md/document.h"
#include "model/aliases.h"

/* The document's text with each heading from level 2 down as `own` has it, where `own` has no heading of the same title
 * but one that says the same by the aliases. Each heading of `own` is taken once. */
struct span own_headings(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const struct document *own);

#endif
