/* How sessions are shown: the fields of their JSON, and the reports for people. Used by session. */
#ifndef COACH_CMD_SESSION_REPORT_H
#define COACH_CMD_SESSION_REPORT_H

#include "cli/command.h"
#include "rules/booking.h"
#include "rules/session_import.h"

enum session_action { SESSION_ADD, SESSION_MOVE, SESSION_CANCEL, SESSION_LIST, SESSION_IMPORT };
extern const char *const session_action_names[];

struct session_row {
	struct span path;
	struct span client;
	struct optional_integer number;
	struct date date;
	struct span start; /* "10:00"; at NULL while no time is agreed */
	struct optional_integer minutes;
	int status; /* enum session_status */
	bool prepared;
	int change; /* enum import_action; -1 where it was not imported */
};

/* Where a session was before it moved. */
struct session_origin {
	struct span path;
	struct date date;
	struct span start;
};

struct session_result {
	int action;
	struct result_list sessions;       /* struct session_row */
	const struct session_origin *from; /* NULL unless it moved */
	struct result_list skipped;        /* struct skipped_event, of an import */
	struct optional_integer outside;   /* of an import; else unknown */
};

/* An event of a calendar that is no session. */
struct skipped_event {
	struct span summary;
	struct date date;
	struct span start; /* at NULL: the whole day */
	int reason;        /* enum import_reason */
	struct optional_integer line;
};

extern const struct result_field session_fields[];

/* `minutes` is how long it takes (rules/hours.h). */
struct session_row session_row_of(struct arena *arena, const struct session *session, int minutes);

/* One line: what was booked, or moved from `from` (else NULL); and how full the week is then. */
void session_report_booked(struct report *report, const struct session_row *row, const struct session_origin *from,
	const struct booked_week *week);
void session_report_cancelled(struct report *report, const struct session_row *row);
/* What was booked, moved, cancelled and linked, and the events that are no sessions. */
void session_report_import(
	struct report *report, const struct session_result *result, struct date from, struct date to);
/* The table, or a line that says that there are none. DATE_NONE is no limit. */
void session_report_list(struct report *report, struct result_list rows, struct date from, struct date to);

#endif
