/* Words that two texts share, for resources that fit a focus (docs/words.md, "A matching resource"). */
#ifndef COACH_RULES_RESOURCE_MATCH_H
#define COACH_RULES_RESOURCE_MATCH_H

#include "base/arena.h"
#include "base/span.h"

/* The first word of `text` that stands in `other` too, folded; in scripts without spaces the first two characters they
 * share. Words of fewer than four letters and words that say nothing (when, with, client …) do not count. Empty for
 * none. */
struct span shared_word(struct arena *arena, struct span text, struct span other);

#endif
