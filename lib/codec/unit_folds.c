#include "codec/unit_folds.h"

#include "base/ascii.h"
#include "codec/utf8.h"

#include <string.h>

/* On one character; what follows begins a unit of its own. */
enum { MOST_MARKS = 30, REPLACEMENT = 0xFFFD };

static const char bad_byte[] = "\xFF";

struct unit_folds unit_folds_of(struct arena *arena)
{
	return (struct unit_folds){ .scratch = ARENA_INIT,
		.slots = arena_new_array(arena, UNIT_SLOTS, struct unit_slot) };
}

void unit_folds_release(struct unit_folds *folds)
{
	arena_release(&folds->scratch);
}

static enum unit_class class_of(uint32_t character)
{
	if (utf8_is_white(character))
		return UNIT_SPACE;
	if (!utf8_is_word_character(character))
		return UNIT_SYMBOL;
	return utf8_is_written_without_spaces(character) ? UNIT_UNSPACED : UNIT_WORD;
}

/* --- ASCII ------------------------------------------------------------------------------------------------------- */

static bool is_ascii(char byte)
{
	return (unsigned char)byte < 0x80;
}

/* The letters' own bytes to point at. */
static const char ascii_letters[] = " !\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`"
				    "abcdefghijklmnopqrstuvwxyz{|}~";

static enum unit_class ascii_class(char byte)
{
	if (ascii_is_alphanumeric(byte))
		return UNIT_WORD;
	return byte == ' ' || (byte >= '\t' && byte <= '\r') ? UNIT_SPACE : UNIT_SYMBOL;
}

static void read_ascii(char byte, struct unit *unit)
{
	unit->class = ascii_class(byte);
	unit->is_mark = false;
	unit->length = 1;
	bool seen = byte >= ' ' && byte < 0x7F;
	const char *letter = seen ? ascii_letters + (byte - ' ') : ascii_letters;
	struct span folded = { letter, seen || unit->class == UNIT_SPACE };
	unit->folded[UNIT_UNMARKED] = folded;
	unit->folded[UNIT_SPELLED_OUT] = folded;
}

/* --- other characters -------------------------------------------------------------------------------------------- */

/* The character with the marks behind it; no mark stands on a bad byte. */
static size_t unit_length(struct span text, uint32_t *first)
{
	size_t length = utf8_decode(text, first);
	uint32_t character = 0;
	if (*first == REPLACEMENT && length == 1)
		return length;
	for (int marks = 0; marks < MOST_MARKS && length < text.length && !is_ascii(text.at[length]); marks++) {
		size_t step = utf8_decode(span_from(text, length), &character);
		if (!utf8_is_mark(character))
			break;
		length += step;
	}
	return length;
}

static const char *typed_for(uint32_t character)
{
	if ((character >= 0x2010 && character <= 0x2015) || character == 0x2212)
		return "-";
	if (character == 0x2018 || character == 0x2019 || character == 0x201B)
		return "'";
	return character >= 0x201C && character <= 0x201F ? "\"" : NULL;
}

static struct span fold(struct unit_folds *folds, struct span bytes, uint32_t first, enum unit_form form)
{
	if (typed_for(first))
		return span_of(typed_for(first));
	if (utf8_is_white(first))
		return SPAN(" ");
	if (first == REPLACEMENT && bytes.length == 1)
		return span_of(bad_byte);
	return utf8_fold_name(&folds->scratch, bytes, form == UNIT_UNMARKED ? NAME_UNMARKED : NAME_SPELLED_OUT);
}

static uint64_t key_of(struct span bytes)
{
	uint64_t key = 0;
	if (bytes.length <= UNIT_SLOT_KEY)
		memcpy(&key, bytes.at, bytes.length);
	return key;
}

static void keep(struct unit_slot *slot, uint64_t key, const struct unit *unit)
{
	const struct span *folded = unit->folded;
	if (!key || folded[UNIT_UNMARKED].length > UNIT_SLOT_TEXT || folded[UNIT_SPELLED_OUT].length > UNIT_SLOT_TEXT)
		return;
	slot->key = key;
	slot->class = (unsigned char)unit->class;
	for (int form = 0; form < UNIT_FORM_COUNT; form++) {
		slot->lengths[form] = (unsigned char)folded[form].length;
		memcpy(slot->folded[form], folded[form].at, folded[form].length);
	}
}

static void recall(const struct unit_slot *slot, struct unit *unit)
{
	unit->class = (enum unit_class)slot->class;
	for (int form = 0; form < UNIT_FORM_COUNT; form++)
		unit->folded[form] = (struct span){ slot->folded[form], slot->lengths[form] };
}

/* Chinese characters as most notes have them: nothing is to be folded. */
static bool is_plain_ideograph(uint32_t first, size_t length)
{
	return length == 3 && first >= 0x4E00 && first <= 0x9FFF;
}

void unit_read(struct unit_folds *folds, struct span text, struct unit *unit)
{
	if (is_ascii(*text.at) && (text.length == 1 || is_ascii(text.at[1]))) {
		read_ascii(*text.at, unit);
		return;
	}
	uint32_t first = 0;
	struct span bytes = span_slice(text, 0, unit_length(text, &first));
	unit->length = bytes.length;
	unit->is_mark = false;
	if (is_plain_ideograph(first, bytes.length)) {
		unit->class = UNIT_UNSPACED;
		unit->folded[UNIT_UNMARKED] = unit->folded[UNIT_SPELLED_OUT] = bytes;
		return;
	}
	unit->is_mark = first >= 0x300 && utf8_is_mark(first);
	uint64_t key = key_of(bytes);
	struct unit_slot *slot = &folds->slots[(key * 0x9E3779B97F4A7C15u) >> 54];
	if (key && slot->key == key) {
		recall(slot, unit);
		return;
	}
	arena_clear(&folds->scratch);
	unit->class = class_of(first);
	for (int form = 0; form < UNIT_FORM_COUNT; form++)
		unit->folded[form] = fold(folds, bytes, first, (enum unit_form)form);
	keep(slot, key, unit);
}

/* Where the character before `offset` begins. */
static size_t step_back(struct span text, size_t offset)
{
	size_t at = offset - 1;
	while (at > 0 && offset - at < 4 && ((unsigned char)text.at[at] & 0xC0) == 0x80)
		at--;
	uint32_t character = 0;
	return at + utf8_decode(span_slice(text, at, offset - at), &character) == offset ? at : offset - 1;
}

enum unit_class unit_class_before(struct span text, size_t offset)
{
	if (offset == 0)
		return UNIT_SPACE;
	if (is_ascii(text.at[offset - 1]))
		return ascii_class(text.at[offset - 1]);
	uint32_t below = 0;
	uint32_t character = 0;
	for (int marks = 0; offset > 0 && marks <= MOST_MARKS; marks++) {
		size_t end = offset;
		offset = step_back(text, offset);
		utf8_decode(span_slice(text, offset, end - offset), &below);
		bool bad = below == REPLACEMENT && end - offset == 1;
		if (bad && marks > 0)
			break;
		character = below;
		if (!utf8_is_mark(character))
			break;
	}
	return class_of(character);
}
