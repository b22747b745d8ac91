/* What a week asked for and was done since: the lines that init_week wrote into Priorities, seen again
 * (docs/weekly-plan.md, "What was done since"). Pure. */
#ifndef COACH_RULES_WEEK_SETTLED_H
#define COACH_RULES_WEEK_SETTLED_H

#include "rules/week_plan.h"

enum priority_standing {
	STANDING_ASKED,     /* the plan asks for it */
	STANDING_SETTLED,   /* it asks for it no more, and records say that it was done */
	STANDING_WITHDRAWN, /* it asks for it no more: called off, put off, or fallen away */
};

/* `line` is a priority's text, alone or with its reason behind a dash. */
enum priority_standing week_plan_standing(const struct week_plan *plan, struct span line);

/* What stands in a line that coach has struck, as what it asks for was done: "~~**Prepare [[Ana Silva]]** — …~~"; at
 * NULL where it is not struck. */
struct span week_struck_text(struct span line);

/* The lines of the note's Priorities that coach wrote (`generated` has them; NULL: nothing is known of that) and that
 * are settled, struck already or not (struct span: without the strokes); in the note's order. */
struct result_list week_done_lines(struct arena *arena, const struct week_plan *plan, const struct week_note *note,
	const struct week_note *generated);
/* True where coach wrote the line. */
bool week_line_was_generated(const struct week_note *generated, struct span line);

#endif
