#include "model/written_date.h"

#include "base/ascii.h"
#include "codec/utf8.h"
#include "model/text_reading.h"
#include "model/written_time.h"

#include <string.h>

enum { PARTS = 3, MONTHS = 12, LONGEST_MONTH = 31, NEAR_BYTES = 200 };

/* What the parts of a shape are, in their order. */
enum order { YEAR_MONTH_DAY, DAY_MONTH_YEAR, MONTH_DAY_YEAR, DAY_AND_MONTH_IN_EITHER_ORDER, SHORT_YEAR };

/* `d` is a number of one or two figures, `y` one of four, `m` a month's name; between numbers stands their separator,
 * a blank where there is none. */
static const struct {
	const char *signature;
	enum order order;
} full_shapes[] = {
	{ "y-d-d", YEAR_MONTH_DAY },
	{ "y/d/d", YEAR_MONTH_DAY },
	{ "y.d.d", YEAR_MONTH_DAY },
	{ "ymd", YEAR_MONTH_DAY },
	{ "d.d.y", DAY_MONTH_YEAR },
	{ "dmy", DAY_MONTH_YEAR },
	{ "md y", MONTH_DAY_YEAR },
	{ "md,y", MONTH_DAY_YEAR },
	{ "md-y", MONTH_DAY_YEAR },
	{ "d/d/y", DAY_AND_MONTH_IN_EITHER_ORDER },
	{ "d-d-y", DAY_AND_MONTH_IN_EITHER_ORDER },
	{ "d.d.d", SHORT_YEAR },
	{ "d/d/d", SHORT_YEAR },
	{ "d-d-d", SHORT_YEAR },
	{ "dmd", SHORT_YEAR },
	{ "md d", SHORT_YEAR },
	{ "md,d", SHORT_YEAR },
};

static const struct {
	const char *signature;
	enum date_reading reading;
} short_shapes[] = {
	{ "d.d", DATE_WITHOUT_YEAR },
	{ "d/d", DATE_WITHOUT_YEAR },
	{ "dm", DATE_WITHOUT_YEAR },
	{ "md", DATE_WITHOUT_YEAR },
	{ "y-d", DATE_WITHOUT_DAY },
	{ "y/d", DATE_WITHOUT_DAY },
	{ "d/y", DATE_WITHOUT_DAY },
	{ "d.y", DATE_WITHOUT_DAY },
	{ "my", DATE_WITHOUT_DAY },
	{ "ym", DATE_WITHOUT_DAY },
};

/* The parts that a text begins with. */
struct shape {
	struct arena *arena;
	const struct aliases *aliases;
	struct span rest; /* behind the last part */
	int values[PARTS];
	size_t count;
	char signature[2 * PARTS];
};

/* --- words ------------------------------------------------------------------------------------------------------- */

int month_of_term(const char *term)
{
	static const char *const months[MONTHS] = { "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december" };
	for (int i = 0; i < MONTHS; i++)
		if (strcmp(term, months[i]) == 0)
			return i + 1;
	return 0;
}

static int weekday_of_term(const char *term)
{
	for (int day = MONDAY; day <= SUNDAY; day++)
		if (span_is_ignoring_case(span_of(term), weekday_name((enum weekday)day)))
			return day + 1;
	return 0;
}

static size_t word_length(struct span text)
{
	size_t length = 0;
	uint32_t character = 0;
	while (length < text.length && !ascii_is_digit(text.at[length])) {
		size_t step = utf8_decode(span_from(text, length), &character);
		if (!utf8_is_word_character(character))
			break;
		length += step;
	}
	return length;
}

static int meaning_of(const struct shape *shape, struct span word, int (*meaning)(const char *term))
{
	const char *term = alias_term(shape->aliases, ALIAS_PERIOD, alias_fold(shape->arena, ALIAS_PERIOD, word));
	return term ? meaning(term) : 0;
}

/* Steps over the word of a period, also a shortened one ("mär.", "do"), and returns what it is; 0 for another word. */
static int skip_word(const struct shape *shape, struct span *rest, int (*meaning)(const char *term))
{
	size_t length = word_length(*rest);
	if (length == 0)
		return 0;
	struct span word = span_slice(*rest, 0, length);
	int found = meaning_of(shape, word, meaning);
	if (!found)
		found = meaning_of(shape, span_of(arena_printf(shape->arena, "%.*s.", SPAN_PRINT(word))), meaning);
	if (found)
		*rest = span_from(*rest, length);
	return found;
}

static struct span without_weekday(const struct shape *shape, struct span text)
{
	struct span rest = text;
	if (!skip_word(shape, &rest, weekday_of_term))
		return text;
	span_skip(&rest, ".");
	span_skip(&rest, ",");
	return span_trim_start(rest);
}

/* --- parts ------------------------------------------------------------------------------------------------------- */

/* `31st`, `31日`. */
static void skip_suffix(struct span *rest)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th" };
	static const char *const days[] = { "日", "号", "號", NULL };
	struct span word = span_slice(*rest, 0, word_length(*rest));
	if (text_skip_any(rest, days))
		return;
	for (size_t i = 0; i < sizeof(ordinals) / sizeof(*ordinals); i++)
		if (span_is_ignoring_case(word, ordinals[i]))
			*rest = span_from(*rest, word.length);
}

/* What stands between two parts; returns its sign, a blank where there is none. */
static char skip_separator(struct span *rest)
{
	static const char *const words[] = { "of ", "年", NULL };
	char sign = ' ';
	skip_suffix(rest);
	*rest = span_trim_start(*rest);
	if (rest->length && memchr("-/.,", *rest->at, 4)) {
		sign = *rest->at;
		*rest = span_from(*rest, 1);
	}
	*rest = span_trim_start(*rest);
	text_skip_any(rest, words);
	*rest = span_trim_start(*rest);
	return sign;
}

/* `d`, `y` or `m`; NUL where no part stands. */
static char read_part(const struct shape *shape, struct span *rest, int *value)
{
	size_t digits = ascii_digits(*rest);
	if (digits == 0) {
		*value = skip_word(shape, rest, month_of_term);
		return *value ? 'm' : '\0';
	}
	if (digits == 3 || digits > 4)
		return '\0';
	span_read_digits(rest, value);
	struct span after = span_trim_start(*rest);
	if (digits == 4 || !span_skip(&after, "月"))
		return digits == 4 ? 'y' : 'd';
	span_skip(&after, "份");
	*rest = after;
	return 'm';
}

static struct shape shape_of(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct shape shape = { .arena = arena, .aliases = aliases };
	shape.rest = without_weekday(&shape, text);
	char *end = shape.signature;
	while (shape.count < PARTS) {
		struct span after = shape.rest;
		char separator = shape.count ? skip_separator(&after) : '\0';
		char sign = read_part(&shape, &after, &shape.values[shape.count]);
		if (!sign)
			break;
		if (shape.count && sign != 'm' && end[-1] != 'm')
			*end++ = separator;
		*end++ = sign;
		shape.count++;
		shape.rest = after;
	}
	if (shape.count && end[-1] == 'd')
		skip_suffix(&shape.rest);
	return shape;
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static void settle(struct written_date *written, struct date date)
{
	written->date = date;
	written->reading = date_is_known(date) ? DATE_READ : DATE_IMPOSSIBLE;
}

/* `31/12/2026` has one meaning only, `03/04/2026` two. */
static void settle_either(struct written_date *written, struct date day_first, struct date month_first)
{
	bool both = date_is_known(day_first) && date_is_known(month_first);
	settle(written, date_is_known(day_first) ? day_first : month_first);
	if (!both || date_compare(day_first, month_first) == 0)
		return;
	written->reading = DATE_EITHER_ORDER;
	written->other = month_first;
}

static void settle_order(struct written_date *written, const int *values, enum order order)
{
	switch (order) {
	case YEAR_MONTH_DAY:
		settle(written, date_of(values[0], values[1], values[2]));
		return;
	case DAY_MONTH_YEAR:
		settle(written, date_of(values[2], values[1], values[0]));
		return;
	case MONTH_DAY_YEAR:
		settle(written, date_of(values[2], values[0], values[1]));
		return;
	case DAY_AND_MONTH_IN_EITHER_ORDER:
		settle_either(
			written, date_of(values[2], values[1], values[0]), date_of(values[2], values[0], values[1]));
		return;
	case SHORT_YEAR:
		written->reading = DATE_SHORT_YEAR;
	}
}

static struct written_date nothing_written(void)
{
	return (struct written_date){ DATE_ABSENT, DATE_NONE, DATE_NONE, SPAN_NONE, -1, SPAN_NONE };
}

static struct written_date read_full(const struct shape *shape, struct span text)
{
	struct written_date written = nothing_written();
	for (size_t i = 0; i < sizeof(full_shapes) / sizeof(*full_shapes); i++) {
		if (strcmp(shape->signature, full_shapes[i].signature) != 0)
			continue;
		written.text = span_slice(text, 0, text.length - shape->rest.length);
		settle_order(&written, shape->values, full_shapes[i].order);
	}
	return written;
}

size_t written_weekday_read(struct arena *arena, const struct aliases *aliases, struct span text, enum weekday *weekday)
{
	struct shape shape = { .arena = arena, .aliases = aliases };
	struct span rest = text;
	int day = skip_word(&shape, &rest, weekday_of_term);
	if (!day)
		return 0;
	*weekday = (enum weekday)(day - 1);
	span_skip(&rest, ".");
	return text.length - rest.length;
}

struct written_date written_date_read(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct shape shape = shape_of(arena, aliases, text);
	return read_full(&shape, text);
}

/* Where a word or a number may begin. */
static bool is_start(struct span text, size_t at)
{
	bool inside_character = ((unsigned char)text.at[at] & 0xC0) == 0x80;
	return !inside_character && (at == 0 || !ascii_is_alphanumeric(text.at[at - 1]));
}

/* --- what stands behind a day ------------------------------------------------------------------------------------ */

static bool skip_choice_sign(struct span *rest)
{
	static const char *const signs[] = { "or ", "oder ", "and ", "und ", "/", "&", "+", "或", "和", NULL };
	*rest = span_trim_start(*rest);
	return text_skip_any(rest, signs);
}

/* `or 27.`, `– 4`, `bis 28th`: the day of another date whose month and year were said already. */
static bool names_another_number(struct span rest)
{
	int number = 0;
	if (!skip_choice_sign(&rest) && !text_skip_range_sign(&rest))
		return false;
	rest = span_trim_start(rest);
	if (!span_read_digits(&rest, &number) || number > LONGEST_MONTH)
		return false;
	size_t before = rest.length;
	skip_suffix(&rest);
	return rest.length < before || rest.length == 0 || *rest.at == '.';
}

/* A date, or the name of a month with a day or a year; a number with a dot may be anything. */
static bool is_other_date(const struct shape *shape)
{
	for (size_t i = 0; i < sizeof(full_shapes) / sizeof(*full_shapes); i++)
		if (strcmp(shape->signature, full_shapes[i].signature) == 0)
			return true;
	return strlen(shape->signature) > 1 && strchr(shape->signature, 'm');
}

static bool names_another_day(struct arena *arena, const struct aliases *aliases, struct span rest)
{
	struct span near = span_slice(rest, 0, NEAR_BYTES);
	for (size_t at = 0; at < near.length; at++) {
		if (!is_start(near, at))
			continue;
		struct shape shape = shape_of(arena, aliases, span_from(near, at));
		if (is_other_date(&shape))
			return true;
	}
	return names_another_number(rest);
}

/* `2026-11-20abc`, `2026-11-20/x` */
static bool is_attached(struct span rest)
{
	return rest.length > 0 && (ascii_is_alphanumeric(*rest.at) || memchr("-/_", *rest.at, 3));
}

/* The time, and of a span of times its end. Of two times either may be meant. */
static void cut_time(struct span *rest, int *start)
{
	struct span after = *rest;
	int other = 0;
	if (!written_time_skip(&after, start))
		return;
	struct span behind = after;
	if (skip_choice_sign(&behind) && written_time_skip(&behind, &other)) {
		*start = -1;
		return;
	}
	behind = after;
	if (text_skip_range_sign(&behind) && written_time_skip(&behind, &other))
		after = behind;
	*rest = after;
}

static void read_behind(
	struct arena *arena, const struct aliases *aliases, struct span rest, struct written_date *written)
{
	cut_time(&rest, &written->start);
	written->words = span_trim(rest);
	if (names_another_day(arena, aliases, rest))
		written->reading = DATE_SEVERAL;
	else if (written->start < 0 && is_attached(rest))
		written->reading = DATE_IMPOSSIBLE;
	if (written->reading != DATE_READ)
		written->date = DATE_NONE;
}

static struct written_date read_short(const struct shape *shape, struct span text)
{
	struct written_date written = nothing_written();
	struct span rest = shape->rest;
	span_skip(&rest, ".");
	for (size_t i = 0; rest.length == 0 && i < sizeof(short_shapes) / sizeof(*short_shapes); i++)
		if (strcmp(shape->signature, short_shapes[i].signature) == 0) {
			written.reading = short_shapes[i].reading;
			written.text = text;
		}
	return written;
}

struct written_date written_date_of(struct arena *arena, const struct aliases *aliases, struct span text)
{
	text = span_trim(text);
	struct shape shape = shape_of(arena, aliases, text);
	struct written_date written = read_full(&shape, text);
	if (written.reading == DATE_READ)
		read_behind(arena, aliases, shape.rest, &written);
	return written.reading == DATE_ABSENT ? read_short(&shape, text) : written;
}

/* --- dates within texts ------------------------------------------------------------------------------------------ */

bool written_date_find(struct arena *arena, const struct aliases *aliases, struct span text, struct written_date *found)
{
	for (size_t at = 0; at < text.length; at++) {
		if (!is_start(text, at))
			continue;
		*found = written_date_read(arena, aliases, span_from(text, at));
		if (found->reading != DATE_ABSENT && found->reading != DATE_SHORT_YEAR)
			return true;
	}
	return false;
}

bool written_date_find_day_of_year(
	struct arena *arena, const struct aliases *aliases, struct span text, int *month, int *day)
{
	for (size_t at = 0; at < text.length; at++) {
		if (!is_start(text, at))
			continue;
		struct shape shape = shape_of(arena, aliases, span_from(text, at));
		bool day_first = strncmp(shape.signature, "dm", 2) == 0;
		if (!day_first && strncmp(shape.signature, "md", 2) != 0)
			continue;
		*day = shape.values[day_first ? 0 : 1];
		*month = shape.values[day_first ? 1 : 0];
		return true;
	}
	return false;
}

/* --- findings ---------------------------------------------------------------------------------------------------- */

static const char *complaint(enum date_reading reading)
{
	static const char *const complaints[] = {
		[DATE_ABSENT] = "names no day",
		[DATE_READ] = "",
		[DATE_EITHER_ORDER] = "may be either of two days",
		[DATE_IMPOSSIBLE] = "names no day",
		[DATE_SHORT_YEAR] = "has a year of two figures",
		[DATE_WITHOUT_YEAR] = "names a day, but no year",
		[DATE_WITHOUT_DAY] = "names a month, but no day",
		[DATE_SEVERAL] = "names more than one day",
	};
	return complaints[reading];
}

void written_date_report(const struct written_date *written, struct position position, const char *label,
	struct span shown, struct finding_list *findings)
{
	struct finding *finding = finding_add(findings, FINDING_BAD_DATE, position, "%s\"%.*s\" %s", label,
		SPAN_PRINT(shown), complaint(written->reading));
	if (written->reading == DATE_EITHER_ORDER)
		finding_hint(findings, finding, "write %s or %s", date_format(written->date).text,
			date_format(written->other).text);
	else if (written->reading == DATE_SEVERAL)
		finding_hint(findings, finding, "write one day as YYYY-MM-DD; a time or words may stand behind it");
	else
		finding_hint(findings, finding, "write a day of the calendar as YYYY-MM-DD");
}
