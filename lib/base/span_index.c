#include "base/span_index.h"

#include <stdlib.h>

struct indexed_span {
	struct span text;
	size_t place;
};

static int compare(const void *left, const void *right)
{
	const struct indexed_span *a = left;
	const struct indexed_span *b = right;
	int order = span_compare(a->text, b->text);
	return order ? order : (a->place > b->place) - (a->place < b->place);
}

struct span_index span_index_of(struct arena *arena, const struct span *texts, size_t count)
{
	struct span_index index = { arena_new_array(arena, count, struct indexed_span), 0 };
	for (size_t i = 0; i < count; i++)
		if (texts[i].length)
			index.items[index.count++] = (struct indexed_span){ texts[i], i };
	if (index.count > 1)
		qsort(index.items, index.count, sizeof(*index.items), compare);
	return index;
}

size_t span_index_find(const struct span_index *index, struct span text, size_t from)
{
	const struct indexed_span wanted = { text, from };
	size_t low = 0;
	size_t high = index->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(&index->items[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < index->count && span_equal(index->items[low].text, text);
	return found ? index->items[low].place : SPAN_NOWHERE;
}

bool span_index_has(const struct span_index *index, struct span text)
{
	return span_index_find(index, text, 0) != SPAN_NOWHERE;
}
