/* How a client is doing: the four red flags and the four health indicators of
 * vault-template/practice/Templates/Engagement.md §2, each with its evidence or none at all.
 *
 * missed_session: a missed session without a later one that was held or is still to come. assignments: due actions of
 * the last three held sessions done late or not at all in more than half of the cases (those due today that are still
 * open are left out), or client actions overdue by more than seven days; in both cases at least late_actions of them
 * ("Assignments not completed", more than one). silent: no message from the client for more than silent_days, or none
 * at all since the first that was sent to them (no inbox is no data, never a flag). A session is no message: the flag
 * is "Disengagement from async channels", what happens between sessions; it says when they last met. stalled: no row of
 * the progress log changed a metric for more than stalled_days. Only active clients raise flags. What is dated after
 * today has not happened yet. */
#ifndef COACH_RULES_HEALTH_H
#define COACH_RULES_HEALTH_H

#include "base/date.h"
#include "base/fraction.h"
#include "base/value.h"
#include "model/records.h"

enum health_flag_code { FLAG_MISSED_SESSION, FLAG_ASSIGNMENTS, FLAG_SILENT, FLAG_STALLED };
extern const char *const health_flag_names[]; /* missed_session, assignments, silent, stalled */

/* engaged (attending calls), implementing (taking action between sessions), progressing (measurable movement),
 * satisfied (direct feedback). */
enum health_indicator_code {
	INDICATOR_ENGAGED,
	INDICATOR_IMPLEMENTING,
	INDICATOR_PROGRESSING,
	INDICATOR_SATISFIED,
	INDICATOR_COUNT
};
extern const char *const health_indicator_names[];

enum indicator_state { INDICATOR_OK, INDICATOR_ATTENTION, INDICATOR_NO_DATA };
extern const char *const indicator_state_names[]; /* ok, attention, no_data */

/* Places that a judgement rests on: path, line, column. */
struct health_evidence {
	struct position items[8];
	size_t count;
};

struct health_settings {
	int silent_days;
	int stalled_days;
	int late_actions;
};

struct health_flag {
	int code;
	struct span message; /* "no message since 2026-10-26 (21 days)" */
	struct health_evidence evidence;
};

/* Attention where a flag speaks against it; ok where the files hold evidence for it; else no data, never a guess.
 * Whether a client is satisfied is told by nothing but the ticked line of their engagement. Of clients who are not
 * active nothing is told. */
struct health_indicator {
	int state;           /* enum indicator_state */
	struct span message; /* "last met on 2026-11-10"; for no data what is missing */
	struct health_evidence evidence;
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
	struct health_indicator indicators[INDICATOR_COUNT];
	struct action_completion completion;
	int open_actions; /* the client's own */
	int overdue_actions;
	int coach_actions; /* open ones with the client that the coach does */
	bool inbox_known;  /* there is an inbox with at least one message from the client */
	struct date last_message;
	bool progress_known;       /* the progress log has a dated row */
	struct date last_progress; /* of the row that last changed a metric; DATE_NONE: none did */
	struct date last_session;  /* held; DATE_NONE */
	struct date next_session;  /* planned, on or after today; DATE_NONE */
};

struct client_health health_decide(struct arena *arena, const struct records *records,
	const struct health_settings *settings, const struct roster_client *client, struct date today);

#endif
