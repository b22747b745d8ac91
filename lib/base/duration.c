#include "base/date.h"

#include <stdio.h>

enum { MINUTES_IN_HOUR = 60, HOURS_IN_DAY = 24, MINUTES_IN_DAY = HOURS_IN_DAY * MINUTES_IN_HOUR };

/* The two digits of `9:30` or `1h30`. */
static bool read_minutes_of_hour(struct span *rest, int *minutes)
{
	struct span after = *rest;
	int read = 0;
	if (!span_read_digits(&after, &read) || rest->length - after.length != 2 || read >= MINUTES_IN_HOUR)
		return false;
	*rest = after;
	*minutes = read;
	return true;
}

static bool parse_hours_and_minutes(struct span text, int *hours, int *minutes)
{
	size_t before = text.length;
	return span_read_digits(&text, hours) && before - text.length <= 2 && span_skip(&text, ":") &&
	       read_minutes_of_hour(&text, minutes) && text.length == 0;
}

bool clock_time_parse(struct span text, int *minutes)
{
	int hours = 0;
	int rest = 0;
	if (!parse_hours_and_minutes(text, &hours, &rest) || hours >= HOURS_IN_DAY)
		return false;
	*minutes = hours * MINUTES_IN_HOUR + rest;
	return true;
}

struct date_text clock_time_format(int minutes)
{
	struct date_text formatted;
	snprintf(formatted.text, sizeof(formatted.text), "%02d:%02d", minutes / MINUTES_IN_HOUR,
		minutes % MINUTES_IN_HOUR);
	return formatted;
}

static bool is_one_of(struct span text, const char *const *words)
{
	for (; *words; words++)
		if (span_is_ignoring_case(text, *words))
			return true;
	return false;
}

/* `90m`, `90 min`. */
static bool parse_minutes(struct span text, int *minutes)
{
	static const char *const units[] = { "m", "min", "mins", "minute", "minutes", NULL };
	return span_read_digits(&text, minutes) && is_one_of(span_trim_start(text), units);
}

/* `1h30`, `1h 30m`. */
static bool parse_hours_with_minutes(struct span text, int *hours, int *minutes)
{
	if (!span_read_digits(&text, hours))
		return false;
	text = span_trim_start(text);
	if (!span_skip(&text, "h") && !span_skip(&text, "H"))
		return false;
	text = span_trim_start(text);
	if (!read_minutes_of_hour(&text, minutes))
		return false;
	text = span_trim_start(text);
	return text.length == 0 || span_is_ignoring_case(text, "m") || span_is_ignoring_case(text, "min");
}

/* `1`, `1.5`, `1,5 h`, in minutes. */
static bool parse_decimal_hours(struct span text, int *minutes)
{
	static const char *const units[] = { "", "h", "hour", "hours", NULL };
	int hours = 0;
	int decimals = 0;
	long long scale = 1;
	if (!span_read_digits(&text, &hours) || hours > HOURS_IN_DAY)
		return false;
	if (span_skip(&text, ".") || span_skip(&text, ",")) {
		size_t before = text.length;
		if (!span_read_digits(&text, &decimals))
			return false;
		for (size_t digits = before - text.length; digits > 0; digits--)
			scale *= 10;
	}
	if (!is_one_of(span_trim_start(text), units))
		return false;
	long long scaled = (hours * scale + decimals) * MINUTES_IN_HOUR;
	*minutes = (int)((scaled * 2 + scale) / (scale * 2));
	return true;
}

bool duration_parse(struct span text, int *minutes)
{
	text = span_trim(text);
	int hours = 0;
	int rest = 0;
	bool understood = parse_hours_and_minutes(text, &hours, &rest) || parse_hours_with_minutes(text, &hours, &rest);
	if (!understood) {
		hours = 0;
		understood = parse_minutes(text, &rest) || parse_decimal_hours(text, &rest);
	}
	if (!understood || hours > HOURS_IN_DAY)
		return false;
	int total = hours * MINUTES_IN_HOUR + rest;
	if (total < 1 || total > MINUTES_IN_DAY)
		return false;
	*minutes = total;
	return true;
}
