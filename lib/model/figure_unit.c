/* Which unit figures have, and whether it is the same (model/figure.h). */
#include "base/ascii.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/figure.h"
#include "model/figure_words.h"

enum { ENDING_MOST = 2, STEM_LEAST = 3 };

bool figure_take_unit(struct figure *figure, struct span unit, long long times)
{
	if (figure->thousandths > FIGURE_MOST / times || figure->thousandths < -FIGURE_MOST / times)
		return false;
	figure->thousandths *= times;
	figure->unit = unit;
	figure->times = times;
	return true;
}

/* "client" and "clients", "Gespräch" and "Gespräche"; "company" and "companies". */
static bool is_plural(struct span one, struct span many)
{
	if (span_ends_with(one, "y") && span_ends_with(many, "ies"))
		return one.length + 2 == many.length &&
		       span_equal(span_slice(one, 0, one.length - 1), span_slice(many, 0, one.length - 1));
	return one.length >= STEM_LEAST && many.length > one.length && many.length <= one.length + ENDING_MOST &&
	       span_equal(one, span_slice(many, 0, one.length)) && ascii_is_letter(many.at[many.length - 1]);
}

bool figure_is_of_unit(struct span unit, struct span other)
{
	struct span a;
	struct span b;
	while (span_next(&unit, ' ', &a)) {
		if (!span_next(&other, ' ', &b) || !(span_equal(a, b) || is_plural(a, b) || is_plural(b, a)))
			return false;
	}
	return !span_next(&other, ' ', &b);
}

bool figure_is_alike(const struct figure *a, const struct figure *b)
{
	return a->unit.length == 0 || b->unit.length == 0 || figure_is_of_unit(a->unit, b->unit);
}

static struct span word_of(struct span text)
{
	size_t length = 0;
	uint32_t character = 0;
	while (length < text.length) {
		size_t bytes = utf8_decode(span_from(text, length), &character);
		if (!utf8_is_word_character(character))
			break;
		length += bytes;
	}
	return span_slice(text, 0, length);
}

/* The unit itself, or a word that says it: then how many of the unit it stands for, else 0. */
static long long says_unit(struct span text, struct span unit)
{
	struct span rest = text;
	const struct magnitude *magnitude = magnitude_skip(&rest, false);
	if (magnitude && magnitude->unit && span_is(unit, magnitude->unit))
		return magnitude->times;
	struct span word = word_of(text);
	bool said = word.length ? figure_is_of_unit(word, word_of(unit))
				: text.length >= unit.length && span_equal(span_slice(text, 0, unit.length), unit);
	return said ? 1 : 0;
}

long long figure_unit_in(struct arena *arena, struct span name, struct span unit)
{
	struct span rest = utf8_fold(arena, text_plain(arena, name));
	uint32_t before = ' ';
	while (rest.length) {
		uint32_t character = 0;
		size_t bytes = utf8_decode(rest, &character);
		bool begins = !utf8_is_word_character(before) || utf8_is_written_without_spaces(character);
		long long times = begins ? says_unit(rest, unit) : 0;
		if (times)
			return times;
		before = character;
		rest = span_from(rest, bytes);
	}
	return 0;
}
