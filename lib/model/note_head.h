/* The first lines of a note, read byte by byte for kinds.c: cheap enough to run over every note of a vault. */
#ifndef COACH_MODEL_NOTE_HEAD_H
#define COACH_MODEL_NOTE_HEAD_H

#include "base/span.h"
#include "model/aliases.h"

#include <stdbool.h>

enum { NOTE_HEAD_LINES = 100, NOTE_HEAD_PARTS = 16, NOTE_HEAD_QUOTES = 8 };

/* Spans point into the note. Front matter, and what stands in its first NOTE_HEAD_LINES lines outside code fences and
 * comments. */
struct note_head {
	struct span type;  /* of `type:` in any words, without quotes and comment; empty when there is none */
	bool has_client;   /* `client:` with a value */
	struct span title; /* of the first heading of level 1, `# Title` or underlined with = */
	struct span quotes[NOTE_HEAD_QUOTES]; /* the first lines in quotes, without `>` */
	int quote_count;
	struct span parts[NOTE_HEAD_PARTS]; /* titles of the first headings of level 2 */
	int part_count;
};

/* Steps over the front matter and returns what stands between its lines; empty, and nothing changed, without one. Of
 * one that is never closed the entries, and nothing is stepped over, so that its note is of the kind that it says. */
struct span note_cut_front_matter(struct span *rest);
/* What the front matter says; the rest is empty, and for most notes is not needed. The arena is for folded keys. */
struct note_head note_head_of(struct arena *arena, const struct aliases *aliases, struct span bytes);
/* Adds what the lines behind the front matter say. */
void note_head_read_lines(struct span bytes, struct note_head *head);

/* True when the note carries the tag ("#name") in its text or, as `name`, in its front matter. Looks at the first and
 * the last 64 KiB of a large note. */
bool note_has_tag(struct span bytes, const char *tag);

#endif
