#include "rules/day_parts.h"

#include <string.h>

static const char *const titles[] = {
	[PRIORITY_BREAKER] = "Circuit breaker",
	[PRIORITY_RED_FLAG] = "Red flag",
	[PRIORITY_MARK] = "Mark",
	[PRIORITY_BOOK] = "Book",
	[PRIORITY_PREPARE] = "Prepare",
	[PRIORITY_OVERDUE] = "Overdue",
	[PRIORITY_DUE] = "Due",
	[PRIORITY_MILESTONE] = "Milestone",
	[PRIORITY_CARRYOVER] = "Carried over",
	[PRIORITY_PARTNER] = "Partner",
	[PRIORITY_RITUAL] = "Ritual",
};

/* Stands in a week or a day, which carry on by copying, or has an id: its line may be copied and stays one action. */
static bool may_be_copied(const struct planning_day *planning, const struct week_priority *priority)
{
	const struct records *records = planning->records;
	if (!priority->task)
		return false;
	if (priority->task->id.length || priority->kind == PRIORITY_CARRYOVER)
		return true;
	for (size_t i = 0; i < records->day_count; i++)
		if (strcmp(records->days[i].document->path, priority->document->path) == 0)
			return true;
	return false;
}

/* An action that may be copied, by its own line; everything else as a reminder, which begins in bold. */
static struct day_top top_of(const struct planning_day *planning, const struct week_priority *priority)
{
	struct day_top top = { priority->kind, SPAN_NONE, priority->text, priority->reason };
	if (may_be_copied(planning, priority))
		top.text = task_from_box(priority->task);
	else if (span_starts_with(priority->text, "**"))
		top.text = planning_day_text(planning, "[ ] %.*s", SPAN_PRINT(priority->text));
	else
		top.text = planning_day_text(
			planning, "[ ] **%s:** %.*s", titles[priority->kind], SPAN_PRINT(priority->text));
	return top;
}

static struct task task_in(const struct planning_day *planning, struct span text)
{
	struct task task = { .text = SPAN_NONE };
	task_read_line(planning_day_text(planning, "- %.*s", SPAN_PRINT(text)), &task);
	return task;
}

/* What is closed in the day's own note has had its place. */
static size_t places_taken(const struct day_note *note)
{
	size_t taken = 0;
	for (size_t i = 0; note && i < note->top_three.count; i++)
		taken += !task_is_unfinished(&note->top_three.items[i]);
	return taken;
}

/* The keys of what is closed there. Beside them is room for the keys of what is chosen. */
static struct span *closed_keys(const struct planning_day *planning, const struct day_note *note, size_t *count)
{
	struct span *keys =
		arena_new_array(planning->arena, (note ? note->top_three.count : 0) + DAY_TOP_MOST, struct span);
	*count = 0;
	for (size_t i = 0; note && i < note->top_three.count; i++)
		if (!task_is_unfinished(&note->top_three.items[i]))
			keys[(*count)++] = task_key(planning->arena, &note->top_three.items[i]);
	return keys;
}

struct choosing {
	const struct planning_day *planning;
	struct span_index closed; /* in the day's own note, by key */
	struct day_top *items;
	struct span *keys; /* of what each line reads as */
	size_t count, most;
};

static void choose(struct choosing *choosing, const struct week_priority *priority)
{
	if (choosing->count == choosing->most)
		return;
	struct day_top top = top_of(choosing->planning, priority);
	struct task task = task_in(choosing->planning, top.text);
	struct span key = task_key(choosing->planning->arena, &task);
	if (span_index_has(&choosing->closed, key))
		return;
	for (size_t i = 0; i < choosing->count; i++)
		if (span_equal(choosing->keys[i], key))
			return;
	choosing->keys[choosing->count] = key;
	choosing->items[choosing->count++] = top;
}

static bool is_due_on(const struct week_priority *priority, struct date day)
{
	return priority->task && date_is_known(priority->task->due) && date_compare(priority->task->due, day) == 0;
}

/* The first of those that have been due the longest; NULL for none. */
static const struct week_priority *oldest_overdue(const struct result_list *ranked, struct date day)
{
	const struct week_priority *oldest = NULL;
	for (size_t i = 0; i < ranked->count; i++) {
		const struct week_priority *priority = (const struct week_priority *)ranked->items + i;
		if (!priority->task || !date_is_known(priority->task->due) ||
			date_compare(priority->task->due, day) >= 0)
			continue;
		if (!oldest || date_compare(priority->task->due, oldest->task->due) < 0)
			oldest = priority;
	}
	return oldest;
}

static void choose_top(struct choosing *choosing, const struct result_list *ranked, struct date day)
{
	const struct week_priority *priorities = ranked->items;
	for (size_t i = 0; i < ranked->count; i++)
		if (date_is_known(priorities[i].day) && date_compare(priorities[i].day, day) == 0)
			choose(choosing, &priorities[i]);
	for (size_t i = 0; i < ranked->count; i++)
		if (is_due_on(&priorities[i], day))
			choose(choosing, &priorities[i]);
	const struct week_priority *oldest = oldest_overdue(ranked, day);
	if (oldest)
		choose(choosing, oldest);
	for (size_t i = 0; i < ranked->count; i++)
		choose(choosing, &priorities[i]);
}

void plan_top_three(struct planning_day *planning)
{
	struct date day = planning->plan->date;
	struct day_top items[DAY_TOP_MOST];
	const struct day_note *note = records_day(planning->records, day);
	size_t closed;
	struct span *keys = closed_keys(planning, note, &closed);
	struct choosing choosing = { planning, span_index_of(planning->arena, keys, closed), items, keys + closed, 0,
		0 };
	size_t taken = places_taken(note);
	choosing.most = taken < DAY_TOP_MOST ? DAY_TOP_MOST - taken : 0;
	struct finding_list told_by_the_week = { .arena = planning->arena };
	const struct week_plan *week = week_plan_decide(
		planning->arena, planning->records, planning->settings, week_of(day), day, &told_by_the_week);
	choose_top(&choosing, &week->ranked, day);
	struct day_top *top = arena_new_array(planning->arena, DAY_TOP_MOST, struct day_top);
	memcpy(top, items, sizeof(*items) * choosing.count);
	planning->plan->top_three = (struct result_list){ top, choosing.count };
	planning->in_top_three = span_index_of(planning->arena, keys, closed + choosing.count);
}
