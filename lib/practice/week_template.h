/* A week note's template (Week.md): its parts, and what each of them rests on. */
#ifndef COACH_PRACTICE_WEEK_TEMPLATE_H
#define COACH_PRACTICE_WEEK_TEMPLATE_H

#include "base/date.h"
#include "base/error.h"
#include "vault/vault.h"

/* What init_week generates, each part where the template has its slot. */
enum week_part {
	WEEK_PRIORITIES,
	WEEK_CLIENTS,
	WEEK_WATCHLIST,
	WEEK_RITUALS,
	WEEK_PARTNERS,
	WEEK_CAPACITY,
	WEEK_CARRYOVER,
	WEEK_PART_COUNT
};

/* The vault's own Week.md, else the one that ships. */
int week_template(struct arena *arena, const struct vault *vault, struct span *template, struct error *error);

/* The note of the week: its name and days, and `parts` (WEEK_PART_COUNT texts; NULL for a note without any). */
struct span week_template_fill(struct arena *arena, struct span template, struct week week, const struct span *parts);

/* The generated text with each section that holds a part resting on something `unknown` (of enum practice_part) as
 * `last` has it, or without it where that has none: what is not known is never taken for nothing. `titles` becomes the
 * titles of those sections, by comma; NULL where there is none. */
struct span week_template_keep(struct arena *arena, struct span template, unsigned unknown, struct span generated,
	struct span last, const char **titles);

#endif
