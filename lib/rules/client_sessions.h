/* Which of a client's sessions is meant: the next, the last, the one on a day (docs/formats.md, "Session"). Pure.
 *
 * A client is a row of the roster, or one made up for a client that it does not have (practice/client_choice.h). */
#ifndef COACH_RULES_CLIENT_SESSIONS_H
#define COACH_RULES_CLIENT_SESSIONS_H

#include "base/appointment.h"
#include "model/records.h"

/* Planned or held: it takes a place in its week, and time of its day. */
bool session_takes_time(const struct session *session);

/* The client's session on the day (at that time, where `start` is not -1): a planned one before others. NULL: none. */
const struct session *session_on(
	const struct records *records, const struct roster_client *client, struct date date, int start);
/* The next session of the client that is planned on or after the day; on that day alone where `only`. NULL for none. */
const struct session *next_session(
	const struct records *records, const struct roster_client *client, struct date from, bool only);
/* The last session held before the day, or NULL. */
const struct session *last_session(
	const struct records *records, const struct roster_client *client, struct date before);
/* Who belongs to a cohort: the attendance of its latest session that lists any, whatever became of that. An empty list
 * for a client who is no cohort, or of whom no note says it yet. */
struct task_list cohort_members(const struct records *records, const struct roster_client *client);
/* When the session's note says the client meets next: its day, and the time of it where the note names one. A date of
 * DATE_NONE where it says nothing. */
struct appointment next_appointment(const struct session *session);
/* The next appointment of the last session held by the day. It is no longer one that was agreed on, and its date is
 * DATE_NONE, where a note of the client stands on its day or later, in whatever state. */
struct appointment agreed_appointment(
	const struct records *records, const struct roster_client *client, struct date day);
/* One more than the highest number of the client's sessions, or than their count where they have none. */
int next_session_number(const struct records *records, const struct roster_client *client);

#endif
