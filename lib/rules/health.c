#include "rules/health.h"

#include "model/property.h"
#include "rules/client_sessions.h"
#include "rules/completion.h"
#include "rules/indicators.h"
#include "rules/progress.h"

enum { FLAGS = 4, OVERDUE_DAYS = 7 };

const char *const health_flag_names[] = { "missed_session", "assignments", "silent", "stalled", NULL };

struct examination {
	struct arena *arena;
	const struct records *records;
	const struct health_settings *settings;
	int client_id;
	struct date today;
	struct client_health *health;
};

static struct health_flag *raise_flag(
	const struct examination *examination, enum health_flag_code code, const char *message)
{
	struct health_flag *flag = &examination->health->flags[examination->health->flag_count++];
	*flag = (struct health_flag){ .code = (int)code, .message = span_of(message) };
	return flag;
}

void evidence_add(struct health_evidence *evidence, struct position place)
{
	if (evidence->count < sizeof(evidence->items) / sizeof(*evidence->items))
		evidence->items[evidence->count++] = place;
}

void evidence_add_actions(struct health_evidence *evidence, const struct judged_actions *actions)
{
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = actions->items[i];
		evidence_add(evidence, task_position(action->document, &action->task, action->task.whole));
	}
}

/* --- sessions ---------------------------------------------------------------------------------------------------- */

static bool is_past(const struct examination *examination, struct date date)
{
	return date_compare(date, examination->today) <= 0;
}

/* Held, or still to come: not one that is over and of which nobody says what became of it. */
static bool makes_up(const struct examination *examination, const struct session *session)
{
	return session_takes_time(session) && !session_is_overdue(session->status, session->date, examination->today);
}

/* Sessions stand in order of date, so the last missed one is followed by all that could make up for it. */
static const struct session *missed_without_later(const struct examination *examination)
{
	const struct session *missed = NULL;
	for (size_t i = 0; i < examination->records->session_count; i++) {
		const struct session *session = &examination->records->sessions[i];
		if (session->client_id != examination->client_id)
			continue;
		if (session->status == SESSION_MISSED && is_past(examination, session->date))
			missed = session;
		else if (makes_up(examination, session))
			missed = NULL;
	}
	return missed;
}

static void examine_sessions(const struct examination *examination)
{
	struct client_health *health = examination->health;
	for (size_t i = 0; i < examination->records->session_count; i++) {
		const struct session *session = &examination->records->sessions[i];
		bool held = session->status == SESSION_HELD && is_past(examination, session->date);
		bool coming = session->status == SESSION_PLANNED && !date_is_known(health->next_session) &&
			      date_compare(session->date, examination->today) >= 0;
		if (session->client_id != examination->client_id || (!held && !coming))
			continue;
		if (held)
			health->last_session = session->date;
		else
			health->next_session = session->date;
	}
}

static void judge_sessions(const struct examination *examination)
{
	const struct session *missed = missed_without_later(examination);
	if (!missed)
		return;
	const char *message = arena_printf(
		examination->arena, "missed on %s, and no later session is booked", date_format(missed->date).text);
	evidence_add(&raise_flag(examination, FLAG_MISSED_SESSION, message)->evidence, missed->status_position);
}

/* --- assignments ------------------------------------------------------------------------------------------------- */

/* Counts open actions, by who does them; returns those of the client's that are overdue for more than a week. */
static struct judged_actions examine_actions(const struct examination *examination)
{
	const struct action_list *actions = &examination->records->actions;
	struct judged_actions late = { NULL, 0, 0 };
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		if (action->client_id != examination->client_id || !action_is_open(action))
			continue;
		if (action->owner != OWNER_CLIENT) {
			examination->health->coach_actions++;
			continue;
		}
		examination->health->open_actions++;
		if (!action_is_overdue(action, examination->today))
			continue;
		examination->health->overdue_actions++;
		if (date_difference(action->task.due, examination->today) > OVERDUE_DAYS)
			judged_actions_add(examination->arena, &late, action);
	}
	return late;
}

static void judge_assignments(
	const struct examination *examination, const struct judged_actions *unkept, const struct judged_actions *late)
{
	const struct action_completion *completion = &examination->health->completion;
	int decided = completion->due - completion->pending;
	size_t least = (size_t)examination->settings->late_actions;
	bool mostly_unkept = completion_is_low(completion) && unkept->count >= least;
	bool long_overdue = late->count > 0 && late->count >= least;
	if (!mostly_unkept && !long_overdue)
		return;
	const char *kept =
		arena_printf(examination->arena, "%d of %d due actions done on time", completion->on_time, decided);
	const char *overdue = arena_printf(examination->arena, "%zu action%s overdue by more than %d days", late->count,
		late->count == 1 ? "" : "s", OVERDUE_DAYS);
	const char *both = arena_printf(examination->arena, "%s; %s", kept, overdue);
	struct health_flag *flag = raise_flag(examination, FLAG_ASSIGNMENTS,
		!long_overdue   ? kept
		: mostly_unkept ? both
				: overdue);
	evidence_add_actions(&flag->evidence, mostly_unkept ? unkept : late);
}

/* --- messages ---------------------------------------------------------------------------------------------------- */

/* The client's last message by today; where there is none, the first message that they left unanswered. */
static const struct message *last_heard(const struct examination *examination, const struct inbox *inbox)
{
	const struct message *from = NULL;
	const struct message *unanswered = NULL;
	for (size_t i = 0; i < inbox->message_count; i++) {
		const struct message *message = &inbox->messages[i];
		if (!is_past(examination, message->date))
			continue;
		if (message->from_client && (!from || date_compare(message->date, from->date) >= 0))
			from = message;
		if (!message->from_client && (!unanswered || date_compare(message->date, unanswered->date) < 0))
			unanswered = message;
	}
	return from ? from : unanswered;
}

static void judge_messages(const struct examination *examination, bool raises)
{
	struct client_health *health = examination->health;
	const struct inbox *inbox = records_inbox(examination->records, examination->client_id);
	const struct message *last = inbox ? last_heard(examination, inbox) : NULL;
	if (!last)
		return;
	health->inbox_known = last->from_client;
	health->last_message = last->from_client ? last->date : DATE_NONE;
	int days = date_difference(last->date, examination->today);
	if (!raises || days <= examination->settings->silent_days)
		return;
	bool met = date_is_known(health->last_session) && date_compare(health->last_session, last->date) > 0;
	const char *message =
		arena_printf(examination->arena, "no message since %s (%d days)%s%s", date_format(last->date).text,
			days, met ? ", last met on " : "", met ? date_format(health->last_session).text : "");
	evidence_add(&raise_flag(examination, FLAG_SILENT, message)->evidence,
		(struct position){ inbox->document->path, last->line, 1 });
}

/* --- progress ---------------------------------------------------------------------------------------------------- */

static void judge_progress(const struct examination *examination, bool raises)
{
	struct client_health *health = examination->health;
	const struct engagement *engagement = records_engagement(examination->records, examination->client_id);
	struct progress progress = { NULL, NULL };
	if (engagement)
		progress = progress_decide(examination->arena, engagement, examination->today);
	if (!progress.first)
		return;
	health->progress_known = true;
	health->last_progress = progress.moved ? progress.moved->date : DATE_NONE;
	const struct progress_entry *since = progress.moved ? progress.moved : progress.first;
	int days = date_difference(since->date, examination->today);
	if (!raises || days <= examination->settings->stalled_days)
		return;
	const char *message = arena_printf(
		examination->arena, "no metric moved since %s (%d days)", date_format(since->date).text, days);
	evidence_add(&raise_flag(examination, FLAG_STALLED, message)->evidence,
		document_position_of(engagement->document, since->row));
}

struct client_health health_decide(struct arena *arena, const struct records *records,
	const struct health_settings *settings, const struct roster_client *client, struct date today)
{
	struct client_health health = {
		.flags = arena_new_array(arena, FLAGS, struct health_flag),
		.last_message = DATE_NONE,
		.last_progress = DATE_NONE,
		.last_session = DATE_NONE,
		.next_session = DATE_NONE,
	};
	struct examination examination = { arena, records, settings, client->id, today, &health };
	struct judged_actions kept;
	struct judged_actions unkept;
	bool raises = client_status_is_active(client->status);
	health.completion = completion_decide(arena, records, client->id, today, &kept, &unkept);
	struct judged_actions late = examine_actions(&examination);
	examine_sessions(&examination);
	if (raises) {
		judge_sessions(&examination);
		judge_assignments(&examination, &unkept, &late);
	}
	judge_messages(&examination, raises);
	judge_progress(&examination, raises);
	indicators_decide(arena, records, client, &kept, today, &health);
	return health;
}
