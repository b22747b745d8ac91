/* Days as people write them in notes: the one place that reads them (docs/formats.md, Dates).
 *
 * Read are `2026-12-31`, `2026/12/31`, `2026年12月31日` (year first), `31.12.2026` (dots: day first), `12/31/2026`
 * where one order alone names a day, and the names of months in any language of the alias files: `31. Dezember 2026`,
 * `Dec 31, 2026`; a weekday may stand in front. What has a date's shape and is none of these is told apart, so that it
 * can be named and is never guessed. */
#ifndef COACH_MODEL_WRITTEN_DATE_H
#define COACH_MODEL_WRITTEN_DATE_H

#include "base/date.h"
#include "model/aliases.h"
#include "model/finding.h"

enum date_reading {
	DATE_ABSENT, /* no shape of a date */
	DATE_READ,
	DATE_EITHER_ORDER, /* 03/04/2026 */
	DATE_IMPOSSIBLE,   /* 2026-13-45 */
	DATE_SHORT_YEAR,   /* 31.12.26 */
	DATE_WITHOUT_YEAR, /* 31.12., 31 December */
	DATE_WITHOUT_DAY,  /* December 2026 */
	DATE_SEVERAL,      /* 2026-11-20 or 2026-11-27 */
};

struct written_date {
	enum date_reading reading;
	struct date date;  /* DATE_NONE but for DATE_READ, and DATE_EITHER_ORDER: day first */
	struct date other; /* DATE_EITHER_ORDER: month first */
	struct span text;  /* where it stands */
	int start;         /* written_date_of: the time of day behind it, in minutes; -1 without */
	struct span words; /* written_date_of: what stands behind it and is no time */
};

/* A date with day, month and year at the start of the text; what follows it does not matter, unless it is a figure. */
struct written_date written_date_read(struct arena *arena, const struct aliases *aliases, struct span text);
/* The day that a whole text names: behind it nothing, a time of day (written_time.h) or words may stand. Another day
 * makes it DATE_SEVERAL. Told apart, too, is a text that is nothing but a date without its day or its year. */
struct written_date written_date_of(struct arena *arena, const struct aliases *aliases, struct span text);
/* The first date with day, month and a year of four figures anywhere in the text; false without. */
bool written_date_find(
	struct arena *arena, const struct aliases *aliases, struct span text, struct written_date *found);

/* The length of the weekday that the text begins with (`Thu`, `Do.`, `周四`), and which it is; 0 without. */
size_t written_weekday_read(
	struct arena *arena, const struct aliases *aliases, struct span text, enum weekday *weekday);
/* The first day of a year anywhere in the text, with or without its year (`15 June`, `10. Januar`, `6月15日`); false
 * without. Whether the month has that day is not looked at. */
bool written_date_find_day_of_year(
	struct arena *arena, const struct aliases *aliases, struct span text, int *month, int *day);

/* 1 to 12 for a term of the alias files' months ("january"), or 0. */
int month_of_term(const char *term);

/* Adds bad_date for what is no day, with what to write instead. `shown` is the text as the finding quotes it, `label`
 * stands before it ("date: " or ""). */
void written_date_report(const struct written_date *written, struct position position, const char *label,
	struct span shown, struct finding_list *findings);

#endif
