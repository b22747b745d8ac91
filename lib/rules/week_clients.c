#include "rules/week_parts.h"

#include "rules/checkpoints.h"
#include "rules/client_sessions.h"
#include "rules/escalation.h"
#include "rules/phase.h"

static bool is_in_week(const struct planning *planning, struct date date)
{
	return date_is_known(date) && week_compare(week_of(date), planning->week) == 0;
}

static struct span link_of(struct planning *planning, const struct roster_client *client)
{
	return client_link(planning->arena, planning->records, &planning->notes, client);
}

/* --- a client's week --------------------------------------------------------------------------------------------- */

/* "Fri 10:00" in the week, "Fri 2026-11-13 10:00" out of it or where it is to be told in full. */
static struct span day_and_time(struct planning *planning, struct date date, int start, bool in_full)
{
	const char *day = weekday_short_name(date_weekday(date));
	bool dated = in_full || !is_in_week(planning, date);
	return planning_text(planning, "%s%s%s%s%s", day, dated ? " " : "", dated ? date_format(date).text : "",
		start < 0 ? "" : " ", start < 0 ? "" : clock_time_format(start).text);
}

struct span week_preparation_text(struct arena *arena, struct span link)
{
	return span_of(arena_printf(arena, "**Prepare %.*s**", SPAN_PRINT(link)));
}

static bool is_to_prepare(const struct session *session)
{
	return session->status == SESSION_PLANNED && !session->prepared;
}

bool week_has_to_prepare(const struct records *records, const struct roster_client *client, struct date from)
{
	struct date last = week_sunday(week_of(from));
	for (size_t i = records_sessions_from(records, from);
		i < records->session_count && date_compare(records->sessions[i].date, last) <= 0; i++)
		if (records->sessions[i].client_id == client->id && is_to_prepare(&records->sessions[i]))
			return true;
	return false;
}

static void prioritise_preparation(
	struct planning *planning, const struct session *session, const struct roster_client *client)
{
	struct span when = day_and_time(planning, session->date, session->start, false);
	struct span text = week_preparation_text(planning->arena, link_of(planning, client));
	struct span reason = planning_text(planning, "session on %.*s, no agenda yet", SPAN_PRINT(when));
	planning_add_priority(planning, PRIORITY_PREPARE, text, reason)->day = session->date;
}

/* Of one that is over it is asked what became of it (plan_overdue_sessions). */
static bool asks_for_agenda(const struct planning *planning, const struct session *session)
{
	return is_to_prepare(session) && !session_is_overdue(session->status, session->date, planning->today);
}

void plan_preparations(struct planning *planning)
{
	const struct records *records = planning->records;
	size_t first = records_sessions_from(records, week_monday(planning->week));
	for (size_t i = first; i < records->session_count && is_in_week(planning, records->sessions[i].date); i++) {
		const struct session *session = &records->sessions[i];
		const struct roster_client *client = records_client(records, session->client_id);
		if (client && asks_for_agenda(planning, session))
			prioritise_preparation(planning, session, client);
		else if (client && (session->prepared || session->status == SESSION_HELD))
			planning_settle(planning, PRIORITY_PREPARE,
				week_preparation_text(planning->arena, link_of(planning, client)));
	}
}

/* The sessions of the week that are planned or held, as a text. */
static struct span sessions_of(struct planning *planning, const struct roster_client *client)
{
	const struct records *records = planning->records;
	size_t first = records_sessions_from(records, week_monday(planning->week));
	struct span text = SPAN_NONE;
	for (size_t i = first; i < records->session_count && is_in_week(planning, records->sessions[i].date); i++) {
		const struct session *session = &records->sessions[i];
		if (session->client_id != client->id || !session_takes_time(session))
			continue;
		struct span when = day_and_time(planning, session->date, session->start, false);
		text = text.length ? planning_text(planning, "%.*s, %.*s", SPAN_PRINT(text), SPAN_PRINT(when)) : when;
	}
	return text;
}

/* What was agreed on for the week, or for a day that has passed, and was not booked; DATE_NONE for nothing. */
static struct appointment agreed_by_week(const struct planning *planning, const struct roster_client *client)
{
	struct appointment agreed = agreed_appointment(planning->records, client, planning->reference);
	if (date_is_known(agreed.date) && date_compare(agreed.date, week_sunday(planning->week)) > 0)
		agreed.date = DATE_NONE;
	return agreed;
}

static struct span booking_text(struct planning *planning, struct span link)
{
	return planning_text(planning, "**Book %.*s**", SPAN_PRINT(link));
}

static bool has_booked(const struct planning *planning, const struct roster_client *client)
{
	const struct records *records = planning->records;
	for (size_t i = records_sessions_from(records, week_monday(planning->week)); i < records->session_count; i++)
		if (records->sessions[i].client_id == client->id && session_takes_time(&records->sessions[i]))
			return true;
	return false;
}

/* `sessions`, and the one that is still to be booked: a priority. */
static struct span with_agreed(
	struct planning *planning, struct span sessions, struct span link, struct appointment agreed)
{
	struct span full = day_and_time(planning, agreed.date, agreed.start, true);
	struct span when = day_and_time(planning, agreed.date, agreed.start, false);
	struct span text = booking_text(planning, link);
	struct span reason = planning_text(planning, "agreed for %.*s, no note yet", SPAN_PRINT(full));
	planning_add_priority(planning, PRIORITY_BOOK, text, reason)->day = agreed.date;
	return planning_text(planning, "%.*s%s%.*s, not booked", SPAN_PRINT(sessions), sessions.length ? "; " : "",
		SPAN_PRINT(when));
}

/* The focus that the last held session named for the next one, else the goal. */
static struct span focus_of(struct planning *planning, const struct roster_client *client, struct span goal)
{
	struct date after = date_add(week_sunday(planning->week), 1);
	const struct session *last = last_session(planning->records, client, after);
	return last && last->next_focus.length ? last->next_focus : goal;
}

static struct span flags_of(struct planning *planning, const struct client_health *health, struct span link)
{
	struct span outreach = planning_text(planning, "**Reach out to %.*s**", SPAN_PRINT(link));
	struct span text = SPAN_NONE;
	if (health->flag_count == 0)
		planning_settle(planning, PRIORITY_RED_FLAG, outreach);
	for (size_t i = 0; i < health->flag_count; i++) {
		const struct health_flag *flag = &health->flags[i];
		const char *name = health_flag_names[flag->code];
		text = text.length ? planning_text(planning, "%.*s, %s", SPAN_PRINT(text), name) : span_of(name);
		planning_add_priority(planning, PRIORITY_RED_FLAG, outreach, flag->message);
		planning_add_item(planning, &planning->watchlist, link, flag->message, DATE_NONE);
	}
	return text;
}

/* What the coach is to look at where a client raises a flag, and where that stands. */
static void watch_triggers(struct planning *planning, const struct engagement *engagement,
	const struct client_health *health, struct span link)
{
	struct result_list triggers = escalation_triggers(planning->arena, engagement, health);
	for (size_t i = 0; i < triggers.count; i++) {
		const struct escalation_trigger *trigger = (const struct escalation_trigger *)triggers.items + i;
		planning_add_item(planning, &planning->watchlist, link,
			planning_text(planning, "escalation trigger to look at: %.*s (%s:%u)",
				SPAN_PRINT(trigger->text), trigger->place.path, trigger->place.line),
			DATE_NONE);
	}
}

static struct span touch_of(const struct engagement *engagement, bool session_week)
{
	struct span touch = SPAN_NONE;
	if (engagement)
		touch = session_week ? engagement->communication.session_week
				     : engagement->communication.non_session_week;
	if (touch.length)
		return touch;
	return session_week ? SPAN("Prepare, session, summary, resource") : SPAN("Check-in message");
}

static void plan_milestones_of(struct planning *planning, const struct engagement *engagement, struct span link)
{
	for (size_t i = 0; engagement && i < engagement->milestone_count; i++) {
		const struct engagement_milestone *milestone = &engagement->milestones[i];
		struct span text =
			planning_text(planning, "**%.*s** of %.*s", SPAN_PRINT(milestone->name), SPAN_PRINT(link));
		if (milestone->done)
			planning_settle(planning, PRIORITY_MILESTONE, text);
		else if (is_in_week(planning, milestone->date))
			planning_add_priority(planning, PRIORITY_MILESTONE, text,
				planning_text(planning, "due on %s", date_format(milestone->date).text));
	}
}

/* The number of the week's first session, else of the one that would come next. */
static int session_number(const struct planning *planning, const struct roster_client *client)
{
	const struct records *records = planning->records;
	size_t first = records_sessions_from(records, week_monday(planning->week));
	for (size_t i = first; i < records->session_count && is_in_week(planning, records->sessions[i].date); i++) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == client->id && session_takes_time(session) && session->number)
			return session->number;
	}
	return next_session_number(records, client);
}

static struct span phase_of(
	const struct planning *planning, const struct roster_client *client, const struct engagement *engagement)
{
	if (!engagement)
		return SPAN_NONE;
	const struct engagement_phase *phase = phase_current(
		planning->arena, planning->settings->aliases, engagement, session_number(planning, client));
	return span_or_none(phase && phase->name.length ? phase->name : engagement->phase);
}

static void report_undated(
	struct planning *planning, const struct engagement *engagement, const struct engagement_checkpoint *checkpoint)
{
	struct finding *finding = finding_add(planning->findings, FINDING_CHECKPOINT_UNDATED,
		document_position_of(engagement->document, checkpoint->place),
		"the checkpoint \"%.*s\" has no day: the engagement does not say when it began",
		SPAN_PRINT(span_slice(checkpoint->text, 0, 60)));
	finding_hint(planning->findings, finding, "give it a Start Date: the checkpoint comes %s from then on",
		rhythm_text(planning->arena, checkpoint->rhythm));
}

static void plan_checkpoints(struct planning *planning, const struct engagement *engagement, struct span link)
{
	struct date start = engagement ? engagement_start(planning->records, engagement) : DATE_NONE;
	struct result_list due = checkpoints_due(planning->arena, engagement, start, planning->week, planning->week);
	const struct due_checkpoint *items = due.items;
	for (size_t i = 0; i < due.count; i++) {
		struct span detail = items[i].rhythm;
		if (date_is_known(items[i].date))
			detail = planning_text(planning, "%.*s, %.*s", SPAN_PRINT(detail),
				SPAN_PRINT(day_and_time(planning, items[i].date, -1, true)));
		planning_add_item(planning, &planning->checkpoints,
			planning_text(planning, "%.*s: %.*s", SPAN_PRINT(link), SPAN_PRINT(items[i].text)), detail,
			items[i].date);
	}
	for (size_t i = 0; engagement && !date_is_known(start) && i < engagement->checkpoint_count; i++) {
		const struct engagement_checkpoint *checkpoint = &engagement->checkpoints[i];
		struct date day;
		if (!checkpoint_falls(checkpoint->rhythm, start, planning->week, planning->week, &day))
			report_undated(planning, engagement, checkpoint);
	}
}

static void plan_client(struct planning *planning, const struct roster_client *client)
{
	const struct engagement *engagement = records_engagement(planning->records, client->id);
	struct client_health health = health_decide(
		planning->arena, planning->records, &planning->settings->health, client, planning->reference);
	struct week_client plan = { .name = client->name, .link = link_of(planning, client) };
	struct appointment agreed = agreed_by_week(planning, client);
	plan.session = sessions_of(planning, client);
	plan.touch = touch_of(engagement, plan.session.length > 0 || is_in_week(planning, agreed.date));
	if (date_is_known(agreed.date))
		plan.session = with_agreed(planning, plan.session, plan.link, agreed);
	else if (has_booked(planning, client))
		planning_settle(planning, PRIORITY_BOOK, booking_text(planning, plan.link));
	plan.goal = engagement ? engagement->goal : SPAN_NONE;
	plan.focus = focus_of(planning, client, plan.goal);
	plan.phase = phase_of(planning, client, engagement);
	plan.flags = flags_of(planning, &health, plan.link);
	watch_triggers(planning, engagement, &health, plan.link);
	plan.open_actions = INTEGER_OF(health.open_actions);
	plan.overdue_actions = INTEGER_OF(health.overdue_actions);
	plan_milestones_of(planning, engagement, plan.link);
	plan_checkpoints(planning, engagement, plan.link);
	*(struct week_client *)planning_push(planning, &planning->clients, sizeof(plan)) = plan;
}

/* Whoever has a session in the week is in the plan, whatever the roster's status says. */
static bool meets_this_week(const struct planning *planning, const struct roster_client *client)
{
	for (size_t i = 0; i < planning->records->session_count; i++) {
		const struct session *session = &planning->records->sessions[i];
		if (session->client_id == client->id && session_takes_time(session) &&
			is_in_week(planning, session->date))
			return true;
	}
	return false;
}

void plan_clients(struct planning *planning)
{
	const struct portfolio *portfolio = planning->records->portfolio;
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++)
		if (client_status_is_active(portfolio->clients[i].status) ||
			meets_this_week(planning, &portfolio->clients[i]))
			plan_client(planning, &portfolio->clients[i]);
}

void plan_endings(struct planning *planning, const struct capacity *capacity)
{
	for (size_t i = 0; i < capacity->endings.count; i++) {
		const struct capacity_ending *ending = (const struct capacity_ending *)capacity->endings.items + i;
		planning_add_item(planning, &planning->watchlist, link_of(planning, ending->row),
			planning_text(planning, "programme ends on %s", date_format(ending->end).text), ending->end);
	}
}
