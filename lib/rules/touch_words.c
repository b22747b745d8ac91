/* Touches in words (rules/touches.h). */
#include "model/wording.h"
#include "rules/touches.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct span touch_task(struct arena *arena, enum language language, enum touch_kind kind, struct span client)
{
	static const char *const names[] = {
		[TOUCH_REMINDER] = "touch reminder",
		[TOUCH_SUMMARY] = "touch summary",
		[TOUCH_CHECK_IN] = "touch check in",
		[TOUCH_RESOURCE] = "touch resource",
		[TOUCH_WELCOME] = "touch welcome",
		[TOUCH_REPLY] = "touch reply",
	};
	const struct slot slot = { "client", client };
	return wording_text(arena, language, names[kind], &slot, 1);
}

/* "2026-11-20 10:00" */
static struct span moment(struct arena *arena, struct date date, int time)
{
	return span_of(arena_printf(arena, "%s%s%s", date_format(date).text, time < 0 ? "" : " ",
		time < 0 ? "" : clock_time_format(time).text));
}

static struct span of_session(struct arena *arena, enum language language, const char *name, const struct touch *touch)
{
	const struct slot slots[] = {
		{ "when", moment(arena, touch->session->date, touch->session->start) },
		{ "rule", touch->rule },
	};
	return wording_text(arena, language, name, slots, COUNT(slots));
}

static struct span of_check_in(struct arena *arena, enum language language, const struct touch *touch)
{
	const struct slot slots[] = {
		{ "from", moment(arena, touch->from, -1) },
		{ "to", moment(arena, touch->to, -1) },
		{ "rule", touch->rule },
	};
	return wording_text(arena, language, "no session between", slots, COUNT(slots));
}

static struct span of_resource(struct arena *arena, enum language language, const struct touch *touch)
{
	const struct slot slots[] = { { "resource", touch->resource }, { "word", touch->word } };
	return wording_text(arena, language, "resource fits", slots, COUNT(slots));
}

static struct span of_reply(struct arena *arena, enum language language, const struct touch *touch)
{
	const struct message *message = touch->message;
	const struct slot slots[] = {
		{ "when", moment(arena, message->date, message->time) },
		{ "rule", touch->rule },
		{ "channel", message->channel },
	};
	bool by = message->channel.length > 0;
	return wording_text(
		arena, language, by ? "not answered by" : "not answered", slots, by ? COUNT(slots) : COUNT(slots) - 1);
}

struct span touch_reason(struct arena *arena, enum language language, const struct touch *touch)
{
	switch (touch->kind) {
	case TOUCH_REMINDER:
		return of_session(arena, language, "session ahead", touch);
	case TOUCH_SUMMARY:
		return of_session(arena, language, "session held", touch);
	case TOUCH_CHECK_IN:
		return of_check_in(arena, language, touch);
	case TOUCH_RESOURCE:
		return of_resource(arena, language, touch);
	case TOUCH_REPLY:
		return of_reply(arena, language, touch);
	case TOUCH_WELCOME: /* never due by itself */
		break;
	}
	return SPAN_NONE;
}
