/* What a session's note still lacks once its day is over
 * (vault-template/practice/Templates/Engagement.md §5, Post-Session Protocol, and §11). Pure.
 *
 * status: it is still planned. summary: the section is empty. actions: none is noted. due_dates: an open one has no due
 * date. next_date: the note names no next session, and no later one of the client is planned. Of a missed session the
 * next date alone counts, of a cancelled or rescheduled one nothing. */
#ifndef COACH_RULES_SESSION_GAPS_H
#define COACH_RULES_SESSION_GAPS_H

#include "base/value.h"
#include "model/records.h"

/* The codes, in the order above (struct span); none where the session is complete. */
struct result_list session_gaps(struct arena *arena, const struct records *records, const struct session *session);

#endif
