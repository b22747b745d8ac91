/* How often: `2/month`, `1-2/month`, `weekly`, `bi-weekly`, `every 3 weeks`, `8 sessions total, weekly`, `4`,
 * `2/Monat`, `每周`, `TBD`. The phrases are alias data (frequencies:), where # stands for a number or a range. */
#ifndef COACH_MODEL_CADENCE_H
#define COACH_MODEL_CADENCE_H

#include "base/fraction.h"
#include "model/aliases.h"

#include <stdbool.h>

struct cadence {
	bool known;
	struct fraction low;  /* sessions a week; a month is 52/12 weeks */
	struct fraction high; /* equal to low unless a range was given */
	int total;            /* sessions of the package where one is named ("8 sessions total"); else 0 */
};

/* A bare number counts as sessions a month when `number_is_monthly` (the column Sessions/Month). Parts separated by
 * commas, semicolons or "and" are read each; the part that names a rhythm wins. Unreadable text is not known, nor is a
 * number of more than three figures or two decimals. */
struct cadence cadence_read(
	struct arena *arena, const struct aliases *aliases, struct span text, bool number_is_monthly);

/* The rhythm of something that recurs, for rituals, partner check-ins and documents: every 2 weeks, every quarter. */
enum rhythm_unit { RHYTHM_NONE, RHYTHM_DAY, RHYTHM_WEEK, RHYTHM_MONTH, RHYTHM_QUARTER, RHYTHM_YEAR };

struct rhythm {
	enum rhythm_unit unit;
	int every; /* 1 or more; 0 where there is no rhythm */
};

/* The first phrase of a rhythm found anywhere in the text, the longest at that place. Several times a week or month
 * counts as each week or month. */
struct rhythm rhythm_find(struct arena *arena, const struct aliases *aliases, struct span text);
/* "weekly", "every 2 weeks", "monthly"; "" where there is none. */
const char *rhythm_text(struct arena *arena, struct rhythm rhythm);

#endif
