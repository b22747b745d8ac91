#include "rules/booking.h"

enum { MINUTES_IN_HOUR = 60 };

struct booked_week booked_week(const struct records *records, const struct booking *booking)
{
	struct booked_week week = { .booked = 1 };
	struct date monday = week_monday(week_of(booking->date));
	struct date sunday = week_sunday(week_of(booking->date));
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool within = date_compare(session->date, monday) >= 0 && date_compare(session->date, sunday) <= 0;
		week.booked += within && session != booking->moved && session_takes_time(session);
	}
	if (records->portfolio && records->portfolio->maximum_known)
		week.maximum = records->portfolio->maximum_sessions;
	return week;
}

/* Another session of the booking's day that takes time. */
static bool is_beside(const struct session *session, const struct booking *booking)
{
	return session != booking->moved && session_takes_time(session) &&
	       date_compare(session->date, booking->date) == 0;
}

static bool overlaps(const struct session *session, int minutes, const struct booking *booking)
{
	return session->start < booking->start + booking->minutes && booking->start < session->start + minutes;
}

static bool is_timed(const struct session *session, const struct booking *booking)
{
	return session->start >= 0 && booking->start >= 0;
}

const struct session *booking_repeated(
	const struct records *records, const struct hours_settings *settings, const struct booking *booking)
{
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (session->client_id != booking->client->id || !is_beside(session, booking))
			continue;
		int minutes = session_length(records, settings, session);
		if (!is_timed(session, booking) || overlaps(session, minutes, booking))
			return session;
	}
	return NULL;
}

/* --- findings ---------------------------------------------------------------------------------------------------- */

static void report_maximum(const struct records *records, const struct booking *booking, struct finding_list *findings)
{
	struct booked_week week = booked_week(records, booking);
	if (week.maximum == 0 || week.booked <= week.maximum)
		return;
	struct date_text name = week_format(week_of(booking->date));
	finding_add(findings, FINDING_OVER_MAXIMUM, (struct position){ records->portfolio->document->path, 0, 0 },
		"%s has %d sessions with this one; the maximum is %d", name.text, week.booked, week.maximum);
}

static void report_clash(const struct session *session, int minutes, struct finding_list *findings)
{
	struct date_text start = clock_time_format(session->start);
	int end = session->start + minutes;
	struct date_text until = clock_time_format(end % (24 * MINUTES_IN_HOUR));
	finding_add(findings, FINDING_SESSION_CLASH, (struct position){ session->document->path, 0, 0 },
		"%.*s is booked from %s to %s that day", SPAN_PRINT(session->client), start.text, until.text);
}

static void report_clashes(const struct records *records, const struct hours_settings *settings,
	const struct booking *booking, struct finding_list *findings)
{
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (!is_beside(session, booking) || !is_timed(session, booking))
			continue;
		int minutes = session_length(records, settings, session);
		if (overlaps(session, minutes, booking))
			report_clash(session, minutes, findings);
	}
}

static void report_status(const struct records *records, const struct booking *booking, struct finding_list *findings)
{
	const struct roster_client *client = booking->client;
	if (!client->row.at || client_status_is_active(client->status))
		return;
	struct finding *finding = finding_add(findings, FINDING_CLIENT_NOT_ACTIVE,
		document_position_of(records->portfolio->document, client->row), "%.*s is \"%.*s\" in the roster",
		SPAN_PRINT(client->name), SPAN_PRINT(client->status_text));
	finding_hint(findings, finding, "set the status to Active when the sessions go on");
}

static void report_past(const struct booking *booking, struct date today, struct finding_list *findings)
{
	if (date_compare(booking->date, today) >= 0)
		return;
	struct finding *finding = finding_add(findings, FINDING_SESSION_OVERDUE, (struct position){ NULL, 0, 0 },
		"%s lies in the past, and the session is planned", date_format(booking->date).text);
	finding_hint(findings, finding, "`coach close_session \"%.*s\" --date %s` closes it when it took place",
		SPAN_PRINT(booking->client->name), date_format(booking->date).text);
}

void booking_check(const struct records *records, const struct hours_settings *settings, const struct booking *booking,
	struct date today, struct finding_list *findings)
{
	report_maximum(records, booking, findings);
	report_clashes(records, settings, booking, findings);
	report_status(records, booking, findings);
	report_past(booking, today, findings);
}
