/* What a coach should have in mind before a session: the pre-session protocol
 * (vault-template/practice/Templates/Engagement.md §5). */
#ifndef COACH_RULES_PREPARATION_H
#define COACH_RULES_PREPARATION_H

#include "base/value.h"
#include "model/records.h"
#include "rules/agenda.h"
#include "rules/checkpoints.h"
#include "rules/client_sessions.h"
#include "rules/coaching_mode.h"
#include "rules/decision_rules.h"
#include "rules/hours.h"

struct prepared_action {
	struct span text;
	int status; /* enum task_status */
	struct date due;
	bool overdue;
	struct span owner;  /* "client" or "coach" */
	struct date agreed; /* the session it was agreed in */
};

struct prepared_message {
	struct date date;
	struct span channel;
	struct span text;
};

struct prepared_metric {
	struct span name, baseline, target;
	struct date deadline;
	struct span value; /* the latest of the progress log by today; at NULL when there is none */
	struct date value_date;
};

struct prepared_flag {
	int code;
	struct span message;
};

struct prepared_milestone {
	struct span name;
	struct date date;
};

struct prepared_resource {
	struct span source, location;
	struct span word; /* what its "When to use" shares with the focus or the goal */
};

struct prepared_part {
	int part; /* enum agenda_part */
	struct optional_integer minutes;
};

enum focus_source { FOCUS_LAST_SESSION, FOCUS_PHASE, FOCUS_GOAL, FOCUS_NONE };
extern const char *const focus_source_names[];

struct preparation {
	struct span client;
	struct date date;
	int start;              /* minutes after midnight; -1 */
	struct span start_text; /* "10:00"; at NULL */
	struct optional_integer minutes;
	struct optional_integer number;
	struct span path;  /* of the session note */
	struct span focus; /* at NULL when nothing names one */
	int focus_source;
	struct span goal;
	int mode; /* enum coaching_mode */
	struct span mode_reason;
	struct optional_integer package_number; /* this session's place in the package: used ones before it, and 1 */
	struct optional_integer package_total;
	struct date programme_end;
	struct date last_session;
	struct span last_summary;
	struct result_list actions, messages, metrics, flags, milestones, resources, agenda;
	struct result_list checkpoints;                 /* struct due_checkpoint */
	struct result_list decision_rules;              /* struct decision_rule: those that apply */
	struct optional_integer decision_rules_written; /* how many the engagement has; unknown without one */
};

struct preparation_settings {
	struct hours_settings hours;
	struct health_settings health;
	int milestone_days; /* how far ahead, and how long past, a milestone counts as near */
};

/* `session` is the booked session, or one that is to be made (client, date, start, minutes set; document NULL). */
struct preparation *preparation_decide(struct arena *arena, const struct aliases *aliases,
	const struct records *records, const struct preparation_settings *settings, const struct roster_client *client,
	const struct session *session, struct date today);

#endif
