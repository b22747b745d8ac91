/* Where the words of a query stand in a text: found on the bytes, in one pass for all words, without folding the text.
 *
 * A word of the query begins a word of the text; in quotes it is the whole word. In a script without spaces it may
 * stand anywhere. Between two words of a phrase stands what is no letter and no figure, and at most one line end, with
 * the marks of quotes behind it. */
#ifndef COACH_SEARCH_MATCH_H
#define COACH_SEARCH_MATCH_H

#include "search/query.h"

struct search_hit {
	size_t offset;
	size_t length;
	unsigned term; /* in search_query.terms */
	bool whole;    /* it ends where a word ends */
};

struct search_hits {
	struct search_hit *items; /* by offset, then term */
	size_t count;
	size_t capacity;
};

struct searcher {
	const struct search_query *query;
	struct unit_folds *folds;
	/* Terms, one bit each, by byte of the text: that may begin with it, and that may go on with it. */
	uint32_t starts[256];
	uint32_t seconds[256];
	uint32_t initials[256]; /* those that, folded, begin with the byte */
};

struct searcher searcher_of(const struct search_query *query, struct unit_folds *folds);

/* Adds the hits in the text, which do not overlap for one term; their offsets count from `base`. */
void search_text(
	const struct searcher *searcher, struct arena *arena, struct span text, size_t base, struct search_hits *hits);
/* The same for a note: values of its front matter, not their keys, and all that stands behind it. */
void search_note_text(const struct searcher *searcher, struct arena *arena, struct span note, struct search_hits *hits);

#endif
