#include "cmd/day_text.h"

#include "base/buffer.h"
#include "cmd/note_text.h"
#include "model/wording.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct writing {
	struct arena *arena;
	enum language language;
	const struct day_plan *plan;
};

static struct span text_of(const struct writing *writing, const char *name, const struct slot *slots, size_t count)
{
	return wording_text(writing->arena, writing->language, name, slots, count);
}

static struct span number(const struct writing *writing, long long value)
{
	return span_of(arena_printf(writing->arena, "%lld", value));
}

/* --- sessions ---------------------------------------------------------------------------------------------------- */

/* " --date 2026-11-20" for another day than the note's, whose session a command finds by itself. */
static struct span date_option(struct arena *arena, const struct day_session *session, struct date day)
{
	if (date_compare(session->date, day) == 0)
		return SPAN_NONE;
	return span_of(arena_printf(arena, " --date %s", date_format(session->date).text));
}

struct span day_todo_text(
	struct arena *arena, enum language language, const struct day_session *session, struct date day)
{
	const struct slot slots[] = {
		{ "client", session->client },
		{ "option", date_option(arena, session, day) },
		{ "when", span_of(arena_printf(arena, "%s%s%.*s", date_format(session->date).text,
				  session->start.length ? " " : "", SPAN_PRINT(session->start))) },
		{ "count", span_of(arena_printf(arena, "%zu", session->later)) },
		{ "date", span_of(arena_printf(arena, "%s", date_format(session->date).text)) },
	};
	switch (session->todo) {
	case TODO_AGENDA:
		return wording_text(arena, language, "no agenda yet", slots, COUNT(slots));
	case TODO_BOOK:
		return wording_text(arena, language, "not booked", slots, COUNT(slots));
	case TODO_SETTLE:
		return wording_text(arena, language,
			!session->later       ? "not settled"
			: session->later == 1 ? "not settled, nor a later one"
					      : "not settled, nor later ones",
			slots, COUNT(slots));
	case TODO_NOTHING:
		break;
	}
	return SPAN_NONE;
}

/* The day is said where it is not the note's own. */
static void add_session(const struct writing *writing, struct buffer *out, const struct day_session *session)
{
	struct span todo = day_todo_text(writing->arena, writing->language, session, writing->plan->date);
	bool is_the_day = date_compare(session->date, writing->plan->date) == 0;
	buffer_printf(out, "- %s%s", is_the_day ? "" : date_format(session->date).text, is_the_day ? "" : " ");
	buffer_add(out, session->start);
	buffer_add_text(out, session->start.length ? " " : "");
	buffer_add_line(out, session->link);
	if (session->minutes.known) {
		const struct slot count = { "count", number(writing, session->minutes.value) };
		buffer_add_text(out, ", ");
		buffer_add(out, text_of(writing, "minutes", &count, 1));
	}
	if (session->status != SESSION_PLANNED && session->status >= 0) {
		buffer_add_text(out, ", ");
		buffer_add(out, session_status_word(writing->language, (enum session_status)session->status));
	} else if (!todo.length) {
		buffer_add_text(out, " — ");
		buffer_add(out, text_of(writing, "prepared", NULL, 0));
	}
	buffer_add_text(out, todo.length ? " — " : "");
	buffer_add_line(out, todo);
	buffer_add_text(out, "\n");
}

static struct span sessions_text(const struct writing *writing)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	const struct day_plan *plan = writing->plan;
	const struct result_list *lists[] = { &plan->sessions, &plan->coming, &plan->unsettled };
	for (size_t k = 0; k < COUNT(lists); k++)
		for (size_t i = 0; i < lists[k]->count; i++)
			add_session(writing, &out, (const struct day_session *)lists[k]->items + i);
	return note_text_finish(writing->arena, &out);
}

/* --- boxes ------------------------------------------------------------------------------------------------------- */

/* The reason is an item below the task: behind the task's fields it would make them text. */
static void add_box(struct buffer *out, struct span line, struct span reason)
{
	buffer_add_text(out, "- ");
	buffer_add_line(out, line);
	buffer_add_text(out, "\n  - ");
	buffer_add_line(out, reason);
	buffer_add_text(out, "\n");
}

static struct span top_three_text(const struct writing *writing)
{
	const struct result_list *top_three = &writing->plan->top_three;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < top_three->count; i++) {
		const struct day_top *top = (const struct day_top *)top_three->items + i;
		add_box(&out, day_top_text(writing->arena, writing->language, top), top->reason);
	}
	return note_text_finish(writing->arena, &out);
}

static struct span touches_text(const struct writing *writing)
{
	const struct result_list *touches = &writing->plan->touches;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < touches->count; i++) {
		const struct day_touch *touch = (const struct day_touch *)touches->items + i;
		struct span text = day_touch_text(writing->arena, writing->language, touch);
		add_box(&out, span_of(arena_printf(writing->arena, "[ ] %.*s", SPAN_PRINT(text))),
			touch_reason(writing->arena, writing->language, touch->touch));
	}
	return note_text_finish(writing->arena, &out);
}

static struct span carryover_text(const struct writing *writing)
{
	const struct result_list *carryover = &writing->plan->carryover;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < carryover->count; i++) {
		buffer_add_text(&out, "- ");
		buffer_add_line(&out, ((const struct day_carried *)carryover->items)[i].text);
		buffer_add_text(&out, "\n");
	}
	return note_text_finish(writing->arena, &out);
}

/* --- actions due ------------------------------------------------------------------------------------------------- */

/* "Draft the memo — Ana Silva, in [[2026-11-12 Ana Silva]]" */
static struct span action_text(const struct writing *writing, const struct day_action *action)
{
	struct span owner = action->client.length ? action->client : text_of(writing, "the client", NULL, 0);
	struct span what = action->text;
	if (action->owner == OWNER_CLIENT)
		what = span_of(arena_printf(writing->arena, "%.*s — %.*s", SPAN_PRINT(what), SPAN_PRINT(owner)));
	const struct slot slots[] = { { "action", what },
		{ "note", span_of(arena_printf(writing->arena, "[[%.*s]]", SPAN_PRINT(action->note))) } };
	return text_of(writing, "action in", slots, COUNT(slots));
}

static struct span overdue_text(const struct writing *writing)
{
	const struct result_list *overdue = &writing->plan->overdue;
	const struct day_action *oldest = overdue->items;
	struct date_text since = date_format(oldest->due);
	const struct slot slots[] = {
		{ "count", number(writing, (long long)overdue->count) },
		{ "date", span_of(since.text) },
		{ "action", action_text(writing, oldest) },
	};
	return text_of(writing, "overdue since", slots, COUNT(slots));
}

static struct span due_text(const struct writing *writing)
{
	const struct result_list *due = &writing->plan->due;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	for (size_t i = 0; i < due->count; i++) {
		buffer_add_text(&out, "- ");
		buffer_add_line(&out, action_text(writing, (const struct day_action *)due->items + i));
		buffer_add_text(&out, "\n");
	}
	if (writing->plan->overdue.count) {
		buffer_add_text(&out, "- ");
		buffer_add_line(&out, overdue_text(writing));
		buffer_add_text(&out, "\n");
	}
	return note_text_finish(writing->arena, &out);
}

void day_text(struct arena *arena, enum language language, const struct day_plan *plan, struct span *parts)
{
	const struct writing writing = { arena, language, plan };
	parts[DAY_SESSIONS] = sessions_text(&writing);
	parts[DAY_TOP_THREE] = top_three_text(&writing);
	parts[DAY_DUE] = due_text(&writing);
	parts[DAY_TOUCHES] = touches_text(&writing);
	parts[DAY_CARRYOVER] = carryover_text(&writing);
}
