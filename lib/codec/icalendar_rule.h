/* On which days a rule of recurrence falls (RFC 5545, 3.3.10), in steps that are counted. For lib/codec/icalendar*.c
 * and its tests.
 *
 * A rule is a set of days in each of its periods (days, weeks, months, years); BYSETPOS picks among those of one. */
#ifndef COACH_CODEC_ICALENDAR_RULE_H
#define COACH_CODEC_ICALENDAR_RULE_H

#include "base/arena.h"
#include "base/date.h"

enum rule_frequency { RULE_DAILY, RULE_WEEKLY, RULE_MONTHLY, RULE_YEARLY };

/* "the first Tuesday", "the last Friday"; a place of 0 is each. */
struct rule_weekday {
	int place;
	enum weekday weekday;
};

struct icalendar_rule {
	enum rule_frequency frequency;
	int interval; /* from 1 on */
	int count;    /* occurrences, the first one included; 0: no such limit */
	enum weekday week_start;
	unsigned months; /* bit 1 is January; 0: any */
	const struct rule_weekday *weekdays;
	size_t weekday_count;
	const int *month_days; /* -1 is the last */
	size_t month_day_count;
	const int *year_days;
	size_t year_day_count;
	const int *places; /* BYSETPOS */
	size_t place_count;
};

struct rule_days {
	struct date *items; /* in order */
	size_t count, capacity;
};

/* Adds the rule's days from `from` to `until` to `days`, for a series that begins on `first`, which is itself its first
 * occurrence, whether it fits or not. False where the steps run out; `*steps` is what is left of them. */
bool icalendar_rule_days(struct arena *arena, const struct icalendar_rule *rule, struct date first, struct date from,
	struct date until, long *steps, struct rule_days *days);

#endif
