/* The phases of an engagement (vault-template/practice/Templates/Engagement.md §4), for engagement.c. */
#ifndef COACH_MODEL_ENGAGEMENT_PHASES_H
#define COACH_MODEL_ENGAGEMENT_PHASES_H

#include "model/engagement.h"
#include "model/outline.h"

/* Fills the phases: the headings directly below Engagement Structure; where that section is missing, those that name a
 * phase themselves. */
void engagement_phases_read(
	const struct outline *outline, struct engagement *engagement, struct finding_list *findings);

#endif
