#include "model/figure.h"

#include "base/ascii.h"
#include "codec/utf8.h"
#include "md/link.h"

#include <string.h>

enum { MOST_FIGURES = 9, MOST_DECIMALS = 3, MOST_VALUE = 1000000000, THOUSANDS = 3, MINUTES_IN_HOUR = 60 };

/* Whatever stands for from–to. */
static const char *const arrows[] = { "→", "->", "=>", "⇒", "➔", "➜" };

/* --- digits ------------------------------------------------------------------------------------------------------ */

/* The figures of a number, and how they are parted: `1,200.5`, `1.200,5`, `1 200`, `1'200`. */
struct digits {
	long long value; /* without the point */
	long long scale; /* what it is to be divided by */
	size_t length;   /* of the text */
};

static bool is_separator(char byte)
{
	return byte == '.' || byte == ',' || byte == '\'';
}

/* Digits and the separators within them. */
static size_t number_length(struct span text)
{
	size_t length = 0;
	while (length < text.length && (ascii_is_digit(text.at[length]) ||
					       (length && is_separator(text.at[length]) && length + 1 < text.length &&
						       ascii_is_digit(text.at[length + 1]))))
		length++;
	return length;
}

/* Where the decimal point is; number.length where there is none. Of two signs the last one is, of one sign that stands
 * once it is unless three figures follow, which then are thousands. `.` before three figures is a point all the same
 * behind a nought, and where no amount of money is meant. */
static size_t find_point(struct span number, bool money)
{
	size_t last = number.length;
	int signs = 0;
	for (size_t i = 0; i < number.length; i++)
		if (is_separator(number.at[i])) {
			signs += last == number.length || number.at[i] == number.at[last];
			last = i;
		}
	if (last == number.length || number.at[last] == '\'')
		return number.length;
	bool repeated = signs > 1 && span_find_byte(number, number.at[last]) < last;
	bool other_before = span_find_any(number, number.at[last] == '.' ? "," : ".") < last;
	size_t behind = number.length - last - 1;
	if (repeated)
		return number.length;
	if (other_before || behind != THOUSANDS || *number.at == '0')
		return last;
	return number.at[last] == '.' && !money ? last : number.length;
}

static bool read_digits(struct span text, bool money, struct digits *digits)
{
	struct span number = span_slice(text, 0, number_length(text));
	size_t point = find_point(number, money);
	int figures = 0;
	int decimals = 0;
	*digits = (struct digits){ 0, 1, number.length };
	for (size_t i = 0; i < number.length; i++) {
		if (!ascii_is_digit(number.at[i]))
			continue;
		digits->value = 10 * digits->value + (number.at[i] - '0');
		digits->scale *= i > point ? 10 : 1;
		decimals += i > point;
		if (++figures > MOST_FIGURES || decimals > MOST_DECIMALS)
			return false;
	}
	return figures > 0;
}

/* --- units ------------------------------------------------------------------------------------------------------- */

/* What stands directly behind the digits and multiplies them, or gives minutes. */
static const struct magnitude {
	const char *word; /* folded */
	long long times;
	const char *unit; /* NULL: what follows is the unit */
} magnitudes[] = {
	{ "k", 1000, NULL },
	{ "thousand", 1000, NULL },
	{ "tsd", 1000, NULL },
	{ "mio", 1000000, NULL },
	{ "mn", 1000000, NULL },
	{ "million", 1000000, NULL },
	{ "millionen", 1000000, NULL },
	{ "万", 10000, NULL },
	{ "亿", 100000000, NULL },
	{ "h", MINUTES_IN_HOUR, "min" },
	{ "hr", MINUTES_IN_HOUR, "min" },
	{ "hrs", MINUTES_IN_HOUR, "min" },
	{ "hour", MINUTES_IN_HOUR, "min" },
	{ "hours", MINUTES_IN_HOUR, "min" },
	{ "std", MINUTES_IN_HOUR, "min" },
	{ "stunde", MINUTES_IN_HOUR, "min" },
	{ "stunden", MINUTES_IN_HOUR, "min" },
	{ "小时", MINUTES_IN_HOUR, "min" },
	{ "min", 1, "min" },
	{ "mins", 1, "min" },
	{ "minutes", 1, "min" },
	{ "minuten", 1, "min" },
	{ "分钟", 1, "min" },
};

static bool ends_word(struct span rest)
{
	uint32_t character = 0;
	utf8_decode(rest, &character);
	return rest.length == 0 || !utf8_is_word_character(character);
}

/* A word of letters ends where they do; a Chinese one may stand before the next. */
static bool skip_magnitude(struct span *rest, const struct magnitude *magnitude)
{
	struct span after = span_trim_start(*rest);
	bool letters = ascii_is_letter(*magnitude->word);
	if (!span_skip(&after, magnitude->word))
		return false;
	span_skip(&after, letters ? "." : "");
	if (letters && !ends_word(after))
		return false;
	*rest = after;
	return true;
}

static const struct magnitude *read_magnitude(struct span *rest)
{
	for (size_t i = 0; i < sizeof(magnitudes) / sizeof(*magnitudes); i++)
		if (skip_magnitude(rest, &magnitudes[i]))
			return &magnitudes[i];
	return NULL;
}

static bool is_currency(struct span text)
{
	static const char *const signs[] = { "$", "€", "£", "¥", "元", "eur", "usd", "chf", "gbp", "us$" };
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (span_is(text, signs[i]))
			return true;
	return false;
}

/* `$1.2M`, `2m €`: millions of money. An m by itself stands for a metre, a month or a minute. */
static bool skip_million(struct span *rest, bool money)
{
	struct span after = *rest;
	if (!money || !span_skip(&after, "m") || !ends_word(after))
		return false;
	*rest = after;
	return true;
}

static bool has_digit(struct span text)
{
	for (size_t i = 0; i < text.length; i++)
		if (ascii_is_digit(text.at[i]))
			return true;
	return false;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* The currency sign before the digits, if that is what stands there. */
static struct span currency_before(struct span before)
{
	struct span word = span_trim(before);
	for (size_t at = word.length; at > 0; at--)
		if (word.at[at - 1] == ' ') {
			word = span_from(word, at);
			break;
		}
	return is_currency(word) ? word : SPAN_NONE;
}

static struct figure unknown(void)
{
	return (struct figure){ .known = false };
}

/* `7/10` is seven on a scale of ten: the scale is its unit. */
static bool is_scale(struct span rest)
{
	return span_skip(&rest, "/") && rest.length && number_length(rest) == rest.length;
}

static struct figure figure_of(struct span folded)
{
	size_t at = span_find_any(folded, "0123456789");
	struct digits digits;
	struct figure figure = { .known = true };
	struct span before = span_slice(folded, 0, at);
	struct span rest = span_from(folded, at);
	struct span currency = currency_before(before);
	bool money = currency.length || is_currency(span_trim(span_from(rest, number_length(rest))));
	bool negative = span_ends_with(span_trim_end(before), "-") || span_ends_with(span_trim_end(before), "−");
	if (at == folded.length || !read_digits(rest, money, &digits))
		return unknown();
	rest = span_from(rest, digits.length);
	bool million = skip_million(&rest, currency.length > 0);
	const struct magnitude *magnitude = million ? NULL : read_magnitude(&rest);
	long long times = million ? 1000000 : magnitude ? magnitude->times : 1;
	figure.value = fraction_of((negative ? -1 : 1) * digits.value * times, digits.scale);
	figure.unit = magnitude && magnitude->unit ? span_of(magnitude->unit)
		      : currency.length            ? currency
						   : span_trim(rest);
	bool more = has_digit(rest) && !is_scale(rest);
	bool large = digits.value * times / digits.scale >= MOST_VALUE;
	return more || large ? unknown() : figure;
}

/* The first arrow; false where there is none. */
static bool find_arrow(struct span text, size_t *at, size_t *length)
{
	*at = text.length;
	*length = 0;
	for (size_t i = 0; i < sizeof(arrows) / sizeof(*arrows); i++) {
		size_t place = span_find(text, arrows[i]);
		if (place >= *at)
			continue;
		*at = place;
		*length = strlen(arrows[i]);
	}
	return *at < text.length;
}

struct figure figure_read(struct arena *arena, struct span text)
{
	size_t at;
	size_t length;
	struct span folded = utf8_fold(arena, text_plain(arena, text));
	while (find_arrow(folded, &at, &length))
		folded = span_from(folded, at + length);
	return figure_of(folded);
}

struct figure figure_read_start(struct arena *arena, struct span text)
{
	size_t at;
	size_t length;
	struct span folded = utf8_fold(arena, text_plain(arena, text));
	return find_arrow(folded, &at, &length) ? figure_of(span_slice(folded, 0, at)) : unknown();
}

bool figure_is_alike(const struct figure *a, const struct figure *b)
{
	return a->unit.length == 0 || b->unit.length == 0 || span_equal(a->unit, b->unit);
}
