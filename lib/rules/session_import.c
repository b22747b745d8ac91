#include "rules/session_import.h"

#include "rules/importing.h"

#include <stdlib.h>

const char *const import_action_names[] = { "booked", "moved", "cancelled", "linked", "unchanged", NULL };
const char *const import_reason_names[] = { "no_client", "several_clients", "repeated", "too_long", NULL };

static const struct document nowhere = { .path = NULL };

/* --- a session that was booked by hand, or not yet ---------------------------------------------------------------- */

/* The client's session of that day and time; planned or held also one where either says no time. The calendar's own are
 * none. */
static const struct session *by_hand(
	const struct importing *importing, const struct icalendar_event *event, const struct import_client *client)
{
	const struct records *records = importing->request->records;
	for (size_t i = records_sessions_from(records, event->date); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, event->date) != 0)
			break;
		bool untimed = session_takes_time(session) && (session->start < 0 || event->start < 0);
		if (session->client_id == client->client->id && session->uid.length == 0 && !importing->claimed[i] &&
			(session->start == event->start || untimed))
			return session;
	}
	return NULL;
}

static void add_after(struct importing *importing, const struct import_step *step)
{
	struct records *after = &importing->after;
	after->sessions[after->session_count++] = (struct session){ .document = &nowhere,
		.client = step->client->name,
		.client_id = step->client->client->id,
		.number = step->number,
		.date = step->date,
		.start = step->start,
		.minutes = step->minutes,
		.status = SESSION_PLANNED };
}

static void book(struct importing *importing, const struct icalendar_event *event, const struct import_client *client)
{
	const struct import_request *request = importing->request;
	struct session asked = { .client_id = client->client->id, .minutes = event->minutes };
	struct import_step step = { IMPORT_BOOKED, event, NULL, client, 0, event->date, event->start,
		importing_length(importing, &asked) };
	struct booking booking = { client->client, step.date, step.start, step.minutes, NULL };
	if (booking_repeated(&importing->after, request->hours, &booking)) {
		importing_skip(importing, event, IMPORT_REPEATED);
		return;
	}
	booking_check(&importing->after, request->hours, &booking, request->today, importing->findings);
	step.number = next_session_number(&importing->after, client->client);
	add_after(importing, &step);
	importing_add(importing, step);
}

static bool is_within(const struct import_request *request, struct date date)
{
	return date_compare(date, request->from) >= 0 && date_compare(date, request->until) <= 0;
}

static void decide_new(struct importing *importing, size_t index)
{
	const struct icalendar_event *event = &importing->request->calendar->events[index];
	const struct import_client *client = NULL;
	if (event->cancelled)
		return;
	if (!is_within(importing->request, event->date)) {
		importing->import->outside++;
		return;
	}
	size_t named = import_names_find(importing->arena, importing->names, event, &client);
	if (named != 1) {
		importing_skip(importing, event, named ? IMPORT_SEVERAL_CLIENTS : IMPORT_NO_CLIENT);
		return;
	}
	if (event->minutes > IMPORT_MINUTES_MOST) {
		importing_skip(importing, event, IMPORT_TOO_LONG);
		return;
	}
	const struct session *session = by_hand(importing, event, client);
	if (!session) {
		book(importing, event, client);
		return;
	}
	import_known(importing, index, (size_t)(session - importing->request->records->sessions));
	import_settle_moves(importing);
}

/* --- all ---------------------------------------------------------------------------------------------------------- */

/* A series that does not hold a session any more may have been cut short, or the file may be a part of the calendar. */
static void report_gone(struct importing *importing)
{
	const struct records *records = importing->request->records;
	const struct icalendar *calendar = importing->request->calendar;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool of_series = false;
		if (importing->claimed[i] || session->status != SESSION_PLANNED || !session->uid.length ||
			!is_within(importing->request, session->date))
			continue;
		for (size_t j = 0; j < calendar->series_count && !of_series; j++)
			of_series = import_is_of_uid(session->uid, calendar->series[j]);
		if (of_series)
			finding_hint(importing->findings,
				finding_add(importing->findings, FINDING_CALENDAR_WITHOUT, session->status_position,
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
	struct importing importing = {
		.arena = arena,
		.request = request,
		.names = &names,
		.after = records_with_room(arena, request->records, count),
		.claimed = arena_new_array(arena, request->records->session_count, bool),
		.decided = arena_new_array(arena, count, bool),
		.moves = arena_new_array(arena, count, struct import_step),
		.import = import,
		.findings = findings,
	};
	*import = (struct session_import){ .steps = arena_new_array(arena, count, struct import_step),
		.skips = arena_new_array(arena, count, struct import_skip) };
	import_known_sessions(&importing);
	for (size_t i = 0; i < count; i++)
		if (!importing.decided[i])
			decide_new(&importing, i);
	report_gone(&importing);
	if (import->count > 1)
		qsort(import->steps, import->count, sizeof(*import->steps), compare_steps);
	if (import->skip_count > 1)
		qsort(import->skips, import->skip_count, sizeof(*import->skips), compare_skips);
}
