/* The only place that asks what time it is. Results never depend on it where `--as-of` is given. */
#ifndef COACH_SYS_CLOCK_H
#define COACH_SYS_CLOCK_H

#include "base/date.h"

#include <stdint.h>

struct moment {
	struct date date;
	int minutes; /* after midnight */
};

/* Now, in the named IANA time zone ("Europe/Berlin"), or in the system's where `zone` is NULL or empty. A zone the
 * system does not know reads as UTC. Sets the environment's TZ for a moment: not for use beside other threads. */
struct moment clock_now(const char *zone);
/* The local time of an instant (seconds since 1970) in a zone, as above. */
struct moment clock_moment(const char *zone, int64_t seconds);
/* The instant of a local time in a zone that the system has; false for another zone. Of two the first; a time that the
 * clocks leave out counts as if they had not been changed yet (RFC 5545, 3.3.5). */
bool clock_instant(const char *zone, struct date date, int second_of_day, int64_t *seconds);
/* False for a name that the system's time zones do not have; a system without them knows every name. */
bool clock_knows_zone(const char *zone);
/* Seconds since 1970 and the local offset from UTC in minutes, for commits and journals. */
int64_t clock_seconds(void);
int clock_offset_minutes(void);

#endif
