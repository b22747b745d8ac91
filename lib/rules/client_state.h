/* All that the files tell of how a client stands: health, metrics, the place in the package. What `health`, `clients`
 * and `client` show (docs/words.md, "Clients"). Pure. */
#ifndef COACH_RULES_CLIENT_STATE_H
#define COACH_RULES_CLIENT_STATE_H

#include "base/value.h"
#include "model/records.h"
#include "rules/health.h"
#include "rules/metrics.h"

struct client_state_settings {
	struct health_settings health;
	int pace_points; /* rules/metrics.h */
};

/* A session that was held and is marked as not paid. */
struct unpaid_session {
	struct date date;
	struct span path;
};

struct client_state {
	const struct roster_client *client;
	const struct engagement *engagement; /* NULL: none */
	struct client_health health;
	struct result_list metrics;           /* struct metric_standing */
	struct result_list escalations;       /* struct escalation_trigger (rules/escalation.h) */
	struct optional_integer package_used; /* sessions held, and missed ones where the terms say that they count */
	struct optional_integer package_total;
	struct result_list unpaid; /* struct unpaid_session, by date */
};

struct client_state client_state_decide(struct arena *arena, const struct records *records,
	const struct client_state_settings *settings, const struct roster_client *client, struct date today);

/* Of all clients of the roster, in its order; of those who are active alone where `active`. */
struct result_list client_states_decide(struct arena *arena, const struct records *records,
	const struct client_state_settings *settings, bool active, struct date today);

#endif
