#include "base/calendar.h"
#include "base/date.h"

#include <stddef.h>
#include <string.h>

enum { SHORTEST_WEEKDAY = 3, FURTHEST_STEP = 9999 };

/* A weekday's name, or its first three or more letters. */
static bool parse_weekday(struct span text, enum weekday *weekday)
{
	static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
		"sunday" };
	if (text.length < SHORTEST_WEEKDAY)
		return false;
	for (int day = MONDAY; day <= SUNDAY; day++) {
		struct span name = span_of(names[day]);
		char shortened[sizeof("wednesday")] = "";
		if (text.length > name.length)
			continue;
		memcpy(shortened, name.at, text.length);
		if (span_is_ignoring_case(text, shortened)) {
			*weekday = (enum weekday)day;
			return true;
		}
	}
	return false;
}

/* Steps over a word and the space behind it, any case. */
static bool skip_word(struct span *rest, const char *word)
{
	struct span first = span_slice(*rest, 0, strlen(word));
	struct span after = span_from(*rest, first.length);
	if (!span_is_ignoring_case(first, word) || span_trim_start(after).length == after.length)
		return false;
	*rest = span_trim_start(after);
	return true;
}

/* `fri`, `next tue`, `last fri`. */
static bool parse_weekday_phrase(struct span text, struct date today, struct date *date)
{
	bool next = skip_word(&text, "next");
	bool last = !next && skip_word(&text, "last");
	enum weekday weekday = MONDAY;
	if (!parse_weekday(text, &weekday))
		return false;
	int ahead = (int)weekday - (int)date_weekday(today);
	if (next)
		ahead += 7;
	else if (last)
		ahead -= ahead < 0 ? 0 : 7;
	else
		ahead += ahead < 0 ? 7 : 0;
	*date = date_add(today, ahead);
	return true;
}

/* A sign and a number: `+3`, `-1`. */
static bool read_step(struct span *rest, int *step)
{
	struct span after = *rest;
	bool back = span_skip(&after, "-");
	int count = 0;
	if (!back && !span_skip(&after, "+"))
		return false;
	if (!span_read_digits(&after, &count) || count > FURTHEST_STEP)
		return false;
	*rest = after;
	*step = back ? -count : count;
	return true;
}

/* `+3d`, `-1w`, `+2m`. */
static bool parse_date_step(struct span text, struct date today, struct date *date)
{
	int step = 0;
	if (!read_step(&text, &step))
		return false;
	if (span_is_ignoring_case(text, "d"))
		*date = date_add(today, step);
	else if (span_is_ignoring_case(text, "w"))
		*date = date_add(today, step * 7);
	else if (span_is_ignoring_case(text, "m"))
		*date = date_add_months(today, step);
	else
		return false;
	return true;
}

static bool parse_relative_day(struct span text, struct date today, struct date *date)
{
	static const struct {
		const char *word;
		int days;
	} words[] = { { "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 } };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (span_is_ignoring_case(text, words[i].word)) {
			*date = date_add(today, words[i].days);
			return true;
		}
	}
	return false;
}

/* `2026-W48`, `2026-w48`, `W48`, `w5`; without a year, of today's. */
static bool parse_numbered_week(struct span text, struct date today, struct week *week)
{
	struct week read = { week_of(today).year, 0 };
	if (calendar_read_year(&text, &read.year) && !span_skip(&text, "-"))
		return false;
	if (!span_skip(&text, "W") && !span_skip(&text, "w"))
		return false;
	if (text.length > 2 || !span_read_digits(&text, &read.number) || text.length > 0)
		return false;
	return week_parse_iso(span_of(week_format(read).text), week);
}

static bool read_number(struct span *rest, char separator, int *number)
{
	size_t before = rest->length;
	if (!span_read_digits(rest, number) || before - rest->length > 2)
		return false;
	if (!separator)
		return rest->length == 0;
	bool there = rest->length && *rest->at == separator;
	*rest = span_from(*rest, there);
	return there;
}

/* `24.11.2026`, day first, and `2026/11/24`, as in notes (model/written_date.h); slashes behind a day have two
 * readings. */
static bool parse_figures(struct span text, struct date *date)
{
	struct span rest = text;
	int year = 0;
	int month = 0;
	int day = 0;
	bool dotted = read_number(&rest, '.', &day) && read_number(&rest, '.', &month) &&
		      calendar_read_year(&rest, &year) && rest.length == 0;
	if (!dotted) {
		rest = text;
		if (!calendar_read_year(&rest, &year) || !span_skip(&rest, "/") || !read_number(&rest, '/', &month) ||
			!read_number(&rest, '\0', &day))
			return false;
	}
	*date = date_of(year, month, day);
	return date_is_known(*date);
}

bool date_parse(struct span text, struct date today, struct date *date)
{
	text = span_trim(text);
	struct date read = DATE_NONE;
	struct week week;
	bool understood = date_parse_iso(text, &read) || parse_figures(text, &read) ||
			  parse_relative_day(text, today, &read) || parse_weekday_phrase(text, today, &read) ||
			  parse_date_step(text, today, &read);
	if (!understood && text.length >= sizeof("2026-W1") - 1 && parse_numbered_week(text, today, &week)) {
		read = week_monday(week);
		understood = true;
	}
	if (!understood || !date_may_be_said(read))
		return false;
	*date = read;
	return true;
}

/* `this`, `next`, `last`, `+1`, `-2`. */
static bool parse_week_step(struct span text, int *step)
{
	static const struct {
		const char *word;
		int weeks;
	} words[] = { { "this", 0 }, { "next", 1 }, { "last", -1 } };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (span_is_ignoring_case(text, words[i].word)) {
			*step = words[i].weeks;
			return true;
		}
	}
	return read_step(&text, step) && text.length == 0;
}

bool week_parse(struct span text, struct date today, struct week *week)
{
	text = span_trim(text);
	if (parse_numbered_week(text, today, week))
		return true;
	int step = 0;
	struct date date = DATE_NONE;
	if (parse_week_step(text, &step))
		date = date_add(week_monday(week_of(today)), 7 * step);
	else if (!date_parse(text, today, &date))
		return false;
	/* What could not be read again is not taken. */
	return week_parse_iso(span_of(week_format(week_of(date)).text), week);
}
