/* What time it is for a run: --as-of, else COACH_NOW, else the clock. */
#ifndef COACH_CLI_AS_OF_H
#define COACH_CLI_AS_OF_H

#include "base/error.h"
#include "sys/clock.h"

/* `2026-11-20`, `2026-11-20T09:30`, `2026-11-20 09:30`, or what date_parse takes, relative to the real day; without a
 * time it is midnight. `given` (--as-of) comes before `environment` (COACH_NOW); both may be NULL. `zone` is the IANA
 * time zone of the clock. The clock is read only where it matters. ERROR_USAGE names the one that is wrong. */
int as_of_resolve(
	const char *given, const char *environment, const char *zone, struct moment *now, struct error *error);

/* The day of a run that failed before it knew its vault: as above, or the clock's where that fails too. */
struct date as_of_day(const char *given, const char *environment);

#endif
