#include "cmd/day_text.h"

#include "base/buffer.h"
#include "cmd/note_text.h"
#include "report/report.h"

/* The day is said where it is not the note's own. */
static void add_session(struct buffer *out, const struct day_session *session, struct date day)
{
	bool is_the_day = date_compare(session->date, day) == 0;
	buffer_printf(out, "- %s%s", is_the_day ? "" : date_format(session->date).text, is_the_day ? "" : " ");
	buffer_add(out, session->start);
	buffer_add_text(out, session->start.length ? " " : "");
	buffer_add_line(out, session->link);
	if (session->minutes.known)
		buffer_printf(out, ", %lld minutes", session->minutes.value);
	if (session->status != SESSION_PLANNED && session->status >= 0)
		buffer_printf(out, ", %s", session_status_names[session->status]);
	else if (!session->todo.length)
		buffer_add_text(out, " — prepared");
	if (session->todo.length) {
		buffer_add_text(out, " — ");
		buffer_add_line(out, session->todo);
	}
	buffer_add_text(out, "\n");
}

static struct span sessions_text(struct arena *arena, const struct day_plan *plan)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	const struct result_list *lists[] = { &plan->sessions, &plan->coming, &plan->unsettled };
	for (size_t k = 0; k < sizeof(lists) / sizeof(*lists); k++)
		for (size_t i = 0; i < lists[k]->count; i++)
			add_session(&out, (const struct day_session *)lists[k]->items + i, plan->date);
	return note_text_finish(arena, &out);
}

/* The reason is an item below the task: behind the task's fields it would make them text. */
static void add_box(struct buffer *out, struct span line, struct span reason)
{
	buffer_add_text(out, "- ");
	buffer_add_line(out, line);
	buffer_add_text(out, "\n  - ");
	buffer_add_line(out, reason);
	buffer_add_text(out, "\n");
}

static struct span top_three_text(struct arena *arena, const struct day_plan *plan)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < plan->top_three.count; i++) {
		const struct day_top *top = (const struct day_top *)plan->top_three.items + i;
		add_box(&out, top->text, top->reason);
	}
	return note_text_finish(arena, &out);
}

static void add_action(struct buffer *out, const struct day_action *action)
{
	buffer_add_line(out, action->text);
	if (action->owner == OWNER_CLIENT) {
		buffer_add_text(out, " — ");
		buffer_add_line(out, action->client.length ? action->client : SPAN("the client"));
	}
	buffer_add_text(out, ", in [[");
	buffer_add_line(out, action->note);
	buffer_add_text(out, "]]\n");
}

static struct span due_text(struct arena *arena, const struct day_plan *plan)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < plan->due.count; i++) {
		buffer_add_text(&out, "- ");
		add_action(&out, (const struct day_action *)plan->due.items + i);
	}
	if (plan->overdue.count) {
		const struct day_action *oldest = plan->overdue.items;
		buffer_printf(&out, "- %zu overdue, the oldest since %s: ", plan->overdue.count,
			date_format(oldest->due).text);
		add_action(&out, oldest);
	}
	return note_text_finish(arena, &out);
}

static struct span touches_text(struct arena *arena, const struct day_plan *plan)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < plan->touches.count; i++) {
		const struct day_touch *touch = (const struct day_touch *)plan->touches.items + i;
		add_box(&out, span_of(arena_printf(arena, "[ ] %.*s", SPAN_PRINT(touch->text))), touch->reason);
	}
	return note_text_finish(arena, &out);
}

static struct span carryover_text(struct arena *arena, const struct day_plan *plan)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < plan->carryover.count; i++) {
		buffer_add_text(&out, "- ");
		buffer_add_line(&out, ((const struct day_carried *)plan->carryover.items)[i].text);
		buffer_add_text(&out, "\n");
	}
	return note_text_finish(arena, &out);
}

void day_text(struct arena *arena, const struct day_plan *plan, struct span *parts)
{
	parts[DAY_SESSIONS] = sessions_text(arena, plan);
	parts[DAY_TOP_THREE] = top_three_text(arena, plan);
	parts[DAY_DUE] = due_text(arena, plan);
	parts[DAY_TOUCHES] = touches_text(arena, plan);
	parts[DAY_CARRYOVER] = carryover_text(arena, plan);
}
