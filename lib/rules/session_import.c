#include "rules/session_import.h"

#include "rules/import_names.h"

#include <stdlib.h>

enum { MINUTES_MOST = 24 * 60 };

const char *const import_action_names[] = { "booked", "moved", "cancelled", "linked", "unchanged", NULL };
const char *const import_reason_names[] = { "no_client", "several_clients", "repeated", "too_long", NULL };

static const struct document nowhere = { .path = NULL };

struct deciding {
	struct arena *arena;
	const struct import_request *request;
	const struct import_names *names;
	/* The records as they are after the steps so far: first the sessions that there were, in their places, then
	 * those that are booked. */
	struct records after;
	bool *claimed; /* of each session that there was: it is an event's */
	bool *decided; /* of each event */
	struct session_import *import;
	struct finding_list *findings;
};

/* --- what comes of an event --------------------------------------------------------------------------------------- */

static void add_step(struct deciding *deciding, struct import_step step)
{
	deciding->import->steps[deciding->import->count++] = step;
}

static void skip(struct deciding *deciding, const struct icalendar_event *event, enum import_reason reason)
{
	deciding->import->skips[deciding->import->skip_count++] = (struct import_skip){ reason, event };
}

static int length_of(const struct deciding *deciding, const struct session *session)
{
	return session_length(deciding->request->records, deciding->request->hours, session);
}

static struct import_step step_of(
	const struct deciding *deciding, const struct icalendar_event *event, const struct session *session)
{
	return (struct import_step){ IMPORT_UNCHANGED, event, session, NULL, 0, session->date, session->start,
		length_of(deciding, session) };
}

/* The roster's row, or one that was made up for who has an engagement file alone; NULL for a name that nobody has. */
static const struct import_client *client_of(const struct deciding *deciding, int client_id)
{
	for (size_t i = 0; i < deciding->request->client_count; i++)
		if (deciding->request->clients[i].client->id == client_id)
			return &deciding->request->clients[i];
	return NULL;
}

/* --- a session that is the event's -------------------------------------------------------------------------------- */

/* Day, time and length that the calendar gives it; what the event does not say stays. */
static void take_times(struct import_step *step)
{
	const struct icalendar_event *event = step->event;
	step->date = event->date;
	step->start = event->start >= 0 ? event->start : step->start;
	if (event->minutes > 0 && event->minutes <= MINUTES_MOST)
		step->minutes = event->minutes;
}

static bool takes_other_times(const struct deciding *deciding, const struct import_step *step)
{
	const struct session *session = step->session;
	return date_compare(step->date, session->date) != 0 || step->start != session->start ||
	       step->minutes != length_of(deciding, session);
}

static void report_difference(struct deciding *deciding, const struct session *session, const char *says)
{
	finding_hint(deciding->findings,
		finding_add(deciding->findings, FINDING_CALENDAR_DIFFERS, session->status_position,
			"the session is %s, and the calendar %s; the note stays as it is",
			session_status_names[session->status], says),
		"change the one that is wrong by hand");
}

static const char *appointment_words(struct arena *arena, const struct icalendar_event *event)
{
	const char *day = arena_printf(arena, "says %s", date_format(event->date).text);
	return event->start < 0 ? day : arena_printf(arena, "%s %s", day, clock_time_format(event->start).text);
}

/* A session that is no longer planned is a person's word. */
static void keep(struct deciding *deciding, const struct icalendar_event *event, const struct session *session)
{
	struct import_step step = step_of(deciding, event, session);
	struct import_step wanted = step;
	bool over = session->status == SESSION_HELD || session->status == SESSION_MISSED;
	take_times(&wanted);
	if (over && event->cancelled)
		report_difference(deciding, session, "cancels it");
	else if (over && takes_other_times(deciding, &wanted))
		report_difference(deciding, session, appointment_words(deciding->arena, event));
	else if (!over && !event->cancelled)
		report_difference(deciding, session, appointment_words(deciding->arena, event));
	add_step(deciding, step);
}

/* The session as it is then, for the checks of those that follow. */
static struct session *after_of(struct deciding *deciding, const struct session *session)
{
	return &deciding->after.sessions[session - deciding->request->records->sessions];
}

static void cancel(struct deciding *deciding, const struct icalendar_event *event, const struct session *session)
{
	struct import_step step = step_of(deciding, event, session);
	step.action = IMPORT_CANCELLED;
	after_of(deciding, session)->status = SESSION_CANCELLED;
	add_step(deciding, step);
}

/* False where the client has another session then. */
static bool check_move(struct deciding *deciding, const struct import_step *step)
{
	struct session *after = after_of(deciding, step->session);
	const struct import_client *client = client_of(deciding, after->client_id);
	if (client) {
		struct booking booking = { client->client, step->date, step->start, step->minutes, after };
		if (booking_repeated(&deciding->after, deciding->request->hours, &booking))
			return false;
		booking_check(&deciding->after, deciding->request->hours, &booking, deciding->request->today,
			deciding->findings);
	}
	after->date = step->date;
	after->start = step->start;
	after->minutes = step->minutes;
	return true;
}

static void follow(struct deciding *deciding, const struct icalendar_event *event, const struct session *session)
{
	struct import_step step = step_of(deciding, event, session);
	take_times(&step);
	bool differs = takes_other_times(deciding, &step);
	bool renamed = event->key.length && !span_equal(session->uid, event->key);
	if (differs && !check_move(deciding, &step)) {
		skip(deciding, event, IMPORT_REPEATED);
		return;
	}
	bool by_hand = session->uid.length == 0;
	step.action = differs && !by_hand ? IMPORT_MOVED : renamed || differs ? IMPORT_LINKED : IMPORT_UNCHANGED;
	add_step(deciding, step);
}

static bool names_another(struct deciding *deciding, const struct icalendar_event *event, const struct session *session)
{
	const struct import_client *named = NULL;
	import_names_find(deciding->arena, deciding->names, event, &named);
	if (!named || named->client->id == session->client_id)
		return false;
	report_difference(
		deciding, session, arena_printf(deciding->arena, "names %.*s for it", SPAN_PRINT(named->name)));
	return true;
}

static void decide_known(struct deciding *deciding, size_t event_index, size_t session_index)
{
	const struct icalendar_event *event = &deciding->request->calendar->events[event_index];
	const struct session *session = &deciding->request->records->sessions[session_index];
	deciding->claimed[session_index] = true;
	deciding->decided[event_index] = true;
	if (session->status != SESSION_PLANNED)
		keep(deciding, event, session);
	else if (event->cancelled)
		cancel(deciding, event, session);
	else if (names_another(deciding, event, session))
		add_step(deciding, step_of(deciding, event, session));
	else
		follow(deciding, event, session);
}

/* --- which session is the event's --------------------------------------------------------------------------------- */

/* An event becomes a series, or a series is shifted within its days: the uid says which it was. */
static bool is_of_uid(struct span key, struct span uid)
{
	return uid.length && (span_equal(key, uid) || (key.length > uid.length && key.at[uid.length] == '/' &&
							      span_equal(span_slice(key, 0, uid.length), uid)));
}

static bool is_by_key(const struct session *session, const struct icalendar_event *event)
{
	return event->key.length && span_equal(session->uid, event->key);
}

static bool is_by_uid_and_day(const struct session *session, const struct icalendar_event *event)
{
	return is_of_uid(session->uid, event->uid) && date_compare(session->date, event->date) == 0;
}

static void decide_by(
	struct deciding *deciding, bool (*belongs)(const struct session *, const struct icalendar_event *))
{
	const struct icalendar *calendar = deciding->request->calendar;
	const struct records *records = deciding->request->records;
	for (size_t i = 0; i < calendar->count; i++)
		for (size_t j = 0; j < records->session_count && !deciding->decided[i]; j++)
			if (!deciding->claimed[j] && belongs(&records->sessions[j], &calendar->events[i]))
				decide_known(deciding, i, j);
}

/* --- a session that was booked by hand, or not yet ---------------------------------------------------------------- */

/* The client's session of that day and time; planned or held also one where either says no time. The calendar's own are
 * none. */
static const struct session *by_hand(
	const struct deciding *deciding, const struct icalendar_event *event, const struct import_client *client)
{
	const struct records *records = deciding->request->records;
	for (size_t i = records_sessions_from(records, event->date); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, event->date) != 0)
			break;
		bool untimed = session_takes_time(session) && (session->start < 0 || event->start < 0);
		if (session->client_id == client->client->id && session->uid.length == 0 && !deciding->claimed[i] &&
			(session->start == event->start || untimed))
			return session;
	}
	return NULL;
}

static void add_after(struct deciding *deciding, const struct import_step *step)
{
	struct records *after = &deciding->after;
	after->sessions[after->session_count++] = (struct session){ .document = &nowhere,
		.client = step->client->name,
		.client_id = step->client->client->id,
		.number = step->number,
		.date = step->date,
		.start = step->start,
		.minutes = step->minutes,
		.status = SESSION_PLANNED };
}

static void book(struct deciding *deciding, const struct icalendar_event *event, const struct import_client *client)
{
	const struct import_request *request = deciding->request;
	struct session asked = { .client_id = client->client->id, .minutes = event->minutes };
	struct import_step step = { IMPORT_BOOKED, event, NULL, client, 0, event->date, event->start,
		length_of(deciding, &asked) };
	struct booking booking = { client->client, step.date, step.start, step.minutes, NULL };
	if (booking_repeated(&deciding->after, request->hours, &booking)) {
		skip(deciding, event, IMPORT_REPEATED);
		return;
	}
	booking_check(&deciding->after, request->hours, &booking, request->today, deciding->findings);
	step.number = next_session_number(&deciding->after, client->client);
	add_after(deciding, &step);
	add_step(deciding, step);
}

static bool is_within(const struct import_request *request, struct date date)
{
	return date_compare(date, request->from) >= 0 && date_compare(date, request->until) <= 0;
}

static void decide_new(struct deciding *deciding, size_t index)
{
	const struct icalendar_event *event = &deciding->request->calendar->events[index];
	const struct import_client *client = NULL;
	if (event->cancelled)
		return;
	if (!is_within(deciding->request, event->date)) {
		deciding->import->outside++;
		return;
	}
	size_t named = import_names_find(deciding->arena, deciding->names, event, &client);
	if (named != 1) {
		skip(deciding, event, named ? IMPORT_SEVERAL_CLIENTS : IMPORT_NO_CLIENT);
		return;
	}
	if (event->minutes > MINUTES_MOST) {
		skip(deciding, event, IMPORT_TOO_LONG);
		return;
	}
	const struct session *session = by_hand(deciding, event, client);
	if (session)
		decide_known(deciding, index, (size_t)(session - deciding->request->records->sessions));
	else
		book(deciding, event, client);
}

/* --- all ---------------------------------------------------------------------------------------------------------- */

/* A series that does not hold a session any more may have been cut short, or the file may be a part of the calendar. */
static void report_gone(struct deciding *deciding)
{
	const struct records *records = deciding->request->records;
	const struct icalendar *calendar = deciding->request->calendar;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool of_series = false;
		if (deciding->claimed[i] || session->status != SESSION_PLANNED || !session->uid.length ||
			!is_within(deciding->request, session->date))
			continue;
		for (size_t j = 0; j < calendar->series_count && !of_series; j++)
			of_series = is_of_uid(session->uid, calendar->series[j]);
		if (of_series)
			finding_hint(deciding->findings,
				finding_add(deciding->findings, FINDING_CALENDAR_WITHOUT, session->status_position,
					"the calendar's series does not hold this session any more"),
				"`coach session cancel` cancels it");
	}
}

static int compare_events(const struct icalendar_event *a, const struct icalendar_event *b)
{
	return a < b ? -1 : a > b;
}

/* In the order of the file's events; those come by date, start, key. */
static int compare_steps(const void *left, const void *right)
{
	const struct import_step *a = left;
	const struct import_step *b = right;
	int order = date_compare(a->date, b->date);
	if (order == 0)
		order = (a->start > b->start) - (a->start < b->start);
	return order ? order : compare_events(a->event, b->event);
}

static int compare_skips(const void *left, const void *right)
{
	return compare_events(((const struct import_skip *)left)->event, ((const struct import_skip *)right)->event);
}

static struct records records_with_room(struct arena *arena, const struct records *records, size_t room)
{
	struct records copy = *records;
	copy.sessions = arena_new_array(arena, records->session_count + room, struct session);
	for (size_t i = 0; i < records->session_count; i++)
		copy.sessions[i] = records->sessions[i];
	return copy;
}

void session_import_decide(struct arena *arena, const struct import_request *request, struct session_import *import,
	struct finding_list *findings)
{
	size_t count = request->calendar->count;
	struct import_names names = import_names_of(arena, request->clients, request->client_count);
	struct deciding deciding = { arena, request, &names, records_with_room(arena, request->records, count),
		arena_new_array(arena, request->records->session_count, bool), arena_new_array(arena, count, bool),
		import, findings };
	*import = (struct session_import){ .steps = arena_new_array(arena, count, struct import_step),
		.skips = arena_new_array(arena, count, struct import_skip) };
	decide_by(&deciding, is_by_key);
	decide_by(&deciding, is_by_uid_and_day);
	for (size_t i = 0; i < count; i++)
		if (!deciding.decided[i])
			decide_new(&deciding, i);
	report_gone(&deciding);
	if (import->count > 1)
		qsort(import->steps, import->count, sizeof(*import->steps), compare_steps);
	if (import->skip_count > 1)
		qsort(import->skips, import->skip_count, sizeof(*import->skips), compare_skips);
}
