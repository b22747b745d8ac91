#include "rules/demand.h"

static void report_past_end(const struct portfolio *portfolio, const struct roster_client *client, struct date today,
	struct finding_list *findings)
{
	if (!date_is_known(client->end) || date_compare(client->end, today) >= 0)
		return;
	struct finding *finding =
		finding_add(findings, FINDING_PAST_END, document_position_of(portfolio->document, client->row),
			"the programme of %.*s ended on %s, and the status is %s", SPAN_PRINT(client->name),
			date_format(client->end).text, client_status_names[client->status]);
	finding_hint(findings, finding, "set a new end, or the status Completed");
}

const struct capacity_demand *demand_decide(
	struct arena *arena, const struct portfolio *portfolio, struct date today, struct finding_list *findings)
{
	if (!portfolio || !portfolio->has_roster || portfolio->demand_ambiguous)
		return NULL;
	struct capacity_demand *demand = arena_new(arena, struct capacity_demand);
	struct span *unknown = arena_new_array(arena, portfolio->client_count, struct span);
	demand->low = demand->high = fraction_of(0, 1);
	for (size_t i = 0; i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!client_status_is_active(client->status))
			continue;
		report_past_end(portfolio, client, today, findings);
		if (client->cadence.known) {
			demand->low = fraction_add(demand->low, client->cadence.low);
			demand->high = fraction_add(demand->high, client->cadence.high);
			continue;
		}
		unknown[demand->unknown.count++] = client->name;
		finding_hint(findings,
			finding_add(findings, FINDING_DEMAND_UNKNOWN,
				document_position_of(portfolio->document, client->row),
				"how often %.*s meets is not known", SPAN_PRINT(client->name)),
			"write it like 2/month, weekly, or every 3 weeks");
	}
	demand->unknown.items = unknown;
	demand->per_week_low = fraction_round(demand->low);
	demand->per_week_high = fraction_round(demand->high);
	return demand;
}

struct result_list programme_endings(
	struct arena *arena, const struct portfolio *portfolio, struct date from, struct date to)
{
	size_t count = portfolio ? portfolio->client_count : 0;
	struct capacity_ending *endings = arena_new_array(arena, count, struct capacity_ending);
	struct result_list list = { endings, 0 };
	for (size_t i = 0; i < count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		bool ends = client_status_is_active(client->status) && date_is_known(client->end) &&
			    date_compare(client->end, from) >= 0 && date_compare(client->end, to) <= 0;
		if (!ends)
			continue;
		struct decimal freed = client->cadence.known ? fraction_round(client->cadence.high) : DECIMAL_UNKNOWN;
		endings[list.count++] = (struct capacity_ending){ client, client->name, client->end, freed };
	}
	return list;
}
