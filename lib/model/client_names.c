#include "model/client_names.h"

#include "codec/hash.h"

enum { FEWEST_SLOTS = 64 };

struct client_name {
	struct span folded;
	int number; /* 0: the slot is free */
};

/* Where the name stands, or the free slot where it would. There is always a free one. */
static struct client_name *slot_of(const struct client_names *names, struct span folded)
{
	size_t mask = names->slot_count - 1;
	size_t at = (size_t)digest_of(folded).low & mask;
	while (names->slots[at].number && !span_equal(names->slots[at].folded, folded))
		at = (at + 1) & mask;
	return &names->slots[at];
}

int client_names_find(const struct client_names *names, struct span folded)
{
	return names->count && folded.length ? slot_of(names, folded)->number : 0;
}

static void grow(struct arena *arena, struct client_names *names)
{
	struct client_names wider = { .slot_count = names->slot_count ? 2 * names->slot_count : FEWEST_SLOTS };
	wider.slots = arena_new_array(arena, wider.slot_count, struct client_name);
	wider.count = names->count;
	for (size_t i = 0; i < names->slot_count; i++)
		if (names->slots[i].number)
			*slot_of(&wider, names->slots[i].folded) = names->slots[i];
	*names = wider;
}

void client_names_add(struct arena *arena, struct client_names *names, struct span folded, int number)
{
	if (!folded.length || client_names_find(names, folded))
		return;
	if (2 * names->count >= names->slot_count)
		grow(arena, names);
	*slot_of(names, folded) = (struct client_name){ folded, number };
	names->count++;
}
