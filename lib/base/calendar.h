/* The arithmetic below date.h, for its own files: any year, no range. */
#ifndef COACH_BASE_CALENDAR_H
#define COACH_BASE_CALENDAR_H

#include "base/date.h"
#include "base/span.h"

#include <stdbool.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2999 }; /* what text may say */

/* January 1st of the year. */
struct date calendar_year_start(int year);
/* Reads exactly four digits that are a year in the range above and steps over them; else false, nothing changed. */
bool calendar_read_year(struct span *rest, int *year);

#endif
