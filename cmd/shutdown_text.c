#include "cmd/shutdown_text.h"

#include "cmd/capacity_report.h"
#include "cmd/note_text.h"

const char *loose_ends_text(struct arena *arena, const struct result_list *missing)
{
	const char *text = "";
	for (size_t i = 0; i < missing->count; i++) {
		struct span code = ((const struct span *)missing->items)[i];
		text = arena_printf(arena, "%s%s%.*s", text, i ? ", " : "",
			SPAN_PRINT(span_is(code, "next_session") ? SPAN("next session") : code));
	}
	return text;
}

const char *hours_logged_text(struct arena *arena, const struct shut_hours *hours)
{
	const char *unread = unread_rows(arena, (int)hours->unread.value);
	const char *end = *unread ? arena_printf(arena, "; %s", unread) : "";
	if (!hours->total.known)
		return arena_printf(arena, "none logged%s", end);
	return arena_printf(arena, "%s (coaching %s, business development %s, admin %s)%s",
		decimal_text(arena, hours->total), decimal_text(arena, hours->coaching),
		decimal_text(arena, hours->bizdev), decimal_text(arena, hours->admin), end);
}

/* An item with the tasks below it; nothing for none. */
static void add_tasks(struct buffer *out, const char *label, const struct result_list *tasks)
{
	if (tasks->count == 0)
		return;
	buffer_printf(out, "- **%s:** %zu\n", label, tasks->count);
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

static void add_sessions(struct arena *arena, struct buffer *out, const struct result_list *sessions)
{
	if (sessions->count == 0)
		return;
	buffer_printf(out, "- **Sessions to close:** %zu\n", sessions->count);
	for (size_t i = 0; i < sessions->count; i++) {
		const struct shut_session *session = (const struct shut_session *)sessions->items + i;
		buffer_add_text(out, "  - ");
		buffer_add_line(out, session->link);
		buffer_printf(out, " lacks: %s\n", loose_ends_text(arena, &session->missing));
	}
}

struct span shutdown_day_text(struct arena *arena, const struct day_shutdown *shutdown)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	buffer_printf(&out, "- **Hours logged:** %s\n", hours_logged_text(arena, shutdown->hours));
	add_tasks(&out, "Done", &shutdown->done);
	add_tasks(&out, "Carried over", &shutdown->carried);
	add_tasks(&out, "Blocked", &shutdown->blocked);
	add_tasks(&out, "Cancelled", &shutdown->cancelled);
	add_tasks(&out, "Forwarded", &shutdown->forwarded);
	add_tasks(&out, "Left", &shutdown->left);
	add_sessions(arena, &out, &shutdown->sessions);
	return buffer_finish(arena, &out);
}
