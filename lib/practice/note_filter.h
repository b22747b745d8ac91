/* The filters of a search (docs/words.md, "Search"): which notes are of a kind, of a client, of a day or later, or
 * carry a tag. The practice is loaded for client: alone; a note is parsed for client:, tag: and since:, once it holds
 * the words. */
#ifndef COACH_PRACTICE_NOTE_FILTER_H
#define COACH_PRACTICE_NOTE_FILTER_H

#include "practice/practice.h"
#include "search/query.h"

struct client_note; /* a note that is a client's by its view */

struct note_filter {
	struct arena *arena;
	const struct vault *vault;
	const struct search_query *query;
	unsigned kinds; /* wanted, a bit each; 0: any */
	unsigned excluded_kinds;
	struct date since;  /* DATE_NONE: any */
	const int *clients; /* of each filter of the query that is client: */
	struct practice practice;
	struct client_note *client_notes; /* by path */
	size_t client_note_count;
	struct arena scratch;
};

enum { FILTER_PASSED = -1 };

/* Reads what the filters say. ERROR_USAGE for a kind or a day that there is not, ERROR_NOT_FOUND for a client. */
int note_filter_of(struct arena *arena, const struct vault *vault, const struct search_query *query, struct date today,
	struct note_filter *filter, struct error *error);
void note_filter_release(struct note_filter *filter);

/* The filter that leaves the note out, or FILTER_PASSED. They are asked in the order kind, client, tag, since; of one
 * kind or client several are alternatives, tags must all be there, of several days the latest counts. `undated`: it was
 * left out by since: for having no date. */
int note_filter_fails(struct note_filter *filter, const char *path, struct span bytes, bool *undated);

/* A note's own day: a session's, a week's Monday, the one in the front matter, else one in its name; DATE_NONE without.
 */
struct date note_day(struct arena *arena, const struct vault *vault, struct note *note);

#endif
