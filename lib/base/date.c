#include "base/date.h"

#include "base/calendar.h"

#include <assert.h>
#include <stdio.h>

enum { DAYS_IN_FOUR_CENTURIES = 146097 };

static int divide_down(int dividend, int divisor)
{
	int quotient = dividend / divisor;
	return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static bool is_leap_year(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return month == 2 && is_leap_year(year) ? 29 : lengths[month - 1];
}

/* February 29ths from the year 1 to the end of `year`. */
static int leap_days_until(int year)
{
	return divide_down(year, 4) - divide_down(year, 100) + divide_down(year, 400);
}

struct date calendar_year_start(int year)
{
	return (struct date){ (year - 1970) * 365 + leap_days_until(year - 1) - leap_days_until(1969) };
}

bool calendar_read_year(struct span *rest, int *year)
{
	struct span after = *rest;
	int number = 0;
	if (!span_read_digits(&after, &number) || rest->length - after.length != 4)
		return false;
	if (number < YEAR_FIRST || number > YEAR_LAST)
		return false;
	*rest = after;
	*year = number;
	return true;
}

bool date_is_known(struct date date)
{
	return date.days != DATE_NONE.days;
}

int date_compare(struct date a, struct date b)
{
	return (a.days > b.days) - (a.days < b.days);
}

bool date_may_be_said(struct date date)
{
	return date_compare(calendar_year_start(YEAR_FIRST), date) <= 0 &&
	       date_compare(date, calendar_year_start(YEAR_LAST + 1)) < 0;
}

struct date date_add(struct date date, int days)
{
	if (!date_is_known(date))
		return DATE_NONE;
	return (struct date){ date.days + days };
}

struct date date_add_working_days(struct date date, int days)
{
	int step = days < 0 ? -1 : 1;
	for (int left = days * step; left > 0 && date_is_known(date);) {
		date = date_add(date, step);
		left -= date_weekday(date) <= FRIDAY;
	}
	return date;
}

int date_difference(struct date from, struct date to)
{
	assert(date_is_known(from) && date_is_known(to));
	return to.days - from.days;
}

/* In any year, for arithmetic; month and day exist. */
static struct date day_of_calendar(struct calendar calendar)
{
	int days = calendar.day - 1;
	for (int earlier = 1; earlier < calendar.month; earlier++)
		days += month_length(calendar.year, earlier);
	return date_add(calendar_year_start(calendar.year), days);
}

struct date date_of(int year, int month, int day)
{
	if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12)
		return DATE_NONE;
	if (day < 1 || day > month_length(year, month))
		return DATE_NONE;
	return day_of_calendar((struct calendar){ year, month, day });
}

struct calendar date_calendar(struct date date)
{
	assert(date_is_known(date));
	/* The average year gives the year or a neighbour of it. */
	int year = 1970 + divide_down(date.days, DAYS_IN_FOUR_CENTURIES / 400);
	while (calendar_year_start(year).days > date.days)
		year--;
	while (calendar_year_start(year + 1).days <= date.days)
		year++;
	int rest = date.days - calendar_year_start(year).days;
	int month = 1;
	while (rest >= month_length(year, month))
		rest -= month_length(year, month++);
	return (struct calendar){ year, month, rest + 1 };
}

enum weekday date_weekday(struct date date)
{
	assert(date_is_known(date));
	/* 1970-01-01 was a Thursday. */
	int days = date.days % 7 + THURSDAY;
	return (enum weekday)((days + 7) % 7);
}

struct date date_add_months(struct date date, int months)
{
	if (!date_is_known(date))
		return DATE_NONE;
	struct calendar start = date_calendar(date);
	int count = start.year * 12 + start.month - 1 + months;
	int year = divide_down(count, 12);
	int month = count - year * 12 + 1;
	int last = month_length(year, month);
	return day_of_calendar((struct calendar){ year, month, start.day < last ? start.day : last });
}

struct date date_month_end(struct date date)
{
	if (!date_is_known(date))
		return DATE_NONE;
	struct calendar calendar = date_calendar(date);
	return date_add(date, month_length(calendar.year, calendar.month) - calendar.day);
}

static bool read_digits_exactly(struct span *rest, size_t digits, int *value)
{
	struct span after = *rest;
	if (!span_read_digits(&after, value) || rest->length - after.length != digits)
		return false;
	*rest = after;
	return true;
}

bool date_read_iso(struct span *rest, struct date *date)
{
	struct span after = *rest;
	int year = 0;
	int month = 0;
	int day = 0;
	bool shaped = read_digits_exactly(&after, 4, &year) && span_skip(&after, "-") &&
		      read_digits_exactly(&after, 2, &month) && span_skip(&after, "-") &&
		      read_digits_exactly(&after, 2, &day);
	if (!shaped)
		return false;
	*rest = after;
	*date = date_of(year, month, day);
	return true;
}

bool date_parse_iso(struct span text, struct date *date)
{
	struct date read = DATE_NONE;
	if (!date_read_iso(&text, &read) || text.length > 0 || !date_is_known(read))
		return false;
	*date = read;
	return true;
}

struct date_text date_format(struct date date)
{
	struct date_text formatted = { "" };
	if (!date_is_known(date))
		return formatted;
	struct calendar calendar = date_calendar(date);
	snprintf(formatted.text, sizeof(formatted.text), "%04d-%02d-%02d", calendar.year, calendar.month, calendar.day);
	return formatted;
}

const char *weekday_name(enum weekday weekday)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
		"Sunday" };
	return names[weekday];
}

const char *weekday_short_name(enum weekday weekday)
{
	static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	return names[weekday];
}
