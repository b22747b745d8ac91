#include "rules/day_carryover.h"

bool day_tasks_are_same(struct arena *arena, const struct task *a, const struct task *b)
{
	return span_equal(action_key(arena, NOTE_DAY, a), action_key(arena, NOTE_DAY, b));
}

const struct action *day_task_home(struct arena *arena, const struct records *records, const struct task *task)
{
	const struct action_list *actions = &records->actions;
	struct span key = action_key(arena, NOTE_DAY, task);
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		bool may_be = task->id.length ? span_equal(action->task.id, task->id)
					      : action->kind == NOTE_WEEK || action->kind == NOTE_DAY;
		if (may_be && span_equal(action_key(arena, action->kind, &action->task), key))
			return action;
	}
	return NULL;
}

static bool is_closed_at_home(struct arena *arena, const struct records *records, const struct task *task)
{
	const struct action *home = day_task_home(arena, records, task);
	return home && (home->task.status == TASK_DONE || home->task.status == TASK_CANCELLED);
}

struct carrying {
	struct arena *arena;
	const struct records *records;
	struct day_carried *items;
	size_t count;
};

static bool is_carried(const struct carrying *carrying, const struct task *task)
{
	for (size_t i = 0; i < carrying->count; i++)
		if (day_tasks_are_same(carrying->arena, carrying->items[i].task, task))
			return true;
	return false;
}

static void carry(struct carrying *carrying, const struct task_list *tasks, bool may_remind)
{
	for (size_t i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->items[i];
		if (!task_is_unfinished(task) || (may_remind && day_task_is_reminder(task)) ||
			is_carried(carrying, task) || is_closed_at_home(carrying->arena, carrying->records, task))
			continue;
		carrying->items[carrying->count++] = (struct day_carried){ task, task_from_box(task) };
	}
}

struct result_list day_carryover(struct arena *arena, const struct records *records, const struct day_note *note)
{
	struct carrying carrying = { arena, records,
		arena_new_array(arena, note->top_three.count + note->carryover.count, struct day_carried), 0 };
	carry(&carrying, &note->top_three, true);
	carry(&carrying, &note->carryover, false);
	return (struct result_list){ carrying.items, carrying.count };
}
