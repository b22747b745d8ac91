#include "rules/completion.h"

enum { SESSIONS_LOOKED_AT = 3 };

/* The days of the last sessions held with the client, latest first. */
struct held_days {
	struct date items[SESSIONS_LOOKED_AT];
	int count;
};

static struct held_days last_held(const struct records *records, int client_id, struct date today)
{
	struct held_days days = { .count = 0 };
	for (size_t i = records_sessions_from(records, date_add(today, 1));
		i-- > 0 && days.count < SESSIONS_LOOKED_AT;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == client_id && session->status == SESSION_HELD)
			days.items[days.count++] = session->date;
	}
	return days;
}

static bool was_agreed_on(const struct action *action, const struct held_days *days)
{
	for (int i = 0; i < days->count; i++)
		if (date_compare(action->agreed, days->items[i]) == 0)
			return true;
	return false;
}

static bool is_due(const struct action *action, struct date today)
{
	return date_is_known(action->task.due) && date_compare(action->task.due, today) <= 0 &&
	       action->task.status != TASK_CANCELLED;
}

/* Its last day is not over, and nobody has said yet that it will not be done. */
static bool is_pending(const struct task *task, struct date today)
{
	return date_compare(task->due, today) == 0 && task_is_unfinished(task);
}

enum keeping { KEPT, UNKEPT, UNDECIDED };

static enum keeping count_due(struct action_completion *completion, const struct task *task, struct date today)
{
	if (task->status == TASK_DONE && !date_is_known(task->done)) {
		completion->done_unknown++;
		return UNDECIDED;
	}
	bool on_time = task->status == TASK_DONE && date_compare(task->done, task->due) <= 0;
	completion->due++;
	completion->on_time += on_time;
	completion->carried_over += task_is_unfinished(task);
	completion->pending += is_pending(task, today);
	if (on_time)
		return KEPT;
	return is_pending(task, today) ? UNDECIDED : UNKEPT;
}

void judged_actions_add(struct arena *arena, struct judged_actions *judged, const struct action *action)
{
	judged->items = arena_grow(arena, judged->items, judged->count, &judged->capacity, sizeof(*judged->items));
	judged->items[judged->count++] = action;
}

struct action_completion completion_decide(struct arena *arena, const struct records *records, int client_id,
	struct date today, struct judged_actions *kept, struct judged_actions *unkept)
{
	struct action_completion completion = { .rate = DECIMAL_UNKNOWN };
	struct held_days days = last_held(records, client_id, today);
	*kept = *unkept = (struct judged_actions){ NULL, 0, 0 };
	for (size_t i = 0; i < records->actions.count; i++) {
		const struct action *action = &records->actions.items[i];
		if (action->client_id != client_id || action->owner != OWNER_CLIENT || !was_agreed_on(action, &days) ||
			!is_due(action, today))
			continue;
		enum keeping keeping = count_due(&completion, &action->task, today);
		if (keeping != UNDECIDED)
			judged_actions_add(arena, keeping == KEPT ? kept : unkept, action);
	}
	if (completion.due)
		completion.rate = fraction_round(fraction_of(100LL * completion.on_time, completion.due));
	return completion;
}

bool completion_is_low(const struct action_completion *completion)
{
	int decided = completion->due - completion->pending;
	return 2 * (decided - completion->on_time) > decided;
}
