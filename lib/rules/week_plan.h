/* What a week asks for: the figures and lists that init_week writes (docs/weekly-plan.md has the rule of the ranks). */
#ifndef COACH_RULES_WEEK_PLAN_H
#define COACH_RULES_WEEK_PLAN_H

#include "rules/capacity.h"
#include "rules/health.h"

/* In the order of the ranks. */
enum priority_kind {
	PRIORITY_BREAKER,
	PRIORITY_RED_FLAG,
	PRIORITY_MARK,
	PRIORITY_BOOK,
	PRIORITY_PREPARE,
	PRIORITY_OVERDUE,
	PRIORITY_DUE,
	PRIORITY_MILESTONE,
	PRIORITY_CARRYOVER,
	PRIORITY_PARTNER,
	PRIORITY_RITUAL,
};

extern const char *const priority_kind_names[];

/* So many are shown, whatever they are; what follows, where it has no section of its own in the note. */
enum { PRIORITIES_FIRST = 12 };

/* Texts are Markdown of one line, links included. */
struct week_priority {
	int kind;
	struct span text;                /* "**Prepare [[Ana Silva]]**" */
	struct span reason;              /* "session on Friday 10:00, no agenda yet" */
	struct date day;                 /* of a session to prepare or to book; DATE_NONE else */
	const struct task *task;         /* of an action or what is carried over; NULL else */
	const struct document *document; /* where that stands */
};

struct week_client {
	struct span name;
	struct span link;    /* "[[Ana Silva]]", or the name where no note is known */
	struct span session; /* "Fri 10:00", several by comma; "Fri 10:00, not booked" where one was agreed on and has
			      * no note; at NULL when there is none this week */
	struct span focus;   /* the last held session's next focus, else the primary goal; may be empty */
	struct span goal;
	struct span phase; /* the name of the current phase, else what Current Phase says; at NULL when nothing tells */
	struct span flags; /* the codes, by comma; empty for none */
	struct optional_integer open_actions;
	struct optional_integer overdue_actions;
	struct span touch; /* the touch pattern of this kind of week */
};

/* What the plan would ask for, had it not been done. */
struct week_settled {
	int kind;         /* enum priority_kind */
	struct span text; /* as a week_priority's; of one to mark the session's link alone */
};

/* A line of a list: Markdown, and where it comes from. */
struct week_item {
	struct span text;
	struct span detail; /* may be empty */
	struct date since;  /* DATE_NONE where it has no day */
};

struct week_plan {
	struct week week;
	struct result_list priorities;  /* struct week_priority, by rank */
	int more_priorities;            /* how many were left out, as they stand in a section of their own */
	struct result_list ranked;      /* all of them */
	struct result_list settled;     /* struct week_settled */
	struct result_list clients;     /* struct week_client: active ones, in order of the roster */
	struct result_list checkpoints; /* struct week_item: of the engagements of those clients */
	struct result_list watchlist;   /* struct week_item, as all that follow */
	struct result_list rituals;
	struct result_list partners;
	struct result_list carryover; /* text is the task's line without its list marker */
	const struct capacity *capacity;
};

struct week_plan_settings {
	struct capacity_settings capacity;
	struct health_settings health;
	const struct aliases *aliases; /* which words name a phase */
};

/* "**Prepare [[Ana Silva]]**", for a link to the client. */
struct span week_preparation_text(struct arena *arena, struct span link);
/* True where a session of the client's week from the day on is planned and has no agenda: what a preparation is for. */
bool week_has_to_prepare(const struct records *records, const struct roster_client *client, struct date from);

/* Pure: the same records, week and date give the same plan. */
struct week_plan *week_plan_decide(struct arena *arena, const struct records *records,
	const struct week_plan_settings *settings, struct week week, struct date today, struct finding_list *findings);

#endif
