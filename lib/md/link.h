/* Obsidian's wikilinks: [[Note]], [[Folder/Note#Heading|alias]], [[Note#^block]], ![[embed]], and in tables
 * [[Note\|alias]]. */
#ifndef COACH_MD_LINK_H
#define COACH_MD_LINK_H

#include "md/document.h"

struct link {
	struct span whole;    /* brackets (and !) included */
	struct span target;   /* "Folder/Note"; empty for a link within the note */
	struct span heading;  /* without # */
	struct span block_id; /* without ^ */
	struct span alias;
	bool embed;
};

/* The next wikilink in `text` from *offset on; true with the link, and *offset moved behind it. */
bool link_next(struct span text, size_t *offset, struct link *link);
/* The wikilink that begins with `[[` at that offset; an embed's ! stands before it. */
bool link_at(struct span text, size_t offset, struct link *link);
/* What a person reads: the alias, else the note's name without folders and ".md". */
struct span link_label(const struct link *link);
/* The note's name: the target without folders and ".md". */
struct span link_name(const struct link *link);

/* The text as a person reads it: each link by its label, without emphasis marks, one space for white space runs. */
struct span text_plain(struct arena *arena, struct span text);

#endif
