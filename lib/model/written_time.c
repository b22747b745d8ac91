#include "model/written_time.h"

#include "base/ascii.h"
#include "model/text_reading.h"

#include <stddef.h>

enum { HOURS = 24, HALF_DAY = 12, MINUTES = 60 };

/* The half of the day that a word names. */
enum half { HALF_NONE, HALF_MORNING, HALF_AFTERNOON };

struct clock {
	int hour, minute;
	bool has_minute;
	enum half half;
};

static const char *const morning[] = { "上午", "早上", NULL };
static const char *const afternoon[] = { "下午", "晚上", NULL };

/* Steps over a word of ASCII letters in any case, but not over the beginning of a longer one. */
static bool skip_word(struct span *rest, const char *word)
{
	size_t length = span_of(word).length;
	if (rest->length < length || !span_is_ignoring_case(span_slice(*rest, 0, length), word))
		return false;
	if (rest->length > length && ascii_is_alphanumeric(rest->at[length]))
		return false;
	*rest = span_from(*rest, length);
	return true;
}

static bool skip_any_word(struct span *rest, const char *const *words)
{
	for (; *words; words++)
		if (skip_word(rest, *words))
			return true;
	return false;
}

/* What stands between day and time. */
static void skip_lead(struct span *rest)
{
	static const char *const signs[] = { ",", "，", "@", "—", "–", "-", NULL };
	static const char *const words[] = { "at", "um", NULL };
	if (rest->length > 1 && *rest->at == 'T' && ascii_is_digit(rest->at[1]))
		*rest = span_from(*rest, 1);
	*rest = span_trim_start(*rest);
	text_skip_any(rest, signs);
	*rest = span_trim_start(*rest);
	skip_any_word(rest, words);
	*rest = span_trim_start(*rest);
}

static enum half skip_half_in_front(struct span *rest)
{
	enum half half = text_skip_any(rest, morning)     ? HALF_MORNING
			 : text_skip_any(rest, afternoon) ? HALF_AFTERNOON
							  : HALF_NONE;
	*rest = span_trim_start(*rest);
	return half;
}

static bool read_two_digits(struct span *rest, int *value)
{
	return ascii_digits(*rest) == 2 && span_read_digits(rest, value);
}

/* `.000Z` behind the seconds. */
static void skip_machine_time(struct span *rest)
{
	struct span after = *rest;
	if (span_skip(&after, ".") && ascii_digits(after))
		*rest = span_from(after, ascii_digits(after));
	span_skip(rest, "Z");
}

/* `:30`, `.30`, `h30`, `点30`, `点半`; `:00` of seconds behind it. */
static void read_minutes(struct span *rest, struct clock *clock)
{
	static const char *const signs[] = { ":", "：", ".", "h", "点", "點", "时", "時", NULL };
	struct span after = *rest;
	int seconds = 0;
	if (!text_skip_any(&after, signs))
		return;
	clock->has_minute = read_two_digits(&after, &clock->minute);
	if (!clock->has_minute && span_skip(&after, "半")) {
		clock->minute = MINUTES / 2;
		clock->has_minute = true;
	}
	if (!clock->has_minute)
		return;
	if (span_skip(&after, ":") && read_two_digits(&after, &seconds))
		skip_machine_time(&after);
	*rest = after;
}

/* The word behind a time; true where there is one. */
static bool skip_unit(struct span *rest, struct clock *clock)
{
	static const char *const hours[] = { "点钟", "點鐘", "点", "點", "时", "時", "分", NULL };
	static const char *const units[] = { "uhr", "h", NULL };
	static const char *const before_noon[] = { "am", "a.m.", NULL };
	static const char *const after_noon[] = { "pm", "p.m.", NULL };
	struct span after = span_trim_start(*rest);
	bool found = true;
	if (skip_any_word(&after, before_noon))
		clock->half = HALF_MORNING;
	else if (skip_any_word(&after, after_noon))
		clock->half = HALF_AFTERNOON;
	else
		found = text_skip_any(&after, hours) || skip_any_word(&after, units);
	if (found)
		*rest = after;
	return found;
}

/* `2pm` is 14:00, `下午14点` too, `12am` is 0:00. */
static bool settle(struct clock *clock)
{
	if (clock->half == HALF_AFTERNOON && clock->hour < HALF_DAY)
		clock->hour += HALF_DAY;
	else if (clock->half == HALF_MORNING && clock->hour == HALF_DAY)
		clock->hour = 0;
	else if (clock->half == HALF_MORNING && clock->hour > HALF_DAY)
		return false;
	return clock->hour < HOURS && clock->minute < MINUTES;
}

bool written_time_skip(struct span *rest, int *minutes)
{
	struct span after = *rest;
	skip_lead(&after);
	struct clock clock = { .half = skip_half_in_front(&after) };
	size_t digits = ascii_digits(after);
	if (digits < 1 || digits > 2)
		return false;
	span_read_digits(&after, &clock.hour);
	read_minutes(&after, &clock);
	bool has_unit = skip_unit(&after, &clock);
	bool ended = after.length == 0 || !(ascii_is_alphanumeric(*after.at) || *after.at == ':');
	if (!(clock.has_minute || has_unit) || !ended || !settle(&clock))
		return false;
	*rest = after;
	*minutes = clock.hour * MINUTES + clock.minute;
	return true;
}

bool written_time_read(struct span text, int *minutes)
{
	struct span rest = text;
	int read = 0;
	if (!written_time_skip(&rest, &read) || span_trim(rest).length > 0)
		return false;
	*minutes = read;
	return true;
}
