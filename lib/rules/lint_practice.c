#include "rules/lint_practice.h"

#include "model/property.h"

/* How to make one is said with the first. */
static void lint_roster(struct arena *arena, const struct records *records, struct finding_list *findings)
{
	const struct portfolio *portfolio = records->portfolio;
	bool hinted = false;
	for (size_t i = 0; i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!client_status_is_active(client->status) || records_engagement(arena, records, client->name))
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

static size_t count_sessions(struct arena *arena, const struct records *records, struct span client)
{
	size_t count = 0;
	for (size_t i = 0; i < records->session_count; i++)
		count += records_same_client(arena, records, records->sessions[i].client, client);
	return count;
}

static bool is_first_session(struct arena *arena, const struct records *records, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (records_same_client(arena, records, records->sessions[i].client, records->sessions[index].client))
			return false;
	return true;
}

/* Once for each client, at the first session. */
static void lint_sessions(struct arena *arena, const struct records *records, struct finding_list *findings)
{
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (records_client(arena, records, session->client) || !is_first_session(arena, records, i))
			continue;
		size_t count = count_sessions(arena, records, session->client);
		struct finding *finding = finding_add(findings, FINDING_SESSION_UNKNOWN_CLIENT,
			property_position(session->document, "client"),
			"%.*s is not in the roster, but has %zu session%s", SPAN_PRINT(session->client), count,
			count == 1 ? "" : "s");
		finding_hint(findings, finding, "add a row to the roster; Completed is a status too");
	}
}

void lint_practice(struct arena *arena, const struct records *records, struct finding_list *findings)
{
	if (!records->portfolio || records->portfolio->client_count == 0)
		return;
	lint_roster(arena, records, findings);
	lint_sessions(arena, records, findings);
}
