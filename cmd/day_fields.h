/* How a day's plan is shown in JSON. */
#ifndef COACH_CMD_DAY_FIELDS_H
#define COACH_CMD_DAY_FIELDS_H

#include "cli/result.h"
#include "rules/day_plan.h"

struct day_session_row {
	struct day_session session;
	struct span todo; /* at == NULL: nothing */
};

struct day_touch_row {
	struct span client; /* the name */
	int kind;           /* enum touch_kind */
	struct span text, reason;
	struct date due;
};

extern const struct result_field day_session_fields[]; /* struct day_session_row */
extern const struct result_field day_top_fields[];     /* struct day_top */
extern const struct result_field day_action_fields[];  /* struct day_action */
extern const struct result_field touch_fields[];       /* struct day_touch_row */
extern const struct result_field day_carried_fields[]; /* struct day_carried */

/* One of the plan's lists of sessions (struct day_session_row). */
struct result_list day_session_rows(
	struct arena *arena, const struct day_plan *plan, const struct result_list *sessions);
/* Its touches (struct day_touch_row). */
struct result_list day_touch_rows(struct arena *arena, const struct day_plan *plan);

#endif
