/* Which lines of which notes answer a query best (docs/words.md, "Search"): BM25 over the vault's own notes, in whole
 * numbers, so that every machine ranks alike. Knows neither files nor the vault. */
#ifndef COACH_SEARCH_RANK_H
#define COACH_SEARCH_RANK_H

#include "search/match.h"

/* A note that holds all that is searched for, in its text or its name. */
struct search_note {
	const char *path;
	struct span bytes;
	struct search_hit *hits; /* in its text */
	size_t hit_count;
	struct search_hit *name_hits; /* in its name */
	size_t name_hit_count;
};

/* Of all notes that were looked at. */
struct search_totals {
	long long notes;
	long long bytes;
	long long holding[SEARCH_MOST_TERMS]; /* notes with the term, by term */
};

enum { SEARCH_BIT = 1000 };

struct search_line {
	const struct search_note *note;
	struct span text; /* the whole line, without its end */
	/* The note's part is that of BM25, in thousandths (SEARCH_BIT) of a bit: log2 of how rare a word is, by how
	 * often it is there for a note of that length; more in a heading, in the title and the name, and for words
	 * close to each other. The line adds the words that it holds itself. */
	long long score;
	const struct search_hit *hits; /* those that begin on the line */
	size_t hit_count;
};

struct search_lines {
	struct search_line *items; /* by score, then in the order of the notes, then as they stand */
	size_t count;
};

/* The lines of the notes that hold something that is searched for. A note without one, where its name or a filter
 * answers, is shown by its title: its first heading of level 1, else its first line with something on it. */
struct search_lines search_rank(struct arena *arena, const struct search_query *query,
	const struct search_totals *totals, const struct search_note *notes, size_t count);

/* The number of the line, from 1. */
unsigned search_line_number(const struct search_line *line);

/* Thousandths of a bit: how much it tells that a note holds what `holding` of `notes` notes hold. At least 1. */
long long search_rarity(long long notes, long long holding);

#endif
