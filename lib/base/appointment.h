/* When somebody meets, as people type it: a day, a time of day, or both. */
#ifndef COACH_BASE_APPOINTMENT_H
#define COACH_BASE_APPOINTMENT_H

#include "base/arena.h"
#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>

struct appointment {
	struct date date; /* DATE_NONE when only a time was said */
	int start;        /* minutes after midnight; -1 when no time was said */
};

/* `2026-12-04 10:00`, `2026-12-04T10:00`, `fri 10:00`, `next tue 14:30`, `+7d`, `10:00`: a day is what date_parse
 * takes. False, and nothing changed, for anything else. */
bool appointment_parse(struct span text, struct date today, struct appointment *appointment);

/* Parts the words of a command line into a name and the appointment behind it: the longest end that is one. The first
 * word is always of the name. Without an appointment, `name` is all of the words, and the result is false. */
bool appointment_split(struct arena *arena, const char *const *words, size_t count, struct date today,
	struct span *name, struct appointment *appointment);

#endif
