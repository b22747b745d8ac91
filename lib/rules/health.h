/* How a client is doing: the four red flags of vault-template/practice/Templates/Engagement.md §2, each with its
 * evidence or none at all.
 *
 * missed_session: a missed session without a later one planned, held or rescheduled to. assignments: due actions of the
 * last three held sessions done late or not at all in more than half of the cases (those due today that are still open
 * are left out), or any client action overdue by more than seven days. silent: no message from the client for more than
 * silent_days, or none at all since the first that was sent to them (no inbox is no data, never a flag). stalled: no
 * row of the progress log changed a metric for more than stalled_days. Only active clients raise flags. What is dated
 * after today has not happened yet. */
#ifndef COACH_RULES_HEALTH_H
#define COACH_RULES_HEALTH_H

#include "base/date.h"
#include "base/fraction.h"
#include "base/value.h"
#include "model/records.h"

enum health_flag_code { FLAG_MISSED_SESSION, FLAG_ASSIGNMENTS, FLAG_SILENT, FLAG_STALLED };
extern const char *const health_flag_names[]; /* missed_session, assignments, silent, stalled */

struct health_settings {
	int silent_days;
	int stalled_days;
};

struct health_flag {
	int code;
	struct span message;         /* "no message since 2026-10-26 (21 days)" */
	struct position evidence[8]; /* path, line, column of what it rests on */
	size_t evidence_count;
};

/* Completion of the client's own actions over the last three held sessions (docs/words.md, "Due actions"). */
struct action_completion {
	int due; /* dated on or before today, not cancelled, and not done at an unknown time */
	int on_time;
	int done_unknown;    /* done without ✅, shown apart */
	int carried_over;    /* due and still open */
	int pending;         /* of these, the ones due today: they can still be done on time */
	struct decimal rate; /* percent; unknown when nothing was due */
};

struct client_health {
	struct health_flag *flags; /* in the order of the codes */
	size_t flag_count;
	struct action_completion completion;
	int open_actions; /* of the client's, whoever owns them */
	int overdue_actions;
	bool inbox_known; /* there is an inbox with at least one message from the client */
	struct date last_message;
	bool progress_known;       /* the progress log has a dated row */
	struct date last_progress; /* of the row that last changed a metric; DATE_NONE: none did */
	struct date last_session;  /* held; DATE_NONE */
	struct date next_session;  /* planned, on or after today; DATE_NONE */
};

struct client_health health_decide(struct arena *arena, const struct records *records,
	const struct health_settings *settings, const struct roster_client *client, struct date today);

#endif
