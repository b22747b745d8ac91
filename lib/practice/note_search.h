/* Full-text search over a vault: each note is read once, searched, and let go where it does not hold what is asked for.
 */
#ifndef COACH_PRACTICE_NOTE_SEARCH_H
#define COACH_PRACTICE_NOTE_SEARCH_H

#include "practice/note_filter.h"
#include "search/rank.h"

struct note_search {
	struct search_query query;
	struct search_totals totals;
	struct search_note *notes; /* that hold the words and pass the filters, in order of path */
	size_t count;
	size_t with_words;                    /* notes that hold the words, before filters */
	size_t left_out[SEARCH_FILTER_COUNT]; /* of them, by the first filter that they do not pass */
	size_t undated;                       /* left out by since: for having no date */
	struct date since;                    /* DATE_NONE without since: */
};

/* Searches every note but templates, those too large to be parsed too. What cannot be read is a finding. ERROR_USAGE
 * for a query that says nothing, or a filter of no meaning; ERROR_NOT_FOUND for a client. */
int note_search_run(struct arena *arena, const struct vault *vault, struct span query, struct date today,
	struct note_search *search, struct finding_list *findings, struct error *error);

#endif
