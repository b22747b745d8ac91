/* Where texts stand in a list: sorted once, so that two long lists meet without each being compared with each. */
#ifndef COACH_BASE_SPAN_INDEX_H
#define COACH_BASE_SPAN_INDEX_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SPAN_NOWHERE SIZE_MAX

struct span_index {
	struct indexed_span *items; /* in the arena; by text, those of one text in the order of the list */
	size_t count;
};

/* The texts are borrowed; empty ones are never found. */
struct span_index span_index_of(struct arena *arena, const struct span *texts, size_t count);

/* The first place of the text in the list, counted from 0, that is `from` or behind it; SPAN_NOWHERE for none. */
size_t span_index_find(const struct span_index *index, struct span text, size_t from);
bool span_index_has(const struct span_index *index, struct span text);

#endif
