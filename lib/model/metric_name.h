/* When two names mean the same metric: in an engagement's success metrics, its Progress Log and a session's figures
 * (docs/words.md, "Progress of a metric"). */
#ifndef COACH_MODEL_METRIC_NAME_H
#define COACH_MODEL_METRIC_NAME_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

/* The name as it is compared: as a person reads it, with case folded. Brackets and numbers count, since they are often
 * all that tells two metrics apart (`NPS (clients)`, `NPS (staff)`; `1. Quarter`, `2. Quarter`). */
struct span metric_key(struct arena *arena, struct span name);

bool metric_is(struct arena *arena, struct span name, struct span other);

#endif
