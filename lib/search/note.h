/* What is kept of a note that was found, for the ranking and for what is shown of it: the lines that hold something
 * that is searched for, and what the note's score is worked out from. The note's own bytes can be let go. */
#ifndef COACH_SEARCH_NOTE_H
#define COACH_SEARCH_NOTE_H

#include "search/match.h"

/* Where a hit stands. */
enum search_place { PLACE_TEXT, PLACE_HEADING, PLACE_TITLE, PLACE_NAME, PLACE_COUNT };

struct search_line {
	struct search_line *next;      /* of the same note, as they stand */
	struct span text;              /* the whole line, without its end */
	const struct search_hit *hits; /* those that begin on the line; their offsets count from its beginning */
	size_t hit_count;
	unsigned number; /* from 1 */
	enum search_place place;
	/* Known when it was ranked (search/rank.h). */
	const struct search_note *note;
	long long score;
};

struct search_note {
	const char *path;
	size_t length; /* in bytes */
	/* Those with a hit. A note without one, where its name or a filter answers, has its title alone: its first
	 * heading of level 1, else its first line with something on it. */
	struct search_line *lines;
	const long long *frequencies; /* of each wanted term, in quarters of a word (search_weight) */
	uint32_t terms;               /* that are in its text, one bit each */
	size_t gap;                   /* between words, in the smallest stretch of the text that holds all of `terms` */
};

/* Copies what it keeps into the arena; the hits are of wanted terms alone, those in its text by offset. `path` is
 * borrowed. */
struct search_note search_note_of(struct arena *arena, const struct search_query *query, const char *path,
	struct span bytes, const struct search_hits *text, const struct search_hits *name);

/* In quarters of a word: more in a heading, in the title and the name; the beginning of a longer word counts less than
 * the word. */
enum { SEARCH_WORD = 4 };
long long search_weight(const struct search_hit *hit, enum search_place place);

#endif
