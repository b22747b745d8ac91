#include "model/calendar_day.h"

#include "base/ascii.h"
#include "model/text_reading.h"
#include "model/written_date.h"

#include <string.h>

enum { LONGEST_MONTH = 31, LEAP_YEAR = 2024 };

static const char *period_at(const struct aliases *aliases, struct span text)
{
	struct span found;
	text = span_trim_start(text);
	const char *term = alias_find_in(aliases, ALIAS_PERIOD, text, &found);
	return term && found.at == text.at ? term : "";
}

static bool ends_with_any(struct span text, const char *const *words)
{
	for (; *words; words++)
		if (span_ends_with(text, *words))
			return true;
	return false;
}

/* Steps over `15th`, `15日`, and the `15.` of "am 15."; 0 where there is none. */
static int skip_day_of_month(struct span before, struct span *rest)
{
	static const char *const suffixes[] = { "st", "nd", "rd", "th", "日", "号", "號", NULL };
	static const char *const prepositions[] = { "am ", "zum ", "jeden ", "vom ", NULL };
	int day = 0;
	struct span after = *rest;
	if (ascii_digits(after) > 2 || !span_read_digits(&after, &day))
		return 0;
	bool dotted = span_starts_with(after, ".") && ends_with_any(before, prepositions);
	if (!text_skip_any(&after, suffixes) && !(dotted && span_skip(&after, ".")))
		return 0;
	if (after.length && ascii_is_alphanumeric(*after.at))
		return 0;
	*rest = after;
	return day;
}

/* "1st Monday" is no day of the month. */
static bool names_weekday_or_week(const char *term)
{
	return span_ends_with(span_of(term), "day") || strcmp(term, "week") == 0;
}

static int day_of_month(const struct aliases *aliases, struct span text)
{
	for (size_t at = 0; at < text.length; at++) {
		struct span rest = span_from(text, at);
		if (at > 0 && ascii_is_alphanumeric(text.at[at - 1]))
			continue;
		int day = skip_day_of_month(span_slice(text, 0, at), &rest);
		if (day && !names_weekday_or_week(period_at(aliases, rest)))
			return day;
	}
	return 0;
}

/* `may` and `march` are months only behind a preposition. */
static bool is_month_here(struct span before, int month)
{
	static const char *const prepositions[] = { "in ", "im ", "of ", "every ", "each ", "jeden ", "des ", NULL };
	enum { MARCH = 3, MAY = 5 };
	return (month != MARCH && month != MAY) || ends_with_any(before, prepositions);
}

/* A month alone, `in June`; and whether a week of a month is named, which is no day. */
static int month_alone(const struct aliases *aliases, struct span text, bool *names_week)
{
	struct span rest = text;
	struct span found;
	const char *term;
	int month = 0;
	while ((term = alias_find_in(aliases, ALIAS_PERIOD, rest, &found))) {
		struct span before = span_between(text.at, found.at);
		rest = span_from(rest, (size_t)(found.at - rest.at) + found.length);
		bool ordinal = strcmp(term, "second") == 0 || strcmp(term, "third") == 0 ||
			       strcmp(term, "fourth") == 0 || strcmp(term, "last") == 0;
		*names_week = *names_week || (ordinal && strcmp(period_at(aliases, rest), "week") == 0);
		int named = month_of_term(term);
		if (month == 0 && named && is_month_here(before, named))
			month = named;
	}
	return month;
}

/* The last day of a month, in words. */
static bool is_last_day(struct span text)
{
	static const char *const phrases[] = { "last day", "letzten tag", "letzter tag", "monatsende",
		"end of the month", "end of each month", "end of every month", "month-end", "month end", "月底", "月末",
		"最后一天" };
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (span_contains(text, phrases[i]))
			return true;
	return false;
}

static bool fits(enum rhythm_unit unit, const struct calendar_day *day)
{
	if (day->day > LONGEST_MONTH)
		return false;
	if (unit == RHYTHM_MONTH)
		return day->month == 0;
	if (day->month == 0 || day->day == 0)
		return day->day == 0;
	return date_is_known(date_of(LEAP_YEAR, day->month, day->day));
}

bool calendar_day_read(struct arena *arena, const struct aliases *aliases, struct span folded, enum rhythm_unit unit,
	struct calendar_day *found)
{
	bool names_week = false;
	*found = (struct calendar_day){ 0, 0 };
	if (unit != RHYTHM_MONTH && unit != RHYTHM_QUARTER && unit != RHYTHM_YEAR)
		return true;
	if (written_date_find_day_of_year(arena, aliases, folded, &found->month, &found->day))
		return fits(unit, found);
	int month = month_alone(aliases, folded, &names_week);
	found->month = unit == RHYTHM_MONTH ? 0 : month;
	found->day = day_of_month(aliases, folded);
	if (found->day == 0 && is_last_day(folded))
		found->day = LONGEST_MONTH;
	return fits(unit, found) && !(names_week && found->day == 0);
}
