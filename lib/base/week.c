#include "base/calendar.h"
#include "base/date.h"

#include <stdio.h>

struct week week_of(struct date date)
{
	/* A week belongs to the year of its Thursday. */
	struct date thursday = date_add(date, THURSDAY - (int)date_weekday(date));
	int year = date_calendar(thursday).year;
	return (struct week){ year, date_difference(calendar_year_start(year), thursday) / 7 + 1 };
}

struct date week_monday(struct week week)
{
	struct date in_first_week = date_add(calendar_year_start(week.year), 3);
	struct date first_monday = date_add(in_first_week, -(int)date_weekday(in_first_week));
	return date_add(first_monday, (week.number - 1) * 7);
}

struct date week_sunday(struct week week)
{
	return date_add(week_monday(week), SUNDAY);
}

struct week week_add(struct week week, int weeks)
{
	return week_of(date_add(week_monday(week), weeks * 7));
}

int week_compare(struct week a, struct week b)
{
	int years = (a.year > b.year) - (a.year < b.year);
	return years ? years : (a.number > b.number) - (a.number < b.number);
}

int week_difference(struct week from, struct week to)
{
	return date_difference(week_monday(from), week_monday(to)) / 7;
}

bool week_parse_iso(struct span text, struct week *week)
{
	struct week read = { 0, 0 };
	if (text.length != 8 || !calendar_read_year(&text, &read.year) || !span_skip(&text, "-W"))
		return false;
	if (!span_read_digits(&text, &read.number) || text.length > 0)
		return false;
	/* A week 53 that the year does not have is week 1 of the next. */
	if (read.number < 1 || week_of(week_monday(read)).number != read.number)
		return false;
	*week = read;
	return true;
}

struct date_text week_format(struct week week)
{
	struct date_text formatted;
	snprintf(formatted.text, sizeof(formatted.text), "%04d-W%02d", week.year, week.number);
	return formatted;
}
