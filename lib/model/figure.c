#include "model/figure.h"

#include "base/ascii.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/figure_words.h"

#include <string.h>

enum { MOST_FIGURES = 12, MOST_DECIMALS = 3, THOUSANDS = 3, WHOLE = 1000, MINUTES_IN_HOUR = 60, WITHIN = 10 };

/* Whatever stands for from–to. */
static const char *const arrows[] = { "→", "->", "=>", "⇒", "➔", "➜" };

/* --- digits ------------------------------------------------------------------------------------------------------ */

/* Which sign stands before decimals, as far as a number tells; then the other one parts thousands. */
enum decimal_sign { SIGN_UNTOLD, SIGN_POINT, SIGN_COMMA, SIGN_BOTH };

/* The figures of a number, and how they are parted: `1,200.5`, `1.200,5`, `1 200`, `1'200`. */
struct digits {
	long long value;         /* without the point */
	long long scale;         /* what it is to be divided by */
	enum decimal_sign tells; /* what its form tells of the sign */
	bool two_readings;       /* `1.200`: the sign is as good for thousands as for decimals */
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

static enum decimal_sign sign_of(char byte)
{
	return byte == '.' ? SIGN_POINT : SIGN_COMMA;
}

static enum decimal_sign other_sign(char byte)
{
	return byte == '.' ? SIGN_COMMA : SIGN_POINT;
}

/* The last separator and how often it stands, and whether another one stands before it. */
struct separators {
	size_t last;
	int count;
	bool other;
};

static struct separators separators_of(struct span number)
{
	struct separators found = { number.length, 0, false };
	for (size_t i = number.length; i-- > 0;) {
		if (!is_separator(number.at[i]))
			continue;
		if (!found.count)
			found.last = i;
		found.count += number.at[i] == number.at[found.last];
		found.other |= number.at[i] != number.at[found.last];
	}
	return found;
}

/* Where the decimal point is; number.length where there is none. Of two signs the last one is. A sign that stands once
 * before three figures may part thousands: for money it does, else what `sign` says holds; without that a comma parts
 * thousands, and a point has two readings. */
static size_t find_point(struct span number, bool money, enum decimal_sign sign, struct digits *digits)
{
	struct separators found = separators_of(number);
	size_t none = number.length;
	if (!found.count || number.at[found.last] == '\'')
		return none;
	char byte = number.at[found.last];
	bool decimals =
		found.other || none - found.last - 1 != THOUSANDS || *number.at == '0' || found.last > THOUSANDS;
	if (found.count > 1) {
		digits->tells = other_sign(byte);
		return none;
	}
	if (decimals || money) {
		digits->tells = decimals ? sign_of(byte) : other_sign(byte);
		return decimals ? found.last : none;
	}
	digits->two_readings = byte == '.' && (sign == SIGN_UNTOLD || sign == SIGN_BOTH);
	return sign == sign_of(byte) ? found.last : none;
}

static bool read_digits(struct span number, bool money, enum decimal_sign sign, struct digits *digits)
{
	*digits = (struct digits){ .scale = 1 };
	size_t point = find_point(number, money, sign, digits);
	int figures = 0;
	int decimals = 0;
	for (size_t i = 0; i < number.length; i++) {
		if (!ascii_is_digit(number.at[i]))
			continue;
		if (++figures > MOST_FIGURES || (decimals += i > point) > MOST_DECIMALS)
			return false;
		digits->value = 10 * digits->value + (number.at[i] - '0');
		digits->scale *= i > point ? 10 : 1;
	}
	return figures > 0;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* What `$500 per month` is for; any other word behind an amount may be a magnitude that is not known. */
static bool is_rate(struct span rest)
{
	static const char *const words[] = { "per ", "a ", "each ", "pro ", "je ", "每" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (span_starts_with(rest, words[i]))
			return true;
	return false;
}

static bool has_digit(struct span text)
{
	for (size_t i = 0; i < text.length; i++)
		if (ascii_is_digit(text.at[i]))
			return true;
	return false;
}

/* The currency sign before the digits, if that is what stands there; NULL for none. */
static const char *currency_before(struct span before)
{
	struct span word = span_trim(before);
	for (size_t at = word.length; at > 0; at--)
		if (word.at[at - 1] == ' ') {
			word = span_from(word, at);
			break;
		}
	const char *sign = currency_skip(&word);
	return word.length == 0 ? sign : NULL;
}

/* `7/10` is seven on a scale of ten: the scale is its unit. */
static bool is_scale(struct span rest)
{
	return span_skip(&rest, "/") && rest.length && number_length(rest) == rest.length;
}

/* What stands around the digits. */
struct surroundings {
	bool negative;
	const char *currency; /* NULL: none */
	const struct magnitude *magnitude;
	struct span unit; /* written behind, without currency and magnitude */
	bool unclear;     /* what stands behind says that it is no figure, or not which */
};

static struct surroundings look_around(struct span before, struct span rest)
{
	const char *first = currency_before(before);
	struct span behind = rest;
	struct surroundings around = { .magnitude = magnitude_skip(&behind, true) };
	around.currency = first ? first : currency_skip(&behind);
	if (!around.currency) {
		behind = rest;
		around.magnitude = magnitude_skip(&behind, false);
	}
	before = span_trim_end(before);
	around.negative = span_ends_with(before, "-") || span_ends_with(before, "−");
	around.unit = span_trim(behind);
	bool unknown_word = first && !around.magnitude && !word_ends(around.unit) && !is_rate(around.unit);
	around.unclear = unknown_word || (has_digit(around.unit) && !is_scale(around.unit));
	return around;
}

/* What is left without the point: in thousandths. False for one that is too large. */
static bool multiply(struct figure *figure, const struct digits *digits, long long times)
{
	if (digits->value / digits->scale > FIGURE_MOST / WHOLE / times)
		return false;
	figure->thousandths = digits->value * times * (WHOLE / digits->scale);
	return figure->thousandths <= FIGURE_MOST;
}

/* `2h 15min`, `26 Std. 30`, `1:30`. */
static bool read_time(struct span text, struct figure *figure)
{
	int hours;
	int minutes;
	if (!span_read_digits(&text, &hours))
		return false;
	bool colon = span_skip(&text, ":");
	const struct magnitude *hour = colon ? NULL : magnitude_skip(&text, false);
	if (!colon && !(hour ? hour->times == MINUTES_IN_HOUR : span_skip(&text, "h")))
		return false;
	text = span_trim_start(text);
	size_t before = text.length;
	if (!span_read_digits(&text, &minutes) || minutes >= MINUTES_IN_HOUR || (colon && before - text.length != 2))
		return false;
	const struct magnitude *minute = magnitude_skip(&text, false);
	if (minute && !(minute->times == 1 && span_is(span_of(minute->unit), "min")))
		return false;
	if (!minute)
		span_skip(&text, "m");
	*figure = (struct figure){ .known = true,
		.thousandths = WHOLE * ((long long)hours * MINUTES_IN_HOUR + minutes),
		.unit = SPAN("min"),
		.times = MINUTES_IN_HOUR };
	return span_is_blank(text);
}

/* `tells` is what the number's form tells of the decimal sign. */
static struct figure figure_of(struct span folded, enum decimal_sign sign, enum decimal_sign *tells)
{
	size_t at = span_find_any(folded, "0123456789");
	struct span number = span_slice(folded, at, number_length(span_from(folded, at)));
	struct surroundings around = look_around(span_slice(folded, 0, at), span_from(folded, at + number.length));
	const struct magnitude *magnitude = around.magnitude;
	struct figure figure = { .times = magnitude && magnitude->unit ? magnitude->times : 1 };
	struct digits digits = { .tells = SIGN_UNTOLD };
	bool read = read_digits(number, around.currency && !magnitude, sign, &digits);
	*tells = digits.tells;
	struct figure time;
	if (read_time(folded, &time))
		return time;
	if (!read || around.unclear || !multiply(&figure, &digits, magnitude ? magnitude->times : 1))
		return (struct figure){ .known = false };
	figure.known = !digits.two_readings;
	figure.two_readings = digits.two_readings;
	figure.thousandths *= around.negative ? -1 : 1;
	figure.unit = magnitude && magnitude->unit ? span_of(magnitude->unit)
		      : around.currency            ? span_of(around.currency)
						   : around.unit;
	return figure;
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

static struct span folded_end(struct arena *arena, struct span text)
{
	size_t at;
	size_t length;
	struct span folded = utf8_fold(arena, text_plain(arena, text));
	while (find_arrow(folded, &at, &length))
		folded = span_from(folded, at + length);
	return span_trim(folded);
}

struct span figure_start(struct arena *arena, struct span text)
{
	size_t at;
	size_t length;
	struct span folded = utf8_fold(arena, text_plain(arena, text));
	return find_arrow(folded, &at, &length) ? span_slice(folded, 0, at) : SPAN_NONE;
}

struct figure figure_read(struct arena *arena, struct span text)
{
	enum decimal_sign unheard;
	return figure_of(folded_end(arena, text), SIGN_UNTOLD, &unheard);
}

/* --- figures of one row ------------------------------------------------------------------------------------------ */

/* 1.200 beside 800 is a thousand: one of them is within ten times the other. */
static bool is_near(const struct figure *thousand, const struct figure *other)
{
	long long a = thousand->thousandths < 0 ? -thousand->thousandths : thousand->thousandths;
	long long b = other->thousandths < 0 ? -other->thousandths : other->thousandths;
	return other->known && figure_is_alike(thousand, other) && b >= a / WITHIN && b / WITHIN <= a;
}

/* What the others tell of those that have two readings. Where they tell nothing, and none of them is more than nought,
 * either reading gives the same share of the way, as all are of one form. */
static enum decimal_sign sign_by_size(const struct figure *figures, size_t count)
{
	size_t doubtful = 0;
	size_t larger = 0;
	for (size_t i = 0; i < count; i++) {
		doubtful += figures[i].two_readings;
		larger += figures[i].known && figures[i].thousandths != 0;
		for (size_t k = 0; figures[i].two_readings && k < count; k++)
			if (is_near(&figures[i], &figures[k]))
				return SIGN_COMMA;
	}
	return doubtful > 1 && larger == 0 ? SIGN_COMMA : SIGN_UNTOLD;
}

void figures_read(struct arena *arena, const struct span *texts, size_t count, struct figure *figures)
{
	unsigned told = SIGN_UNTOLD;
	enum decimal_sign tells;
	for (size_t i = 0; i < count; i++) {
		figures[i] = figure_of(folded_end(arena, texts[i]), SIGN_UNTOLD, &tells);
		told |= (unsigned)tells;
	}
	enum decimal_sign sign = told ? (enum decimal_sign)told : sign_by_size(figures, count);
	for (size_t i = 0; i < count; i++)
		figures[i] = figure_of(folded_end(arena, texts[i]), sign, &tells);
}
