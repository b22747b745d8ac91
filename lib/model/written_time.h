/* The time of day as people write it behind a day, or alone: the one place that reads it (docs/formats.md, Dates).
 *
 * Read are `09:00`, `9.00`, `9h30`, `14:00 Uhr`, `9 Uhr`, `2pm`, `14点30分`, `下午2点`, with a comma, a dash, "at",
 * "um" or the T of ISO in front. A number alone is no time. */
#ifndef COACH_MODEL_WRITTEN_TIME_H
#define COACH_MODEL_WRITTEN_TIME_H

#include "base/span.h"

/* Steps over the time that the text begins with, in minutes after midnight. False, and nothing changed, without. */
bool written_time_skip(struct span *rest, int *minutes);
/* The whole text as a time. */
bool written_time_read(struct span text, int *minutes);

#endif
