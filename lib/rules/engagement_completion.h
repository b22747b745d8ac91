/* Whether an engagement is complete: the five points of the completion standard
 * (vault-template/practice/Templates/Engagement.md §11; docs/words.md, "A complete engagement"). Pure. */
#ifndef COACH_RULES_ENGAGEMENT_COMPLETION_H
#define COACH_RULES_ENGAGEMENT_COMPLETION_H

#include "rules/client_state.h"
#include "rules/completion_point.h"

enum engagement_point {
	ENGAGEMENT_OUTCOME,      /* primary outcome achieved, or a clear plan for going on */
	ENGAGEMENT_REPORT,       /* final progress report delivered */
	ENGAGEMENT_FEEDBACK,     /* testimonial or feedback requested */
	ENGAGEMENT_TRANSITION,   /* offboarding complete */
	ENGAGEMENT_RELATIONSHIP, /* relationship maintained */
	ENGAGEMENT_POINT_COUNT
};
extern const char *const engagement_point_names[]; /* outcome, report, feedback, transition, relationship */

/* One for each point, in order (struct completion_point). A box that the coach has ticked in the engagement
 * counts as said. Else the outcome is reached where every metric is at its target; the transition is complete where no
 * action with the client is open (but the coach's own for after the programme's end) and no session is planned; the
 * others are told by nothing but their box. */
struct result_list engagement_completion_decide(
	struct arena *arena, const struct records *records, const struct client_state *state, struct date today);

/* The box of the point in the engagement's checklist; NULL where it has none. */
const struct task *engagement_point_box(
	struct arena *arena, const struct engagement *engagement, enum engagement_point point);

#endif
