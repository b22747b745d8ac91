/* A session import in progress, shared by its two files: what is known already (import_known.c) and what is new
 * (session_import.c). Not for others. */
#ifndef COACH_RULES_IMPORTING_H
#define COACH_RULES_IMPORTING_H

#include "rules/import_names.h"
#include "rules/session_import.h"

enum { IMPORT_MINUTES_MOST = 24 * 60 };

struct importing {
	struct arena *arena;
	const struct import_request *request;
	const struct import_names *names;
	/* The records as they are after the steps so far: first the sessions that there were, in their places, then
	 * those that are booked. */
	struct records after;
	bool *claimed;             /* of each session that there was: it is an event's */
	bool *decided;             /* of each event */
	struct import_step *moves; /* that are not checked yet */
	size_t move_count;
	struct session_import *import;
	struct finding_list *findings;
};

static inline void importing_add(struct importing *importing, struct import_step step)
{
	importing->import->steps[importing->import->count++] = step;
}

static inline void importing_skip(
	struct importing *importing, const struct icalendar_event *event, enum import_reason reason)
{
	importing->import->skips[importing->import->skip_count++] = (struct import_skip){ reason, event };
}

static inline int importing_length(const struct importing *importing, const struct session *session)
{
	return session_length(importing->request->records, importing->request->hours, session);
}

/* --- import_known.c --- */

/* Decides the events of which a session has the uid. All moves stand before the first is checked, so that one session
 * may take the place of another that moves away in the same file. */
void import_known_sessions(struct importing *importing);
/* Decides an event of which that session is; a move waits for import_settle_moves. */
void import_known(struct importing *importing, size_t event_index, size_t session_index);
/* Skips the moves that would be a second booking of the client's, and adds the others. */
void import_settle_moves(struct importing *importing);
/* An event becomes a series, or a series is shifted within its days: the uid says which it was. */
bool import_is_of_uid(struct span key, struct span uid);

#endif
