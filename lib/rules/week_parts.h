/* The parts of a week's plan: what is collected for it, before week_plan.c ranks it. Private to the plan. */
#ifndef COACH_RULES_WEEK_PARTS_H
#define COACH_RULES_WEEK_PARTS_H

#include "rules/note_links.h"
#include "rules/week_plan.h"

/* A list that grows in the arena. */
struct planning_list {
	void *items;
	size_t count;
	size_t capacity;
};

struct planning {
	struct arena *arena;
	const struct records *records;
	const struct week_plan_settings *settings;
	struct link_targets notes; /* those of the records */
	struct week week;
	struct date today;
	struct date reference; /* what is due before this day is overdue: today, or the Monday of a week to come */
	struct finding_list *findings;
	struct planning_list priorities;  /* struct week_priority */
	struct planning_list settled;     /* struct week_settled */
	struct planning_list clients;     /* struct week_client */
	struct planning_list checkpoints; /* struct week_item, as all that follow */
	struct planning_list watchlist;
	struct planning_list rituals;
	struct planning_list partners;
	struct planning_list carryover;
};

/* --- collecting (week_plan.c) ------------------------------------------------------------------------------------ */

/* Room for one more item of that size. */
void *planning_push(struct planning *planning, struct planning_list *list, size_t size);
struct span planning_text(struct planning *planning, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What a link to the note says: its name, or its path where the name leads to another note. */
struct span planning_note(const struct planning *planning, const struct document *document);
struct week_priority *planning_add_priority(
	struct planning *planning, enum priority_kind kind, struct span text, struct span reason);
/* What was done, and is no priority for that. */
void planning_settle(struct planning *planning, enum priority_kind kind, struct span text);
void planning_add_item(
	struct planning *planning, struct planning_list *list, struct span text, struct span detail, struct date since);

/* --- clients (week_clients.c) ------------------------------------------------------------------------------------ */

/* Rows for the active clients, and what they add to priorities, checkpoints and watchlist. */
void plan_clients(struct planning *planning);
/* Sessions of the week that have no agenda yet, the next one first. */
void plan_preparations(struct planning *planning);
/* Programmes that end soon, for the watchlist. */
void plan_endings(struct planning *planning, const struct capacity *capacity);

/* --- lists (week_lists.c) ---------------------------------------------------------------------------------------- */

/* Sessions that are over and still planned. */
void plan_overdue_sessions(struct planning *planning);
/* The coach's own actions that are overdue, and those due from then until Sunday. */
void plan_actions(struct planning *planning);
/* Milestones of the quarter's plan; a quarter without a plan is a finding where there is a practice to plan for. */
void plan_quarter(struct planning *planning);
/* Open items of the last week note before the week. */
void plan_carryover(struct planning *planning);
/* Rituals and check-ins with partners that fall into the week; the records have a portfolio. */
void plan_rituals(struct planning *planning);
void plan_partners(struct planning *planning);

#endif
