#include "rules/anonymous.h"

#include "base/buffer.h"
#include "codec/unit_folds.h"
#include "model/wording.h"

enum { NEEDLE_MOST = 1 << 12, SHORTEST_NAME = 2 };

struct naming {
	struct arena *arena;
	struct unit_folds *folds;
	struct text_list needles; /* folded */
	struct span unnamed, of_the_unnamed;
};

static bool is_letter(enum unit_class class)
{
	return class == UNIT_WORD || class == UNIT_UNSPACED;
}

/* --- what is looked for ------------------------------------------------------------------------------------------ */

static void add_needle(struct naming *naming, struct span name)
{
	BUFFER_CLEANUP struct buffer unmarked = BUFFER_INIT(NEEDLE_MOST);
	BUFFER_CLEANUP struct buffer spelled_out = BUFFER_INIT(NEEDLE_MOST);
	struct unit unit;
	size_t letters = 0;
	for (size_t at = 0; at < name.length; at += unit.length) {
		unit_read(naming->folds, span_from(name, at), &unit);
		letters += is_letter(unit.class);
		buffer_add(&unmarked, unit.folded[UNIT_UNMARKED]);
		buffer_add(&spelled_out, unit.folded[UNIT_SPELLED_OUT]);
	}
	if (letters < SHORTEST_NAME)
		return;
	text_list_add(&naming->needles, buffer_finish(naming->arena, &unmarked));
	text_list_add(&naming->needles, buffer_finish(naming->arena, &spelled_out));
}

/* "Anna-Lena" and each half. */
static void add_words(struct naming *naming, struct span name)
{
	struct span rest = name;
	struct span word;
	struct unit unit;
	size_t start = 0;
	for (size_t at = 0; at < name.length; at += unit.length) {
		unit_read(naming->folds, span_from(name, at), &unit);
		if (is_letter(unit.class))
			continue;
		add_needle(naming, span_slice(name, start, at - start));
		start = at + unit.length;
	}
	add_needle(naming, span_from(name, start));
	while (span_next(&rest, ' ', &word))
		add_needle(naming, word);
}

/* --- where it stands --------------------------------------------------------------------------------------------- */

static bool is_word_at(const struct naming *naming, struct span text, size_t at)
{
	struct unit unit;
	if (at >= text.length)
		return false;
	unit_read(naming->folds, span_from(text, at), &unit);
	return unit.class == UNIT_WORD;
}

static bool is_within_word(const struct naming *naming, struct span text, size_t at)
{
	return at > 0 && unit_class_before(text, at) == UNIT_WORD && is_word_at(naming, text, at);
}

/* Where the needle ends that begins there; `at` where it does not stand there. */
static size_t end_of(const struct naming *naming, struct span text, size_t at, struct span needle)
{
	size_t end = at;
	while (needle.length) {
		struct unit unit;
		if (end >= text.length)
			return at;
		unit_read(naming->folds, span_from(text, end), &unit);
		struct span folded = unit.folded[UNIT_UNMARKED];
		if (folded.length > needle.length || !span_equal(span_slice(needle, 0, folded.length), folded))
			return at;
		needle = span_from(needle, folded.length);
		end += unit.length;
	}
	return end;
}

static bool has_genitive(const struct naming *naming, struct span text, size_t end)
{
	return end < text.length && text.at[end] == 's' && is_within_word(naming, text, end) &&
	       !is_within_word(naming, text, end + 1);
}

/* The end of the longest name that begins there; `at` for none. */
static size_t longest_at(const struct naming *naming, struct span text, size_t at, bool *genitive)
{
	size_t longest = at;
	for (size_t i = 0; i < naming->needles.count; i++) {
		size_t end = end_of(naming, text, at, naming->needles.items[i]);
		bool owns = has_genitive(naming, text, end);
		if (end <= longest || (is_within_word(naming, text, end) && !owns))
			continue;
		longest = end + owns;
		*genitive = owns;
	}
	return longest;
}

static struct span anonymous(const struct naming *naming, struct span text)
{
	struct text_list pieces = { .arena = naming->arena };
	struct unit unit;
	size_t start = 0;
	for (size_t at = 0; at < text.length;) {
		bool genitive = false;
		size_t end = is_within_word(naming, text, at) ? at : longest_at(naming, text, at, &genitive);
		if (end > at) {
			text_list_add(&pieces, span_slice(text, start, at - start));
			text_list_add(&pieces, genitive ? naming->of_the_unnamed : naming->unnamed);
			start = at = end;
			continue;
		}
		unit_read(naming->folds, span_from(text, at), &unit);
		at += unit.length;
	}
	text_list_add(&pieces, span_from(text, start));
	return pieces.count > 1 ? text_list_join(&pieces, "") : text;
}

void make_anonymous(struct text_list *lines, enum language language, const struct span *names, size_t count)
{
	struct unit_folds folds = unit_folds_of(lines->arena);
	struct naming naming = { lines->arena, &folds, { .arena = lines->arena },
		wording_text(lines->arena, language, "unnamed", NULL, 0),
		wording_text(lines->arena, language, "of the unnamed", NULL, 0) };
	for (size_t i = 0; i < count; i++) {
		add_needle(&naming, names[i]);
		add_words(&naming, names[i]);
	}
	for (size_t i = 0; i < lines->count; i++)
		lines->items[i] = anonymous(&naming, lines->items[i]);
	unit_folds_release(&folds);
}
