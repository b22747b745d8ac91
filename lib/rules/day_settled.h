/* What the boxes of a day asked for and was done since elsewhere: a session prepared, an action ticked, a message
 * drafted (docs/day.md, "What was done since"). Pure. */
#ifndef COACH_RULES_DAY_SETTLED_H
#define COACH_RULES_DAY_SETTLED_H

#include "rules/day_touches.h"
#include "rules/week_settled.h"

struct day_settled {
	const struct week_plan *week; /* of the day's week, as the day sees it */
	struct result_list touches;   /* struct day_touch: kind and client alone */
};

struct day_settled day_settled_of(
	struct arena *arena, const struct records *records, const struct week_plan_settings *settings, struct date day);

/* What a box is about, behind its label in bold: "Call the bank" of "**Overdue:** Call the bank", in any language; the
 * text itself where it has none. */
struct span day_box_subject(struct span text);

/* True where nothing asks for it any more and records say that it was done; in whatever language the box is. */
bool day_task_is_settled(struct arena *arena, const struct day_settled *settled, const struct task *task);

/* The boxes among `tasks`, of the day's note as it stands, that coach wrote (`generated` has them) and that are settled
 * or were ticked for that (struct span: from the box on, ticked). `fresh` becomes how many of them are not ticked yet.
 */
struct result_list day_done_boxes(struct arena *arena, const struct day_settled *settled, const struct task_list *tasks,
	const struct task_list *generated, size_t *fresh);

#endif
