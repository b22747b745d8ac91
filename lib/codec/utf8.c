#include "codec/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD, LONGEST_CHARACTER = 4, VARIATION_SELECTOR_16 = 0xFE0F, WIDEST_CLUSTER = 2 };

static bool is_ascii(char byte)
{
	return (unsigned char)byte < 0x80;
}

static const utf8proc_uint8_t *bytes_of(struct span text)
{
	return (const utf8proc_uint8_t *)text.at;
}

/* As utf8_decode; `valid` tells a replacement character in the text from a bad byte. */
static size_t decode(struct span text, uint32_t *character, bool *valid)
{
	*valid = true;
	if (text.length == 0)
		return 0;
	if (is_ascii(*text.at)) {
		*character = (unsigned char)*text.at;
		return 1;
	}
	size_t most = text.length < LONGEST_CHARACTER ? text.length : LONGEST_CHARACTER;
	utf8proc_int32_t read = 0;
	utf8proc_ssize_t length = utf8proc_iterate(bytes_of(text), (utf8proc_ssize_t)most, &read);
	*valid = length > 0;
	*character = *valid ? (uint32_t)read : REPLACEMENT;
	return *valid ? (size_t)length : 1;
}

size_t utf8_decode(struct span text, uint32_t *character)
{
	bool valid = true;
	return decode(text, character, &valid);
}

size_t utf8_encode(uint32_t character, char bytes[4])
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)character, (utf8proc_uint8_t *)bytes);
}

bool utf8_is_ascii(struct span text)
{
	size_t at = 0;
	while (at < text.length && is_ascii(text.at[at]))
		at++;
	return at == text.length;
}

bool utf8_is_valid(struct span text)
{
	uint32_t character = 0;
	bool valid = true;
	while (text.length > 0 && valid)
		text = span_from(text, decode(text, &character, &valid));
	return valid;
}

/* Length of the first cluster, and its width. */
static size_t measure_cluster(struct span text, size_t *width)
{
	uint32_t character = 0;
	uint32_t before = 0;
	utf8proc_int32_t state = 0;
	size_t length = 0;
	size_t columns = 0;
	while (length < text.length) {
		size_t step = utf8_decode(span_from(text, length), &character);
		if (length > 0 &&
			utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)character, &state))
			break;
		columns += (size_t)utf8proc_charwidth((utf8proc_int32_t)character);
		if (character == VARIATION_SELECTOR_16)
			columns = WIDEST_CLUSTER;
		before = character;
		length += step;
	}
	*width = columns < WIDEST_CLUSTER ? columns : WIDEST_CLUSTER;
	return length;
}

/* A printable ASCII character with nothing behind it that could join it. */
static bool is_plain_start(struct span text)
{
	return text.length > 0 && text.at[0] >= ' ' && text.at[0] <= '~' && (text.length == 1 || is_ascii(text.at[1]));
}

static size_t next_cluster(struct span text, size_t *width)
{
	*width = 1;
	return is_plain_start(text) ? 1 : measure_cluster(text, width);
}

size_t utf8_cluster(struct span text)
{
	size_t width = 0;
	return next_cluster(text, &width);
}

size_t utf8_width(struct span text)
{
	size_t columns = 0;
	size_t width = 0;
	while (text.length > 0) {
		text = span_from(text, next_cluster(text, &width));
		columns += width;
	}
	return columns;
}

size_t utf8_fit(struct span text, size_t columns)
{
	size_t length = 0;
	size_t width = 0;
	while (length < text.length) {
		size_t step = next_cluster(span_from(text, length), &width);
		if (width > columns)
			break;
		columns -= width;
		length += step;
	}
	return length;
}

/* Copies the characters that `keep` lets through, each bad byte as U+FFFD. */
static struct span copy_kept(struct arena *arena, struct span text, bool (*keep)(uint32_t))
{
	enum { REPLACEMENT_LENGTH = 3 };
	char *copy = arena_allocate(arena, text.length * REPLACEMENT_LENGTH + 1);
	size_t length = 0;
	uint32_t character = 0;
	while (text.length > 0) {
		size_t step = utf8_decode(text, &character);
		if (keep(character))
			length += utf8_encode(character, copy + length);
		text = span_from(text, step);
	}
	return (struct span){ copy, length };
}

static bool keep_all(uint32_t character)
{
	(void)character;
	return true;
}

struct span utf8_repair(struct arena *arena, struct span text)
{
	return utf8_is_valid(text) ? arena_copy_span(arena, text) : copy_kept(arena, text, keep_all);
}

struct span utf8_compose(struct arena *arena, struct span text)
{
	struct span valid = utf8_repair(arena, text);
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t length = utf8proc_map(
		bytes_of(valid), (utf8proc_ssize_t)valid.length, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (length < 0)
		memory_exhausted();
	struct span copy = arena_copy_span(arena, (struct span){ (const char *)composed, (size_t)length });
	free(composed);
	return copy;
}

static bool is_bidirectional_control(uint32_t character)
{
	return character == 0x061C || character == 0x200E || character == 0x200F ||
	       (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

static bool is_safe_to_show(uint32_t character)
{
	if (character < 0x20)
		return character == '\n' || character == '\t';
	if (character >= 0x7F && character <= 0x9F)
		return false;
	bool is_tag = character >= 0xE0000 && character <= 0xE007F;
	return !is_tag && !is_bidirectional_control(character);
}

struct span utf8_without_controls(struct arena *arena, struct span text)
{
	return copy_kept(arena, text, is_safe_to_show);
}

struct span utf8_safe_line(struct arena *arena, struct span text)
{
	char *line = arena_copy_text(arena, utf8_without_controls(arena, text));
	for (char *byte = line; *byte; byte++)
		if (*byte == '\n' || *byte == '\t')
			*byte = ' ';
	return span_of(line);
}

struct span utf8_sentence(struct arena *arena, struct span text)
{
	struct span line = utf8_safe_line(arena, text);
	char *copy = arena_copy_text(arena, line);
	size_t length = 0;
	for (size_t i = 0; i < line.length; i++)
		if (line.at[i] != ' ' || (length > 0 && copy[length - 1] != ' '))
			copy[length++] = line.at[i];
	return span_trim_end((struct span){ copy, length });
}
