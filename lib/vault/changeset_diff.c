#include "md/diff.h"
#include "vault/changeset.h"

#include <stdlib.h>
#include <string.h>

static int compare_paths(const void *left, const void *right)
{
	const struct change *const *a = left;
	const struct change *const *b = right;
	return strcmp((*a)->path, (*b)->path);
}

static const struct change **sorted_changes(struct arena *arena, const struct changeset *changes)
{
	const struct change **sorted = arena_new_array(arena, changes->count, const struct change *);
	size_t count = 0;
	for (size_t i = 0; i < changes->count; i++)
		if (!changes->items[i].hidden)
			sorted[count++] = &changes->items[i];
	qsort(sorted, count, sizeof(const struct change *), compare_paths);
	return sorted;
}

struct span change_diff(struct arena *arena, const struct change *change)
{
	return diff_unified(arena, change->path, change->before, change->after);
}

static struct span join(struct arena *arena, const struct span *parts, size_t count, size_t length)
{
	char *text = arena_allocate(arena, length + 1);
	char *end = text;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].length > 0)
			memcpy(end, parts[i].at, parts[i].length);
		end += parts[i].length;
	}
	return (struct span){ text, length };
}

struct span changeset_diff(struct arena *arena, const struct changeset *changes)
{
	size_t count = changeset_visible(changes);
	const struct change **sorted = sorted_changes(arena, changes);
	struct span *diffs = arena_new_array(arena, count, struct span);
	size_t length = 0;
	for (size_t i = 0; i < count; i++) {
		diffs[i] = change_diff(arena, sorted[i]);
		length += diffs[i].length;
	}
	return join(arena, diffs, count, length);
}
