#include "rules/overdue_sessions.h"

static const char what_to_do[] = "set its status to held, missed or cancelled";

void overdue_session_report(const struct session *session, struct date today, struct finding_list *findings)
{
	if (!session_is_overdue(session->status, session->date, today))
		return;
	struct finding *finding = finding_add(findings, FINDING_SESSION_OVERDUE, session->status_position,
		"%s is over, and the session is still planned", date_format(session->date).text);
	finding_hint(findings, finding, "%s", what_to_do);
}

static void report_week(
	const struct session *first, struct week week, int count, const char *all, struct finding_list *findings)
{
	struct finding *finding = finding_add(findings, FINDING_SESSIONS_NOT_COUNTED, first->status_position,
		"%d planned session%s of %s %s over and not counted: %s", count, count == 1 ? "" : "s",
		week_format(week).text, count == 1 ? "is" : "are", all);
	finding_hint(
		findings, finding, "%s", count == 1 ? what_to_do : "set their status to held, missed or cancelled");
}

void overdue_sessions_report_week(struct arena *arena, const struct records *records, struct week week,
	struct date today, struct finding_list *findings)
{
	const struct session *first = NULL;
	const char *all = "";
	int count = 0;
	for (size_t i = records_sessions_from(records, week_monday(week)); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, week_sunday(week)) > 0)
			break;
		if (!session_is_overdue(session->status, session->date, today))
			continue;
		first = first ? first : session;
		all = arena_printf(arena, "%s%s%.*s on %s", all, count++ ? ", " : "", SPAN_PRINT(session->client),
			date_format(session->date).text);
	}
	if (first)
		report_week(first, week, count, all, findings);
}
