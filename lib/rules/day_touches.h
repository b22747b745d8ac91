/* The messages of a day (rules/touches.h) as its note lists them: to whom, and why (docs/day.md, "Touches"). Pure. */
#ifndef COACH_RULES_DAY_TOUCHES_H
#define COACH_RULES_DAY_TOUCHES_H

#include "rules/note_links.h"
#include "rules/touches.h"

struct day_touch {
	const struct touch *touch;
	struct span link; /* to the client's note */
};

/* "**Reply to [[Ana Silva]]**": the text of its box. */
struct span day_touch_text(struct arena *arena, enum language language, const struct day_touch *touch);

/* Those that are due (struct day_touch), in the order of touches_decide; without those that an earlier day note, since
 * they came up, has ticked or cancelled, and without those that were promised, whose action the day lists. */
struct result_list day_touches_decide(struct arena *arena, const struct records *records,
	const struct hours_settings *hours, const struct link_targets *notes, struct date day);

#endif
