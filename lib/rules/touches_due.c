#include "rules/touches_due.h"

#include "model/response_time.h"
#include "rules/client_sessions.h"

const char *const touch_kind_names[] = { "reply", "reminder", "summary", "check_in", NULL };

enum { REMINDER_DAYS = 1, SUMMARY_DAYS = 7, CHECK_IN_WEEKDAY = WEDNESDAY };

struct looking {
	struct arena *arena;
	const struct records *records;
	struct date today;
	const struct roster_client *client;
	struct span link;
	const struct engagement *engagement; /* NULL: none */
	const struct inbox *inbox;           /* NULL: none */
	struct touch *items;
	size_t count;
	size_t capacity;
};

/* --- what was done ----------------------------------------------------------------------------------------------- */

static bool has_come(const struct looking *looking, const struct message *message)
{
	return date_compare(message->date, looking->today) <= 0;
}

/* A message went to the client since the day, on that day not before `time` where both are known. */
static bool was_written_to(const struct looking *looking, struct date since, int time)
{
	for (size_t i = 0; looking->inbox && i < looking->inbox->message_count; i++) {
		const struct message *message = &looking->inbox->messages[i];
		int order = date_compare(message->date, since);
		bool before = order < 0 || (order == 0 && message->time >= 0 && message->time < time);
		if (!message->from_client && has_come(looking, message) && !before)
			return true;
	}
	return false;
}

/* The day note of an earlier day, from `since` on, has it ticked. */
static bool was_ticked(const struct looking *looking, struct span text, struct date since)
{
	for (size_t i = 0; i < looking->records->day_count; i++) {
		const struct day_note *note = &looking->records->days[i];
		bool counts = date_compare(note->date, since) >= 0 && date_compare(note->date, looking->today) < 0;
		for (size_t k = 0; counts && k < note->touches.count; k++) {
			const struct task *task = &note->touches.items[k];
			if (span_equal(task->text, text) &&
				(task->status == TASK_DONE || task->status == TASK_CANCELLED))
				return true;
		}
	}
	return false;
}

/* `verb` is what stands before the client's link. */
static void add(struct looking *looking, enum touch_kind kind, const char *verb, const char *reason, struct date since,
	struct date due)
{
	struct span text = span_of(arena_printf(looking->arena, "**%s %.*s**", verb, SPAN_PRINT(looking->link)));
	if (date_compare(due, looking->today) > 0 || was_ticked(looking, text, since))
		return;
	looking->items =
		arena_grow(looking->arena, looking->items, looking->count, &looking->capacity, sizeof(*looking->items));
	looking->items[looking->count++] =
		(struct touch){ looking->client->name, (int)kind, text, span_of(reason), due };
}

/* --- what is due ------------------------------------------------------------------------------------------------- */

/* The first message of the client's that came behind the last one to them; NULL for none. */
static const struct message *unanswered(const struct looking *looking)
{
	const struct message *first = NULL;
	for (size_t i = 0; looking->inbox && i < looking->inbox->message_count; i++) {
		const struct message *message = &looking->inbox->messages[i];
		if (!has_come(looking, message))
			continue;
		if (!message->from_client)
			first = NULL;
		else if (!first)
			first = message;
	}
	return first;
}

static void look_for_reply(struct looking *looking)
{
	const struct message *message = unanswered(looking);
	struct response_time response;
	if (!message || !looking->engagement)
		return;
	struct span terms = looking->engagement->profile.async_support;
	if (!response_time_read(looking->arena, terms, &response))
		return;
	const char *reason = arena_printf(looking->arena, "message of %s not answered; agreed: %.*s",
		date_format(message->date).text, SPAN_PRINT(terms));
	add(looking, TOUCH_REPLY, "Reply to", reason, message->date,
		response_time_end(response, message->date, message->time));
}

static void look_for_reminder(struct looking *looking)
{
	struct date day = date_add(looking->today, REMINDER_DAYS);
	const struct session *session = next_session(looking->records, looking->client, day, true);
	if (!session || was_written_to(looking, looking->today, -1))
		return;
	const char *reason = arena_printf(looking->arena, "session on %s %s%s%s", weekday_short_name(date_weekday(day)),
		date_format(day).text, session->start < 0 ? "" : " ",
		session->start < 0 ? "" : clock_time_format(session->start).text);
	add(looking, TOUCH_REMINDER, "Remind", reason, looking->today, looking->today);
}

static void look_for_summary(struct looking *looking)
{
	const struct session *session = last_session(looking->records, looking->client, looking->today);
	if (!session || date_difference(session->date, looking->today) > SUMMARY_DAYS ||
		was_written_to(looking, session->date, session->start))
		return;
	const char *reason = arena_printf(
		looking->arena, "session held on %s, no message to them since", date_format(session->date).text);
	add(looking, TOUCH_SUMMARY, "Send the summary to", reason, session->date, date_add(session->date, 1));
}

static bool meets_in_week(const struct looking *looking, struct week week)
{
	const struct records *records = looking->records;
	for (size_t i = records_sessions_from(records, week_monday(week)); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, week_sunday(week)) > 0)
			break;
		if (session->client_id == looking->client->id && session_takes_time(session))
			return true;
	}
	struct date agreed = agreed_appointment(records, looking->client, looking->today).date;
	return date_is_known(agreed) && week_compare(week_of(agreed), week) == 0;
}

static void look_for_check_in(struct looking *looking)
{
	struct week week = week_of(looking->today);
	struct date monday = week_monday(week);
	struct span pattern = looking->engagement ? looking->engagement->touch_non_session_week : SPAN_NONE;
	if (meets_in_week(looking, week) || was_written_to(looking, monday, -1))
		return;
	const char *reason = arena_printf(
		looking->arena, "no session this week%s%.*s", pattern.length ? ": " : "", SPAN_PRINT(pattern));
	add(looking, TOUCH_CHECK_IN, "Check in with", reason, monday, date_add(monday, CHECK_IN_WEEKDAY));
}

struct result_list touches_due(
	struct arena *arena, const struct records *records, const struct link_targets *notes, struct date today)
{
	struct looking looking = { .arena = arena, .records = records, .today = today };
	const struct portfolio *portfolio = records->portfolio;
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++) {
		looking.client = &portfolio->clients[i];
		if (!client_status_is_active(looking.client->status))
			continue;
		looking.link = client_link(arena, records, notes, looking.client);
		looking.engagement = records_engagement(records, looking.client->id);
		looking.inbox = records_inbox(records, looking.client->id);
		look_for_reply(&looking);
		look_for_reminder(&looking);
		look_for_summary(&looking);
		look_for_check_in(&looking);
	}
	return (struct result_list){ looking.items, looking.count };
}
