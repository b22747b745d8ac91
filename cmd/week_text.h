/* The text of a week note, from its template and a week plan. */
#ifndef COACH_CMD_WEEK_TEXT_H
#define COACH_CMD_WEEK_TEXT_H

#include "rules/week_plan.h"
#include "vault/vault.h"

/* LF line ends; in the arena. */
int week_text(struct arena *arena, const struct vault *vault, const struct week_plan *plan, struct span *text,
	struct error *error);

#endif
