#include "rules/touches.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "rules/check_in.h"
#include "rules/client_sessions.h"
#include "rules/resource_match.h"

#include <stdlib.h>

enum { DAY = 24 * 60, LET_GO_DAYS = 7, WEEK_DAYS = 7 };

struct looking {
	struct arena *arena;
	const struct records *records;
	const struct hours_settings *hours;
	const struct roster_client *client;
	const struct communication *communication;
	const struct engagement *engagement;
	const struct inbox *inbox;  /* NULL: none */
	const struct session *last; /* held by today; NULL */
	struct date today;
	struct touch *touches;
	size_t count;
	unsigned settled; /* touches_settled */
};

/* --- moments ----------------------------------------------------------------------------------------------------- */

/* A day, and the minute of it where that is known. */
struct moment {
	struct date date;
	int time; /* -1 */
};

static struct moment moment_add(struct moment moment, int minutes)
{
	if (moment.time < 0)
		return (struct moment){ date_add(moment.date, (minutes + DAY - 1) / DAY), -1 };
	int total = moment.time + minutes;
	return (struct moment){ date_add(moment.date, total / DAY), total % DAY };
}

static int days_of(const struct timing *timing)
{
	return (timing->minutes + DAY - 1) / DAY;
}

/* `timing` after the moment, to the minute. */
static struct moment exactly_after(struct moment moment, const struct timing *timing)
{
	if (!timing->working_days)
		return moment_add(moment, timing->minutes);
	return (struct moment){ date_add_working_days(moment.date, days_of(timing)), moment.time };
}

/* `timing` after the moment: by the end of the day where it is said in days. */
static struct moment after(struct moment moment, const struct timing *timing)
{
	if (timing->by_days)
		moment.time = -1;
	return exactly_after(moment, timing);
}

/* `timing` before the session. */
static struct moment before(const struct session *session, const struct timing *timing)
{
	int days = days_of(timing);
	if (timing->working_days)
		return (struct moment){ date_add_working_days(session->date, -days), -1 };
	if (timing->by_days || session->start < 0)
		return (struct moment){ date_add(session->date, -days), -1 };
	struct moment early = { date_add(session->date, -days), session->start };
	return moment_add(early, days * DAY - timing->minutes);
}

static struct moment end_of(const struct looking *looking, const struct session *session)
{
	struct moment start = { session->date, session->start };
	return start.time < 0 ? start : moment_add(start, session_length(looking->records, looking->hours, session));
}

static bool is_by(struct date date, struct date day)
{
	return date_compare(date, day) <= 0;
}

/* --- what was done ----------------------------------------------------------------------------------------------- */

static bool is_drafted(const struct looking *looking, enum touch_kind kind, struct date from, struct date to)
{
	const struct records *records = looking->records;
	for (size_t i = 0; i < records->draft_count; i++) {
		const struct draft *draft = &records->drafts[i];
		if (draft->client_id == looking->client->id && draft->kind == kind && is_by(from, draft->date) &&
			is_by(draft->date, to))
			return true;
	}
	return false;
}

/* On a later day, or later on the same day where both times are known. */
static bool is_after(const struct message *message, struct moment moment)
{
	int order = date_compare(message->date, moment.date);
	return order > 0 || (order == 0 && moment.time >= 0 && message->time >= moment.time);
}

static bool names(const struct looking *looking, struct span text, struct span source)
{
	struct span wanted = utf8_fold(looking->arena, text_plain(looking->arena, source));
	return wanted.length && utf8_matches_part(utf8_fold(looking->arena, text), wanted);
}

/* A message to the client since the moment; one that names `source`, where that is given. */
static bool was_written_to(const struct looking *looking, struct moment since, struct span source)
{
	for (size_t i = 0; looking->inbox && i < looking->inbox->message_count; i++) {
		const struct message *message = &looking->inbox->messages[i];
		if (!message->from_client && is_by(message->date, looking->today) && is_after(message, since) &&
			(!source.length || names(looking, message->text, source)))
			return true;
	}
	return false;
}

/* --- adding ------------------------------------------------------------------------------------------------------ */

/* What else is known of it is the caller's to add. */
static struct touch *add(
	struct looking *looking, enum touch_kind kind, struct moment due, struct position evidence, struct span rule)
{
	struct touch *touch = &looking->touches[looking->count++];
	*touch = (struct touch){
		.client = looking->client,
		.kind = kind,
		.due = due.date,
		.due_time = due.time,
		.late = date_compare(due.date, looking->today) < 0,
		.evidence = evidence,
		.rule = rule,
	};
	return touch;
}

static void settle(struct looking *looking, enum touch_kind kind)
{
	looking->settled |= 1u << kind;
}

static bool is_let_go(const struct looking *looking, struct date due)
{
	return date_difference(due, looking->today) > LET_GO_DAYS;
}

static struct position place_of(const struct session *session)
{
	return (struct position){ session->document->path, 1, 1 };
}

static struct position place_in(const struct looking *looking, struct span text)
{
	return document_position_of(looking->engagement->document, text);
}

/* --- the kinds --------------------------------------------------------------------------------------------------- */

static void look_at_reminder(struct looking *looking)
{
	const struct timing *timing = &looking->communication->reminder;
	const struct session *next = next_session(looking->records, looking->client, looking->today, false);
	if (!next || !timing->minutes)
		return;
	struct moment due = before(next, timing);
	if (!is_by(due.date, looking->today))
		return;
	if (is_drafted(looking, TOUCH_REMINDER, next->date, next->date)) {
		settle(looking, TOUCH_REMINDER);
		return;
	}
	add(looking, TOUCH_REMINDER, due, place_of(next), timing->text)->session = next;
}

static void look_at_summary(struct looking *looking)
{
	const struct timing *timing = &looking->communication->summary;
	const struct session *last = looking->last;
	if (!last || !timing->minutes)
		return;
	struct moment end = end_of(looking, last);
	struct moment due = after(end, timing);
	if (is_let_go(looking, due.date))
		return;
	if (is_drafted(looking, TOUCH_SUMMARY, last->date, last->date) || was_written_to(looking, end, SPAN_NONE)) {
		settle(looking, TOUCH_SUMMARY);
		return;
	}
	add(looking, TOUCH_SUMMARY, due, place_of(last), timing->text)->session = last;
}

static bool meets_between(const struct looking *looking, struct date from, struct date to)
{
	const struct records *records = looking->records;
	struct appointment agreed = agreed_appointment(records, looking->client, looking->today);
	if (date_is_known(agreed.date) && is_by(from, agreed.date) && is_by(agreed.date, to))
		return true;
	for (size_t i = records_sessions_from(records, from); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (!is_by(session->date, to))
			return false;
		if (session->client_id == looking->client->id && session_takes_time(session))
			return true;
	}
	return false;
}

static bool is_called_off(const struct task *promise)
{
	return promise->status == TASK_CANCELLED || promise->status == TASK_FORWARDED;
}

/* Where the client is met by the end of this week, no check-in is asked for any more. */
static bool is_check_in_over(const struct looking *looking, const struct check_in *asked, struct date end)
{
	return date_compare(looking->today, asked->due) < 0 || meets_between(looking, asked->from, end) ||
	       (!is_by(looking->today, asked->to) && is_let_go(looking, asked->due));
}

/* A promise that is kept, or was called off, is no touch any more; one that is open stands in a note as an action. */
static void add_check_in(struct looking *looking, const struct check_in *asked)
{
	const struct communication *communication = looking->communication;
	const struct task *promise = check_in_promised(looking->records, looking->client->id, asked);
	bool named = communication->check_in.text.length > 0;
	struct span said_so = named ? communication->check_in.text : communication->non_session_week;
	struct moment since = { date_add(asked->from, -1), -1 };
	struct date sunday = week_sunday(week_of(looking->today));
	struct date end = is_by(sunday, asked->to) ? asked->to : sunday;
	if (is_check_in_over(looking, asked, end) || (promise && is_called_off(promise)))
		return;
	if ((promise && !task_is_unfinished(promise)) || is_drafted(looking, TOUCH_CHECK_IN, asked->from, end) ||
		was_written_to(looking, since, SPAN_NONE)) {
		settle(looking, TOUCH_CHECK_IN);
		return;
	}
	struct touch *touch = add(looking, TOUCH_CHECK_IN, (struct moment){ asked->due, -1 },
		place_in(looking, named ? said_so : communication->non_session_place), said_so);
	touch->promised = promise != NULL;
	touch->from = asked->from;
	touch->to = asked->to;
}

/* This week's; before that is due, last week's. */
static void look_at_check_in(struct looking *looking)
{
	const struct timing *timing = &looking->communication->check_in;
	bool is_asked_for =
		timing->minutes || timing->mid_week || timing->weekday >= 0 || looking->communication->pattern_check_in;
	if (!looking->last || !is_asked_for)
		return;
	struct date met = looking->last->date;
	struct check_in asked = check_in_of(looking->engagement, met, looking->today);
	struct check_in before = check_in_of(looking->engagement, met, date_add(looking->today, -WEEK_DAYS));
	bool is_before = date_compare(before.due, asked.due) < 0 && date_compare(met, before.from) < 0;
	add_check_in(looking, is_before && date_compare(looking->today, asked.due) < 0 ? &before : &asked);
}

const struct engagement_resource *resource_for(
	struct arena *arena, const struct engagement *engagement, struct span focus, struct span *word)
{
	struct word_index words = word_index_of(arena, &focus, 1);
	for (size_t i = 0; i < engagement->resource_count; i++) {
		*word = word_index_match(arena, &words, engagement->resources[i].when);
		if (word->length)
			return &engagement->resources[i];
	}
	return NULL;
}

static void look_at_resource(struct looking *looking)
{
	const struct timing *timing = &looking->communication->resource;
	const struct session *last = looking->last;
	struct span word;
	if (!last || !last->next_focus.length || !(timing->text.length || looking->communication->pattern_resource))
		return;
	const struct engagement_resource *resource =
		resource_for(looking->arena, looking->engagement, last->next_focus, &word);
	struct moment end = { last->date, -1 };
	struct moment due = timing->minutes ? after(end, timing) : moment_add(end, DAY);
	if (!resource || is_let_go(looking, due.date))
		return;
	if (is_drafted(looking, TOUCH_RESOURCE, last->date, looking->today) ||
		was_written_to(looking, end, resource->source)) {
		settle(looking, TOUCH_RESOURCE);
		return;
	}
	struct touch *touch = add(looking, TOUCH_RESOURCE, due, place_of(last), SPAN_NONE);
	touch->session = last;
	touch->resource = text_plain(looking->arena, resource->source);
	touch->word = word;
}

/* The first message of the client since they were last written to, or met on a later day. */
static const struct message *unanswered(const struct looking *looking)
{
	const struct message *first = NULL;
	for (size_t i = 0; looking->inbox && i < looking->inbox->message_count; i++) {
		const struct message *message = &looking->inbox->messages[i];
		bool met = looking->last && date_compare(looking->last->date, message->date) > 0;
		if (!is_by(message->date, looking->today))
			continue;
		if (!message->from_client)
			first = NULL;
		else if (!first && !met)
			first = message;
	}
	return first;
}

static void look_at_reply(struct looking *looking)
{
	const struct message *message = unanswered(looking);
	if (!message && was_written_to(looking, (struct moment){ date_add(looking->today, -1), -1 }, SPAN_NONE))
		settle(looking, TOUCH_REPLY);
	if (!message)
		return;
	const struct response_time *response =
		communication_response(looking->arena, looking->communication, message->channel);
	if (!response)
		return;
	struct moment due = exactly_after((struct moment){ message->date, message->time }, &response->timing);
	if (!is_by(due.date, looking->today))
		return;
	struct position place = { looking->inbox->document->path, message->line, 1 };
	add(looking, TOUCH_REPLY, due, place, response->timing.text)->message = message;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

static struct looking look(struct arena *arena, const struct records *records, const struct hours_settings *hours,
	const struct roster_client *client, struct date today)
{
	const struct engagement *engagement = records_engagement(records, client->id);
	struct looking looking = {
		.arena = arena,
		.records = records,
		.hours = hours,
		.client = client,
		.communication = engagement ? &engagement->communication : NULL,
		.engagement = engagement,
		.inbox = records_inbox(records, client->id),
		.last = last_session(records, client, date_add(today, 1)),
		.today = today,
		.touches = arena_new_array(arena, TOUCH_KIND_COUNT, struct touch),
	};
	if (!engagement)
		return looking;
	look_at_reminder(&looking);
	look_at_summary(&looking);
	look_at_check_in(&looking);
	look_at_resource(&looking);
	look_at_reply(&looking);
	return looking;
}

struct result_list touches_of(struct arena *arena, const struct records *records, const struct hours_settings *hours,
	const struct roster_client *client, struct date today)
{
	struct looking looking = look(arena, records, hours, client, today);
	return (struct result_list){ looking.touches, looking.count };
}

unsigned touches_settled(struct arena *arena, const struct records *records, const struct hours_settings *hours,
	const struct roster_client *client, struct date today)
{
	return look(arena, records, hours, client, today).settled;
}

static int compare_touches(const void *left, const void *right)
{
	const struct touch *a = left;
	const struct touch *b = right;
	int order = date_compare(a->due, b->due);
	/* By the end of a day is later than any time of it. */
	if (!order)
		order = ((unsigned)a->due_time > (unsigned)b->due_time) -
			((unsigned)a->due_time < (unsigned)b->due_time);
	if (!order)
		order = (a->client->id > b->client->id) - (a->client->id < b->client->id);
	return order ? order : (int)a->kind - (int)b->kind;
}

struct result_list touches_decide(
	struct arena *arena, const struct records *records, const struct hours_settings *hours, struct date today)
{
	const struct portfolio *portfolio = records->portfolio;
	size_t most = portfolio ? portfolio->client_count : 0;
	struct touch *touches = arena_new_array(arena, most * TOUCH_KIND_COUNT, struct touch);
	size_t count = 0;
	for (size_t i = 0; i < most; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!client_status_is_active(client->status))
			continue;
		struct result_list own = touches_of(arena, records, hours, client, today);
		for (size_t k = 0; k < own.count; k++)
			touches[count++] = ((const struct touch *)own.items)[k];
	}
	if (count > 1)
		qsort(touches, count, sizeof(*touches), compare_touches);
	return (struct result_list){ touches, count };
}
