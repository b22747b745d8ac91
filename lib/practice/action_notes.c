#include "practice/action_notes.h"

#include "model/outline.h"

#include <stdlib.h>

/* --- finding ----------------------------------------------------------------------------------------------------- */

static void scan_outline(struct arena *arena, const struct outline *outline, struct task_scan *scan)
{
	task_scan_parsed(arena, &outline->sections, &outline->tasks, scan);
}

/* What was parsed already need not be scanned. */
static struct task_list tasks_of(
	struct arena *arena, const struct vault *vault, struct note *note, struct finding_list *findings)
{
	struct task_scan scan;
	if (note->outline || !task_scan_lines(arena, note->bytes, &scan))
		scan_outline(arena, note_outline(arena, vault, note, findings), &scan);
	return action_tasks(arena, &vault->configuration.aliases, note->kind, &scan);
}

static bool has_task_line(struct span bytes)
{
	size_t offset = 0;
	struct task_line line;
	return task_line_next(bytes, &offset, &line);
}

struct action_notes action_notes_find(
	struct arena *arena, const struct vault *vault, struct note_list *notes, struct finding_list *findings)
{
	struct action_notes found = { NULL, 0 };
	size_t capacity = 0;
	for (size_t i = 0; i < notes->count; i++) {
		struct note *note = &notes->items[i];
		if (!note_kind_holds_actions(note->kind) || !has_task_line(note->bytes))
			continue;
		struct task_list tasks = tasks_of(arena, vault, note, findings);
		if (!tasks.count)
			continue;
		found.items = arena_grow(arena, found.items, found.count, &capacity, sizeof(*found.items));
		found.items[found.count++] = (struct action_note){ note, tasks };
	}
	return found;
}

/* --- what is not done yet ---------------------------------------------------------------------------------------- */

struct keys {
	struct span *items; /* sorted */
	size_t count;
};

static int compare_keys(const void *left, const void *right)
{
	const struct span *a = left;
	const struct span *b = right;
	return span_compare(*a, *b);
}

static struct keys keys_of_unfinished(struct arena *arena, const struct action_notes *notes)
{
	struct keys keys = { NULL, 0 };
	size_t capacity = 0;
	for (size_t i = 0; i < notes->count; i++) {
		const struct action_note *note = &notes->items[i];
		for (size_t k = 0; k < note->tasks.count; k++) {
			const struct task *task = &note->tasks.items[k];
			struct span key =
				task_is_unfinished(task) ? action_key(arena, note->note->kind, task) : SPAN_NONE;
			if (!key.length)
				continue;
			keys.items = arena_grow(arena, keys.items, keys.count, &capacity, sizeof(*keys.items));
			keys.items[keys.count++] = key;
		}
	}
	if (keys.count > 1)
		qsort(keys.items, keys.count, sizeof(*keys.items), compare_keys);
	return keys;
}

static bool is_among(const struct keys *keys, struct span key)
{
	return key.length && keys->count &&
	       bsearch(&key, keys->items, keys->count, sizeof(*keys->items), compare_keys) != NULL;
}

static void keep_open(struct arena *arena, const struct keys *keys, enum note_kind kind, struct task_list *tasks)
{
	size_t kept = 0;
	for (size_t i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->items[i];
		if (task_is_unfinished(task) || is_among(keys, action_key(arena, kind, task)))
			tasks->items[kept++] = *task;
	}
	tasks->count = kept;
}

void action_notes_keep_open(struct arena *arena, struct action_notes *notes)
{
	struct keys keys = keys_of_unfinished(arena, notes);
	size_t kept = 0;
	for (size_t i = 0; i < notes->count; i++) {
		struct action_note *note = &notes->items[i];
		keep_open(arena, &keys, note->note->kind, &note->tasks);
		if (note->tasks.count)
			notes->items[kept++] = *note;
	}
	notes->count = kept;
}
