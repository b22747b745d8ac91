#include "model/note_language.h"

struct votes {
	int of[LANGUAGE_COUNT];
};

static void vote(struct votes *votes, struct alias_range words)
{
	unsigned languages = 0;
	for (size_t i = 0; i < words.count; i++)
		languages |= words.items[i].languages;
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		votes->of[i] += languages == 1u << i;
}

/* Sets the language that is ahead of all others; false where none is. */
static bool settle(const struct votes *votes, enum language *language)
{
	int best = 0;
	bool ahead = votes->of[0] > 0;
	for (int i = 1; i < LANGUAGE_COUNT; i++) {
		if (votes->of[i] == votes->of[best])
			ahead = false;
		if (votes->of[i] <= votes->of[best])
			continue;
		best = i;
		ahead = true;
	}
	if (ahead)
		*language = (enum language)best;
	return ahead;
}

bool note_language_shown(const struct outline *outline, enum language *language)
{
	struct votes headings = { { 0 } };
	struct votes status = { { 0 } };
	for (size_t i = 0; i < outline->sections.count; i++)
		vote(&headings, outline->title_matches[i]);
	if (settle(&headings, language))
		return true;
	struct span written = property_text(&outline->properties, "status");
	vote(&status, alias_matches(ALIAS_STATE, alias_fold(outline->arena, ALIAS_STATE, written)));
	return settle(&status, language);
}

enum language note_language(const struct outline *outline)
{
	enum language language = outline->aliases->usual;
	note_language_shown(outline, &language);
	return language;
}
