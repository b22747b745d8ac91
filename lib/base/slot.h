/* Named places in a text, which are filled: {week}, {client}. */
#ifndef COACH_BASE_SLOT_H
#define COACH_BASE_SLOT_H

#include "base/arena.h"
#include "base/span.h"

#include <stddef.h>

struct slot {
	const char *name; /* without braces */
	struct span text;
};

/* The slot that `text` begins with, braces included; or NULL. */
const struct slot *slot_at(struct span text, const struct slot *slots, size_t count);

/* Replaces each {name}; braces that name no slot stay. An empty text on a line of its own takes the line with it. */
struct span slots_fill(struct arena *arena, struct span template, const struct slot *slots, size_t count);

#endif
