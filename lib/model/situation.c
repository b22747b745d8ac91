#include "model/situation.h"

#include "codec/utf8.h"

#include <string.h>

const char *const situation_names[] = { "new_topic", "stuck", "overwhelmed", "resistant", "scope_creep", NULL };

static const char *const terms[SITUATION_COUNT] = { "new topic", "stuck", "overwhelmed", "resistant", "scope creep" };

/* The folded text up to the end of its first clause. */
static struct span clause_of(struct span text)
{
	static const char *const ends[] = { ",", ";", ".", "!", "?", ":", "\n", "。", "、", " – ", " — ", " - " };
	size_t end = text.length;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t at = span_find(text, ends[i]);
		end = at < end ? at : end;
	}
	return span_slice(text, 0, end);
}

static unsigned named_in_clause(const struct aliases *aliases, struct span clause)
{
	unsigned named = 0;
	struct span found;
	const char *term;
	while ((term = alias_find_in(aliases, ALIAS_SITUATION, clause, &found))) {
		clause = span_from(clause, (size_t)(found.at - clause.at) + found.length);
		if (strcmp(term, "not so") == 0)
			return named;
		for (int i = 0; i < SITUATION_COUNT; i++)
			if (strcmp(term, terms[i]) == 0)
				named |= 1U << i;
	}
	return named;
}

unsigned situations_named(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct span rest = alias_fold(arena, ALIAS_SITUATION, text);
	unsigned named = 0;
	while (rest.length) {
		struct span clause = clause_of(rest);
		named |= named_in_clause(aliases, clause);
		rest = span_from(rest, clause.length + 1);
	}
	return named;
}
