/* How coach and client stay in touch (vault-template/practice/Templates/Engagement.md §8, with §1 Async Support and §7
 * Async Support Decisions), for engagement.c. */
#ifndef COACH_MODEL_COMMUNICATION_H
#define COACH_MODEL_COMMUNICATION_H

#include "md/document.h"
#include "model/finding.h"
#include "model/timing.h"

struct outline; /* model/outline.h */

/* What a promise of an answer is for. */
enum response_kind {
	RESPONSE_QUICK,     /* §8: Quick questions */
	RESPONSE_UPDATE,    /* Updates/wins */
	RESPONSE_COMPLEX,   /* Complex issues */
	RESPONSE_EMERGENCY, /* Emergencies */
	RESPONSE_OTHER,     /* a row of the coach's own: a channel, a topic */
	RESPONSE_TERMS,     /* §1, Async Support: "Slack, 24 h" */
	RESPONSE_DECISION,  /* §7: "Question has clear answer | Respond within 24 hours" */
};

struct response_time {
	enum response_kind kind;
	struct span text;     /* the row's first cell, or the term: where a channel may be named */
	struct timing timing; /* of a length of time */
	struct span place;    /* for evidence */
};

struct communication {
	struct span email;    /* as written, a link taken off; empty where none is given */
	struct span language; /* as written */
	/* Those that promise a length of time, in the order of their kinds, then of the note. */
	struct response_time *responses;
	size_t response_count;
	/* §8, Email Templates. */
	struct timing reminder;
	struct timing summary;
	struct timing check_in;
	struct timing resource;
	/* §8, Touch Patterns. */
	struct span session_week;
	struct span non_session_week;
	struct span non_session_place; /* the same as it stands in the document */
	bool pattern_check_in;         /* the non-session week has a check-in */
	bool pattern_resource;         /* the session week has a resource */
};

/* Findings: timing_unread where a reminder's or a summary's time names no length, or a check-in's no day of a week. */
void communication_read(
	const struct outline *outline, struct communication *communication, struct finding_list *findings);

/* The promise that holds for a message of that channel (may be empty): the one that names the channel, else that for
 * quick questions, else that of the terms, else of §7, else the first that is not for emergencies. NULL where nothing
 * is promised. */
const struct response_time *communication_response(
	struct arena *arena, const struct communication *communication, struct span channel);

#endif
