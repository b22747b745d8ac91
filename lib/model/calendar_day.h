/* The day of a month or year on which something comes again: `15 June`, `am 10. Januar`, `the 15th`, `每月15日`. */
#ifndef COACH_MODEL_CALENDAR_DAY_H
#define COACH_MODEL_CALENDAR_DAY_H

#include "model/aliases.h"
#include "model/cadence.h"

struct calendar_day {
	int month; /* 1–12; 0 where the text names none */
	int day;   /* 1–31, in a shorter month its last; 0 where the text names none */
};

/* Reads it from a folded text that names the rhythm. False where it names a day that the rhythm does not settle (the
 * 15th of a year, 30 February) or that is not understood (the third week): then nobody knows when it comes. */
bool calendar_day_read(struct arena *arena, const struct aliases *aliases, struct span folded, enum rhythm_unit unit,
	struct calendar_day *found);

#endif
