/* Which lines two texts have in common; for lib/md alone. */
#ifndef COACH_MD_LINE_COMPARE_H
#define COACH_MD_LINE_COMPARE_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

struct line_side {
	struct span *lines; /* with their line end, LF */
	bool *changed;      /* the others are, in order, the same on both sides */
	size_t count;
};

struct comparison {
	struct line_side before;
	struct line_side after;
};

/* The fewest changed lines (E. Myers, "An O(ND) difference algorithm and its variations", 1986), as long as that costs
 * little; texts with less in common count as changed between what they share at the start and at the end. */
struct comparison compare_lines(struct arena *arena, struct span before, struct span after);

#endif
