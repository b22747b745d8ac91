/* A generated note in the words of the person who keeps it: their note may call Priorities "Prioritäten" and
 * the date "datum". */
#ifndef COACH_CMD_OWN_WORDS_H
#define COACH_CMD_OWN_WORDS_H

#include "md/document.h"
#include "model/aliases.h"

/* The document's text with each heading from level 2 down, and each entry of the front matter, as `own` has it, where
 * `own` has none of the same text (of the same key) but one that says the same by the aliases. Each heading of `own` is
 * taken once. */
struct span own_words(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const struct document *own);

#endif
