/* Whether a session is complete: the five points of the completion standard
 * (vault-template/practice/Templates/Engagement.md §11; docs/words.md, "A complete session"). Pure. */
#ifndef COACH_RULES_SESSION_COMPLETION_H
#define COACH_RULES_SESSION_COMPLETION_H

#include "base/appointment.h"
#include "base/value.h"
#include "model/records.h"
#include "model/session_outcome.h"
#include "rules/completion_point.h"

enum session_point {
	POINT_SUMMARY,      /* summary documented */
	POINT_ACTIONS,      /* action items logged with due dates */
	POINT_RESOURCES,    /* resources sent, if applicable */
	POINT_NEXT_SESSION, /* next session confirmed */
	POINT_PROGRESS,     /* progress tracking updated */
	POINT_COUNT
};
extern const char *const session_point_names[]; /* summary, actions, resources, next_session, progress */

/* What the judgement rests on. */
struct session_facts {
	const struct session *session;
	const struct session_outcome *outcome;
	const struct engagement *engagement; /* NULL: none */
	const struct roster_client *client;  /* for the programme's end and state; NULL: no row of the roster */
	struct appointment next;             /* the next session that is booked; DATE_NONE: none is */
	bool package_used;                   /* with this session, all sessions of the package */
};

/* Of a session of the records, by what its note says came out of it. */
struct session_facts session_facts_of(
	const struct records *records, const struct session *session, const struct session_outcome *outcome);

/* One for each point, in order (struct completion_point). */
struct result_list session_completion_decide(struct arena *arena, const struct session_facts *facts);

/* What a session lacks once its day is over, as codes (struct span): "status" where it is still planned, then the
 * points that are missing. Of a missed session the next one alone counts, of a cancelled or rescheduled one nothing. */
struct result_list session_loose_ends(struct arena *arena, const struct session_facts *facts);

#endif
