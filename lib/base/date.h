/* Calendar days, ISO weeks and quarters, and the ways people write them. No clock, no time zone, no locale.
 *
 * A day is a number: days since 1970-01-01 in the proleptic Gregorian calendar. Years 1900 to 2999 are accepted from
 * text, so that a slip like 0206 is an error and not a date; arithmetic goes beyond. Weeks are ISO 8601 weeks (Monday
 * first; week 1 holds the year's first Thursday), quarters are calendar quarters. */
#ifndef COACH_BASE_DATE_H
#define COACH_BASE_DATE_H

#include "base/span.h"

#include <limits.h>
#include <stdbool.h>

struct date {
	int days;
};

#define DATE_NONE ((struct date){ INT_MIN })

struct calendar {
	int year;
	int month; /* 1–12 */
	int day;   /* 1–31 */
};

struct week {
	int year; /* the ISO year, which can differ from the calendar year around January 1st */
	int number;
};

struct quarter {
	int year;
	int number; /* 1–4 */
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

/* "Monday" and "Mon", in English. */
const char *weekday_name(enum weekday weekday);
const char *weekday_short_name(enum weekday weekday);

/* Texts with their NUL: "2026-11-20", "2026-W47", "2026-Q4", "10:00". */
struct date_text {
	char text[16];
};

bool date_is_known(struct date date);
int date_compare(struct date a, struct date b);
struct date date_add(struct date date, int days);
/* So many working days on, or back for less than 0: Saturdays and Sundays do not count. Holidays are not known. */
struct date date_add_working_days(struct date date, int days);
/* Days from `from` to `to`; negative when `to` is earlier. */
int date_difference(struct date from, struct date to);

/* True for a known day in the years that text may say. */
bool date_may_be_said(struct date date);

/* DATE_NONE when there is no such day (2026-02-30) or the year is out of range. */
struct date date_of(int year, int month, int day);
struct calendar date_calendar(struct date date);
enum weekday date_weekday(struct date date);
/* The same day of a later (or earlier) month, or that month's last day; in any year. */
struct date date_add_months(struct date date, int months);
struct date date_month_end(struct date date);

/* Reads `YYYY-MM-DD` at the start of the text and steps over it. False, and nothing changed, when there is none; a text
 * of that shape that names no day (2026-13-45) gives true with DATE_NONE, so that the caller can say so. */
bool date_read_iso(struct span *rest, struct date *date);
/* The whole text as one ISO date; false otherwise, or when it names no day. */
bool date_parse_iso(struct span text, struct date *date);
/* Empty for DATE_NONE. */
struct date_text date_format(struct date date);

/* What people type for a day: an ISO date, `24.11.2026`, `2026/11/24`, `today`, `tomorrow`, `yesterday`, a weekday
 * (`fri`: the next one, today included), `next tue` (the one in the week after this), `last fri` (the latest before
 * today), `+3d`, `-1w`, `+2m`, `2026-W48` (its Monday). English words, any case. False, too, for a day outside the
 * years that text may say. */
bool date_parse(struct span text, struct date today, struct date *date);

struct week week_of(struct date date);
struct date week_monday(struct week week);
struct date week_sunday(struct week week);
struct week week_add(struct week week, int weeks);
int week_compare(struct week a, struct week b);
/* Whole weeks from `from` to `to`. */
int week_difference(struct week from, struct week to);
/* `2026-W47`; false when the year has no such week. */
bool week_parse_iso(struct span text, struct week *week);
/* What people type for a week: `2026-W48`, `W48` (of today's ISO year), `this`, `next`, `last`, `+1`, `-2`, or any
 * date_parse text (the week of that day). False for a week of an ISO year that text may not say: 2999-12-31 lies in
 * 3000-W01. */
bool week_parse(struct span text, struct date today, struct week *week);
struct date_text week_format(struct week week);

struct quarter quarter_of(struct date date);
struct date quarter_start(struct quarter quarter);
struct date quarter_end(struct quarter quarter); /* its last day */
struct quarter quarter_add(struct quarter quarter, int quarters);
int quarter_compare(struct quarter a, struct quarter b);
/* `Q4 2026`, `2026-Q4`, `2026 Q4`, `Q4/2026`, any case. A quarter without a year is not a quarter. */
bool quarter_parse(struct span text, struct quarter *quarter);
struct date_text quarter_format(struct quarter quarter);

/* Time of day in minutes after midnight: `10:00`, `9:30`, `24:00` is not one. */
bool clock_time_parse(struct span text, int *minutes);
struct date_text clock_time_format(int minutes);

/* A length of work in minutes: `1.5`, `1,5` (hours), `90m`, `90 min`, `1h`, `1h30`, `1:30`. At most 24 hours, more than
 * zero, in whole minutes after rounding half up. */
bool duration_parse(struct span text, int *minutes);

#endif
