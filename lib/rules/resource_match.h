/* Words that two texts share, for resources that fit a focus (docs/words.md, "A matching resource"). */
#ifndef COACH_RULES_RESOURCE_MATCH_H
#define COACH_RULES_RESOURCE_MATCH_H

#include "base/span_index.h"

/* The words of some texts, folded; in scripts without spaces each two characters that stand together. Words of fewer
 * than four letters and words that say nothing (when, with, client …) do not count. */
struct word_index {
	struct span_index words;
};

struct word_index word_index_of(struct arena *arena, const struct span *texts, size_t count);

/* The first word of `text` that is among them; empty for none. */
struct span word_index_match(struct arena *arena, const struct word_index *index, struct span text);

#endif
