#include "rules/importing.h"

#include "base/span_index.h"

static struct import_step step_of(
	const struct importing *importing, const struct icalendar_event *event, const struct session *session)
{
	return (struct import_step){ IMPORT_UNCHANGED, event, session, NULL, 0, session->date, session->start,
		importing_length(importing, session) };
}

/* The roster's row, or one that was made up for who has an engagement file alone; NULL for a name that nobody has. */
static const struct import_client *client_of(const struct importing *importing, int client_id)
{
	for (size_t i = 0; i < importing->request->client_count; i++)
		if (importing->request->clients[i].client->id == client_id)
			return &importing->request->clients[i];
	return NULL;
}

/* --- a session that is the event's -------------------------------------------------------------------------------- */

/* Day, time and length that the calendar gives it; what the event does not say stays. */
static void take_times(struct import_step *step)
{
	const struct icalendar_event *event = step->event;
	step->date = event->date;
	step->start = event->start >= 0 ? event->start : step->start;
	if (event->minutes > 0 && event->minutes <= IMPORT_MINUTES_MOST)
		step->minutes = event->minutes;
}

static bool takes_other_times(const struct importing *importing, const struct import_step *step)
{
	const struct session *session = step->session;
	return date_compare(step->date, session->date) != 0 || step->start != session->start ||
	       step->minutes != importing_length(importing, session);
}

static void report_difference(struct importing *importing, const struct session *session, const char *says)
{
	finding_hint(importing->findings,
		finding_add(importing->findings, FINDING_CALENDAR_DIFFERS, session->status_position,
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
static void keep(struct importing *importing, const struct icalendar_event *event, const struct session *session)
{
	struct import_step step = step_of(importing, event, session);
	struct import_step wanted = step;
	bool over = session->status == SESSION_HELD || session->status == SESSION_MISSED;
	take_times(&wanted);
	if (over && event->cancelled)
		report_difference(importing, session, "cancels it");
	else if (over && takes_other_times(importing, &wanted))
		report_difference(importing, session, appointment_words(importing->arena, event));
	else if (!over && !event->cancelled)
		report_difference(importing, session, appointment_words(importing->arena, event));
	importing_add(importing, step);
}

/* The session as it is then, for the checks of those that follow. */
static struct session *after_of(const struct importing *importing, const struct session *session)
{
	return &importing->after.sessions[session - importing->request->records->sessions];
}

static void cancel(struct importing *importing, const struct icalendar_event *event, const struct session *session)
{
	struct import_step step = step_of(importing, event, session);
	step.action = IMPORT_CANCELLED;
	after_of(importing, session)->status = SESSION_CANCELLED;
	importing_add(importing, step);
}

static void set_times(struct importing *importing, const struct import_step *step)
{
	struct session *after = after_of(importing, step->session);
	after->date = step->date;
	after->start = step->start;
	after->minutes = step->minutes;
}

static void follow(struct importing *importing, const struct icalendar_event *event, const struct session *session)
{
	struct import_step step = step_of(importing, event, session);
	take_times(&step);
	bool differs = takes_other_times(importing, &step);
	bool renamed = event->key.length && !span_equal(session->uid, event->key);
	bool by_hand = session->uid.length == 0;
	step.action = differs && !by_hand ? IMPORT_MOVED : renamed || differs ? IMPORT_LINKED : IMPORT_UNCHANGED;
	if (!differs) {
		importing_add(importing, step);
		return;
	}
	set_times(importing, &step);
	importing->moves[importing->move_count++] = step;
}

/* --- all moves together ------------------------------------------------------------------------------------------- */

/* Whether the client then has two sessions at the time. */
static bool is_repeated(const struct importing *importing, const struct import_step *step, struct booking *booking)
{
	const struct session *after = after_of(importing, step->session);
	const struct import_client *client = client_of(importing, after->client_id);
	if (!client)
		return false;
	*booking = (struct booking){ client->client, step->date, step->start, step->minutes, after };
	return booking_repeated(&importing->after, importing->request->hours, booking) != NULL;
}

/* Takes one move back that would be a second booking: the last of them, so that of two who want the same time the first
 * has it. Where it came from is then not free for another. */
static bool take_one_back(struct importing *importing)
{
	struct booking booking;
	for (size_t i = importing->move_count; i-- > 0;) {
		const struct import_step step = importing->moves[i];
		if (!is_repeated(importing, &step, &booking))
			continue;
		*after_of(importing, step.session) = *step.session;
		importing_skip(importing, step.event, IMPORT_REPEATED);
		importing->move_count--;
		for (size_t k = i; k < importing->move_count; k++)
			importing->moves[k] = importing->moves[k + 1];
		return true;
	}
	return false;
}

void import_settle_moves(struct importing *importing)
{
	while (take_one_back(importing))
		;
	for (size_t i = 0; i < importing->move_count; i++) {
		struct booking booking = { .client = NULL };
		is_repeated(importing, &importing->moves[i], &booking);
		if (booking.client)
			booking_check(&importing->after, importing->request->hours, &booking, importing->request->today,
				importing->findings);
		importing_add(importing, importing->moves[i]);
	}
	importing->move_count = 0;
}

static bool names_another(
	struct importing *importing, const struct icalendar_event *event, const struct session *session)
{
	const struct import_client *named = NULL;
	import_names_find(importing->arena, importing->names, event, &named);
	if (!named || named->client->id == session->client_id)
		return false;
	report_difference(
		importing, session, arena_printf(importing->arena, "names %.*s for it", SPAN_PRINT(named->name)));
	return true;
}

void import_known(struct importing *importing, size_t event_index, size_t session_index)
{
	const struct icalendar_event *event = &importing->request->calendar->events[event_index];
	const struct session *session = &importing->request->records->sessions[session_index];
	importing->claimed[session_index] = true;
	importing->decided[event_index] = true;
	if (session->status != SESSION_PLANNED)
		keep(importing, event, session);
	else if (event->cancelled)
		cancel(importing, event, session);
	else if (names_another(importing, event, session))
		importing_add(importing, step_of(importing, event, session));
	else
		follow(importing, event, session);
}

/* --- which session is the event's --------------------------------------------------------------------------------- */

bool import_is_of_uid(struct span key, struct span uid)
{
	return uid.length && (span_equal(key, uid) || (key.length > uid.length && key.at[uid.length] == '/' &&
							      span_equal(span_slice(key, 0, uid.length), uid)));
}

static void pair_by_key(struct importing *importing)
{
	const struct icalendar *calendar = importing->request->calendar;
	const struct records *records = importing->request->records;
	struct span *uids = arena_new_array(importing->arena, records->session_count, struct span);
	for (size_t i = 0; i < records->session_count; i++)
		uids[i] = records->sessions[i].uid;
	struct span_index by_uid = span_index_of(importing->arena, uids, records->session_count);
	for (size_t i = 0; i < calendar->count; i++) {
		size_t place = span_index_find(&by_uid, calendar->events[i].key, 0);
		while (place != SPAN_NOWHERE && importing->claimed[place])
			place = span_index_find(&by_uid, calendar->events[i].key, place + 1);
		if (place != SPAN_NOWHERE)
			import_known(importing, i, place);
	}
}

static void pair_by_uid_and_day(struct importing *importing)
{
	const struct icalendar *calendar = importing->request->calendar;
	const struct records *records = importing->request->records;
	for (size_t i = 0; i < calendar->count; i++) {
		const struct icalendar_event *event = &calendar->events[i];
		for (size_t j = records_sessions_from(records, event->date);
			!importing->decided[i] && j < records->session_count &&
			date_compare(records->sessions[j].date, event->date) == 0;
			j++)
			if (!importing->claimed[j] && import_is_of_uid(records->sessions[j].uid, event->uid))
				import_known(importing, i, j);
	}
}

void import_known_sessions(struct importing *importing)
{
	pair_by_key(importing);
	pair_by_uid_and_day(importing);
	import_settle_moves(importing);
}
