/* What does not fit together between notes: roster, engagement files, sessions. Pure. */
#ifndef COACH_RULES_LINT_PRACTICE_H
#define COACH_RULES_LINT_PRACTICE_H

#include "model/records.h"

/* Active clients of the roster without an engagement file, and clients with sessions that the roster does not name:
 * each once, at the first session. Nothing without a roster that has clients. */
void lint_practice(struct arena *arena, const struct records *records, struct finding_list *findings);

#endif
