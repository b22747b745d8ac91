/* Clients who stand in the roster more than once. Part of the roster (model/roster.h). */
#ifndef COACH_MODEL_ROSTER_REPEATS_H
#define COACH_MODEL_ROSTER_REPEATS_H

#include "model/portfolio.h"

/* Keeps the first row of each client; the others are findings (duplicate_client). Two rows are of one client when their
 * names are the same, in any case, unless they link different notes, and when they link the same note. */
void roster_drop_repeats(struct arena *arena, struct portfolio *portfolio, struct finding_list *findings);

#endif
