#include "rules/mention.h"

#include "codec/utf8.h"
#include "md/link.h"

#include <string.h>

enum { SCRIPTS_WITHOUT_SPACES = 0x2E80 };

static bool is_letter_at(struct span text, size_t offset)
{
	uint32_t character = 0;
	utf8_decode(span_from(text, offset), &character);
	return character < SCRIPTS_WITHOUT_SPACES && utf8_is_word_character(character);
}

/* Whether the place lies within a word of a script that has spaces. */
static bool is_within_word(struct span text, size_t offset)
{
	if (offset == 0 || offset >= text.length || !is_letter_at(text, offset))
		return false;
	size_t before = offset - 1;
	while (before > 0 && ((unsigned char)text.at[before] & 0xC0) == 0x80)
		before--;
	return is_letter_at(text, before);
}

static bool holds_words(struct arena *arena, struct span text, struct span name)
{
	text = utf8_fold(arena, text);
	for (size_t at = 0; name.length && at + name.length <= text.length; at++)
		if (span_equal(span_slice(text, at, name.length), name) && !is_within_word(text, at) &&
			!is_within_word(text, at + name.length))
			return true;
	return false;
}

/* The text up to one of its dashes, or all of it. */
static bool is_head(struct arena *arena, struct span text, struct span name)
{
	static const char *const dashes[] = { " — ", " – ", " - " };
	if (span_equal(utf8_fold_title(arena, text), name))
		return true;
	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++)
		for (size_t at = span_find(text, dashes[i]); at < text.length;
			at += 1 + span_find(span_from(text, at + 1), dashes[i]))
			if (span_equal(utf8_fold_title(arena, span_slice(text, 0, at)), name))
				return true;
	return false;
}

/* True where one of the names that are longer than that fits. */
static bool another_fits(struct arena *arena, struct span text, const struct mention_names *names, size_t length,
	bool (*fits)(struct arena *, struct span, struct span))
{
	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].length > length && fits(arena, text, names->items[i]))
			return true;
	return false;
}

bool mention_is_of(struct arena *arena, struct span text, struct span name, const struct mention_names *names)
{
	struct span plain = text_plain(arena, text);
	if (name.length == 0)
		return false;
	if (is_head(arena, plain, name))
		return !another_fits(arena, plain, names, name.length, is_head);
	return holds_words(arena, plain, name) && !another_fits(arena, plain, names, 0, is_head) &&
	       !another_fits(arena, plain, names, name.length, holds_words);
}

/* The longest name that stands at the place as whole words; 0 for none. */
static size_t longest_at(struct span text, size_t at, const struct mention_names *names)
{
	size_t longest = 0;
	for (size_t i = 0; i < names->count; i++) {
		struct span name = names->items[i];
		if (name.length > longest && span_equal(span_slice(text, at, name.length), name) &&
			!is_within_word(text, at + name.length))
			longest = name.length;
	}
	return longest;
}

void mention_find(struct arena *arena, struct span text, const struct mention_names *names, bool *found)
{
	text = utf8_fold(arena, text);
	for (size_t at = 0; at < text.length;) {
		size_t longest = is_within_word(text, at) ? 0 : longest_at(text, at, names);
		for (size_t i = 0; longest && i < names->count; i++)
			found[i] = found[i] || span_equal(span_slice(text, at, longest), names->items[i]);
		at += longest ? longest : 1;
	}
}
