#include "search/match.h"

#include "base/ascii.h"
#include "model/note_head.h"

/* Lead bytes of U+4000 to U+9FFF: no character there is folded to another. */
enum { FIRST_PLAIN_LEAD = 0xE4, LAST_PLAIN_LEAD = 0xE9, FIRST_LEAD = 0xC2 };

/* --- where a hit may begin --------------------------------------------------------------------------------------- */

static void mark_start(struct searcher *searcher, unsigned char first, uint32_t bit)
{
	searcher->starts[first] |= bit;
	if (first >= 'a' && first <= 'z')
		searcher->starts[first - ('a' - 'A')] |= bit;
	for (int lead = FIRST_LEAD; lead < 256; lead++)
		if (lead < FIRST_PLAIN_LEAD || lead > LAST_PLAIN_LEAD)
			searcher->starts[lead] |= bit;
}

/* Behind a first letter of ASCII. What is not seen may be folded away, and a blank of the needle stands for anything.
 */
static void mark_second(struct searcher *searcher, struct span needle, uint32_t bit)
{
	bool any = needle.length < 2 || needle.at[1] == ' ';
	for (int byte = 0; byte < 256; byte++) {
		bool seen = byte >= ' ' && byte < 0x7F;
		if (any || !seen || ascii_lower((char)byte) == needle.at[1])
			searcher->seconds[byte] |= bit;
	}
}

static void mark_needle(struct searcher *searcher, struct span needle, uint32_t bit)
{
	unsigned char first = (unsigned char)*needle.at;
	searcher->initials[first] |= bit;
	mark_start(searcher, first, bit);
	mark_second(searcher, needle, bit);
}

struct searcher searcher_of(const struct search_query *query, struct unit_folds *folds)
{
	struct searcher searcher = { .query = query, .folds = folds };
	for (size_t i = 0; i < query->term_count; i++) {
		const struct search_term *term = &query->terms[i];
		for (int form = 0; form < UNIT_FORM_COUNT; form++)
			if (term->needles[form].at)
				mark_needle(&searcher, term->needles[form], (uint32_t)1 << i);
	}
	return searcher;
}

static bool is_ascii(char byte)
{
	return (unsigned char)byte < 0x80;
}

/* --- one hit ----------------------------------------------------------------------------------------------------- */

struct trial {
	const struct searcher *searcher;
	struct span text;
	size_t at;             /* how far the needle was found */
	enum unit_class class; /* of the unit before */
};

static bool joins(enum unit_class before, enum unit_class behind)
{
	return before == UNIT_WORD && behind == UNIT_WORD;
}

static bool is_letter(enum unit_class class)
{
	return class == UNIT_WORD || class == UNIT_UNSPACED;
}

static void read_unit(const struct trial *trial, struct unit *unit)
{
	unit_read(trial->searcher->folds, span_from(trial->text, trial->at), unit);
}

static bool is_one_of(const struct trial *trial, const struct unit *unit, const char *bytes)
{
	char byte = trial->text.at[trial->at];
	return unit->length == 1 && byte && strchr(bytes, byte);
}

/* The unit at which the trial stands; false at the end. */
static bool peek(const struct trial *trial, struct unit *unit)
{
	if (trial->at >= trial->text.length)
		return false;
	read_unit(trial, unit);
	return true;
}

/* Steps over one line end and the marks of quotes behind it. */
static void skip_line_end(struct trial *trial)
{
	struct unit unit;
	size_t returned = span_starts_with(span_from(trial->text, trial->at), "\r\n");
	trial->at += returned;
	read_unit(trial, &unit);
	for (trial->at += unit.length; peek(trial, &unit) && is_one_of(trial, &unit, " \t>");)
		trial->at += unit.length;
}

/* Steps over what may stand between two words of a phrase; false where that is nothing. */
static bool skip_gap(struct trial *trial)
{
	size_t start = trial->at;
	struct unit unit;
	for (; peek(trial, &unit) && !is_letter(unit.class); trial->at += unit.length) {
		char byte = trial->text.at[trial->at];
		if (byte == '\n' || byte == '\r') {
			skip_line_end(trial);
			return true;
		}
	}
	return trial->at > start;
}

/* Goes as far as the needle is found; false where it is not. */
static bool find_needle(struct trial *trial, struct span needle, enum unit_form form)
{
	struct unit unit;
	while (needle.length) {
		if (*needle.at == ' ') {
			if (!skip_gap(trial))
				return false;
			needle = span_from(needle, 1);
		}
		if (!peek(trial, &unit))
			return false;
		struct span folded = unit.folded[form];
		bool same = needle.length >= folded.length && memcmp(needle.at, folded.at, folded.length) == 0;
		if (!same || unit.class == UNIT_SPACE)
			return false;
		needle = span_from(needle, folded.length);
		trial->at += unit.length;
		trial->class = unit.class;
	}
	return true;
}

static bool ends_a_word(const struct trial *trial)
{
	struct unit unit;
	return !peek(trial, &unit) || !joins(trial->class, unit.class);
}

/* Whether the term begins at `at`, in any of its forms. */
static bool find_term(
	const struct searcher *searcher, unsigned number, struct span text, size_t at, struct search_hit *hit)
{
	const struct search_term *term = &searcher->query->terms[number];
	for (int form = 0; form < UNIT_FORM_COUNT; form++) {
		struct trial trial = { searcher, text, at, UNIT_SPACE };
		if (!term->needles[form].at || !find_needle(&trial, term->needles[form], (enum unit_form)form))
			continue;
		*hit = (struct search_hit){ at, trial.at - at, number, ends_a_word(&trial) };
		if (hit->whole || !term->quoted)
			return true;
	}
	return false;
}

/* --- a text ------------------------------------------------------------------------------------------------------ */

static void add_hit(struct arena *arena, struct search_hits *hits, struct search_hit hit, size_t base)
{
	hits->items = arena_grow(arena, hits->items, hits->count, &hits->capacity, sizeof(*hits->items));
	hit.offset += base;
	hits->items[hits->count++] = hit;
}

/* The next byte at which any term may begin, or the end. Four at a time: this is where the time of a search goes. */
static size_t next_start(const struct searcher *searcher, struct span text, size_t at)
{
	const uint32_t *starts = searcher->starts;
	const unsigned char *bytes = (const unsigned char *)text.at;
	while (text.length - at >= 4 &&
		!(starts[bytes[at]] | starts[bytes[at + 1]] | starts[bytes[at + 2]] | starts[bytes[at + 3]]))
		at += 4;
	while (at < text.length && !starts[bytes[at]])
		at++;
	return at;
}

static uint32_t initials_of(const struct searcher *searcher, struct span folded)
{
	return folded.length ? searcher->initials[(unsigned char)*folded.at] : 0;
}

/* The terms that may begin with the unit there. A mark belongs to the character before it. */
static uint32_t terms_of_unit(const struct searcher *searcher, struct span text, size_t at)
{
	struct unit unit;
	unit_read(searcher->folds, span_from(text, at), &unit);
	if (unit.is_mark || !unit.folded[UNIT_UNMARKED].length)
		return 0;
	uint32_t terms = initials_of(searcher, unit.folded[UNIT_UNMARKED]) |
			 initials_of(searcher, unit.folded[UNIT_SPELLED_OUT]);
	return terms && !joins(unit_class_before(text, at), unit.class) ? terms : 0;
}

/* The terms that may begin there, told by as few bytes as will do: most stand within a word of ASCII letters. */
static uint32_t terms_at(const struct searcher *searcher, struct span text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	bool letter = ascii_is_alphanumeric(text.at[at]);
	if (letter && at > 0 && ascii_is_alphanumeric(text.at[at - 1]))
		return 0;
	uint32_t terms = searcher->starts[bytes[at]];
	size_t left = text.length - at;
	if (left > 2 && is_ascii(text.at[at]) && is_ascii(text.at[at + 1]) && is_ascii(text.at[at + 2]))
		terms &= searcher->seconds[bytes[at + 1]];
	bool plain = letter && (at == 0 || is_ascii(text.at[at - 1])) && left > 1 && is_ascii(text.at[at + 1]);
	return plain || !terms ? terms : terms & terms_of_unit(searcher, text, at);
}

void search_text(
	const struct searcher *searcher, struct arena *arena, struct span text, size_t base, struct search_hits *hits)
{
	size_t ends[SEARCH_MOST_TERMS] = { 0 };
	struct search_hit hit;
	for (size_t at = next_start(searcher, text, 0); at < text.length; at = next_start(searcher, text, at + 1)) {
		uint32_t terms = terms_at(searcher, text, at);
		for (unsigned i = 0; terms; i++, terms >>= 1) {
			if (!(terms & 1) || at < ends[i] || !find_term(searcher, i, text, at, &hit))
				continue;
			add_hit(arena, hits, hit, base);
			ends[i] = at + hit.length;
		}
	}
}

/* The value of `key: value`; the whole line where there is no key. */
static struct span value_of(struct span line)
{
	size_t colon = span_find_byte(line, ':');
	bool keyed = colon < line.length && (colon + 1 == line.length || line.at[colon + 1] == ' ');
	return keyed ? span_from(line, colon + 1) : line;
}

void search_note_text(const struct searcher *searcher, struct arena *arena, struct span note, struct search_hits *hits)
{
	struct span rest = note;
	struct span matter = note_cut_front_matter(&rest);
	struct span line;
	for (bool closed = rest.at != note.at; closed && span_next_line(&matter, &line);) {
		struct span value = value_of(line);
		search_text(searcher, arena, value, (size_t)(value.at - note.at), hits);
	}
	search_text(searcher, arena, rest, (size_t)(rest.at - note.at), hits);
}
