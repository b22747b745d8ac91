#include "rules/lint_practice.h"

#include "model/property.h"

static void lint_roster(struct arena *arena, const struct records *records, struct finding_list *findings)
{
	const struct portfolio *portfolio = records->portfolio;
	for (size_t i = 0; i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		if (!client_status_is_active(client->status) || records_engagement(arena, records, client->name))
			continue;
		struct finding *finding = finding_add(findings, FINDING_NO_ENGAGEMENT,
			document_position_of(portfolio->document, client->row), "%.*s has no engagement file",
			SPAN_PRINT(client->name));
		finding_hint(findings, finding, "a note with \"type: engagement\" and client: \"[[%.*s]]\" is one",
			SPAN_PRINT(client->name));
	}
}

static void lint_sessions(struct arena *arena, const struct records *records, struct finding_list *findings)
{
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (records_client(arena, records, session->client))
			continue;
		struct finding *finding = finding_add(findings, FINDING_SESSION_UNKNOWN_CLIENT,
			property_position(session->document, "client"), "%.*s is not in the roster",
			SPAN_PRINT(session->client));
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
