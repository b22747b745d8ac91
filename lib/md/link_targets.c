#include "md/link_targets.h"

#include "base/nearest.h"
#include "codec/utf8.h"

#include <stdlib.h>

enum { MOST_HINTS = 50 };

struct link_entry {
	struct span name;  /* folded, what follows the last "/" of path */
	struct span path;  /* folded, without ".md" */
	const char *shown; /* the name as it is written */
	const struct link_target *target;
};

static struct span without_ending(struct span path)
{
	return span_ends_with(path, ".md") ? span_slice(path, 0, path.length - 3) : path;
}

static struct span last_part(struct span path)
{
	struct span part = path;
	while (span_next(&path, '/', &part))
		;
	return part;
}

static int compare_names(const void *left, const void *right)
{
	const struct link_entry *a = left;
	const struct link_entry *b = right;
	int order = span_compare(a->name, b->name);
	order = order ? order : span_compare(a->path, b->path);
	return order ? order : strcmp(a->target->path, b->target->path);
}

static size_t without_repeats(struct link_entry *entries, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || strcmp(entries[kept - 1].target->path, entries[i].target->path) != 0)
			entries[kept++] = entries[i];
	return kept;
}

struct link_targets link_targets_of(struct arena *arena, const struct link_target *targets, size_t count)
{
	struct link_entry *entries = arena_new_array(arena, count, struct link_entry);
	for (size_t i = 0; i < count; i++) {
		struct span path = without_ending(span_of(targets[i].path));
		struct span folded = utf8_fold(arena, path);
		entries[i] = (struct link_entry){ last_part(folded), folded, arena_copy_text(arena, last_part(path)),
			&targets[i] };
	}
	if (count > 1)
		qsort(entries, count, sizeof(*entries), compare_names);
	return (struct link_targets){ entries, without_repeats(entries, count), 0 };
}

/* The first entry of that name, or where it would stand. */
static size_t first_of_name(const struct link_targets *targets, struct span name)
{
	size_t low = 0;
	size_t high = targets->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (span_compare(targets->entries[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* `Ana/Ana Silva` is the end of `Clients/Ana/Ana Silva`. */
static bool ends_in(struct span path, struct span end)
{
	if (path.length < end.length || !span_equal(span_from(path, path.length - end.length), end))
		return false;
	return path.length == end.length || path.at[path.length - end.length - 1] == '/';
}

static struct link_match match(const struct link_targets *targets, struct span folded)
{
	struct link_match found = { .count = 0 };
	struct span name = last_part(folded);
	for (size_t i = first_of_name(targets, name); i < targets->count; i++) {
		const struct link_entry *entry = &targets->entries[i];
		if (!span_equal(entry->name, name))
			break;
		if (span_equal(entry->path, folded))
			return (struct link_match){ .first = entry->target, .count = 1 };
		if (ends_in(entry->path, folded) && found.count++ == 0)
			found.first = entry->target;
	}
	return found;
}

struct link_match link_targets_wiki(struct arena *arena, const struct link_targets *targets, struct span target)
{
	struct span path = without_ending(span_trim(target));
	while (span_skip(&path, "../") || span_skip(&path, "./") || span_skip(&path, "/"))
		;
	return match(targets, utf8_fold(arena, path));
}

/* --- paths of Markdown links ------------------------------------------------------------------------------------- */

struct way {
	char *path;
	size_t length;
	bool outside;
};

static void leave_folder(struct way *way)
{
	way->outside = way->outside || way->length == 0;
	while (way->length > 0 && way->path[--way->length] != '/')
		;
}

static void go(struct way *way, struct span path)
{
	for (struct span part; span_next(&path, '/', &part);) {
		if (span_is(part, "..")) {
			leave_folder(way);
		} else if (part.length && !span_is(part, ".")) {
			if (way->length)
				way->path[way->length++] = '/';
			memcpy(way->path + way->length, part.at, part.length);
			way->length += part.length;
		}
	}
}

struct link_match link_targets_markdown(
	struct arena *arena, const struct link_targets *targets, const char *from, struct span path)
{
	struct way way = { .path = arena_allocate(arena, strlen(from) + path.length + 2) };
	if (!span_starts_with(path, "/")) {
		go(&way, span_of(from));
		leave_folder(&way);
	}
	go(&way, path);
	struct span there = utf8_fold(arena, without_ending((struct span){ way.path, way.length }));
	struct link_match found = match(targets, there);
	if (way.outside || !found.first || found.count > 1)
		found = link_targets_wiki(arena, targets, path);
	found.outside = way.outside;
	return found;
}

/* --- slips ------------------------------------------------------------------------------------------------------- */

/* A distance is never less than the lengths differ, and comparing those costs nothing. */
static bool may_be_near(struct span name, struct span other)
{
	size_t difference = name.length > other.length ? name.length - other.length : other.length - name.length;
	return difference <= name.length / 3;
}

const char *link_targets_nearest(struct link_targets *targets, struct span name)
{
	struct nearest nearest = nearest_to(name);
	if (targets->hints++ >= MOST_HINTS)
		return NULL;
	for (size_t i = 0; i < targets->count; i++)
		if (may_be_near(name, span_of(targets->entries[i].shown)))
			nearest_offer(&nearest, targets->entries[i].shown);
	return nearest.best;
}
