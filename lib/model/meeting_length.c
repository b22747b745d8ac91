#include "model/meeting_length.h"

#include "base/ascii.h"
#include "base/date.h"
#include "codec/utf8.h"
#include "model/text_reading.h"

static const char *const minute_words[] = { "minutes", "minuten", "minute", "mins", "min.", "min", "m", "分钟", "分鐘",
	"分", NULL };
static const char *const hour_words[] = { "hours", "hour", "hrs", "hr", "stunden", "stunde", "std.", "std", "h.", "h",
	"个小时", "小时", "小時", NULL };

/* `60`, `1.5`, `1,5` as it stands. */
static struct span cut_number(struct span *rest)
{
	const char *start = rest->at;
	int value = 0;
	if (!span_read_digits(rest, &value))
		return SPAN_NONE;
	struct span after = *rest;
	if ((span_skip(&after, ".") || span_skip(&after, ",")) && span_read_digits(&after, &value))
		*rest = after;
	return span_between(start, rest->at);
}

/* The larger number of `45-60`; a range that falls is none. */
static struct span cut_range_end(struct span *rest, struct span low)
{
	struct span after = *rest;
	if (!text_skip_range_sign(&after))
		return low;
	struct span high = cut_number(&after);
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

/* `15m` behind `2h`: minutes are added. Something else that begins with a figure makes the whole unreadable. */
static bool add_minutes_behind(struct arena *arena, struct span rest, int *minutes)
{
	struct span tail = span_trim_start(rest);
	int more = 0;
	if (!ascii_begins_with_digit(tail))
		return true;
	struct span number = cut_number(&tail);
	tail = span_trim_start(tail);
	if (!text_skip_any(&tail, minute_words) || !ends_well(tail) || !in_minutes(arena, number, &more))
		return false;
	*minutes += more;
	return true;
}

static bool read_number_and_unit(struct arena *arena, struct span text, enum bare_number bare, int *minutes)
{
	struct span rest = text;
	struct span number = cut_number(&rest);
	if (number.length == 0)
		return false;
	struct span high = cut_range_end(&rest, number);
	/* A meeting may be planned for 45 to 60 minutes; what was worked is one length. */
	if (bare == BARE_HOURS && high.at != number.at)
		return false;
	number = high;
	struct span unit = span_trim_start(rest);
	if (unit.length == 0)
		return bare == BARE_HOURS ? in_hours(arena, number, minutes) : in_minutes(arena, number, minutes);
	struct span after = unit;
	if (text_skip_any(&after, minute_words) && ends_well(after))
		return in_minutes(arena, number, minutes);
	after = unit;
	if (text_skip_any(&after, hour_words) && ends_well(after))
		return in_hours(arena, number, minutes) && add_minutes_behind(arena, after, minutes);
	return false;
}

bool meeting_length_read(struct arena *arena, struct span text, enum bare_number bare, int *minutes)
{
	struct span folded = utf8_fold(arena, text);
	if (read_number_and_unit(arena, folded, bare, minutes))
		return true;
	/* `1:30` and `1h30` say their unit by their form. */
	bool formed = span_contains(folded, ":") || span_contains(folded, "h");
	return formed && duration_parse(folded, minutes);
}
