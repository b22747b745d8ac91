#include "rules/client_state.h"

#include "rules/escalation.h"
#include "rules/package.h"

static struct result_list unpaid_sessions(
	struct arena *arena, const struct records *records, int client_id, struct date today)
{
	size_t end = records_sessions_from(records, date_add(today, 1));
	struct unpaid_session *unpaid = NULL;
	size_t capacity = 0;
	size_t count = 0;
	for (size_t i = 0; i < end; i++) {
		const struct session *session = &records->sessions[i];
		bool owed = session->status == SESSION_HELD && session->paid_known && !session->paid;
		if (session->client_id != client_id || !owed)
			continue;
		unpaid = arena_grow(arena, unpaid, count, &capacity, sizeof(*unpaid));
		unpaid[count++] = (struct unpaid_session){ session->date, span_of(session->document->path) };
	}
	return (struct result_list){ unpaid, count };
}

struct client_state client_state_decide(struct arena *arena, const struct records *records,
	const struct client_state_settings *settings, const struct roster_client *client, struct date today)
{
	const struct engagement *engagement = records_engagement(records, client->id);
	struct package package = package_decide(records, client, engagement, date_add(today, 1));
	struct client_state state = {
		.client = client,
		.engagement = engagement,
		.health = health_decide(arena, records, &settings->health, client, today),
		.package_used = INTEGER_OF(package.used),
		.package_total = package.total,
		.unpaid = unpaid_sessions(arena, records, client->id, today),
	};
	if (!engagement)
		return state;
	state.metrics = metrics_decide(arena, engagement, settings->pace_points, today);
	state.escalations = escalation_triggers(arena, engagement, &state.health);
	return state;
}

struct result_list client_states_decide(struct arena *arena, const struct records *records,
	const struct client_state_settings *settings, bool active, struct date today)
{
	const struct portfolio *portfolio = records->portfolio;
	size_t most = portfolio ? portfolio->client_count : 0;
	struct client_state *states = arena_new_array(arena, most, struct client_state);
	size_t count = 0;
	for (size_t i = 0; i < most; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!active || client_status_is_active(client->status))
			states[count++] = client_state_decide(arena, records, settings, client, today);
	}
	return (struct result_list){ states, count };
}
