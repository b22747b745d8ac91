#include "rules/repetition.h"

#include "base/ascii.h"

#include <string.h>

enum {
	MOST_WORDS = 24,
	MOST_EVERY = 999,
	WEEK = 7,
	WEEKS_IN_MONTH = 5,
	MONTHS_IN_YEAR = 12,
	LONGEST_MONTH = 31,
	/* A day that a leap year alone has comes within as many years. */
	MOST_YEARS = 8,
};

static const char *const weekday_names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
	"sunday", NULL };
static const char *const month_names[] = { "january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december", NULL };

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* The words of the text, without "and", "the" and commas. */
struct reading {
	struct span words[MOST_WORDS];
	int count;
	int next;
};

static bool read_words(struct span text, struct reading *reading)
{
	struct span word;
	for (struct span rest = text; rest.length;) {
		word = span_slice(rest, 0, span_find_any(rest, " ,"));
		rest = span_from(rest, word.length + 1);
		if (!word.length || span_is_ignoring_case(word, "and") || span_is_ignoring_case(word, "the"))
			continue;
		if (reading->count == MOST_WORDS)
			return false;
		reading->words[reading->count++] = word;
	}
	return true;
}

/* Empty behind the last. */
static struct span this_word(const struct reading *reading)
{
	return reading->next < reading->count ? reading->words[reading->next] : SPAN_NONE;
}

static bool skip_word(struct reading *reading, const char *word)
{
	bool found = span_is_ignoring_case(this_word(reading), word);
	reading->next += found;
	return found;
}

/* `when done` stands last. */
static bool cut_when_done(struct reading *reading)
{
	int count = reading->count;
	bool found = count >= 2 && span_is_ignoring_case(reading->words[count - 2], "when") &&
		     span_is_ignoring_case(reading->words[count - 1], "done");
	reading->count -= found ? 2 : 0;
	return found;
}

/* At least three letters of a name: `Mon`, `Tues`, `Monday`. */
static bool abbreviates(struct span word, const char *name)
{
	enum { LEAST = 3 };
	for (size_t i = 0; i < word.length; i++)
		if (ascii_lower(word.at[i]) != ascii_lower(name[i]))
			return false;
	return word.length >= LEAST;
}

/* The index of the name that the word abbreviates; -1 for none. */
static int find_name(struct span word, const char *const *names)
{
	for (int i = 0; names[i]; i++)
		if (abbreviates(word, names[i]))
			return i;
	return -1;
}

/* One name after another, each as a bit; false where there is none. */
static bool read_names(struct reading *reading, const char *const *names, unsigned *bits)
{
	int first = reading->next;
	for (int i; (i = find_name(this_word(reading), names)) >= 0; reading->next++)
		*bits |= 1U << i;
	return reading->next > first;
}

/* `1st`, `22nd`, `3`, `last` (-1). */
static bool read_ordinal(struct reading *reading, int *ordinal)
{
	static const char *const endings[] = { "", "st", "nd", "rd", "th" };
	struct span word = this_word(reading);
	bool read = span_is_ignoring_case(word, "last");
	*ordinal = -1;
	if (!read && span_read_digits(&word, ordinal))
		for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
			read = read || (word.length == strlen(endings[i]) && span_is_ignoring_case(word, endings[i]));
	reading->next += read;
	return read && *ordinal != 0 && *ordinal <= LONGEST_MONTH;
}

/* `1st`, `1st 15th`, `last`; or `last Friday`. */
static bool read_days_of_month(struct reading *reading, struct repetition *repetition)
{
	int ordinal;
	if (!read_ordinal(reading, &ordinal))
		return false;
	if (read_names(reading, weekday_names, &repetition->weekdays)) {
		repetition->ordinal = ordinal;
		return ordinal <= WEEKS_IN_MONTH;
	}
	do {
		repetition->last_day = repetition->last_day || ordinal < 0;
		repetition->days |= ordinal > 0 ? UINT32_C(1) << ordinal : 0;
	} while (reading->next < reading->count && read_ordinal(reading, &ordinal));
	return true;
}

static bool read_interval(struct reading *reading, struct repetition *repetition)
{
	struct span word = this_word(reading);
	repetition->every = 1;
	if (skip_word(reading, "other"))
		repetition->every = 2;
	else if (word.length && ascii_is_digit(*word.at)) {
		reading->next++;
		return span_read_digits(&word, &repetition->every) && !word.length && repetition->every > 0 &&
		       repetition->every <= MOST_EVERY;
	}
	return true;
}

static bool skip_unit(struct reading *reading, const char *one, const char *several)
{
	return skip_word(reading, one) || skip_word(reading, several);
}

static bool read_unit(struct reading *reading, struct repetition *repetition)
{
	static const unsigned working_days =
		1U << MONDAY | 1U << TUESDAY | 1U << WEDNESDAY | 1U << THURSDAY | 1U << FRIDAY;
	repetition->unit = REPEAT_WEEKS;
	if (skip_unit(reading, "day", "days"))
		repetition->unit = REPEAT_DAYS;
	else if (skip_unit(reading, "weekday", "weekdays"))
		repetition->weekdays = working_days;
	else if (skip_unit(reading, "week", "weeks"))
		return !skip_word(reading, "on") || read_names(reading, weekday_names, &repetition->weekdays);
	else if (skip_unit(reading, "month", "months") || read_names(reading, month_names, &repetition->months)) {
		repetition->unit = REPEAT_MONTHS;
		return !skip_word(reading, "on") || read_days_of_month(reading, repetition);
	} else if (skip_unit(reading, "year", "years")) {
		repetition->unit = REPEAT_MONTHS;
		repetition->every *= MONTHS_IN_YEAR;
	} else
		return read_names(reading, weekday_names, &repetition->weekdays);
	return true;
}

bool repetition_read(struct span text, struct repetition *repetition)
{
	struct reading reading = { .count = 0 };
	*repetition = (struct repetition){ .every = 1 };
	if (!read_words(text, &reading))
		return false;
	repetition->when_done = cut_when_done(&reading);
	bool understood = skip_word(&reading, "every") && read_interval(&reading, repetition) &&
			  read_unit(&reading, repetition) && reading.next == reading.count;
	bool contradicts = repetition->months && repetition->every > 1;
	return understood && !contradicts;
}

/* --- the next day ------------------------------------------------------------------------------------------------ */

static bool has_bit(unsigned bits, int bit)
{
	return bits >> bit & 1U;
}

/* Weeks between two times are counted from Monday to Monday. */
static struct date next_weekday(const struct repetition *repetition, struct date day)
{
	struct date next = date_add(day, 1);
	while (!has_bit(repetition->weekdays, (int)date_weekday(next)))
		next = date_add(next, 1);
	bool same_week = week_compare(week_of(next), week_of(day)) == 0;
	return same_week ? next : date_add(next, WEEK * (repetition->every - 1));
}

static struct date month_start(struct date day)
{
	return date_add(day, 1 - date_calendar(day).day);
}

/* Which of its weekday in the month it is: from 1. */
static int ordinal_of(struct date day)
{
	return (date_calendar(day).day - 1) / WEEK + 1;
}

static bool is_last_of_weekday(struct date day)
{
	return date_calendar(date_add(day, WEEK)).month != date_calendar(day).month;
}

static bool is_its_day(const struct repetition *repetition, struct date day)
{
	if (repetition->weekdays)
		return has_bit(repetition->weekdays, (int)date_weekday(day)) &&
		       (repetition->ordinal < 0 ? is_last_of_weekday(day) : ordinal_of(day) == repetition->ordinal);
	bool last = date_compare(day, date_month_end(day)) == 0;
	return (repetition->days >> date_calendar(day).day & 1U) || (repetition->last_day && last);
}

static struct date first_in_month(const struct repetition *repetition, struct date from)
{
	struct date end = date_month_end(from);
	for (struct date day = from; date_compare(day, end) <= 0; day = date_add(day, 1))
		if (is_its_day(repetition, day))
			return day;
	return DATE_NONE;
}

/* The first of its days in this month behind `day`, else in one of the months that are its own. */
static struct date next_named_day(const struct repetition *repetition, struct date day)
{
	struct date from = date_add(day, 1);
	bool same_month = date_calendar(from).month == date_calendar(day).month;
	struct date start = month_start(day);
	int step = repetition->every;
	for (int months = 0; months <= MOST_YEARS * MONTHS_IN_YEAR * step; months += step) {
		struct date month = date_add_months(start, months);
		bool own = !repetition->months || has_bit(repetition->months, date_calendar(month).month - 1);
		if (!own || (months == 0 && !same_month))
			continue;
		struct date found = first_in_month(repetition, months == 0 ? from : month);
		if (date_is_known(found))
			return found;
	}
	return DATE_NONE;
}

/* The same day in the next of its months. */
static struct date next_own_month(const struct repetition *repetition, struct date day)
{
	int months = 1;
	while (!has_bit(repetition->months, date_calendar(date_add_months(day, months)).month - 1))
		months++;
	return date_add_months(day, months);
}

struct date repetition_next(const struct repetition *repetition, struct date day)
{
	bool names_days = repetition->days || repetition->last_day || repetition->weekdays;
	switch (repetition->unit) {
	case REPEAT_DAYS:
		return date_add(day, repetition->every);
	case REPEAT_WEEKS:
		return repetition->weekdays ? next_weekday(repetition, day) : date_add(day, WEEK * repetition->every);
	case REPEAT_MONTHS:
		break;
	}
	if (names_days)
		return next_named_day(repetition, day);
	return repetition->months ? next_own_month(repetition, day) : date_add_months(day, repetition->every);
}
