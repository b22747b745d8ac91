/* The parts of a day's plan. Private to the plan (rules/day_plan.h). */
#ifndef COACH_RULES_DAY_PARTS_H
#define COACH_RULES_DAY_PARTS_H

#include "rules/day_plan.h"
#include "rules/day_settled.h"

struct planning_day {
	struct arena *arena;
	const struct records *records;
	const struct week_plan_settings *settings;
	struct link_targets notes; /* those of the records */
	struct day_settled settled;
	const struct day_note *generated; /* NULL: nothing is kept */
	struct finding_list *findings;
	struct day_plan *plan;
	struct span_index in_top_three; /* plan_top_three: the keys of what was chosen, or is closed there */
};

struct span planning_day_text(const struct planning_day *planning, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Lists the day's sessions, and those of other days that ask for something (day_sessions.c). */
void plan_day_sessions(struct planning_day *planning);
/* Chooses the top three (day_top_three.c). */
void plan_top_three(struct planning_day *planning);

#endif
