/* The difference of two texts by lines, as `diff -u` writes it. */
#ifndef COACH_MD_DIFF_H
#define COACH_MD_DIFF_H

#include "base/arena.h"
#include "base/span.h"

/* A unified diff with three lines of context and "a/path", "b/path" headers (/dev/null for an absent side: before.at or
 * after.at NULL); empty when the texts are equal. The output applies with `patch -p1` and `git apply`, also where a
 * last line has no end or lines end in CRLF. Time is bounded also for texts with nothing in common. */
struct span diff_unified(struct arena *arena, const char *path, struct span before, struct span after);

#endif
