/* How long a meeting or a piece of work takes, as people write it: `60 min`, `45–60 minutes`, `1 hour`, `1,5 Std.`,
 * `90分钟`, `1小时30分`, `两小时`, `2½ h`. */
#ifndef COACH_MODEL_MEETING_LENGTH_H
#define COACH_MODEL_MEETING_LENGTH_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

/* What a number without a unit counts: a session's `minutes: 60`, a Time Log's `1.5`. */
enum bare_number { BARE_MINUTES, BARE_HOURS };

/* Minutes, up to 24 hours; the larger end of a range, and, where bare numbers are hours, a span of time (`9:00-10:30`).
 * Words may follow a comma, semicolon or bracket ("60 min, video"). False, and nothing changed, for anything else: no
 * length, zero, a negative one, or `1.5` where bare numbers are minutes. */
bool meeting_length_read(struct arena *arena, struct span text, enum bare_number bare, int *minutes);

#endif
