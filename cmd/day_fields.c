#include "cmd/day_fields.h"

#include "rules/day_plan.h"

const struct result_field day_session_fields[] = {
	RES_DATE(struct day_session, date, "date", "Its day"),
	RES_TEXT(struct day_session, client, "client", "The client, or the cohort"),
	RES_TEXT_OR_NULL(struct day_session, path, "path", "The session note; null for one that was agreed on alone"),
	RES_TEXT_OR_NULL(struct day_session, start, "start", "When it begins: 10:00; null where nothing says"),
	RES_INTEGER_OR_NULL(struct day_session, minutes, "minutes", "How long; null where it is not booked"),
	RES_CHOICE_OR_NULL(
		struct day_session, status, "status", session_status_names, "Its status; null where it is not booked"),
	RES_BOOLEAN(struct day_session, prepared, "prepared", "Its Agenda has content"),
	RES_TEXT_OR_NULL(struct day_session, todo, "todo", "What it asks for; null for nothing"),
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
	RES_TEXT(struct day_touch, client, "client", "The client"),
	RES_CHOICE(struct day_touch, kind, "kind", touch_kind_names, "What kind of message"),
	RES_TEXT(struct day_touch, text, "text", "What to do, as Markdown"),
	RES_TEXT(struct day_touch, reason, "reason", "The facts behind it"),
	RES_DATE(struct day_touch, due, "due", "The day it fell or falls due"),
	RES_END,
};

const struct result_field day_carried_fields[] = {
	RES_TEXT(struct day_carried, text, "text", "The task's line, from its box on"),
	RES_END,
};
