/* Which lines of which notes answer a query best (docs/words.md, "Search"): BM25 over the vault's own notes, in whole
 * numbers, so that every machine ranks alike. Knows neither files nor the vault. */
#ifndef COACH_SEARCH_RANK_H
#define COACH_SEARCH_RANK_H

#include "search/note.h"

/* Of all notes that were looked at. */
struct search_totals {
	long long notes;
	long long bytes;
	long long holding[SEARCH_MOST_TERMS]; /* notes with the term, by term */
};

enum { SEARCH_BIT = 1000 };

struct search_lines {
	const struct search_line **items; /* the best: by score, then in the order of the notes, then as they stand */
	size_t count;
	size_t total; /* how many lines there are */
};

/* The best lines of the notes, at most `most` (1 or more) of them. Gives every line its score: the note's part is that
 * of BM25, in thousandths (SEARCH_BIT) of a bit: log2 of how rare a word is, by how often it is there for a note of
 * that length; more in a heading, in the title and the name, and for words close to each other. The line adds the words
 * that it holds itself. */
struct search_lines search_rank(struct arena *arena, const struct search_query *query,
	const struct search_totals *totals, const struct search_note *notes, size_t count, size_t most);

/* Thousandths of a bit: how much it tells that a note holds what `holding` of `notes` notes hold. At least 1. */
long long search_rarity(long long notes, long long holding);

#endif
