/* The decision rules of an engagement (vault-template/practice/Templates/Engagement.md §7), for engagement.c. */
#ifndef COACH_MODEL_ENGAGEMENT_DECISIONS_H
#define COACH_MODEL_ENGAGEMENT_DECISIONS_H

#include "model/engagement.h"
#include "model/outline.h"

/* Fills the decisions: the rows of Session Decisions and Async Support Decisions, else of Decision Rules itself. A
 * section without such a table is read as a list of `**Situation:** decision`. Rows without a decision are left out. */
void engagement_decisions_read(
	const struct outline *outline, struct engagement *engagement, struct finding_list *findings);

#endif
