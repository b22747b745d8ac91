/* Regenerating a note that a person has edited: a three-way merge by block.
 *
 * `base` is the text as it was last generated, `ours` the file now, `theirs` the newly generated text. Blocks are list
 * items, table rows and paragraphs, matched within their section (by folded title) by key: a task's 🆔, the first
 * wikilink's note (a client), else the text without its figures and dates. What the person left as it was generated is
 * replaced, moved or removed freely; what they changed, ticked or added stays, where they put it; what they deleted
 * stays deleted; new items are added; a section of theirs is never touched. A key occurs once among the generated
 * blocks; a person's own duplicates are theirs. Merging what merged last gives the same bytes. */
#ifndef COACH_MD_MERGE_H
#define COACH_MD_MERGE_H

#include "md/document.h"

enum merge_note_kind {
	MERGE_KEPT_EDIT,     /* the person's version of a block stands against a newer generated one */
	MERGE_KEPT_DELETION, /* a block they deleted would have been generated anew, with another text */
	MERGE_LEFT_SECTION,  /* without a base: a section with content was left, its new text not written */
};

/* Something a report may name: what was kept against the new text. */
struct merge_note {
	enum merge_note_kind kind;
	struct span section; /* title */
	struct span kept;    /* in ours; empty for a deletion */
	struct span offered; /* in theirs */
};

struct merge_result {
	struct span text; /* equals ours.bytes when nothing changed */
	struct merge_note *notes;
	size_t note_count;
};

/* Without a base (`base` NULL) only sections that are missing, empty or placeholders are filled, the rest is noted.
 * Opaque documents: ours stays, and one note says so. All in the arena. */
struct merge_result merge_blocks(
	struct arena *arena, const struct document *base, const struct document *ours, const struct document *theirs);

#endif
