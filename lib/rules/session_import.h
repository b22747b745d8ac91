/* What the events of a calendar mean for the sessions (docs/formats.md, "Session"; docs/words.md, "Imported session").
 * Pure.
 *
 * An event is a session where it names one client, and one alone: in its summary; where that names nobody, among its
 * attendees, its organizer and its categories; where these do neither, in a line of its description that is a name, or
 * a label and a name ("Client: Ada Example"). Names count whole; nothing is guessed.
 *
 * A session is an event's by its uid. Without one, a session that was booked by hand for that client, day and time is.
 */
#ifndef COACH_RULES_SESSION_IMPORT_H
#define COACH_RULES_SESSION_IMPORT_H

#include "codec/icalendar.h"
#include "model/finding.h"
#include "rules/booking.h"

/* A client who may be named: as a person reads it, and as the note is called. */
struct import_client {
	const struct roster_client *client;
	struct span name;
	struct span note;
};

enum import_action { IMPORT_BOOKED, IMPORT_MOVED, IMPORT_CANCELLED, IMPORT_LINKED, IMPORT_UNCHANGED };
extern const char *const import_action_names[];

/* What becomes of one event that is a session. */
struct import_step {
	enum import_action action;
	const struct icalendar_event *event;
	const struct session *session;      /* as it stands in the records; NULL for a new one */
	const struct import_client *client; /* of a new one */
	int number;                         /* of a new one */
	/* As they are then. */
	struct date date;
	int start;
	int minutes;
};

enum import_reason { IMPORT_NO_CLIENT, IMPORT_SEVERAL_CLIENTS, IMPORT_REPEATED, IMPORT_TOO_LONG };
extern const char *const import_reason_names[];

struct import_skip {
	enum import_reason reason;
	const struct icalendar_event *event;
};

struct session_import {
	struct import_step *steps; /* by date, start, key */
	size_t count;
	struct import_skip *skips; /* likewise */
	size_t skip_count;
	size_t outside; /* events before `from` or after `until` that are no session yet */
};

struct import_request {
	const struct records *records;
	const struct hours_settings *hours;
	const struct import_client *clients;
	size_t client_count;
	const struct icalendar *calendar;
	struct date from, until; /* what is new is booked within */
	struct date today;
};

/* Findings are those of a booking (rules/booking.h), once for each session that is booked or moved, and where the
 * calendar says another thing of a session than its note, which then stays. */
void session_import_decide(struct arena *arena, const struct import_request *request, struct session_import *import,
	struct finding_list *findings);

#endif
