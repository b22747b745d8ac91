/* Sessions of the past that are still planned: nobody has said what became of them, so they count in no hours
 * (docs/words.md, "Actual hours"). Pure. */
#ifndef COACH_RULES_OVERDUE_SESSIONS_H
#define COACH_RULES_OVERDUE_SESSIONS_H

#include "model/finding.h"
#include "model/records.h"

/* session_overdue, where its status stands; nothing for a session that is not overdue. */
void overdue_session_report(const struct session *session, struct date today, struct finding_list *findings);
/* sessions_not_counted, once for a week that has any: its hours and shares lack them. */
void overdue_sessions_report_week(struct arena *arena, const struct records *records, struct week week,
	struct date today, struct finding_list *findings);

#endif
