#include "base/calendar.h"
#include "base/date.h"

#include <stdio.h>

struct quarter quarter_of(struct date date)
{
	struct calendar calendar = date_calendar(date);
	return (struct quarter){ calendar.year, (calendar.month + 2) / 3 };
}

struct date quarter_start(struct quarter quarter)
{
	return date_add_months(calendar_year_start(quarter.year), 3 * (quarter.number - 1));
}

struct date quarter_end(struct quarter quarter)
{
	return date_add(quarter_start(quarter_add(quarter, 1)), -1);
}

struct quarter quarter_add(struct quarter quarter, int quarters)
{
	int count = quarter.year * 4 + quarter.number - 1 + quarters;
	return (struct quarter){ count / 4, count % 4 + 1 };
}

int quarter_compare(struct quarter a, struct quarter b)
{
	int first = a.year * 4 + a.number;
	int second = b.year * 4 + b.number;
	return (first > second) - (first < second);
}

static bool read_quarter(struct span *rest, int *number)
{
	struct span after = *rest;
	if (!span_skip(&after, "Q") && !span_skip(&after, "q"))
		return false;
	int read = 0;
	struct span digits = after;
	if (!span_read_digits(&after, &read) || digits.length - after.length != 1 || read < 1 || read > 4)
		return false;
	*rest = after;
	*number = read;
	return true;
}

static bool read_separator(struct span *rest)
{
	struct span trimmed = span_trim_start(*rest);
	bool skipped = span_skip(&trimmed, "-") || span_skip(&trimmed, "/") || trimmed.length < rest->length;
	if (skipped)
		*rest = span_trim_start(trimmed);
	return skipped;
}

bool quarter_parse(struct span text, struct quarter *quarter)
{
	struct span rest = span_trim(text);
	struct quarter read = { 0, 0 };
	bool year_first = calendar_read_year(&rest, &read.year);
	bool understood = year_first ? read_separator(&rest) && read_quarter(&rest, &read.number)
				     : read_quarter(&rest, &read.number) && read_separator(&rest) &&
					       calendar_read_year(&rest, &read.year);
	if (!understood || rest.length > 0)
		return false;
	*quarter = read;
	return true;
}

struct date_text quarter_format(struct quarter quarter)
{
	struct date_text formatted;
	snprintf(formatted.text, sizeof(formatted.text), "%04d-Q%d", quarter.year, quarter.number);
	return formatted;
}
