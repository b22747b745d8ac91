#include "codec/words.h"

#include "codec/utf8.h"

enum { SCRIPTS_WITHOUT_SPACES = 0x2E80 };

static bool is_letter_at(struct span text, size_t offset)
{
	uint32_t character = 0;
	utf8_decode(span_from(text, offset), &character);
	return character < SCRIPTS_WITHOUT_SPACES && utf8_is_word_character(character);
}

bool words_go_on_at(struct span text, size_t offset)
{
	if (offset == 0 || offset >= text.length || !is_letter_at(text, offset))
		return false;
	size_t before = offset - 1;
	while (before > 0 && ((unsigned char)text.at[before] & 0xC0) == 0x80)
		before--;
	return is_letter_at(text, before);
}

bool words_stand_in(struct span text, struct span words)
{
	for (size_t at = 0; words.length && at + words.length <= text.length; at++)
		if (span_equal(span_slice(text, at, words.length), words) && !words_go_on_at(text, at) &&
			!words_go_on_at(text, at + words.length))
			return true;
	return false;
}
