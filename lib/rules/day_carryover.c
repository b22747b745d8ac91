#include "rules/day_carryover.h"

const struct action *day_task_home(const struct records *records, const struct span_index *homes, struct span key)
{
	size_t place = span_index_find(homes, key, 0);
	return place == SPAN_NOWHERE ? NULL : &records->actions.items[place];
}

static bool is_closed_at_home(const struct records *records, const struct span_index *homes, struct span key)
{
	const struct action *home = day_task_home(records, homes, key);
	return home && (home->task.status == TASK_DONE || home->task.status == TASK_CANCELLED);
}

/* Those that may be carried, whatever is known of them elsewhere. */
static size_t gather(struct arena *arena, const struct task_list *tasks, bool may_remind, struct day_carried *gathered)
{
	size_t count = 0;
	for (size_t i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->items[i];
		if (task_is_unfinished(task) && !(may_remind && day_task_is_reminder(task)))
			gathered[count++] = (struct day_carried){ task, task_key(arena, task), task_from_box(task) };
	}
	return count;
}

struct result_list day_carryover(
	struct arena *arena, const struct records *records, const struct span_index *homes, const struct day_note *note)
{
	size_t most = note->top_three.count + note->carryover.count;
	struct day_carried *carried = arena_new_array(arena, most, struct day_carried);
	struct span *keys = arena_new_array(arena, most, struct span);
	size_t gathered = gather(arena, &note->top_three, true, carried);
	gathered += gather(arena, &note->carryover, false, carried + gathered);
	for (size_t i = 0; i < gathered; i++)
		keys[i] = carried[i].key;
	struct span_index index = span_index_of(arena, keys, gathered);
	size_t count = 0;
	for (size_t i = 0; i < gathered; i++)
		if (span_index_find(&index, keys[i], 0) == i && !is_closed_at_home(records, homes, keys[i]))
			carried[count++] = carried[i];
	return (struct result_list){ carried, count };
}
