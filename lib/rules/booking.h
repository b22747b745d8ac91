/* What stands against a booking (docs/formats.md, "Session"). Pure. */
#ifndef COACH_RULES_BOOKING_H
#define COACH_RULES_BOOKING_H

#include "model/finding.h"
#include "model/records.h"
#include "rules/client_sessions.h"
#include "rules/hours.h"

/* A session that is about to be booked, or moved. */
struct booking {
	const struct roster_client *client;
	struct date date;
	int start; /* minutes after midnight; -1 while no time is agreed */
	int minutes;
	const struct session *moved; /* the one that moves here; NULL for a new one */
};

/* Booked sessions, this one included, and the weekly maximum (0 when it is not known). */
struct booked_week {
	int booked;
	int maximum;
};

struct booked_week booked_week(const struct records *records, const struct booking *booking);

/* The client's own session on that day that makes this one a second booking of the same: planned or held, and at an
 * overlapping time or one that either does not say. NULL when there is none. */
const struct session *booking_repeated(
	const struct records *records, const struct hours_settings *settings, const struct booking *booking);

/* Findings for what a coach should know and may still want: the week's maximum passed, another client's session at an
 * overlapping time, a client who is not active, a day of the past. */
void booking_check(const struct records *records, const struct hours_settings *settings, const struct booking *booking,
	struct date today, struct finding_list *findings);

#endif
