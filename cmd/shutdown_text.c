#include "cmd/shutdown_text.h"

#include "cmd/capacity_report.h"
#include "cmd/note_text.h"
#include "model/wording.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

const char *const shutdown_day_label = "hours logged";

void shutdown_add(struct buffer *out, struct arena *arena, enum language language, const char *label, struct span value)
{
	const struct slot slots[] = { { "label", wording_text(arena, language, label, NULL, 0) }, { "value", value } };
	buffer_add_text(out, "- ");
	buffer_add_line(out, wording_text(arena, language, "field", slots, COUNT(slots)));
	buffer_add_text(out, "\n");
}

void shutdown_add_count(
	struct buffer *out, struct arena *arena, enum language language, const char *label, size_t count)
{
	shutdown_add(out, arena, language, label, span_of(arena_printf(arena, "%zu", count)));
}

/* --- what a session lacks ---------------------------------------------------------------------------------------- */

static struct span point_word(struct arena *arena, enum language language, struct span code)
{
	static const struct {
		const char *code, *name;
	} points[] = {
		{ "status", "point status" },
		{ "summary", "point summary" },
		{ "actions", "point actions" },
		{ "resources", "point resources" },
		{ "next_session", "point next session" },
		{ "progress", "point progress" },
	};
	for (size_t i = 0; i < COUNT(points); i++)
		if (span_is(code, points[i].code))
			return wording_text(arena, language, points[i].name, NULL, 0);
	return code;
}

struct span loose_ends_text(struct arena *arena, enum language language, const struct result_list *missing)
{
	struct span text = SPAN_NONE;
	for (size_t i = 0; i < missing->count; i++) {
		struct span point = point_word(arena, language, ((const struct span *)missing->items)[i]);
		const struct slot slots[] = { { "first", text }, { "second", point } };
		text = i ? wording_text(arena, language, "joined", slots, COUNT(slots)) : point;
	}
	return text;
}

static void add_sessions(
	struct buffer *out, struct arena *arena, enum language language, const struct result_list *sessions)
{
	if (sessions->count == 0)
		return;
	shutdown_add_count(out, arena, language, "sessions to close", sessions->count);
	for (size_t i = 0; i < sessions->count; i++) {
		const struct shut_session *session = (const struct shut_session *)sessions->items + i;
		const struct slot slots[] = { { "session", session->link },
			{ "points", loose_ends_text(arena, language, &session->missing) } };
		buffer_add_text(out, "  - ");
		buffer_add_line(out, wording_text(arena, language, "lacks", slots, COUNT(slots)));
		buffer_add_text(out, "\n");
	}
}

/* --- hours ------------------------------------------------------------------------------------------------------- */

static struct span figure(struct arena *arena, struct decimal value)
{
	return span_of(decimal_text(arena, value));
}

static struct span hours_by_category(struct arena *arena, enum language language, const struct shut_hours *hours)
{
	const struct slot slots[] = {
		{ "total", figure(arena, hours->total) },
		{ "coaching", figure(arena, hours->coaching) },
		{ "bizdev", figure(arena, hours->bizdev) },
		{ "admin", figure(arena, hours->admin) },
	};
	return wording_text(arena, language, "hours of the day", slots, COUNT(slots));
}

struct span hours_logged_text(struct arena *arena, enum language language, const struct shut_hours *hours)
{
	struct span text = hours->total.known ? hours_by_category(arena, language, hours)
					      : wording_text(arena, language, "none logged", NULL, 0);
	return with_unread_rows(arena, language, text, (int)hours->unread.value);
}

/* --- boxes ------------------------------------------------------------------------------------------------------- */

/* An item with the tasks below it; nothing for none. */
static void add_tasks(struct buffer *out, struct arena *arena, enum language language, const char *label,
	const struct result_list *tasks)
{
	if (tasks->count == 0)
		return;
	shutdown_add_count(out, arena, language, label, tasks->count);
	for (size_t i = 0; i < tasks->count; i++) {
		const struct shut_task *task = (const struct shut_task *)tasks->items + i;
		buffer_add_text(out, "  - ");
		buffer_add_line(out, task->text);
		if (task->reason.length) {
			buffer_add_text(out, " — ");
			buffer_add_line(out, task->reason);
		}
		buffer_add_text(out, "\n");
	}
}

struct span shutdown_day_text(struct arena *arena, enum language language, const struct day_shutdown *shutdown)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	shutdown_add(&out, arena, language, shutdown_day_label, hours_logged_text(arena, language, shutdown->hours));
	add_tasks(&out, arena, language, "done", &shutdown->done);
	add_tasks(&out, arena, language, "carried over", &shutdown->carried);
	add_tasks(&out, arena, language, "blocked", &shutdown->blocked);
	add_tasks(&out, arena, language, "cancelled", &shutdown->cancelled);
	add_tasks(&out, arena, language, "forwarded", &shutdown->forwarded);
	add_tasks(&out, arena, language, "left", &shutdown->left);
	add_sessions(&out, arena, language, &shutdown->sessions);
	return buffer_finish(arena, &out);
}
