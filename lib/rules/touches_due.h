/* Messages and contacts that are due to clients on a day, by what the files tell (docs/day.md, "Touches"; the client's
 * vault-template/practice/Templates/Engagement.md §1 and §8). Pure.
 *
 * reply: the first message from the client since the last one to them, once the response time of Async Support is over;
 * without one that can be read nothing is due. reminder: on the day before a planned session. summary: from the day
 * after a held session on, for a week. check_in: in a week without a session, from Wednesday on. What a message to the
 * client, or a tick in an earlier day note, answers since is not due any more. Of active clients alone. */
#ifndef COACH_RULES_TOUCHES_DUE_H
#define COACH_RULES_TOUCHES_DUE_H

#include "base/value.h"
#include "rules/note_links.h"

enum touch_kind { TOUCH_REPLY, TOUCH_REMINDER, TOUCH_SUMMARY, TOUCH_CHECK_IN };
extern const char *const touch_kind_names[]; /* reply … NULL-terminated */

struct touch {
	struct span client; /* the name */
	int kind;
	struct span text;   /* "**Reply to [[Ana Silva]]**" */
	struct span reason; /* "message of 2026-11-18, to be answered within one working day" */
	struct date due;
};

/* struct touch, in the order of the roster, then of the kinds. */
struct result_list touches_due(
	struct arena *arena, const struct records *records, const struct link_targets *notes, struct date today);

#endif
