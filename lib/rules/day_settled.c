#include "rules/day_settled.h"

/* Of active clients, as those who are listed are. */
static struct result_list settled_touches(
	struct arena *arena, const struct records *records, const struct hours_settings *hours, struct date day)
{
	const struct portfolio *portfolio = records->portfolio;
	struct link_targets notes = note_links_of(arena, records);
	size_t clients = portfolio ? portfolio->client_count : 0;
	struct day_touch *touches = arena_new_array(arena, clients * TOUCH_KIND_COUNT, struct day_touch);
	size_t count = 0;
	for (size_t i = 0; i < clients; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!client_status_is_active(client->status))
			continue;
		unsigned kinds = touches_settled(arena, records, hours, client, day);
		for (int kind = 0; kind < TOUCH_KIND_COUNT; kind++) {
			if (!(kinds & 1u << kind))
				continue;
			struct touch *touch = arena_new(arena, struct touch);
			*touch = (struct touch){ .client = client, .kind = (enum touch_kind)kind };
			touches[count++] = (struct day_touch){ touch, client_link(arena, records, &notes, client) };
		}
	}
	return (struct result_list){ touches, count };
}

struct day_settled day_settled_of(
	struct arena *arena, const struct records *records, const struct week_plan_settings *settings, struct date day)
{
	struct finding_list told_by_the_week = { .arena = arena };
	return (struct day_settled){ week_plan_decide(arena, records, settings, week_of(day), day, &told_by_the_week),
		settled_touches(arena, records, &settings->capacity.hours, day) };
}

struct span day_box_subject(struct span text)
{
	struct span rest = text;
	if (!span_skip(&rest, "**"))
		return text;
	rest = span_from(rest, span_find(rest, "**"));
	return span_skip(&rest, "**") && span_trim(rest).length ? span_trim(rest) : text;
}

bool day_task_is_settled(struct arena *arena, const struct day_settled *settled, const struct task *task)
{
	const struct day_touch *touches = settled->touches.items;
	for (size_t i = 0; day_task_is_reminder(task) && i < settled->touches.count; i++)
		if (day_touch_is_said(arena, &touches[i], task))
			return true;
	/* "**First win** of [[Ana Silva]]" begins in bold, and that is no label. */
	enum priority_standing standing = week_plan_standing(settled->week, task->text);
	if (standing == STANDING_WITHDRAWN)
		standing = week_plan_standing(settled->week, day_box_subject(task->text));
	return standing == STANDING_SETTLED;
}

static bool was_generated(const struct task_list *generated, const struct task *task)
{
	for (size_t i = 0; i < generated->count; i++)
		if (span_equal(task_from_box(&generated->items[i]), task_from_box(task)))
			return true;
	return false;
}

struct result_list day_done_boxes(struct arena *arena, const struct day_settled *settled, const struct task_list *tasks,
	const struct task_list *generated, size_t *fresh)
{
	struct span *boxes = arena_new_array(arena, tasks->count, struct span);
	size_t count = 0;
	*fresh = 0;
	for (size_t i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->items[i];
		struct span box = task_from_box(task);
		bool open = task_is_unfinished(task);
		if (!was_generated(generated, task) ||
			(open ? !day_task_is_settled(arena, settled, task) : task->status != TASK_DONE))
			continue;
		*fresh += open;
		boxes[count++] = span_of(
			arena_printf(arena, "[x]%.*s", SPAN_PRINT(span_from(box, span_find_byte(box, ']') + 1))));
	}
	return (struct result_list){ boxes, count };
}
