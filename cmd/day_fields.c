#include "cmd/day_fields.h"

#include "cmd/day_text.h"

const struct result_field day_session_fields[] = {
	RES_DATE(struct day_session_row, session.date, "date", "Its day"),
	RES_TEXT(struct day_session_row, session.client, "client", "The client, or the cohort"),
	RES_TEXT_OR_NULL(struct day_session_row, session.path, "path",
		"The session note; null for one that was agreed on alone"),
	RES_TEXT_OR_NULL(
		struct day_session_row, session.start, "start", "When it begins: 10:00; null where nothing says"),
	RES_INTEGER_OR_NULL(
		struct day_session_row, session.minutes, "minutes", "How long; null where it is not booked"),
	RES_CHOICE_OR_NULL(struct day_session_row, session.status, "status", session_status_names,
		"Its status; null where it is not booked"),
	RES_BOOLEAN(struct day_session_row, session.prepared, "prepared", "Its Agenda has content"),
	RES_TEXT_OR_NULL(struct day_session_row, todo, "todo", "What it asks for; null for nothing"),
	RES_END,
};

const struct result_field day_top_fields[] = {
	RES_CHOICE(struct day_top, kind, "kind", priority_kind_names, "Why it is among the three"),
	RES_TEXT(struct day_top, what, "text", "What to do, as Markdown"),
	RES_TEXT(struct day_top, reason, "reason", "The facts behind it"),
	RES_END,
};

const struct result_field day_action_fields[] = {
	RES_TEXT(struct day_action, text, "text", "The action, without its fields"),
	RES_TEXT_OR_NULL(struct day_action, client, "client", "Whose it is about; null for nobody"),
	RES_CHOICE(struct day_action, owner, "owner", action_owner_names, "Who does it"),
	RES_DATE(struct day_action, due, "due", "The day it is or was due"),
	RES_TEXT(struct day_action, path, "path", "The note it stands in"),
	RES_INTEGER(struct day_action, line, "line", "Its line there"),
	RES_TEXT_OR_NULL(struct day_action, id, "id", "Its id; null without one"),
	RES_END,
};

const struct result_field touch_fields[] = {
	RES_TEXT(struct day_touch_row, client, "client", "The client"),
	RES_CHOICE(struct day_touch_row, kind, "kind", touch_kind_names, "What kind of message"),
	RES_TEXT(struct day_touch_row, text, "text", "What to do, as Markdown"),
	RES_TEXT(struct day_touch_row, reason, "reason", "The facts behind it"),
	RES_DATE(struct day_touch_row, due, "due", "The day it fell or falls due"),
	RES_END,
};

const struct result_field day_carried_fields[] = {
	RES_TEXT(struct day_carried, text, "text", "The task's line, from its box on"),
	RES_END,
};

struct result_list day_session_rows(
	struct arena *arena, const struct day_plan *plan, const struct result_list *sessions)
{
	struct day_session_row *rows = arena_new_array(arena, sessions->count, struct day_session_row);
	for (size_t i = 0; i < sessions->count; i++) {
		const struct day_session *session = (const struct day_session *)sessions->items + i;
		rows[i] = (struct day_session_row){ *session,
			day_todo_text(arena, LANGUAGE_ENGLISH, session, plan->date) };
	}
	return (struct result_list){ rows, sessions->count };
}

struct result_list day_touch_rows(struct arena *arena, const struct day_plan *plan)
{
	struct day_touch_row *rows = arena_new_array(arena, plan->touches.count, struct day_touch_row);
	for (size_t i = 0; i < plan->touches.count; i++) {
		const struct day_touch *listed = (const struct day_touch *)plan->touches.items + i;
		const struct touch *touch = listed->touch;
		rows[i] = (struct day_touch_row){ touch->client->name, (int)touch->kind,
			day_touch_text(arena, LANGUAGE_ENGLISH, listed), touch_reason(arena, LANGUAGE_ENGLISH, touch),
			touch->due };
	}
	return (struct result_list){ rows, plan->touches.count };
}
