#include "rules/hours.h"

#include "rules/client_sessions.h"

int session_length(const struct records *records, const struct hours_settings *settings, const struct session *session)
{
	if (session->minutes > 0)
		return session->minutes;
	const struct engagement *engagement = records_engagement(records, session->client_id);
	return engagement && engagement->meeting_minutes > 0 ? engagement->meeting_minutes : settings->session_minutes;
}

static bool is_in_week_from(struct date monday, struct date date)
{
	return date_is_known(date) && date_compare(date, monday) >= 0 &&
	       date_compare(date, date_add(monday, SUNDAY)) <= 0;
}

/* The coaching rows of one client and day, in order of the note. */
struct day_rows {
	int minutes[32];
	int count;
};

static struct day_rows rows_of(const struct records *records, int client_id, struct date date)
{
	struct day_rows rows = { .count = 0 };
	for (size_t i = 0; i < records->week_count; i++) {
		const struct week_note *note = &records->weeks[i];
		for (size_t k = 0; k < note->entry_count; k++) {
			const struct time_entry *entry = &note->entries[k];
			bool matches = entry->category_known && entry->category == CATEGORY_COACHING &&
				       entry->client_id == client_id && date_compare(entry->date, date) == 0;
			if (!matches)
				continue;
			if (rows.count < (int)(sizeof(rows.minutes) / sizeof(*rows.minutes)))
				rows.minutes[rows.count++] = entry->minutes;
			else
				rows.minutes[rows.count - 1] += entry->minutes;
		}
	}
	return rows;
}

/* Held sessions of the same client and day: how many there are, and the place of this one among them. */
static int held_that_day(const struct records *records, const struct session *session, int *place)
{
	int count = 0;
	for (size_t i = records_sessions_from(records, session->date); i < records->session_count; i++) {
		const struct session *other = &records->sessions[i];
		if (date_compare(other->date, session->date) != 0)
			break;
		if (other == session)
			*place = count;
		count += other->status == SESSION_HELD && other->client_id == session->client_id;
	}
	return count;
}

/* What the Time Log holds for this session, in minutes; 0 when it holds nothing. */
static int logged_for(const struct records *records, const struct session *session)
{
	struct day_rows rows = rows_of(records, session->client_id, session->date);
	int place = 0;
	int sessions = held_that_day(records, session, &place);
	int logged = 0;
	for (int i = place; i < rows.count && (i == place || place == sessions - 1); i++)
		logged += rows.minutes[i];
	return logged;
}

/* Minutes that a held session adds to the rows: itself and its preparation, as far as no row replaces them. */
static int added_by(const struct records *records, const struct hours_settings *settings, const struct session *session)
{
	int length = session_length(records, settings, session);
	int logged = logged_for(records, session);
	if (logged == 0)
		return length + settings->prep_minutes;
	return logged >= length ? 0 : length;
}

/* A Time Log row counts in the week of its date; without one, in its note's week. */
static bool counts_in_week(const struct week_note *note, struct date date, struct date monday)
{
	return date_is_known(date) ? is_in_week_from(monday, date) : date_compare(week_monday(note->week), monday) == 0;
}

static void add_rows(const struct records *records, struct date monday, struct week_hours *hours)
{
	for (size_t i = 0; i < records->week_count; i++) {
		const struct week_note *note = &records->weeks[i];
		for (size_t k = 0; k < note->unread_count; k++)
			hours->unread += counts_in_week(note, note->unread[k], monday);
		for (size_t k = 0; k < note->entry_count; k++) {
			const struct time_entry *entry = &note->entries[k];
			if (!counts_in_week(note, entry->date, monday))
				continue;
			hours->has_rows = true;
			if (!entry->category_known)
				continue;
			hours->logged += entry->minutes;
			hours->minutes[entry->category] += entry->minutes;
		}
	}
}

static void add_sessions(const struct records *records, const struct hours_settings *settings, struct date monday,
	struct week_hours *hours)
{
	for (size_t i = records_sessions_from(records, monday); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (!is_in_week_from(monday, session->date))
			break;
		hours->booked += session_takes_time(session);
		if (session->status != SESSION_HELD)
			continue;
		hours->held++;
		hours->minutes[CATEGORY_COACHING] += added_by(records, settings, session);
	}
}

struct week_hours week_hours(const struct records *records, const struct hours_settings *settings, struct week week)
{
	struct week_hours hours = { .week = week };
	struct date monday = week_monday(week);
	add_rows(records, monday, &hours);
	add_sessions(records, settings, monday, &hours);
	for (int i = 0; i < CATEGORY_COUNT; i++)
		hours.total += hours.minutes[i];
	return hours;
}
