#include "practice/action_tick.h"

#include "md/edit.h"

/* --- copies ------------------------------------------------------------------------------------------------------ */

static bool is_copy(struct span key, const struct action *other)
{
	return key.length && task_is_unfinished(&other->task) && span_equal(other->key, key);
}

struct action_tick action_tick_of(struct arena *arena, const struct records *records, const struct action *action)
{
	const struct action_list *actions = &records->actions;
	struct action_tick tick = { .action = action };
	struct span key = action_key(arena, action->kind, &action->task);
	tick.copies = arena_new_array(arena, actions->copy_count, const struct action *);
	for (int beside = 1; beside >= 0; beside--)
		for (size_t i = 0; i < actions->copy_count; i++) {
			const struct action *copy = &actions->copies[i];
			if ((copy->document == action->document) == beside && is_copy(key, copy))
				tick.copies[tick.copy_count++] = copy;
		}
	return tick;
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* Found by a scan of lines, it is found again in the parsed note. */
static const struct task *task_at(const struct task_list *tasks, const struct task *wanted)
{
	for (size_t i = 0; i < tasks->count; i++)
		if (tasks->items[i].line == wanted->line && tasks->items[i].column == wanted->column)
			return &tasks->items[i];
	return NULL;
}

struct ticked_note {
	struct edit_list edits;
	struct task_list tasks;
};

static void tick(struct ticked_note *note, const struct action_tick *tick, const struct action *action)
{
	const struct task *task = task_at(&note->tasks, &action->task);
	if (!task)
		return;
	edit_set_task(&note->edits, task, 'x', tick->day);
	if (tick->again && action == tick->action)
		edit_repeat_task(&note->edits, task, tick->days_to_next, tick->today);
}

void action_tick_write(struct arena *arena, const struct vault *vault, const struct practice *practice,
	const struct action_tick *ticked, struct changeset *changes, struct finding_list *findings)
{
	const struct action *action = ticked->action;
	for (size_t next = 0; action;) {
		const struct document *home = action->document;
		struct note *note = practice_note(practice, home->path);
		struct document *document = note_parse(arena, vault, note, findings);
		struct ticked_note written = { edits_of(arena, document),
			document_tasks(arena, document, 0, document->block_count) };
		for (; action && action->document == home;
			action = next < ticked->copy_count ? ticked->copies[next++] : NULL)
			tick(&written, ticked, action);
		changeset_put(changes, note->path, note->bytes, edits_apply(&written.edits));
	}
}
