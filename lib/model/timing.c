#include "model/timing.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/date.h"
#include "codec/utf8.h"
#include "md/document.h"

#include <string.h>

enum { TEXT_MOST = 1 << 16, LENGTH_MOST = 366 * 24 * 60 };

/* --- words ------------------------------------------------------------------------------------------------------- */

static int index_of(const char *term, const char *const *terms, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(term, terms[i]) == 0)
			return i;
	return -1;
}

/* 1 to 10, or 0. */
static int number_of(const char *term)
{
	static const char *const terms[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
		"ten" };
	return index_of(term, terms, 10) + 1;
}

/* In minutes; 0 for what is no unit. */
static int unit_of(const char *term)
{
	static const char *const terms[] = { "minute", "hour", "day", "working day", "week" };
	static const int minutes[] = { 1, 60, 24 * 60, 24 * 60, 7 * 24 * 60 };
	int unit = index_of(term, terms, 5);
	return unit < 0 ? 0 : minutes[unit];
}

/* `24h` as two words, as those of an alphabet are found. */
static struct span spaced(struct arena *arena, struct span folded)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(TEXT_MOST);
	for (size_t i = 0; i < folded.length; i++) {
		buffer_add_byte(&out, folded.at[i]);
		if (i + 1 < folded.length && ascii_is_digit(folded.at[i]) && ascii_is_letter(folded.at[i + 1]))
			buffer_add_byte(&out, ' ');
	}
	return buffer_finish(arena, &out);
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

/* The last number in figures, in tenths; 0 without. */
static int last_number(struct span text)
{
	int tenths = 0;
	while (text.length) {
		int whole = 0;
		int tenth = 0;
		if (!ascii_is_digit(*text.at)) {
			text = span_from(text, 1);
			continue;
		}
		if (ascii_digits(text) > 4 || !span_read_digits(&text, &whole))
			return 0;
		struct span after = text;
		if ((span_skip(&after, ".") || span_skip(&after, ",")) && ascii_digits(after) == 1 &&
			span_read_digits(&after, &tenth))
			text = after;
		tenths = whole * 10 + tenth;
	}
	return tenths;
}

static void add_length(struct timing *timing, int tenths, int unit)
{
	long long minutes = (long long)tenths * unit / 10;
	if (timing->minutes || minutes < 1 || minutes > LENGTH_MOST)
		return;
	timing->minutes = (int)minutes;
	timing->by_days = unit >= 24 * 60;
}

static void add_word(struct timing *timing, const char *term, int *tenths)
{
	int number = number_of(term);
	int unit = unit_of(term);
	if (number)
		*tenths = number * 10;
	else if (unit) {
		bool first = timing->minutes == 0;
		add_length(timing, *tenths, unit);
		timing->working_days |= first && timing->minutes && strcmp(term, "working day") == 0;
		*tenths = 0;
	} else if (strcmp(term, "day before") == 0)
		add_length(timing, 10, 24 * 60);
	else if (strcmp(term, "same day") == 0)
		add_length(timing, 240, 60);
	timing->mid_week |= strcmp(term, "mid-week") == 0;
	timing->next_session |= strcmp(term, "next session") == 0;
	timing->as_relevant |= strcmp(term, "as relevant") == 0;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static int weekday_in(const struct aliases *aliases, struct span folded)
{
	static const char *const terms[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
		"sunday" };
	struct span found;
	const char *term;
	while ((term = alias_find_in(aliases, ALIAS_PERIOD, folded, &found))) {
		int weekday = index_of(term, terms, 7);
		if (weekday >= 0)
			return weekday;
		folded = span_from(folded, (size_t)(found.at - folded.at) + found.length);
	}
	return -1;
}

/* `[X]`, and what stands in brackets with words of its own; `[24] hours` has its number. */
static bool is_unfilled(struct span text)
{
	size_t open = span_find_byte(text, '[');
	struct span inside = span_from(text, open + 1);
	return open < text.length && !ascii_begins_with_digit(span_trim_start(inside));
}

struct timing timing_read(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct timing timing = { .weekday = -1 };
	text = span_trim(text);
	if (is_unfilled(text))
		return timing;
	timing.text = text;
	struct span rest = spaced(arena, utf8_fold(arena, text));
	struct span found;
	const char *term;
	int tenths = 0;
	timing.weekday = weekday_in(aliases, rest);
	while ((term = alias_find_in(aliases, ALIAS_TIMING, rest, &found))) {
		size_t at = (size_t)(found.at - rest.at);
		int figures = last_number(span_slice(rest, 0, at));
		tenths = figures ? figures : tenths;
		add_word(&timing, term, &tenths);
		rest = span_from(rest, at + found.length);
	}
	return timing;
}
