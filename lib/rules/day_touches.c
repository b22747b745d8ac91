#include "rules/day_touches.h"

/* The first day whose tick can mean this touch: a box says whom, and not what of theirs. */
static struct date came_up(const struct touch *touch)
{
	switch (touch->kind) {
	case TOUCH_REPLY:
		return touch->message->date;
	case TOUCH_CHECK_IN:
		return week_monday(week_of(touch->due));
	case TOUCH_SUMMARY:
	case TOUCH_RESOURCE:
		return touch->session->date;
	case TOUCH_REMINDER:
	case TOUCH_WELCOME:
		break;
	}
	return touch->due;
}

struct span day_touch_text(struct arena *arena, enum language language, const struct day_touch *touch)
{
	struct span task = touch_task(arena, language, touch->touch->kind, touch->link);
	return span_of(arena_printf(arena, "**%.*s**", SPAN_PRINT(task)));
}

bool day_touch_is_said(struct arena *arena, const struct day_touch *touch, const struct task *task)
{
	for (int language = 0; language < LANGUAGE_COUNT; language++)
		if (span_equal(task->text, day_touch_text(arena, (enum language)language, touch)))
			return true;
	return false;
}

static bool was_ticked(
	struct arena *arena, const struct records *records, const struct day_touch *touch, struct date day)
{
	for (size_t i = 0; i < records->day_count; i++) {
		const struct day_note *note = &records->days[i];
		bool counts = date_compare(note->date, came_up(touch->touch)) >= 0 && date_compare(note->date, day) < 0;
		for (size_t k = 0; counts && k < note->touches.count; k++) {
			const struct task *task = &note->touches.items[k];
			if (!task_is_unfinished(task) && day_touch_is_said(arena, touch, task))
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
		struct day_touch listed = { touch, client_link(arena, records, notes, touch->client) };
		if (!touch->promised && !was_ticked(arena, records, &listed, day))
			touches[list.count++] = listed;
	}
	return list;
}
