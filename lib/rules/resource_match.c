#include "rules/resource_match.h"

#include "base/text_list.h"
#include "codec/utf8.h"

#include <stdint.h>

enum { WORD_LETTERS_LEAST = 4, FIRST_IDEOGRAPH = 0x2E80 };

static const char *const empty_words[] = { "when", "with", "that", "this", "from", "into", "their", "them", "they",
	"have", "client", "clients", "session", "sessions", "needs", "need", "wants", "want", "about", "before",
	"after", "during", "where", "what", "some", "more", "most", "each", "every", "relevant", "moments", "and",
	"oder", "wenn", "eine", "einen", "einer", "nach", "beim", "klient", "klientin", "sitzung" };

static bool is_letter(uint32_t character)
{
	return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character >= 0xC0;
}

static bool is_empty_word(struct span word)
{
	for (size_t i = 0; i < sizeof(empty_words) / sizeof(*empty_words); i++)
		if (span_is(word, empty_words[i]))
			return true;
	return false;
}

/* Cuts the next word off: a run of letters, or two ideographs, of which the second begins the next word. */
static bool next_word(struct span *rest, struct span *word)
{
	uint32_t character;
	size_t length;
	while ((length = utf8_decode(*rest, &character)) && !is_letter(character))
		*rest = span_from(*rest, length);
	if (!length)
		return false;
	uint32_t following;
	struct span after = span_from(*rest, length);
	if (character >= FIRST_IDEOGRAPH) {
		size_t second = utf8_decode(after, &following);
		*word = span_slice(*rest, 0, length + (following >= FIRST_IDEOGRAPH ? second : 0));
		*rest = after;
		return true;
	}
	const char *start = rest->at;
	while ((length = utf8_decode(*rest, &character)) && is_letter(character) && character < FIRST_IDEOGRAPH)
		*rest = span_from(*rest, length);
	*word = span_between(start, rest->at);
	return true;
}

static bool counts(struct span word)
{
	uint32_t first;
	size_t length = utf8_decode(word, &first);
	if (first >= FIRST_IDEOGRAPH)
		return word.length > length;
	size_t letters = 0;
	for (struct span rest = word; rest.length; rest = span_from(rest, utf8_decode(rest, &first)))
		letters++;
	return letters >= WORD_LETTERS_LEAST && !is_empty_word(word);
}

struct word_index word_index_of(struct arena *arena, const struct span *texts, size_t count)
{
	struct text_list words = { .arena = arena };
	for (size_t i = 0; i < count; i++) {
		struct span rest = utf8_fold(arena, texts[i]);
		struct span word;
		while (next_word(&rest, &word))
			if (counts(word))
				text_list_add(&words, word);
	}
	return (struct word_index){ span_index_of(arena, words.items, words.count) };
}

struct span word_index_match(struct arena *arena, const struct word_index *index, struct span text)
{
	struct span rest = utf8_fold(arena, text);
	struct span word;
	while (next_word(&rest, &word))
		if (counts(word) && span_index_has(&index->words, word))
			return arena_copy_span(arena, word);
	return SPAN_NONE;
}
