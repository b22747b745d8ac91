#include "model/section_tasks.h"

void task_check(const struct document *document, const struct task *task, struct finding_list *findings)
{
	if (task->bad_date.length)
		finding_hint(findings,
			finding_add(findings, FINDING_BAD_DATE, task_position(document, task, task->bad_date),
				"\"%.*s\" names no day", SPAN_PRINT(span_slice(task->bad_date, 0, 40))),
			"write a day of the calendar as YYYY-MM-DD");
	if (task->trailing.length)
		finding_hint(findings,
			finding_add(findings, FINDING_TASK_TRAILING_TEXT, task_position(document, task, task->trailing),
				"\"%.*s\" stands behind the action's fields, which makes them text",
				SPAN_PRINT(span_slice(task->trailing, 0, 60))),
			"move the text before the fields");
}

/* The index of the first task at or behind the block. */
static size_t first_task(const struct task_list *tasks, int block)
{
	size_t low = 0;
	size_t high = tasks->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tasks->items[middle].block < block)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct task_list section_tasks(
	const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	const struct task_list *tasks = &outline->tasks;
	size_t start = section ? first_task(tasks, section->first_block) : tasks->count;
	size_t end = section ? first_task(tasks, section->end_block) : tasks->count;
	for (size_t i = start; i < end; i++)
		task_check(outline->document, &tasks->items[i], findings);
	return start < end ? (struct task_list){ &tasks->items[start], end - start } : (struct task_list){ NULL, 0 };
}

struct task_list note_tasks_without(
	const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	const struct task_list *tasks = &outline->tasks;
	struct task_list kept = { arena_new_array(outline->arena, tasks->count, struct task), 0 };
	for (size_t i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->items[i];
		if (section && task->block >= section->first_block && task->block < section->end_block)
			continue;
		task_check(outline->document, task, findings);
		kept.items[kept.count++] = *task;
	}
	return kept;
}
