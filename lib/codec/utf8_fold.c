#include "codec/utf8.h"

#include "base/ascii.h"
#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* In a row; no language writes more (UAX #15, Stream-Safe Text). */
enum { MOST_MARKS = 30 };

static utf8proc_category_t category_of(uint32_t character)
{
	return utf8proc_category((utf8proc_int32_t)character);
}

bool utf8_is_word_character(uint32_t character)
{
	bool variation_selector = character >= 0xFE00 && character <= 0xFE0F;
	utf8proc_category_t category = category_of(character);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO && !variation_selector;
}

bool utf8_is_punctuation(uint32_t character)
{
	utf8proc_category_t category = category_of(character);
	return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

bool utf8_is_white(uint32_t character)
{
	if (character == ' ' || (character >= '\t' && character <= '\r') || character == 0x85)
		return true;
	utf8proc_category_t category = category_of(character);
	return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

static bool is_invisible(uint32_t character)
{
	utf8proc_category_t category = category_of(character);
	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

/* Collapses white space and drops invisible characters, within the copy. */
static struct span tidy(char *copy, size_t length)
{
	size_t kept = 0;
	bool gap = false;
	uint32_t character = 0;
	for (size_t at = 0, step = 0; at < length; at += step) {
		step = utf8_decode((struct span){ copy + at, length - at }, &character);
		if (utf8_is_white(character)) {
			gap = kept > 0;
			continue;
		}
		if (is_invisible(character))
			continue;
		if (gap)
			copy[kept++] = ' ';
		gap = false;
		memmove(copy + kept, copy + at, step);
		kept += step;
	}
	copy[kept] = '\0';
	return (struct span){ copy, kept };
}

/* Most titles: what utf8proc and tidy would make of them, in one pass. */
static struct span fold_ascii(struct arena *arena, struct span text)
{
	char *folded = arena_allocate(arena, text.length + 1);
	size_t length = 0;
	bool gap = false;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		if (byte > ' ' && byte < 0x7F) {
			if (gap)
				folded[length++] = ' ';
			gap = false;
			folded[length++] = ascii_lower(byte);
		} else if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
			gap = length > 0;
		}
	}
	return (struct span){ folded, length };
}

/* What may be put into another order with its neighbours. */
bool utf8_is_mark(uint32_t character)
{
	utf8proc_category_t category = category_of(character);
	return (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) || character == 0xFF9E ||
	       character == 0xFF9F;
}

/* Length up to the mark that is one too many in a row, or of the whole text: utf8proc's time grows with the square of
 * such a row. */
static size_t stretch_length(struct span text)
{
	size_t at = 0;
	size_t marks = 0;
	uint32_t character = 0;
	while (at < text.length) {
		size_t step = utf8_decode(span_from(text, at), &character);
		marks = character >= 0x80 && utf8_is_mark(character) ? marks + 1 : 0;
		if (marks > MOST_MARKS)
			return at;
		at += step;
	}
	return text.length;
}

static void add_mapped(struct buffer *buffer, struct span text, unsigned options)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t length = utf8proc_map(
		(const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.length, &mapped, (utf8proc_option_t)options);
	if (length < 0)
		memory_exhausted();
	buffer_add(buffer, (struct span){ (const char *)mapped, (size_t)length });
	free(mapped);
}

/* A copy with its NUL, by utf8proc's options. */
static char *mapped(struct arena *arena, struct span valid, unsigned options, size_t *length)
{
	BUFFER_CLEANUP struct buffer copy = BUFFER_INIT(SIZE_MAX);
	while (valid.length > 0) {
		struct span stretch = span_slice(valid, 0, stretch_length(valid));
		add_mapped(&copy, stretch, options);
		valid = span_from(valid, stretch.length);
	}
	*length = copy.length;
	return arena_copy_text(arena, buffer_span(&copy));
}

struct span utf8_fold(struct arena *arena, struct span text)
{
	if (utf8_is_ascii(text))
		return fold_ascii(arena, text);
	size_t length = 0;
	char *copy = mapped(arena, utf8_repair(arena, text),
		UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, &length);
	return tidy(copy, length);
}

/* --- without marks ----------------------------------------------------------------------------------------------- */

struct spelling {
	const char *letter;
	const char *letters; /* no longer than `letter` */
};

/* Letters that Unicode does not take apart. */
static const struct spelling strokes[] = { { "ø", "o" }, { "ł", "l" }, { "đ", "d" }, { "æ", "ae" }, { "œ", "oe" },
	{ "ı", "i" }, { NULL, NULL } };
static const struct spelling umlauts[] = { { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "ø", "oe" }, { "å", "aa" },
	{ NULL, NULL } };

static const struct spelling *spelling_at(const struct spelling *spellings, struct span text)
{
	for (; spellings->letter; spellings++)
		if (span_starts_with(text, spellings->letter))
			return spellings;
	return NULL;
}

static struct span respelled(struct arena *arena, struct span text, const struct spelling *spellings)
{
	char *copy = arena_allocate(arena, text.length + 1);
	size_t length = 0;
	while (text.length) {
		const struct spelling *spelling = spelling_at(spellings, text);
		struct span letters = spelling ? span_of(spelling->letters) : span_slice(text, 0, 1);
		memcpy(copy + length, letters.at, letters.length);
		length += letters.length;
		text = span_from(text, spelling ? strlen(spelling->letter) : 1);
	}
	return (struct span){ copy, length };
}

static struct span unmarked(struct arena *arena, struct span folded)
{
	enum { FIRST_MARK = 0x300, LAST_MARK = 0x36F };
	size_t length = 0;
	size_t kept = 0;
	char *copy = mapped(arena, folded, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &length);
	uint32_t character = 0;
	for (size_t at = 0, step = 0; at < length; at += step) {
		step = utf8_decode((struct span){ copy + at, length - at }, &character);
		if (character >= FIRST_MARK && character <= LAST_MARK)
			continue;
		memmove(copy + kept, copy + at, step);
		kept += step;
	}
	return respelled(arena, utf8_compose(arena, (struct span){ copy, kept }), strokes);
}

struct span utf8_fold_name(struct arena *arena, struct span text, enum name_form form)
{
	struct span folded = utf8_fold(arena, text);
	if (form == NAME_AS_WRITTEN || utf8_is_ascii(folded))
		return folded;
	return unmarked(arena, form == NAME_SPELLED_OUT ? respelled(arena, folded, umlauts) : folded);
}

/* --- parts of names ---------------------------------------------------------------------------------------------- */

bool utf8_is_written_without_spaces(uint32_t character)
{
	if (character < 0x0E00)
		return false;
	if (character <= 0x0EFF || (character >= 0x1000 && character <= 0x109F) ||
		(character >= 0x1780 && character <= 0x17FF))
		return true;
	return category_of(character) == UTF8PROC_CATEGORY_LO && utf8proc_charwidth((utf8proc_int32_t)character) == 2;
}

static bool has_script_without_spaces(struct span word)
{
	uint32_t character = 0;
	while (word.length > 0) {
		word = span_from(word, utf8_decode(word, &character));
		if (utf8_is_written_without_spaces(character))
			return true;
	}
	return false;
}

/* Letters, digits and everything beyond ASCII make up words; `anna-lena` is two. */
static bool is_word_byte(char byte)
{
	return ascii_is_alphanumeric(byte) || (unsigned char)byte >= 0x80;
}

static bool begins_a_word(struct span whole, struct span word)
{
	for (size_t at = 0; at + word.length <= whole.length; at++) {
		bool at_start = at == 0 || !is_word_byte(whole.at[at - 1]);
		if (at_start && span_equal(span_slice(whole, at, word.length), word))
			return true;
	}
	return false;
}

static bool occurs(struct span whole, struct span word)
{
	for (size_t at = 0; at + word.length <= whole.length; at++)
		if (span_equal(span_slice(whole, at, word.length), word))
			return true;
	return false;
}

bool utf8_matches_part(struct span whole, struct span part)
{
	if (part.length == 0)
		return false;
	struct span word;
	while (span_next(&part, ' ', &word)) {
		bool found = has_script_without_spaces(word) ? occurs(whole, word) : begins_a_word(whole, word);
		if (!found)
			return false;
	}
	return true;
}
