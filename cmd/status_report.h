/* What `status` found out, and how it is shown. */
#ifndef COACH_CMD_STATUS_REPORT_H
#define COACH_CMD_STATUS_REPORT_H

#include "cli/command.h"
#include "model/kinds.h"

struct status_document {
	int kind; /* enum note_kind */
	struct span path;
};

struct status_count {
	int kind;
	struct optional_integer count;
	struct span place; /* the one note, or the folder that holds all of them; "" for the vault itself */
};

struct status_session {
	struct span time; /* "10:00"; at == NULL when not given */
	struct span client;
	int status; /* enum session_status */
	bool prepared;
	struct span path;
};

struct status_action {
	struct span text;
	struct date due;
	bool overdue;
	int owner;          /* enum action_owner */
	struct span client; /* at == NULL where it is for none */
	struct span path;
	struct optional_integer line;
};

/* One that is over and still planned. */
struct status_overdue {
	struct date date;
	struct span client;
	struct span path;
};

struct status_due {
	struct result_list sessions;         /* struct status_session, by start */
	struct result_list overdue_sessions; /* struct status_overdue, by day */
	struct result_list actions;          /* struct status_action, by due date */
};

struct status_stale {
	struct span path;
	struct date updated;
	struct span cadence; /* "quarterly" */
};

struct status_unfilled {
	struct span path;
	struct optional_integer lines; /* that hold a placeholder */
};

struct status_findings {
	struct optional_integer errors, warnings, infos;
};

struct status {
	struct span vault;
	struct date today;
	struct result_list documents; /* struct status_document, by path */
	struct result_list counts;    /* struct status_count, in order of the kinds */
	struct optional_integer other_notes;
	const struct status_due *due;
	struct week week;
	struct span week_note; /* at == NULL when there is none */
	struct result_list stale;
	struct result_list placeholders;    /* struct status_unfilled, the fullest of them first */
	struct result_list conflict_copies; /* struct span */
	bool interrupted;
	const struct status_findings *findings; /* of what was read for this */
};

extern const struct result_field status_result[];

void status_report(struct report *report, const struct status *status);

#endif
