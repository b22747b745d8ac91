#include "model/meeting_length.h"

#include "base/ascii.h"
#include "base/date.h"
#include "codec/utf8.h"
#include "model/text_reading.h"

#include <string.h>

static const char *const minute_words[] = { "minutes", "minuten", "minute", "mins", "min.", "min", "m", "分钟", "分鐘",
	"分", NULL };
static const char *const hour_words[] = { "hours", "hour", "hrs", "hr", "stunden", "stunde", "std.", "std", "h.", "h",
	"个小时", "個小時", "小时", "小時", NULL };

/* `2½` as "2.5": before folding, which would make it "21/2". */
static struct span with_decimals(struct arena *arena, struct span text)
{
	static const struct {
		const char *sign;
		const char *decimals;
	} parts[] = { { "¼", ".25" }, { "½", ".5" }, { "¾", ".75" } };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		size_t at = span_find(text, parts[i].sign);
		struct span before = span_trim_end(span_slice(text, 0, at));
		bool behind_digit = before.length && ascii_is_digit(before.at[before.length - 1]);
		if (at < text.length)
			return span_of(arena_printf(arena, "%.*s%s%s%.*s", SPAN_PRINT(before), behind_digit ? "" : "0",
				parts[i].decimals, SPAN_PRINT(span_from(text, at + strlen(parts[i].sign)))));
	}
	return text;
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

static int cut_chinese_digit(struct span *rest)
{
	static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
	for (int i = 0; i < 9; i++)
		if (span_skip(rest, digits[i]))
			return i + 1;
	return span_skip(rest, "两") || span_skip(rest, "兩") ? 2 : 0;
}

/* `两`, `十`, `四十五`; 0 without. */
static int cut_chinese_number(struct span *rest)
{
	int value = cut_chinese_digit(rest);
	if (!span_skip(rest, "十"))
		return value;
	return 10 * (value ? value : 1) + cut_chinese_digit(rest);
}

/* `两`, and with a half, which may stand behind the hour's measure word: `半`, `一个半`, `1个半`. */
static struct span cut_chinese(struct arena *arena, struct span *rest)
{
	struct span after = *rest;
	int value = 0;
	bool figures = span_read_digits(&after, &value);
	if (!figures)
		value = cut_chinese_number(&after);
	struct span half = after;
	if (value && !span_skip(&half, "个"))
		span_skip(&half, "個");
	bool has_half = span_skip(&half, "半");
	if (!has_half && (figures || !value))
		return SPAN_NONE;
	*rest = has_half ? half : after;
	return span_of(arena_printf(arena, "%d%s", value, has_half ? ".5" : ""));
}

/* `60`, `1.5`, `1,5` as it stands, or a Chinese number. */
static struct span cut_number(struct arena *arena, struct span *rest)
{
	const char *start = rest->at;
	int value = 0;
	struct span chinese = cut_chinese(arena, rest);
	if (chinese.length || !span_read_digits(rest, &value))
		return chinese;
	struct span after = *rest;
	if ((span_skip(&after, ".") || span_skip(&after, ",")) && span_read_digits(&after, &value))
		*rest = after;
	return span_between(start, rest->at);
}

/* The larger number of `45-60`; a range that falls is none. */
static struct span cut_range_end(struct arena *arena, struct span *rest, struct span low)
{
	struct span after = *rest;
	if (!text_skip_range_sign(&after))
		return low;
	struct span high = cut_number(arena, &after);
	if (high.length == 0)
		return low;
	*rest = after;
	return high;
}

/* Whole words only: "6 months" is not six minutes. */
static bool ends_well(struct span rest)
{
	static const char *const ends[] = { ",", ";", "(", "/", " ", "、", NULL };
	return rest.length == 0 || text_skip_any(&rest, ends);
}

static bool in_hours(struct arena *arena, struct span number, int *minutes)
{
	return duration_parse(span_of(arena_printf(arena, "%.*s h", SPAN_PRINT(number))), minutes);
}

static bool in_minutes(struct arena *arena, struct span number, int *minutes)
{
	return duration_parse(span_of(arena_printf(arena, "%.*s min", SPAN_PRINT(number))), minutes);
}

/* `30分` behind `1小时`, without a blank, and `半`. */
static bool goes_on(struct span rest)
{
	return ascii_begins_with_digit(rest) || span_starts_with(rest, "半");
}

/* `15m` behind `2h`: minutes are added. Something else that begins with a figure makes the whole unreadable. */
static bool add_minutes_behind(struct arena *arena, struct span rest, int *minutes)
{
	struct span tail = span_trim_start(rest);
	int more = 0;
	if (span_skip(&tail, "半") && tail.length == 0) {
		*minutes += 30;
		return true;
	}
	if (!ascii_begins_with_digit(tail))
		return true;
	struct span number = cut_number(arena, &tail);
	tail = span_trim_start(tail);
	if (!text_skip_any(&tail, minute_words) || !ends_well(tail) || !in_minutes(arena, number, &more))
		return false;
	*minutes += more;
	return true;
}

static bool read_number_and_unit(struct arena *arena, struct span text, enum bare_number bare, int *minutes)
{
	struct span rest = text;
	struct span number = cut_number(arena, &rest);
	if (number.length == 0)
		return false;
	struct span high = cut_range_end(arena, &rest, number);
	/* A meeting may be planned for 45 to 60 minutes; what was worked is one length. */
	if (bare == BARE_HOURS && high.at != number.at)
		return false;
	number = high;
	struct span unit = span_trim_start(rest);
	if (unit.length == 0 && !ascii_begins_with_digit(text))
		return false;
	if (unit.length == 0)
		return bare == BARE_HOURS ? in_hours(arena, number, minutes) : in_minutes(arena, number, minutes);
	struct span after = unit;
	if (text_skip_any(&after, minute_words) && ends_well(after))
		return in_minutes(arena, number, minutes);
	after = unit;
	if (text_skip_any(&after, hour_words) && (ends_well(after) || goes_on(after)))
		return in_hours(arena, number, minutes) && add_minutes_behind(arena, after, minutes);
	return false;
}

/* `9:00-10:30`: from one time of the day to a later one. */
static bool read_time_span(struct span text, int *minutes)
{
	for (size_t at = 0; at < text.length; at++) {
		int first = 0;
		int last = 0;
		struct span rest = span_from(text, at);
		if (!text_skip_range_sign(&rest))
			continue;
		if (!clock_time_parse(span_trim(span_slice(text, 0, at)), &first) || !clock_time_parse(rest, &last) ||
			last <= first)
			return false;
		*minutes = last - first;
		return true;
	}
	return false;
}

bool meeting_length_read(struct arena *arena, struct span text, enum bare_number bare, int *minutes)
{
	struct span folded = utf8_fold(arena, with_decimals(arena, text));
	if (read_number_and_unit(arena, folded, bare, minutes))
		return true;
	if (bare == BARE_HOURS && read_time_span(folded, minutes))
		return true;
	/* `1:30` and `1h30` say their unit by their form. */
	bool formed = span_contains(folded, ":") || span_contains(folded, "h");
	return formed && duration_parse(folded, minutes);
}
