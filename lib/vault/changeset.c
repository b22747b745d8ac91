#include "vault/changeset.h"

#include <assert.h>
#include <string.h>

static const char base_folder[] = ".coach/base/";

struct changeset changeset_of(struct arena *arena, const char *command, const char *subject)
{
	return (struct changeset){ .arena = arena, .command = command, .subject = subject };
}

struct change *changeset_find(const struct changeset *changes, const char *path)
{
	for (size_t i = 0; i < changes->count; i++)
		if (strcmp(changes->items[i].path, path) == 0)
			return &changes->items[i];
	return NULL;
}

static void drop(struct changeset *changes, struct change *change)
{
	size_t index = (size_t)(change - changes->items);
	changes->count--;
	memmove(change, change + 1, (changes->count - index) * sizeof(*change));
}

static void put(struct changeset *changes, struct change wanted)
{
	struct change *known = changeset_find(changes, wanted.path);
	if (known) {
		known->after = wanted.after;
		if (span_same(known->before, known->after))
			drop(changes, known);
		return;
	}
	if (span_same(wanted.before, wanted.after))
		return;
	changes->items =
		arena_grow(changes->arena, changes->items, changes->count, &changes->capacity, sizeof(*changes->items));
	wanted.path = arena_copy_text(changes->arena, span_of(wanted.path));
	changes->items[changes->count++] = wanted;
}

void changeset_put(struct changeset *changes, const char *path, struct span before, struct span after)
{
	put(changes, (struct change){ .path = path, .before = before, .after = after });
}

void changeset_put_move(
	struct changeset *changes, const char *from, struct span before, const char *to, struct span after)
{
	const char *source = arena_copy_text(changes->arena, span_of(from));
	put(changes, (struct change){ .path = to, .after = after, .moved_from = source });
	changeset_put(changes, from, before, SPAN_NONE);
}

const char *changeset_base_path(struct arena *arena, const char *path)
{
	return arena_printf(arena, "%s%s", base_folder, path);
}

void changeset_put_hidden(struct changeset *changes, const char *path, struct span before, struct span after)
{
	put(changes, (struct change){ .path = path, .before = before, .after = after, .hidden = true });
}

void changeset_put_base(struct changeset *changes, const char *path, struct span before, struct span generated)
{
	changeset_put_hidden(changes, changeset_base_path(changes->arena, path), before, generated);
}

enum change_action change_action(const struct change *change)
{
	assert(change->before.at || change->after.at);
	if (!change->before.at)
		return CHANGE_CREATE;
	return change->after.at ? CHANGE_MODIFY : CHANGE_REMOVE;
}

size_t changeset_visible(const struct changeset *changes)
{
	size_t visible = 0;
	for (size_t i = 0; i < changes->count; i++)
		visible += !changes->items[i].hidden;
	return visible;
}

const struct change *change_origin(const struct changeset *changes, const struct change *made)
{
	return made->moved_from ? changeset_find(changes, made->moved_from) : NULL;
}

const struct change *change_goal(const struct changeset *changes, const struct change *removed)
{
	for (size_t i = 0; i < changes->count && !removed->after.at; i++)
		if (changes->items[i].moved_from && strcmp(changes->items[i].moved_from, removed->path) == 0)
			return &changes->items[i];
	return NULL;
}
