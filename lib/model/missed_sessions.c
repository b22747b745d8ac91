#include "model/missed_sessions.h"

#include <string.h>

enum verdict { VERDICT_NONE, VERDICT_COUNTS, VERDICT_OTHERWISE };

/* The folded text up to the end of its first sentence or half of one. */
static struct span sentence_of(struct span text)
{
	static const char *const ends[] = { ";", ".", "!", "。", "\n" };
	size_t end = text.length;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t at = span_find(text, ends[i]);
		end = at < end ? at : end;
	}
	return span_slice(text, 0, end);
}

/* The first word behind the missed session that says whether it counts; a reservation makes it unclear. */
static enum verdict verdict_of(const struct aliases *aliases, struct span sentence)
{
	enum verdict verdict = VERDICT_NONE;
	bool of_missed = false;
	struct span found;
	const char *term;
	while ((term = alias_find_in(aliases, ALIAS_CONDITION, sentence, &found))) {
		sentence = span_from(sentence, (size_t)(found.at - sentence.at) + found.length);
		if (strcmp(term, "missed session") == 0)
			of_missed = true;
		else if (of_missed && strcmp(term, "reservation") == 0)
			return VERDICT_OTHERWISE;
		else if (of_missed && verdict == VERDICT_NONE)
			verdict = strcmp(term, "counts") == 0 ? VERDICT_COUNTS : VERDICT_OTHERWISE;
	}
	return verdict;
}

bool missed_sessions_count(struct arena *arena, const struct aliases *aliases, struct span cancellation)
{
	struct span rest = alias_fold(arena, ALIAS_CONDITION, cancellation);
	bool counts = false;
	while (rest.length) {
		struct span sentence = sentence_of(rest);
		enum verdict verdict = verdict_of(aliases, sentence);
		if (verdict == VERDICT_OTHERWISE)
			return false;
		counts = counts || verdict == VERDICT_COUNTS;
		rest = span_from(rest, sentence.length + 1);
	}
	return counts;
}
