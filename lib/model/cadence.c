#include "model/cadence.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/text_reading.h"

#include <string.h>

enum { MOST_FIGURES = 3, MOST_DECIMALS = 2 };

/* A phrase whose numbers are replaced by # and kept: "1-2 / month" is "# / month" with 1 and 2. */
struct phrase {
	struct span text;
	struct fraction low;
	struct fraction high;
	int numbers;
};

/* What a frequency term means: `numerator` per `denominator` weeks for one session, times the phrase's number for
 * "# a …", divided by it for "every # …". */
enum number_use { NUMBER_NONE, NUMBER_TIMES, NUMBER_INTERVAL };

static const struct meaning {
	const char *term;
	enum number_use use;
	int sessions;
	int weeks;
	struct rhythm rhythm;
} meanings[] = {
	{ "per week", NUMBER_TIMES, 1, 1, { RHYTHM_WEEK, 1 } },
	{ "per month", NUMBER_TIMES, 12, 52, { RHYTHM_MONTH, 1 } },
	{ "per quarter", NUMBER_TIMES, 4, 52, { RHYTHM_QUARTER, 1 } },
	{ "per year", NUMBER_TIMES, 1, 52, { RHYTHM_YEAR, 1 } },
	{ "every days", NUMBER_INTERVAL, 7, 1, { RHYTHM_DAY, 1 } },
	{ "every weeks", NUMBER_INTERVAL, 1, 1, { RHYTHM_WEEK, 1 } },
	{ "every months", NUMBER_INTERVAL, 12, 52, { RHYTHM_MONTH, 1 } },
	{ "daily", NUMBER_NONE, 5, 1, { RHYTHM_DAY, 1 } },
	{ "three times a week", NUMBER_NONE, 3, 1, { RHYTHM_WEEK, 1 } },
	{ "twice a week", NUMBER_NONE, 2, 1, { RHYTHM_WEEK, 1 } },
	{ "weekly", NUMBER_NONE, 1, 1, { RHYTHM_WEEK, 1 } },
	{ "biweekly", NUMBER_NONE, 1, 2, { RHYTHM_WEEK, 2 } },
	{ "every three weeks", NUMBER_NONE, 1, 3, { RHYTHM_WEEK, 3 } },
	{ "every four weeks", NUMBER_NONE, 1, 4, { RHYTHM_WEEK, 4 } },
	{ "every six weeks", NUMBER_NONE, 1, 6, { RHYTHM_WEEK, 6 } },
	{ "three times a month", NUMBER_NONE, 36, 52, { RHYTHM_MONTH, 1 } },
	{ "twice a month", NUMBER_NONE, 24, 52, { RHYTHM_MONTH, 1 } },
	{ "monthly", NUMBER_NONE, 12, 52, { RHYTHM_MONTH, 1 } },
	{ "every two months", NUMBER_NONE, 6, 52, { RHYTHM_MONTH, 2 } },
	{ "quarterly", NUMBER_NONE, 4, 52, { RHYTHM_QUARTER, 1 } },
	{ "twice a year", NUMBER_NONE, 2, 52, { RHYTHM_QUARTER, 2 } },
	{ "yearly", NUMBER_NONE, 1, 52, { RHYTHM_YEAR, 1 } },
};

static const struct meaning *meaning_of(const char *term)
{
	for (size_t i = 0; term && i < sizeof(meanings) / sizeof(*meanings); i++)
		if (strcmp(meanings[i].term, term) == 0)
			return &meanings[i];
	return NULL;
}

/* The figures of `2`, `1.5`, `1,5`. */
struct figures {
	struct span whole;
	struct span decimals;
	size_t length; /* of all, 0 where there is no number */
};

static struct figures figures_at(struct span text)
{
	struct figures figures = { .whole = span_slice(text, 0, ascii_digits(text)) };
	figures.length = figures.whole.length;
	struct span behind = span_from(text, figures.length);
	bool separated = figures.length && (span_skip(&behind, ".") || span_skip(&behind, ","));
	figures.decimals = span_slice(behind, 0, separated ? ascii_digits(behind) : 0);
	if (figures.decimals.length)
		figures.length += 1 + figures.decimals.length;
	return figures;
}

/* A number of at most three figures and two decimals; steps over it. Nobody meets 1.123456789 times a month. */
static bool read_number(struct span *rest, struct fraction *number)
{
	struct figures figures = figures_at(*rest);
	int whole = 0;
	int decimals = 0;
	if (!figures.whole.length || figures.whole.length > MOST_FIGURES || figures.decimals.length > MOST_DECIMALS)
		return false;
	*rest = span_from(*rest, figures.length);
	int scale = figures.decimals.length == MOST_DECIMALS ? 100 : 10;
	span_read_digits(&figures.whole, &whole);
	span_read_digits(&figures.decimals, &decimals);
	*number = fraction_of((long long)whole * scale + decimals, scale);
	return true;
}

/* The signs that the alias files write in ASCII: `2×/month`, `bi–weekly`. */
static bool skip_typographic_sign(struct span *rest, char *plain)
{
	static const char *const dashes[] = { "‐", "–", "—", "−" };
	*plain = 'x';
	if (span_skip(rest, "×"))
		return true;
	*plain = '-';
	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++)
		if (span_skip(rest, dashes[i]))
			return true;
	return false;
}

static struct phrase phrase_of(struct arena *arena, struct span text)
{
	struct buffer BUFFER_CLEANUP shape = BUFFER_INIT(text.length + 1);
	struct phrase phrase = { .low = fraction_of(1, 1), .high = fraction_of(1, 1) };
	struct span rest = text;
	while (rest.length) {
		struct fraction low, high;
		char sign;
		if (skip_typographic_sign(&rest, &sign)) {
			buffer_add_byte(&shape, sign);
			continue;
		}
		if (!read_number(&rest, &low)) {
			/* What is no number is kept whole, else its last figures would be one. */
			size_t length = figures_at(rest).length;
			length = length ? length : 1;
			buffer_add(&shape, span_slice(rest, 0, length));
			rest = span_from(rest, length);
			continue;
		}
		struct span after = rest;
		if (text_skip_range_sign(&after) && read_number(&after, &high))
			rest = after;
		else
			high = low;
		phrase.low = low;
		phrase.high = high;
		phrase.numbers++;
		buffer_add_byte(&shape, '#');
	}
	phrase.text = span_trim(arena_copy_span(arena, buffer_span(&shape)));
	return phrase;
}

static struct fraction rate(const struct meaning *meaning, struct fraction number)
{
	struct fraction one = fraction_of(meaning->sessions, meaning->weeks);
	if (meaning->use == NUMBER_TIMES)
		return fraction_multiply(one, number);
	if (meaning->use == NUMBER_INTERVAL)
		return fraction_multiply(one, fraction_of(number.denominator, number.numerator));
	return one;
}

static bool is_sensible(const struct phrase *phrase)
{
	return phrase->low.numerator > 0 && fraction_compare(phrase->low, phrase->high) <= 0 &&
	       fraction_compare(phrase->high, fraction_of(1000, 1)) <= 0;
}

static bool is_same(const struct cadence *a, const struct cadence *b)
{
	return fraction_compare(a->low, b->low) == 0 && fraction_compare(a->high, b->high) == 0;
}

/* Reads one part ("8 sessions total", "weekly") into what was read before; false when two parts contradict. */
static bool read_part(struct arena *arena, const struct aliases *aliases, struct span part, bool number_is_monthly,
	struct cadence *cadence)
{
	struct phrase phrase = phrase_of(arena, part);
	if (phrase.numbers > 1 || !is_sensible(&phrase))
		return true;
	const char *term = alias_term(aliases, ALIAS_FREQUENCY, phrase.text);
	if (!term && number_is_monthly && span_is(phrase.text, "#"))
		term = "per month";
	if (term && strcmp(term, "total") == 0)
		cadence->total = (int)(phrase.high.numerator / phrase.high.denominator);
	const struct meaning *meaning = meaning_of(term);
	if (!meaning)
		return true;
	struct cadence found = { .known = true, .total = cadence->total };
	bool reversed = meaning->use == NUMBER_INTERVAL;
	found.low = rate(meaning, reversed ? phrase.high : phrase.low);
	found.high = rate(meaning, reversed ? phrase.low : phrase.high);
	if (cadence->known && !is_same(cadence, &found))
		return false;
	*cadence = found;
	return true;
}

static struct span without_brackets(struct arena *arena, struct span text)
{
	struct buffer BUFFER_CLEANUP kept = BUFFER_INIT(text.length + 1);
	int depth = 0;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		if (byte == '(' || byte == '[')
			depth++;
		else if (depth && (byte == ')' || byte == ']'))
			depth--;
		else if (!depth)
			buffer_add_byte(&kept, byte);
	}
	return arena_copy_span(arena, buffer_span(&kept));
}

/* Cuts the next part off: at a semicolon, at a comma that is no decimal comma, at a CJK comma. */
static bool next_part(struct span *rest, struct span *part)
{
	if (!rest->length)
		return false;
	for (size_t i = 0; i < rest->length; i++) {
		struct span here = span_from(*rest, i);
		bool decimal = i > 0 && i + 1 < rest->length && ascii_is_digit(rest->at[i - 1]) &&
			       ascii_is_digit(rest->at[i + 1]);
		size_t length = span_starts_with(here, "、") ? strlen("、") : 1;
		if (*here.at == ';' || (*here.at == ',' && !decimal) || length > 1) {
			*part = span_slice(*rest, 0, i);
			*rest = span_from(*rest, i + length);
			return true;
		}
	}
	*part = *rest;
	*rest = SPAN_NONE;
	return true;
}

struct cadence cadence_read(
	struct arena *arena, const struct aliases *aliases, struct span text, bool number_is_monthly)
{
	struct cadence cadence = { .known = false };
	struct span rest = without_brackets(arena, utf8_fold(arena, text_plain(arena, text)));
	struct span part;
	while (next_part(&rest, &part)) {
		if (!read_part(arena, aliases, span_trim(part), number_is_monthly, &cadence))
			return (struct cadence){ .known = false, .total = cadence.total };
	}
	return cadence;
}

/* "every second Tuesday" of the month is none of every second week: what stands directly behind says of what. */
static struct rhythm of_longer_period(const struct aliases *aliases, struct span rest, struct rhythm rhythm)
{
	struct span found;
	rest = span_trim_start(rest);
	const struct meaning *meaning = meaning_of(alias_find_in(aliases, ALIAS_FREQUENCY, rest, &found));
	bool follows = meaning && found.at == rest.at && meaning->use == NUMBER_NONE;
	return follows && rhythm.unit == RHYTHM_WEEK && meaning->rhythm.unit > RHYTHM_WEEK ? meaning->rhythm : rhythm;
}

struct rhythm rhythm_find(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct phrase phrase = phrase_of(arena, utf8_fold(arena, text));
	struct span rest = phrase.text;
	struct span found;
	const char *term;
	while ((term = alias_find_in(aliases, ALIAS_FREQUENCY, rest, &found))) {
		const struct meaning *meaning = meaning_of(term);
		rest = span_from(rest, (size_t)(found.at - rest.at) + found.length);
		if (!meaning)
			continue;
		struct rhythm rhythm = meaning->rhythm;
		bool counts = meaning->use == NUMBER_INTERVAL && phrase.numbers == 1 && is_sensible(&phrase);
		int every = (int)(phrase.low.numerator / phrase.low.denominator);
		rhythm.every = counts && every > 0 ? every : rhythm.every;
		return of_longer_period(aliases, rest, rhythm);
	}
	return (struct rhythm){ RHYTHM_NONE, 0 };
}

const char *rhythm_text(struct arena *arena, struct rhythm rhythm)
{
	static const char *const each[] = { "", "daily", "weekly", "monthly", "quarterly", "yearly" };
	static const char *const units[] = { "", "days", "weeks", "months", "quarters", "years" };
	return rhythm.every <= 1 ? each[rhythm.unit]
				 : arena_printf(arena, "every %d %s", rhythm.every, units[rhythm.unit]);
}
