/* One run of the session command, shared by its actions. */
#ifndef COACH_CMD_SESSION_RUN_H
#define COACH_CMD_SESSION_RUN_H

#include "base/appointment.h"
#include "cmd/session_report.h"
#include "practice/client_choice.h"
#include "practice/practice.h"

struct session_options {
	int action;
	const char *name; /* a client's; import: the file */
	struct words when;
	int minutes;
	struct date from, to;
	const char *client;
	bool all;
};

struct session_run {
	const struct context *context;
	struct arena *arena;
	const struct session_options *given;
	struct outcome *outcome;
	struct practice practice;
	struct finding_list loading; /* what loading found; the part that belongs here is kept */
	struct hours_settings hours;
	struct client_choice choice; /* client NULL where none was named: in a list */
	bool said;                   /* WHEN was understood */
	struct appointment when;
};

/* --- session_find.c --- */

/* The client's session on the day (`start` -1: at any time), or the next one that is planned where no day was said. */
int session_find(const struct session_run *run, struct date date, int start, const struct session **session,
	struct error *error);

/* --- session_booking.c --- */

/* Each fills the outcome, or fails. A client and, for add and move, WHEN are there. */
int session_add(struct session_run *run, struct error *error);
int session_move(struct session_run *run, struct error *error);
int session_cancel(struct session_run *run, struct error *error);

/* --- session_import.c --- */

/* The same, of a calendar file, which `name` names. */
int session_import(struct session_run *run, struct error *error);

/* --- session.c --- */

/* The session's own minutes, else its engagement's, else the configuration's. */
int session_run_length(const struct session_run *run, const struct session *session);
/* ERROR_USAGE where the last day comes before the first. */
int session_run_check_days(const struct session_run *run, struct date from, struct date to, struct error *error);
/* Makes the rows (in the arena) the result. */
struct session_result *session_run_result(struct session_run *run, const struct session_row *rows, size_t count);

#endif
