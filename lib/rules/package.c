#include "rules/package.h"

/* Held ones, and missed ones where the engagement's terms say so. */
static bool is_used(const struct session *session, const struct engagement *engagement)
{
	bool missed_count = engagement && engagement->missed_count;
	return session->status == SESSION_HELD || (missed_count && session->status == SESSION_MISSED);
}

/* Sessions before there were notes: the lowest number says how many came before its own, and not all have notes. The
 * lowest, not the first by date: a session may be noted after one that came later. */
static int sessions_without_note(const struct records *records, int client_id)
{
	int lowest = 0;
	int notes = 0; /* before the one that has it */
	int unnumbered = 0;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (session->client_id != client_id)
			continue;
		if (session->number > 0 && (lowest == 0 || session->number < lowest)) {
			lowest = session->number;
			notes = unnumbered;
		}
		unnumbered += session->number == 0;
	}
	return lowest > 1 + notes ? lowest - 1 - notes : 0;
}

struct package package_decide(const struct records *records, const struct roster_client *client,
	const struct engagement *engagement, struct date before)
{
	struct package package = { sessions_without_note(records, client->id), INTEGER_UNKNOWN };
	int total = engagement ? engagement->package_sessions : 0;
	size_t end = records_sessions_from(records, before);
	for (size_t i = 0; i < end; i++)
		package.used +=
			records->sessions[i].client_id == client->id && is_used(&records->sessions[i], engagement);
	total = total ? total : client->cadence.total;
	if (total)
		package.total = INTEGER_OF(total);
	return package;
}
