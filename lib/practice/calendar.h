/* A calendar file (.ics) as its reader has it: times in the vault's zone. */
#ifndef COACH_PRACTICE_CALENDAR_H
#define COACH_PRACTICE_CALENDAR_H

#include "codec/icalendar.h"

/* Reads the text by the module that links libical, which is opened on first use; the request's clock is set here. A
 * missing module is ERROR_IO and says how to get it; what is no calendar is ERROR_PARSE. */
int calendar_read(
	struct arena *arena, struct icalendar_request request, struct icalendar *calendar, struct error *error);

#endif
