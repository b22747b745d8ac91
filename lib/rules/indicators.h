/* A client's health indicators, from what the red flags and the files say. Part of a client's health (rules/health.h).
 */
#ifndef COACH_RULES_INDICATORS_H
#define COACH_RULES_INDICATORS_H

#include "rules/completion.h"
#include "rules/health.h"

/* Fills the indicators of a health whose flags are raised and whose dates are set. `kept` are the client's due actions
 * that were done on time. */
void indicators_decide(struct arena *arena, const struct records *records, const struct roster_client *client,
	const struct judged_actions *kept, struct date today, struct client_health *health);

/* Beyond a few places more add nothing, and are left out. */
void evidence_add(struct health_evidence *evidence, struct position place);
void evidence_add_actions(struct health_evidence *evidence, const struct judged_actions *actions);

#endif
