/* What a coach is to look at themselves before a client is lost: the escalation triggers of the engagement
 * (vault-template/practice/Templates/Engagement.md §7; docs/words.md, "Escalation trigger"). Pure. */
#ifndef COACH_RULES_ESCALATION_H
#define COACH_RULES_ESCALATION_H

#include "base/value.h"
#include "rules/health.h"

struct escalation_trigger {
	struct span text; /* the engagement's own words */
	struct position place;
};

/* All of the engagement's triggers (struct escalation_trigger, in its order) where the client raises a red flag; none
 * where not, since whether one holds is the coach's to judge. `engagement` may be NULL. */
struct result_list escalation_triggers(
	struct arena *arena, const struct engagement *engagement, const struct client_health *health);

#endif
