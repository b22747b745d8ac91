#include "rules/mention.h"

#include "codec/utf8.h"
#include "codec/words.h"
#include "md/link.h"

#include <string.h>

static bool holds_words(struct arena *arena, struct span text, struct span name)
{
	return words_stand_in(utf8_fold(arena, text), name);
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
			!words_go_on_at(text, at + name.length))
			longest = name.length;
	}
	return longest;
}

void mention_find(struct arena *arena, struct span text, const struct mention_names *names, bool *found)
{
	text = utf8_fold(arena, text);
	for (size_t at = 0; at < text.length;) {
		size_t longest = words_go_on_at(text, at) ? 0 : longest_at(text, at, names);
		for (size_t i = 0; longest && i < names->count; i++)
			found[i] = found[i] || span_equal(span_slice(text, at, longest), names->items[i]);
		at += longest ? longest : 1;
	}
}
