#include "rules/client_sessions.h"

bool session_takes_time(const struct session *session)
{
	return session->status == SESSION_PLANNED || session->status == SESSION_HELD;
}

const struct session *session_on(
	const struct records *records, const struct roster_client *client, struct date date, int start)
{
	const struct session *found = NULL;
	for (size_t i = records_sessions_from(records, date); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, date) != 0)
			break;
		bool fits = session->client_id == client->id && (start < 0 || session->start == start);
		bool better = !found || (found->status != SESSION_PLANNED && session->status == SESSION_PLANNED);
		if (fits && better)
			found = session;
	}
	return found;
}

const struct session *next_session(
	const struct records *records, const struct roster_client *client, struct date from, bool only)
{
	for (size_t i = records_sessions_from(records, from); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (only && date_compare(session->date, from) != 0)
			break;
		if (session->client_id == client->id && session->status == SESSION_PLANNED)
			return session;
	}
	return NULL;
}

const struct session *last_session(
	const struct records *records, const struct roster_client *client, struct date before)
{
	for (size_t i = records_sessions_from(records, before); i-- > 0;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == client->id && session->status == SESSION_HELD)
			return session;
	}
	return NULL;
}

struct task_list cohort_members(const struct records *records, const struct roster_client *client)
{
	for (size_t i = records->session_count; i-- > 0;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == client->id && session->attendance.count)
			return session->attendance;
	}
	return (struct task_list){ NULL, 0 };
}

struct appointment next_appointment(const struct session *session)
{
	return (struct appointment){ session->next_date, session->next_start };
}

static bool has_note_from(const struct records *records, int client_id, struct date date)
{
	for (size_t i = records_sessions_from(records, date); i < records->session_count; i++)
		if (records->sessions[i].client_id == client_id)
			return true;
	return false;
}

struct appointment agreed_appointment(
	const struct records *records, const struct roster_client *client, struct date day)
{
	const struct session *last = last_session(records, client, date_add(day, 1));
	if (!last || !date_is_known(last->next_date) || has_note_from(records, client->id, last->next_date))
		return (struct appointment){ DATE_NONE, -1 };
	return next_appointment(last);
}

int next_session_number(const struct records *records, const struct roster_client *client)
{
	int highest = 0;
	int count = 0;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (session->client_id != client->id)
			continue;
		count++;
		highest = session->number > highest ? session->number : highest;
	}
	return (highest > 0 ? highest : count) + 1;
}
