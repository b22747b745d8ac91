/* Whether an engagement is complete: the five points of the completion standard
 * (vault-template/practice/Templates/Engagement.md §11; docs/words.md, "A complete engagement"). Pure. */
#ifndef COACH_RULES_ENGAGEMENT_COMPLETION_H
#define COACH_RULES_ENGAGEMENT_COMPLETION_H

#include "rules/client_state.h"
#include "rules/completion_point.h"

extern const char *const engagement_point_names[]; /* outcome, report, feedback, transition, relationship */

/* One for each point, in order (struct completion_point). A box that the coach has ticked in the engagement
 * counts as said. Else the outcome is reached where every metric is at its target; the transition is complete where no
 * action with the client is open (but the coach's own for after the programme's end) and no session is planned; the
 * others are told by nothing but their box. */
struct result_list engagement_completion_decide(
	struct arena *arena, const struct records *records, const struct client_state *state, struct date today);

#endif
