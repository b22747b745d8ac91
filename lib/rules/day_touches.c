#include "rules/day_touches.h"

static const char *const verbs[] = {
	[TOUCH_REPLY] = "Reply to",
	[TOUCH_REMINDER] = "Remind",
	[TOUCH_SUMMARY] = "Send the summary to",
	[TOUCH_CHECK_IN] = "Check in with",
	[TOUCH_RESOURCE] = "Send the resource to",
	[TOUCH_WELCOME] = "Welcome",
};

enum { UP_FOR_DAYS = 7 };

/* What a touch is about: its session, else the days before it fell due. */
static struct date came_up(const struct touch *touch)
{
	return touch->session ? touch->session->date : date_add(touch->due, -UP_FOR_DAYS);
}

static bool was_ticked(const struct records *records, const struct touch *touch, struct span text, struct date day)
{
	for (size_t i = 0; i < records->day_count; i++) {
		const struct day_note *note = &records->days[i];
		bool counts = date_compare(note->date, came_up(touch)) >= 0 && date_compare(note->date, day) < 0;
		for (size_t k = 0; counts && k < note->touches.count; k++) {
			const struct task *task = &note->touches.items[k];
			if (span_equal(task->text, text) && !task_is_unfinished(task))
				return true;
		}
	}
	return false;
}

struct result_list day_touches_decide(struct arena *arena, const struct records *records,
	const struct hours_settings *hours, const struct link_targets *notes, struct date day)
{
	struct result_list due = touches_decide(arena, records, hours, day);
	struct day_touch *touches = arena_new_array(arena, due.count, struct day_touch);
	struct result_list list = { touches, 0 };
	for (size_t i = 0; i < due.count; i++) {
		const struct touch *touch = (const struct touch *)due.items + i;
		struct span link = client_link(arena, records, notes, touch->client);
		struct span text = span_of(arena_printf(arena, "**%s %.*s**", verbs[touch->kind], SPAN_PRINT(link)));
		if (!touch->promised && !was_ticked(records, touch, text, day))
			touches[list.count++] = (struct day_touch){ touch->client->name, (int)touch->kind, text,
				touch->reason, touch->due };
	}
	return list;
}
