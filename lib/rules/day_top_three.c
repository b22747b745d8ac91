#include "model/wording.h"
#include "rules/day_parts.h"

#include <string.h>

/* Stands in a week or a day, which carry on by copying, or has an id: its line may be copied and stays one action. */
static bool may_be_copied(const struct planning_day *planning, const struct week_priority *priority)
{
	const struct records *records = planning->records;
	if (!priority->task)
		return false;
	if (priority->task->id.length || priority->kind == PRIORITY_CARRYOVER)
		return true;
	for (size_t i = 0; i < records->week_count; i++)
		if (strcmp(records->weeks[i].document->path, priority->document->path) == 0)
			return true;
	for (size_t i = 0; i < records->day_count; i++)
		if (strcmp(records->days[i].document->path, priority->document->path) == 0)
			return true;
	return false;
}

/* An action that may be copied stands there by its own line; everything else as a reminder, which begins in bold. */
static struct day_top top_of(const struct planning_day *planning, const struct week_priority *priority)
{
	struct span line = may_be_copied(planning, priority) ? task_from_box(priority->task) : SPAN_NONE;
	return (struct day_top){ priority->kind, line, priority->text, priority->reason };
}

struct span day_top_text(struct arena *arena, enum language language, const struct day_top *top)
{
	static const char *const titles[] = {
		[PRIORITY_BREAKER] = "top breaker",
		[PRIORITY_RED_FLAG] = "top red flag",
		[PRIORITY_MARK] = "top mark",
		[PRIORITY_BOOK] = "top book",
		[PRIORITY_PREPARE] = "top prepare",
		[PRIORITY_OVERDUE] = "top overdue",
		[PRIORITY_DUE] = "top due",
		[PRIORITY_MILESTONE] = "top milestone",
		[PRIORITY_CARRYOVER] = "top carryover",
		[PRIORITY_PARTNER] = "top partner",
		[PRIORITY_RITUAL] = "top ritual",
	};
	struct span text = top->what;
	if (top->line.at)
		return top->line;
	if (!span_starts_with(text, "**")) {
		const struct slot slots[] = { { "label", wording_text(arena, language, titles[top->kind], NULL, 0) },
			{ "value", top->what } };
		text = wording_text(arena, language, "field", slots, sizeof(slots) / sizeof(*slots));
	}
	return span_of(arena_printf(arena, "[ ] %.*s", SPAN_PRINT(text)));
}

/* As it reads in a note of that language. */
static struct task task_of(const struct planning_day *planning, enum language language, const struct day_top *top)
{
	struct span text = day_top_text(planning->arena, language, top);
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

/* In whatever language the note is. */
static bool is_closed_top(const struct choosing *choosing, const struct day_top *top)
{
	for (int language = 0; language < LANGUAGE_COUNT; language++) {
		struct task task = task_of(choosing->planning, (enum language)language, top);
		if (span_index_has(&choosing->closed, task_key(choosing->planning->arena, &task)))
			return true;
	}
	return false;
}

static void choose(struct choosing *choosing, const struct week_priority *priority)
{
	if (choosing->count == choosing->most)
		return;
	struct day_top top = top_of(choosing->planning, priority);
	struct task task = task_of(choosing->planning, LANGUAGE_ENGLISH, &top);
	struct span key = task_key(choosing->planning->arena, &task);
	if (is_closed_top(choosing, &top))
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
	size_t settled = 0;
	struct span *keys = closed_keys(planning, note, &closed);
	struct choosing choosing = { planning, span_index_of(planning->arena, keys, closed), items, keys + closed, 0,
		0 };
	if (note && planning->generated)
		planning->plan->done_top = day_done_boxes(planning->arena, &planning->settled, &note->top_three,
			&planning->generated->top_three, &settled);
	size_t taken = places_taken(note) + settled;
	choosing.most = taken < DAY_TOP_MOST ? DAY_TOP_MOST - taken : 0;
	choose_top(&choosing, &planning->settled.week->ranked, day);
	struct day_top *top = arena_new_array(planning->arena, DAY_TOP_MOST, struct day_top);
	memcpy(top, items, sizeof(*items) * choosing.count);
	planning->plan->top_three = (struct result_list){ top, choosing.count };
	planning->in_top_three = span_index_of(planning->arena, keys, closed + choosing.count);
}
