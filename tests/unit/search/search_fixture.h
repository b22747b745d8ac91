/* Queries and texts in C strings, for tests of searching. */
#ifndef COACH_TEST_SEARCH_FIXTURE_H
#define COACH_TEST_SEARCH_FIXTURE_H

#include "test.h"

#include "search/rank.h"

struct search_fixture {
	struct arena arena;
	struct unit_folds folds;
	struct search_query query;
};

static inline int search_set_up(void **state)
{
	static struct search_fixture fixture;
	fixture = (struct search_fixture){ .arena = ARENA_INIT };
	fixture.folds = unit_folds_of(&fixture.arena);
	*state = &fixture;
	return 0;
}

static inline int search_tear_down(void **state)
{
	struct search_fixture *fixture = *state;
	unit_folds_release(&fixture->folds);
	arena_release(&fixture->arena);
	return 0;
}

static inline void search_ask(struct search_fixture *fixture, const char *query)
{
	struct error error = ERROR_INIT;
	if (search_query_parse(&fixture->arena, &fixture->folds, span_of(query), &fixture->query, &error))
		fail_msg("%s: %s", query, error.message);
}

static inline struct search_hits search_in(struct search_fixture *fixture, const char *note)
{
	struct searcher searcher = searcher_of(&fixture->query, &fixture->folds);
	struct search_hits hits = { NULL, 0, 0 };
	search_note_text(&searcher, &fixture->arena, span_of(note), &hits);
	return hits;
}

#endif
