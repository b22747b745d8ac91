#include "rules/session_gaps.h"

enum { GAPS_MOST = 5 };

static bool has_action_without_day(const struct session *session)
{
	for (size_t i = 0; i < session->actions.count; i++) {
		const struct task *task = &session->actions.items[i];
		if (task_is_unfinished(task) && !date_is_known(task->due))
			return true;
	}
	return false;
}

static bool has_next(const struct records *records, const struct session *session)
{
	if (date_is_known(session->next_date))
		return true;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *other = &records->sessions[i];
		if (other->client_id == session->client_id && other->status == SESSION_PLANNED &&
			date_compare(other->date, session->date) > 0)
			return true;
	}
	return false;
}

struct result_list session_gaps(struct arena *arena, const struct records *records, const struct session *session)
{
	struct span *gaps = arena_new_array(arena, GAPS_MOST, struct span);
	size_t count = 0;
	bool met = session->status == SESSION_HELD || session->status == SESSION_PLANNED;
	if (session->status == SESSION_PLANNED)
		gaps[count++] = SPAN("status");
	if (met && !session->summary.length)
		gaps[count++] = SPAN("summary");
	if (met && session->actions.count == 0)
		gaps[count++] = SPAN("actions");
	if (met && has_action_without_day(session))
		gaps[count++] = SPAN("due_dates");
	if ((met || session->status == SESSION_MISSED) && !has_next(records, session))
		gaps[count++] = SPAN("next_date");
	return (struct result_list){ gaps, count };
}
