#include "codec/icalendar_rule.h"

enum { DAYS_IN_WEEK = 7, MONTHS_IN_YEAR = 12, PERIOD_MOST = 366 };

struct period {
	struct date start, end; /* its last day */
};

struct following {
	struct arena *arena;
	const struct icalendar_rule *rule;
	struct date first;
	struct calendar origin; /* of `first` */
	struct date from, until;
	long *steps;
	int left; /* occurrences that a COUNT leaves; -1: no limit */
	struct rule_days *days;
};

/* --- one day ------------------------------------------------------------------------------------------------------ */

static int days_of_month(struct date date)
{
	return date_calendar(date_month_end(date)).day;
}

static struct date year_start(struct date date)
{
	struct calendar calendar = date_calendar(date);
	return date_add_months(date_add(date, 1 - calendar.day), 1 - calendar.month);
}

static struct date year_end(struct date date)
{
	return date_add(date_add_months(year_start(date), MONTHS_IN_YEAR), -1);
}

static bool holds(const int *values, size_t count, int value, int total)
{
	for (size_t i = 0; i < count; i++)
		if (values[i] == value || values[i] == value - total - 1)
			return true;
	return false;
}

/* The weekday's place is counted in the month, or in the year of a rule that names no months. */
static bool is_in_place(const struct icalendar_rule *rule, int place, struct date day)
{
	bool by_year = rule->frequency == RULE_YEARLY && rule->months == 0;
	int before = by_year ? date_difference(year_start(day), day) : date_calendar(day).day - 1;
	int behind = by_year ? date_difference(day, year_end(day)) : days_of_month(day) - before - 1;
	return place > 0 ? before / DAYS_IN_WEEK == place - 1 : behind / DAYS_IN_WEEK == -place - 1;
}

static bool is_named_weekday(const struct icalendar_rule *rule, struct date day)
{
	bool placed = rule->frequency == RULE_MONTHLY || rule->frequency == RULE_YEARLY;
	for (size_t i = 0; i < rule->weekday_count; i++) {
		const struct rule_weekday *wanted = &rule->weekdays[i];
		if (date_weekday(day) == wanted->weekday &&
			(wanted->place == 0 || !placed || is_in_place(rule, wanted->place, day)))
			return true;
	}
	return false;
}

/* What a rule does not say, its first day says. */
static bool fits_first(const struct following *following, struct date day)
{
	const struct icalendar_rule *rule = following->rule;
	struct calendar calendar = date_calendar(day);
	bool says_day = rule->weekday_count || rule->month_day_count || rule->year_day_count;
	if (says_day || rule->frequency == RULE_DAILY)
		return true;
	if (rule->frequency == RULE_WEEKLY)
		return date_weekday(day) == date_weekday(following->first);
	return calendar.day == following->origin.day &&
	       (rule->frequency == RULE_MONTHLY || rule->months != 0 || calendar.month == following->origin.month);
}

static bool fits(const struct following *following, struct date day)
{
	const struct icalendar_rule *rule = following->rule;
	struct calendar calendar = date_calendar(day);
	if (rule->months && !(rule->months & 1u << calendar.month))
		return false;
	if (rule->month_day_count && !holds(rule->month_days, rule->month_day_count, calendar.day, days_of_month(day)))
		return false;
	if (rule->year_day_count &&
		!holds(rule->year_days, rule->year_day_count, date_difference(year_start(day), day) + 1,
			date_difference(year_start(day), year_end(day)) + 1))
		return false;
	return (!rule->weekday_count || is_named_weekday(rule, day)) && fits_first(following, day);
}

/* --- periods ------------------------------------------------------------------------------------------------------ */

static int months_between(struct calendar from, struct calendar to)
{
	return (to.year - from.year) * MONTHS_IN_YEAR + to.month - from.month;
}

static struct date week_start(const struct icalendar_rule *rule, struct date day)
{
	int behind = ((int)date_weekday(day) - (int)rule->week_start + DAYS_IN_WEEK) % DAYS_IN_WEEK;
	return date_add(day, -behind);
}

/* How many periods lie between that of the first day and that of another, not earlier one. */
static int period_of(const struct following *following, struct date day)
{
	const struct icalendar_rule *rule = following->rule;
	if (rule->frequency == RULE_DAILY)
		return date_difference(following->first, day);
	if (rule->frequency == RULE_WEEKLY)
		return date_difference(week_start(rule, following->first), week_start(rule, day)) / DAYS_IN_WEEK;
	if (rule->frequency == RULE_MONTHLY)
		return months_between(following->origin, date_calendar(day));
	return date_calendar(day).year - following->origin.year;
}

static struct period period_at(const struct following *following, int number)
{
	const struct icalendar_rule *rule = following->rule;
	struct date first = following->first;
	if (rule->frequency == RULE_DAILY)
		return (struct period){ date_add(first, number), date_add(first, number) };
	if (rule->frequency == RULE_WEEKLY) {
		struct date start = date_add(week_start(rule, first), number * DAYS_IN_WEEK);
		return (struct period){ start, date_add(start, DAYS_IN_WEEK - 1) };
	}
	if (rule->frequency == RULE_MONTHLY) {
		struct date start = date_add_months(date_add(first, 1 - following->origin.day), number);
		return (struct period){ start, date_month_end(start) };
	}
	struct date start = date_add_months(year_start(first), number * MONTHS_IN_YEAR);
	return (struct period){ start, year_end(start) };
}

/* --- days --------------------------------------------------------------------------------------------------------- */

static void add_day(struct following *following, struct date day)
{
	struct rule_days *days = following->days;
	if (following->left == 0)
		return;
	if (following->left > 0)
		following->left--;
	if (date_compare(day, following->from) < 0 || date_compare(day, following->until) > 0)
		return;
	days->items = arena_grow(following->arena, days->items, days->count, &days->capacity, sizeof(*days->items));
	days->items[days->count++] = day;
}

static bool is_picked(const struct icalendar_rule *rule, size_t place, size_t count)
{
	return rule->place_count == 0 || holds(rule->places, rule->place_count, (int)place + 1, (int)count);
}

static void follow_period(struct following *following, struct period period)
{
	struct date fitting[PERIOD_MOST];
	size_t count = 0;
	for (struct date day = period.start; date_compare(day, period.end) <= 0; day = date_add(day, 1)) {
		(*following->steps)--;
		if (fits(following, day))
			fitting[count++] = day;
	}
	for (size_t i = 0; i < count; i++)
		if (date_compare(fitting[i], following->first) > 0 && is_picked(following->rule, i, count))
			add_day(following, fitting[i]);
}

bool icalendar_rule_days(struct arena *arena, const struct icalendar_rule *rule, struct date first, struct date from,
	struct date until, long *steps, struct rule_days *days)
{
	struct following following = { arena, rule, first, date_calendar(first), from, until, steps,
		rule->count > 0 ? rule->count : -1, days };
	add_day(&following, first);
	if (date_compare(until, first) < 0)
		return true;
	/* Without a COUNT nothing before the window has to be looked at. */
	bool skips = rule->count == 0 && date_compare(from, first) > 0;
	int number = skips ? period_of(&following, from) / rule->interval * rule->interval : 0;
	int last = period_of(&following, until);
	for (; number <= last && following.left != 0 && *steps > 0; number += rule->interval) {
		follow_period(&following, period_at(&following, number));
		(*steps)--;
	}
	return *steps > 0;
}
