/* All views of one practice together: what rules read. Borrowed; sorted by whoever fills it (practice/practice.c).
 *
 * Whom a session, action, engagement, inbox or Time Log row is about is resolved once, by records_resolve, to a
 * client's id: rules compare ids, never names. Two names are one client's when they are equal folded, or both the name
 * or the note of one client of the roster; of several clients that share a name, it is the first one's. Ids from 1 on
 * are those of the roster (struct roster_client); those behind them are names that the roster does not have, in no
 * order. */
#ifndef COACH_MODEL_RECORDS_H
#define COACH_MODEL_RECORDS_H

#include "model/action.h"
#include "model/day_note.h"
#include "model/draft.h"
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
	struct week_note *weeks; /* by week, one for each */
	size_t week_count;
	struct day_note *days; /* by date, one for each */
	size_t day_count;
	struct plan *plans; /* by quarter, then path */
	size_t plan_count;
	struct engagement *engagements; /* by path */
	size_t engagement_count;
	struct inbox *inboxes; /* by path */
	size_t inbox_count;
	struct action_list actions; /* united; empty unless asked for */
	struct draft *drafts;       /* in order of path; empty unless asked for */
	size_t draft_count;
	struct client_names others; /* names of views that the roster does not have; filled by records_resolve */
};

/* The id that is no client's: of a view that names nobody. */
enum { CLIENT_NOBODY = 0 };

/* Sets `client_id` of every view by its `client`. To be called when the records are filled, and again when views or the
 * portfolio change: ids of before are void then. */
void records_resolve(struct arena *arena, struct records *records);

/* The id of a client's name; CLIENT_NOBODY for a name that neither the roster nor a view has. */
int records_client_id(struct arena *arena, const struct records *records, struct span client);
bool records_in_roster(const struct records *records, int client_id);
/* The roster's row of that id; NULL where it has none. */
const struct roster_client *records_client(const struct records *records, int client_id);
/* The largest id that a view may have. */
int records_largest_id(const struct records *records);

/* The client's engagement or inbox; of several, which a practice does not keep, the first. NULL when there is none. */
const struct engagement *records_engagement(const struct records *records, int client_id);
const struct inbox *records_inbox(const struct records *records, int client_id);

/* The place of the first session on or after the day; session_count when there is none. */
size_t records_sessions_from(const struct records *records, struct date date);
/* The plan of the quarter that holds the date; NULL when there is none. */
const struct plan *records_plan(const struct records *records, struct date date);
/* The note of that week; NULL when there is none. */
const struct week_note *records_week(const struct records *records, struct week week);
/* The note of that day; the last one before it. NULL when there is none. */
const struct day_note *records_day(const struct records *records, struct date date);
const struct day_note *records_day_before(const struct records *records, struct date date);

#endif
