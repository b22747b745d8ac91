#include "rules/client_sessions.h"
#include "rules/day_parts.h"

/* The room that a list of sessions needs at most: those with a note, and one for each client that was agreed on. */
static struct day_session *room_for(const struct planning_day *planning)
{
	const struct portfolio *portfolio = planning->records->portfolio;
	size_t most = planning->records->session_count + (portfolio ? portfolio->client_count : 0);
	return arena_new_array(planning->arena, most, struct day_session);
}

static struct span start_text(const struct planning_day *planning, int start)
{
	return start < 0 ? SPAN_NONE : planning_day_text(planning, "%s", clock_time_format(start).text);
}

static struct day_session session_of(const struct planning_day *planning, const struct session *session)
{
	const struct roster_client *client = records_client(planning->records, session->client_id);
	struct span name = client ? client->name : session->client;
	struct span note = note_link_name(planning->arena, &planning->notes, session->document);
	bool to_prepare = session->status == SESSION_PLANNED && !session->prepared;
	return (struct day_session){
		.date = session->date,
		.client = name,
		.link = planning_day_text(planning, "[[%.*s|%.*s]]", SPAN_PRINT(note), SPAN_PRINT(name)),
		.path = span_of(session->document->path),
		.start = start_text(planning, session->start),
		.minutes = INTEGER_OF(session_length(planning->records, &planning->settings->capacity.hours, session)),
		.status = session->status,
		.prepared = session->prepared,
		.todo = to_prepare ? TODO_AGENDA : TODO_NOTHING,
	};
}

/* Agreed on for the day, by an active client, and not booked. */
static bool agreed_on(const struct planning_day *planning, const struct roster_client *client, struct date day,
	struct day_session *session)
{
	struct appointment agreed = agreed_appointment(planning->records, client, planning->plan->date);
	if (!client_status_is_active(client->status) || !date_is_known(agreed.date) ||
		date_compare(agreed.date, day) != 0)
		return false;
	*session = (struct day_session){
		.date = day,
		.client = client->name,
		.link = client_link(planning->arena, planning->records, &planning->notes, client),
		.start = start_text(planning, agreed.start),
		.status = -1,
		.todo = TODO_BOOK,
	};
	return true;
}

/* Writes those of the day, by start, what was agreed on last; returns how many. */
static size_t sessions_on(const struct planning_day *planning, struct date day, struct day_session *sessions)
{
	const struct records *records = planning->records;
	const struct portfolio *portfolio = records->portfolio;
	size_t count = 0;
	for (size_t i = records_sessions_from(records, day); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, day) != 0)
			break;
		if (session->status != SESSION_CANCELLED && session->status != SESSION_RESCHEDULED)
			sessions[count++] = session_of(planning, session);
	}
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++)
		count += agreed_on(planning, &portfolio->clients[i], day, &sessions[count]);
	return count;
}

/* --- other days' sessions that ask for something ---------------------------------------------------------------- */

/* Tomorrow; from a Friday or a Saturday on, the days up to Monday. */
static struct date last_day_ahead(struct date day)
{
	enum weekday weekday = date_weekday(day);
	return date_add(day, weekday == FRIDAY ? 3 : weekday == SATURDAY ? 2 : 1);
}

static void plan_coming(struct planning_day *planning)
{
	struct date day = planning->plan->date;
	struct day_session *sessions = room_for(planning);
	size_t kept = 0, count = 0;
	for (struct date next = date_add(day, 1); date_compare(next, last_day_ahead(day)) <= 0;
		next = date_add(next, 1))
		count += sessions_on(planning, next, &sessions[count]);
	for (size_t i = 0; i < count; i++)
		if (sessions[i].todo)
			sessions[kept++] = sessions[i];
	planning->plan->coming = (struct result_list){ sessions, kept };
}

/* Over, and nobody has said what became of it. */
static bool is_unsettled(const struct planning_day *planning, const struct session *session)
{
	return session->client_id != CLIENT_NOBODY &&
	       session_is_overdue(session->status, session->date, planning->plan->date);
}

/* How many of these are of the session's client, and nobody has settled them. */
static size_t unsettled_among(
	const struct planning_day *planning, const struct session *session, const struct session *from, size_t count)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++)
		found += from[i].client_id == session->client_id && is_unsettled(planning, &from[i]);
	return found;
}

/* One for each client, the first of theirs: closing it brings up the next one. */
static void plan_unsettled(struct planning_day *planning)
{
	const struct session *all = planning->records->sessions;
	size_t past = records_sessions_from(planning->records, planning->plan->date);
	struct day_session *unsettled = room_for(planning);
	size_t count = 0;
	for (size_t i = 0; i < past; i++) {
		if (!is_unsettled(planning, &all[i]) || unsettled_among(planning, &all[i], all, i))
			continue;
		struct day_session session = session_of(planning, &all[i]);
		session.todo = TODO_SETTLE;
		session.later = unsettled_among(planning, &all[i], &all[i + 1], past - i - 1);
		unsettled[count++] = session;
	}
	planning->plan->unsettled = (struct result_list){ unsettled, count };
}

void plan_day_sessions(struct planning_day *planning)
{
	struct day_session *sessions = room_for(planning);
	planning->plan->sessions =
		(struct result_list){ sessions, sessions_on(planning, planning->plan->date, sessions) };
	plan_coming(planning);
	plan_unsettled(planning);
}
