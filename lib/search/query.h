/* What is searched for (docs/words.md, "Search"): words, "phrases", -words and filters, read from what a person types.
 * Knows neither notes nor vaults. */
#ifndef COACH_SEARCH_QUERY_H
#define COACH_SEARCH_QUERY_H

#include "base/error.h"
#include "codec/unit_folds.h"

#include <stdbool.h>

enum { SEARCH_MOST_TERMS = 32, SEARCH_MOST_BYTES = 1000 };

/* A word or a phrase. */
struct search_term {
	struct span text; /* as it was typed, without quotes */
	bool quoted;      /* whole words alone */
	bool excluded;
	/* Folded; a blank stands for what is between two words. The second form has no pointer where it could find
	 * nothing that the first does not. */
	struct span needles[UNIT_FORM_COUNT];
};

enum search_filter_kind { SEARCH_KIND, SEARCH_CLIENT, SEARCH_SINCE, SEARCH_TAG, SEARCH_FILTER_COUNT };

/* NULL-terminated: "kind", "client", "since", "tag". */
extern const char *const search_filter_names[];

struct search_filter {
	enum search_filter_kind kind;
	bool excluded;
	struct span value;
};

struct search_query {
	struct search_term *terms;
	size_t term_count;
	size_t wanted_count; /* of them those that must be there; they come first */
	struct search_filter *filters;
	size_t filter_count;
};

/* ERROR_USAGE, with what to write instead, where nothing is searched for, a quote is
 * never closed, a filter has no value, or there is too much of it. */
int search_query_parse(struct arena *arena, struct unit_folds *folds, struct span text, struct search_query *query,
	struct error *error);

#endif
