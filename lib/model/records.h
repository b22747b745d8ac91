/* All views of one practice together: what rules read. Borrowed; sorted by whoever fills it (practice/practice.c). */
#ifndef COACH_MODEL_RECORDS_H
#define COACH_MODEL_RECORDS_H

#include "model/action.h"
#include "model/engagement.h"
#include "model/inbox.h"
#include "model/plan.h"
#include "model/portfolio.h"
#include "model/session.h"
#include "model/week_note.h"

struct records {
	const struct portfolio *portfolio; /* may be NULL */
	struct session *sessions;          /* by date, start, path */
	size_t session_count;
	struct week_note *weeks; /* by week, then path */
	size_t week_count;
	struct plan *plans; /* by quarter, then path */
	size_t plan_count;
	struct engagement *engagements; /* by path */
	size_t engagement_count;
	struct inbox *inboxes; /* by path */
	size_t inbox_count;
	struct action_list actions; /* united; empty unless asked for */
};

/* True when both texts name the same client: equal when folded, or both the name or note of one client of the roster.
 */
bool records_same_client(struct arena *arena, const struct records *records, struct span a, struct span b);

/* The client's row in the roster, engagement or inbox; NULL when there is none. */
const struct roster_client *records_client(struct arena *arena, const struct records *records, struct span client);
const struct engagement *records_engagement(struct arena *arena, const struct records *records, struct span client);
const struct inbox *records_inbox(struct arena *arena, const struct records *records, struct span client);

/* The plan of the quarter that holds the date; NULL when there is none. */
const struct plan *records_plan(const struct records *records, struct date date);
/* The note of that week; of several the first by path. NULL when there is none. */
const struct week_note *records_week(const struct records *records, struct week week);

#endif
