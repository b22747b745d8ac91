#include "rules/message.h"

#include "md/link.h"
#include "model/plain_text.h"
#include "rules/check_in.h"
#include "rules/client_sessions.h"
#include "rules/listed_action.h"
#include "rules/metrics.h"
#include "rules/phase.h"
#include "rules/touches.h"

#include <string.h>

struct gathering {
	struct arena *arena;
	const struct aliases *aliases;
	const struct records *records;
	const struct roster_client *client;
	const struct engagement *engagement; /* NULL: none */
	const struct session *last;          /* held by today; NULL */
	struct date today;
	struct message_facts *facts;
};

/* --- sessions ---------------------------------------------------------------------------------------------------- */

static const struct session *held_on(const struct gathering *gathering, struct date day)
{
	const struct session *session = session_on(gathering->records, gathering->client, day, -1);
	return session && session->status == SESSION_HELD ? session : NULL;
}

static const struct session *session_for(const struct gathering *gathering, enum touch_kind kind, struct date day)
{
	bool named = date_is_known(day);
	if (kind == TOUCH_REMINDER)
		return next_session(gathering->records, gathering->client, named ? day : gathering->today, named);
	return named ? held_on(gathering, day) : gathering->last;
}

/* The last one that was missed by today, where none was held since. */
static struct date missed_since(const struct gathering *gathering)
{
	const struct records *records = gathering->records;
	for (size_t i = records_sessions_from(records, date_add(gathering->today, 1)); i-- > 0;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id != gathering->client->id)
			continue;
		if (session->status == SESSION_MISSED)
			return session->date;
		if (session->status == SESSION_HELD)
			break;
	}
	return DATE_NONE;
}

/* Booked, else agreed on; behind the session that the message is about. */
static struct appointment next_meeting(const struct gathering *gathering)
{
	const struct session *about = gathering->facts->session;
	struct date from = gathering->today;
	if (about && date_compare(about->date, from) >= 0)
		from = date_add(about->date, 1);
	const struct session *next = next_session(gathering->records, gathering->client, from, false);
	if (next)
		return (struct appointment){ next->date, next->start };
	struct appointment agreed = agreed_appointment(gathering->records, gathering->client, gathering->today);
	bool ahead = date_is_known(agreed.date) && date_compare(agreed.date, from) >= 0;
	return ahead ? agreed : (struct appointment){ DATE_NONE, -1 };
}

static struct span focus_for(const struct gathering *gathering)
{
	const struct message_facts *facts = gathering->facts;
	const struct session *before = facts->session;
	struct span focus = SPAN_NONE;
	if (facts->kind == TOUCH_REMINDER)
		before = last_session(gathering->records, gathering->client, facts->session->date);
	if (before)
		focus = before->next_focus;
	if (!focus.length && facts->kind == TOUCH_REMINDER)
		focus = phase_focus(gathering->arena, gathering->aliases, gathering->records, gathering->engagement,
			facts->session);
	if (!focus.length && facts->kind == TOUCH_RESOURCE && gathering->engagement)
		focus = gathering->engagement->goal;
	return text_plain(gathering->arena, focus);
}

/* --- actions ----------------------------------------------------------------------------------------------------- */

static bool may_be_told(const struct gathering *gathering, const struct action *action)
{
	return action->client_id == gathering->client->id && was_listed(gathering->records, action);
}

static struct message_action action_of(const struct gathering *gathering, const struct action *action)
{
	return (struct message_action){ text_plain(gathering->arena, action->task.text), action->task.due,
		action->owner == OWNER_COACH };
}

static bool was_agreed_in(const struct action *action, const struct session *session)
{
	return strcmp(action->document->path, session->document->path) == 0 && action->task.status != TASK_CANCELLED &&
	       action->task.status != TASK_FORWARDED;
}

static void gather_actions(const struct gathering *gathering)
{
	const struct action_list *actions = &gathering->records->actions;
	const struct message_facts *facts = gathering->facts;
	size_t most = actions->count + actions->copy_count;
	struct message_action *gathered = arena_new_array(gathering->arena, most, struct message_action);
	bool summary = facts->kind == TOUCH_SUMMARY;
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		bool wanted = summary ? was_agreed_in(action, facts->session)
				      : action->owner == OWNER_CLIENT && task_is_unfinished(&action->task);
		if (wanted && may_be_told(gathering, action))
			gathered[count++] = action_of(gathering, action);
	}
	/* One that was agreed again in another session is of both. */
	for (size_t i = 0; summary && i < actions->copy_count; i++)
		if (was_agreed_in(&actions->copies[i], facts->session) && may_be_told(gathering, &actions->copies[i]))
			gathered[count++] = action_of(gathering, &actions->copies[i]);
	gathering->facts->actions = (struct result_list){ gathered, count };
}

static void find_win(const struct gathering *gathering)
{
	const struct action_list *actions = &gathering->records->actions;
	const struct action *best = NULL;
	for (size_t i = 0; gathering->last && i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		struct date done = action->task.done;
		if (action->owner != OWNER_CLIENT || action->task.status != TASK_DONE || !date_is_known(done) ||
			date_compare(done, gathering->last->date) < 0 || date_compare(done, gathering->today) > 0)
			continue;
		if ((!best || date_compare(done, best->task.done) >= 0) && may_be_told(gathering, action))
			best = action;
	}
	if (best)
		gathering->facts->win = text_plain(gathering->arena, best->task.text);
}

/* --- metrics and resources --------------------------------------------------------------------------------------- */

static void find_metric(const struct gathering *gathering)
{
	struct message_facts *facts = gathering->facts;
	long long farthest = 0;
	if (!gathering->engagement)
		return;
	struct result_list list = metrics_decide(gathering->arena, gathering->engagement, 0, gathering->today);
	for (size_t i = 0; i < list.count; i++) {
		const struct metric_standing *metric = (const struct metric_standing *)list.items + i;
		bool moved = metric->progress.known && metric->baseline.length && metric->value.length;
		if (!moved || metric->progress.tenths <= farthest)
			continue;
		farthest = metric->progress.tenths;
		facts->metric = text_plain(gathering->arena, metric->name);
		facts->metric_from = text_plain(gathering->arena, metric->baseline);
		facts->metric_to = text_plain(gathering->arena, metric->value);
	}
}

static bool find_resource(const struct gathering *gathering)
{
	struct message_facts *facts = gathering->facts;
	const struct engagement_resource *resource = NULL;
	if (gathering->engagement)
		resource = resource_for(gathering->arena, gathering->engagement, facts->focus, &facts->word);
	if (!resource)
		return false;
	facts->resource = text_plain(gathering->arena, resource->source);
	struct span location = span_trim(resource->location);
	if (span_starts_with(location, "https://") || span_starts_with(location, "http://"))
		facts->location = location;
	return true;
}

/* --- the beginning ----------------------------------------------------------------------------------------------- */

void message_welcome(struct arena *arena, const struct engagement *engagement, struct appointment next,
	struct date today, struct message_facts *facts)
{
	*facts = (struct message_facts){
		.kind = TOUCH_WELCOME, .day = today, .start = DATE_NONE, .missed = DATE_NONE, .next = next
	};
	if (!engagement)
		return;
	facts->start = engagement->start;
	if (date_is_known(facts->start))
		facts->day = facts->start;
	facts->minutes = engagement->meeting_minutes;
	facts->outcome = text_plain(arena, engagement->outcome);
	if (engagement->cadence.known)
		facts->cadence = text_plain(arena, engagement->cadence_text);
	facts->channel = text_plain(arena, engagement->profile.async_support);
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

static struct date day_of(const struct gathering *gathering)
{
	const struct message_facts *facts = gathering->facts;
	if (facts->kind == TOUCH_CHECK_IN)
		return mid_week_day(gathering->engagement, gathering->today);
	return facts->session ? facts->session->date : gathering->today;
}

bool message_gather(struct arena *arena, const struct aliases *aliases, const struct records *records,
	const struct hours_settings *hours, const struct roster_client *client, enum touch_kind kind, struct date day,
	struct date today, struct message_facts *facts)
{
	struct gathering gathering = { arena, aliases, records, client, records_engagement(records, client->id),
		last_session(records, client, date_add(today, 1)), today, facts };
	*facts = (struct message_facts){
		.kind = kind, .day = day, .next = { DATE_NONE, -1 }, .start = DATE_NONE, .missed = DATE_NONE
	};
	if (kind == TOUCH_WELCOME) {
		message_welcome(arena, gathering.engagement, next_meeting(&gathering), today, facts);
		return true;
	}
	facts->session = session_for(&gathering, kind, day);
	if (!facts->session && (kind == TOUCH_REMINDER || kind == TOUCH_SUMMARY || date_is_known(day)))
		return false;
	facts->day = day_of(&gathering);
	facts->minutes = facts->session ? session_length(records, hours, facts->session) : 0;
	facts->focus = focus_for(&gathering);
	facts->next = next_meeting(&gathering);
	if (kind == TOUCH_RESOURCE)
		return find_resource(&gathering);
	gather_actions(&gathering);
	if (kind == TOUCH_SUMMARY)
		facts->summary = plain_text(arena, aliases, facts->session->document, facts->session->summary);
	if (kind == TOUCH_CHECK_IN) {
		facts->missed = missed_since(&gathering);
		find_win(&gathering);
		find_metric(&gathering);
	}
	return kind != TOUCH_SUMMARY || facts->summary.length || facts->actions.count;
}
