/* What a mistyped word was probably meant to be. */
#ifndef COACH_BASE_NEAREST_H
#define COACH_BASE_NEAREST_H

#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

/* True for texts that differ in nothing but ASCII case, and "-" for "_": there is no slip between them. */
bool text_is_alike(struct span a, struct span b);

/* Number of slips between two texts: a byte left out, put in, or changed, or two neighbours swapped (the restricted
 * Damerau–Levenshtein distance). ASCII case, and "-" against "_", do not count. A text of more than 64 bytes is as far
 * from any other as the longer one is long. */
size_t text_distance(struct span a, struct span b);

/* The search for the nearest of several candidates. */
struct nearest {
	struct span text;
	const char *best; /* NULL while no candidate was within a third of the text's length */
	size_t distance;  /* of the best */
};

struct nearest nearest_to(struct span text);
/* The first of equally near candidates stays. `candidate` is borrowed. */
void nearest_offer(struct nearest *nearest, const char *candidate);

#endif
