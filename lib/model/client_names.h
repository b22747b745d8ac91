/* A table from names of clients to the numbers they stand for: the same name, however it is written, is one number.
 * What numbers mean is up to whoever fills it (model/portfolio.h, model/records.h). */
#ifndef COACH_MODEL_CLIENT_NAMES_H
#define COACH_MODEL_CLIENT_NAMES_H

#include "base/arena.h"
#include "base/span.h"

struct client_names {
	struct client_name *slots; /* in the arena; NULL while empty */
	size_t slot_count;         /* a power of two, at most half of them used */
	size_t count;
};

/* The number of a folded name (utf8_fold); 0 when the table does not have it. */
int client_names_find(const struct client_names *names, struct span folded);
/* Adds a folded name, which is borrowed. A name that is there already keeps its number; the empty name is not added.
 * `number` is not 0. */
void client_names_add(struct arena *arena, struct client_names *names, struct span folded, int number);

#endif
