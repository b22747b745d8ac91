#include "rules/lint_practice.h"

#include "base/nearest.h"
#include "model/property.h"
#include "rules/metric_doubt.h"
#include "rules/overdue_sessions.h"

/* How to make one is said with the first. */
static void lint_roster(const struct records *records, struct finding_list *findings)
{
	const struct portfolio *portfolio = records->portfolio;
	bool hinted = false;
	for (size_t i = 0; i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!client_status_is_active(client->status) || records_engagement(records, client->id))
			continue;
		struct finding *finding = finding_add(findings, FINDING_NO_ENGAGEMENT,
			document_position_of(portfolio->document, client->row), "%.*s has no engagement file",
			SPAN_PRINT(client->name));
		if (!hinted)
			finding_hint(findings, finding,
				"a note with type: engagement and client: \"[[%.*s]]\" in its front matter is one",
				SPAN_PRINT(client->name));
		hinted = true;
	}
}

/* How many sessions each client has, by id. */
static size_t *count_sessions(struct arena *arena, const struct records *records)
{
	size_t *counts = arena_new_array(arena, (size_t)records_largest_id(records) + 1, size_t);
	for (size_t i = 0; i < records->session_count; i++)
		counts[records->sessions[i].client_id]++;
	return counts;
}

/* The name or the note of the roster that was probably meant, or NULL. */
static const char *nearest_client(struct arena *arena, const struct portfolio *portfolio, struct span name)
{
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < portfolio->client_count; i++) {
		nearest_offer(&nearest, arena_copy_text(arena, portfolio->clients[i].name));
		if (portfolio->clients[i].note.length)
			nearest_offer(&nearest, arena_copy_text(arena, portfolio->clients[i].note));
	}
	return nearest.best;
}

static void report_unknown(struct arena *arena, const struct portfolio *portfolio, const struct session *session,
	size_t count, struct finding_list *findings)
{
	struct finding *finding = finding_add(findings, FINDING_SESSION_UNKNOWN_CLIENT, session->client_position,
		"%.*s is not in the roster, but has %zu session%s", SPAN_PRINT(session->client), count,
		count == 1 ? "" : "s");
	const char *nearest = nearest_client(arena, portfolio, session->client);
	if (nearest)
		finding_hint(findings, finding, "did you mean %s?", nearest);
	else
		finding_hint(findings, finding, "add a row to the roster; Completed is a status too");
}

/* Once for each client, at the first session. */
static void lint_clients_of_sessions(struct arena *arena, const struct records *records, struct finding_list *findings)
{
	size_t *counts = count_sessions(arena, records);
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		size_t *count = &counts[session->client_id];
		bool unknown = session->client_id != CLIENT_NOBODY && !records_in_roster(records, session->client_id);
		if (unknown && *count > 0)
			report_unknown(arena, records->portfolio, session, *count, findings);
		*count = 0;
	}
}

void lint_practice(struct arena *arena, const struct records *records, struct date today, struct finding_list *findings)
{
	for (size_t i = 0; i < records->session_count; i++)
		overdue_session_report(&records->sessions[i], today, findings);
	for (size_t i = 0; i < records->engagement_count; i++)
		lint_figures(arena, &records->engagements[i], today, findings);
	if (!records->portfolio || records->portfolio->client_count == 0)
		return;
	lint_roster(records, findings);
	lint_clients_of_sessions(arena, records, findings);
}
