#include "model/response_time.h"

#include "base/ascii.h"
#include "codec/utf8.h"

enum { HOURS_MOST = 1000, MINUTES_IN_DAY = 24 * 60 };

/* Longer words before those that they begin with. */
static const struct {
	const char *word;
	int value;
} numbers[] = {
	{ "one", 1 },
	{ "two", 2 },
	{ "three", 3 },
	{ "four", 4 },
	{ "five", 5 },
	{ "an", 1 },
	{ "a", 1 },
	{ "einem", 1 },
	{ "einer", 1 },
	{ "eines", 1 },
	{ "eine", 1 },
	{ "ein", 1 },
	{ "zwei", 2 },
	{ "drei", 3 },
	{ "vier", 4 },
	{ "fünf", 5 },
	{ "一", 1 },
	{ "两", 2 },
	{ "兩", 2 },
	{ "二", 2 },
	{ "三", 3 },
};

static const struct {
	const char *word;
	enum response_unit unit;
} units[] = {
	{ "working day", RESPONSE_WORKING_DAYS },
	{ "business day", RESPONSE_WORKING_DAYS },
	{ "werktag", RESPONSE_WORKING_DAYS },
	{ "arbeitstag", RESPONSE_WORKING_DAYS },
	{ "工作日", RESPONSE_WORKING_DAYS },
	{ "工作天", RESPONSE_WORKING_DAYS },
	{ "hour", RESPONSE_HOURS },
	{ "hr", RESPONSE_HOURS },
	{ "stunde", RESPONSE_HOURS },
	{ "std", RESPONSE_HOURS },
	{ "小时", RESPONSE_HOURS },
	{ "小時", RESPONSE_HOURS },
	{ "h", RESPONSE_HOURS },
	{ "day", RESPONSE_DAYS },
	{ "tag", RESPONSE_DAYS },
	{ "天", RESPONSE_DAYS },
	{ "日", RESPONSE_DAYS },
};

static const char *const same_day[] = { "same day", "selben tag", "gleichen tag", "当天", "當天", "当日" };

static bool skip_number(struct span *rest, int *value)
{
	if (span_read_digits(rest, value))
		return true;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		if (!span_skip(rest, numbers[i].word))
			continue;
		*value = numbers[i].value;
		return true;
	}
	return false;
}

/* Behind the word only its ending: "hours", "Werktagen", "Tages". */
static bool is_ending(struct span rest)
{
	static const char *const endings[] = { "en", "es", "e", "n", "s", "" };
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct span after = rest;
		if (span_skip(&after, endings[i]) && (!after.length || !ascii_is_alphanumeric(*after.at)))
			return true;
	}
	return false;
}

static bool read_unit(struct span rest, enum response_unit *unit)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct span after = rest;
		if (!span_skip(&after, units[i].word) || !is_ending(after))
			continue;
		*unit = units[i].unit;
		return true;
	}
	return false;
}

static bool read_here(struct span rest, struct response_time *response)
{
	struct response_time read = { 0, RESPONSE_DAYS };
	if (!skip_number(&rest, &read.amount) || read.amount > HOURS_MOST)
		return false;
	rest = span_trim_start(rest);
	if (!span_skip(&rest, "个"))
		span_skip(&rest, "個");
	if (!read_unit(rest, &read.unit))
		return false;
	*response = read;
	return true;
}

bool response_time_read(struct arena *arena, struct span text, struct response_time *response)
{
	struct span folded = utf8_fold(arena, text);
	bool in_word = false;
	for (size_t at = 0; at < folded.length; at++) {
		if (!in_word && read_here(span_from(folded, at), response))
			return true;
		in_word = ascii_is_alphanumeric(folded.at[at]);
	}
	for (size_t i = 0; i < sizeof(same_day) / sizeof(*same_day); i++) {
		if (!span_contains(folded, same_day[i]))
			continue;
		*response = (struct response_time){ 0, RESPONSE_DAYS };
		return true;
	}
	return false;
}

struct date response_time_end(struct response_time response, struct date received, int time)
{
	struct date end = received;
	if (response.unit == RESPONSE_DAYS)
		return date_add(received, response.amount);
	if (response.unit == RESPONSE_HOURS) {
		int minutes = (time < 0 ? MINUTES_IN_DAY - 1 : time) + response.amount * 60;
		return date_add(received, minutes / MINUTES_IN_DAY);
	}
	for (int left = response.amount; left > 0;) {
		end = date_add(end, 1);
		left -= date_weekday(end) < SATURDAY;
	}
	return end;
}
