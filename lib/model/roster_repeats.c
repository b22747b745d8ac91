#include "model/roster_repeats.h"

#include "codec/utf8.h"

#include <stdlib.h>

/* A client by what repeats are told by. */
struct keyed {
	struct span key;
	struct span note;
	size_t index;
};

static int compare_keyed(const void *left, const void *right)
{
	const struct keyed *a = left;
	const struct keyed *b = right;
	int order = span_compare(a->key, b->key);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

static bool link_different_notes(const struct keyed *a, const struct keyed *b)
{
	return a->note.length && b->note.length && !span_equal(a->note, b->note);
}

static struct keyed *sorted_by(struct arena *arena, const struct portfolio *portfolio, bool by_note)
{
	struct keyed *keys = arena_new_array(arena, portfolio->client_count, struct keyed);
	for (size_t i = 0; i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		struct span note = utf8_fold(arena, client->note);
		bool linked = by_note && note.length;
		keys[i] = (struct keyed){ linked ? note : utf8_fold(arena, client->name), note, i };
	}
	qsort(keys, portfolio->client_count, sizeof(*keys), compare_keyed);
	return keys;
}

static void drop(struct arena *arena, struct portfolio *portfolio, bool by_note, struct finding_list *findings)
{
	struct keyed *keys = sorted_by(arena, portfolio, by_note);
	bool *repeated = arena_new_array(arena, portfolio->client_count, bool);
	const struct keyed *first = &keys[0];
	for (size_t i = 1; i < portfolio->client_count; i++) {
		if (!span_equal(keys[i].key, first->key)) {
			first = &keys[i];
			continue;
		}
		if (link_different_notes(first, &keys[i]))
			continue;
		const struct roster_client *client = &portfolio->clients[keys[i].index];
		repeated[keys[i].index] = true;
		finding_add(findings, FINDING_DUPLICATE_CLIENT, document_position_of(portfolio->document, client->row),
			"%.*s stands in the roster twice; the first row counts", SPAN_PRINT(client->name));
	}
	size_t kept = 0;
	for (size_t i = 0; i < portfolio->client_count; i++)
		if (!repeated[i])
			portfolio->clients[kept++] = portfolio->clients[i];
	portfolio->client_count = kept;
}

void roster_drop_repeats(struct arena *arena, struct portfolio *portfolio, struct finding_list *findings)
{
	if (portfolio->client_count == 0)
		return;
	drop(arena, portfolio, false, findings);
	drop(arena, portfolio, true, findings);
}
