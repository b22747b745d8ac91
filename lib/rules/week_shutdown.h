/* How a week ends: what was planned and what became of it, clients' wins and concerns, what the next week takes over
 * (docs/week-shutdown.md). Pure. */
#ifndef COACH_RULES_WEEK_SHUTDOWN_H
#define COACH_RULES_WEEK_SHUTDOWN_H

#include "rules/week_plan.h"

/* Unknown: nothing tells, as the line is the person's own. */
enum planned_state { PLANNED_DONE, PLANNED_OPEN, PLANNED_CANCELLED, PLANNED_UNKNOWN };
extern const char *const planned_state_names[]; /* done … NULL-terminated */

struct planned_item {
	struct span text; /* as the week's note has it, without box and fields */
	int state;        /* enum planned_state */
};

enum fact_kind { FACT_METRIC, FACT_ACTION, FACT_MILESTONE, FACT_FLAG };
extern const char *const fact_kind_names[]; /* metric … NULL-terminated */

/* What a client achieved, or what to worry about, with the place that tells it. */
struct client_fact {
	struct span client; /* the name */
	struct span link;
	int kind;
	struct span fact; /* "One-on-ones held: 4 → 6, target 8" */
	struct span path;
	struct optional_integer line;
};

struct week_sessions {
	struct optional_integer planned, held, missed, cancelled, rescheduled;
};

struct week_shutdown {
	struct week week;
	bool over;                       /* its Sunday has passed */
	const struct capacity *capacity; /* judged when the week is over alone */
	struct result_list priorities;   /* struct planned_item, as all of these: lines of the week's note */
	struct result_list checkpoints, rituals, partners, carried;
	const struct week_sessions *sessions;
	struct result_list wins, concerns; /* struct client_fact: active clients, in the roster's order */
	struct result_list carryover;      /* struct week_item: what init_week takes over into the week after */
};

struct week_shutdown_settings {
	struct week_plan_settings plan;
	int pace_points; /* rules/metrics.h */
};

/* A line of Priorities that coach wrote (`generated` has it; NULL: nothing is known of that) is told by the plan, made
 * again (rules/week_settled.h): open while it is asked for, done once it is settled, else cancelled. */
struct week_shutdown *week_shutdown_decide(struct arena *arena, const struct records *records,
	const struct week_shutdown_settings *settings, struct week week, const struct week_note *generated,
	struct date today, struct finding_list *findings);

#endif
