/* A note that a person has edited, regenerated, or set back to what it was before a change: a three-way merge by block.
 *
 * To regenerate, `base` is the text as it was last generated (never a merged one), `ours` the file now, `theirs` the
 * newly generated text. To take a change back, `base` is the text after it and `theirs` the text before it. What
 * the person left as it was generated is replaced, moved or removed freely; what they changed, ticked or added stays,
 * where they put it; what they deleted stays deleted; new blocks are added; a section of theirs is never touched
 * (docs/architecture.md). So for any texts
 *
 * - merge(base, ours, base) is ours, and merge(base, base, theirs) is theirs, byte for byte;
 * - merge(theirs, result, theirs) is the result: a second run changes nothing;
 * - every line of ours that base has not is in the result (list numbers, padding and trailing space apart).
 *
 * Sections are matched by folded title below the same parents, else by a title that occurs once on both sides; the
 * first level 1 headings are the title and match each other. They stand in the order of ours. A new one stands where
 * theirs has it, behind what the person has below its predecessor; one that the person deleted, or would stand in one
 * they deleted, is not added; one that theirs has no longer goes when it is as base has it and nothing stays below
 * it. A heading line is theirs where the person left base's.
 *
 * Blocks are list items with all that is nested in them, table rows, a table's header with its delimiter row,
 * paragraphs, and whatever else stands in lines of its own (quotes, code, HTML, comments, rules). They are matched
 * within their section and kind: first the same text, then the same key and words, then the same key (where several
 * have it, those whose words begin most alike). The key is the task's 🆔, else the note of the first wikilink in the
 * first line, else a row's first cell, else the first line's words without figures and dates. A block that has another
 * key but stands where base's stood and shares half of its words at the ends is that block reworded. Who has no partner
 * in base is the person's own, a duplicate too; but what both sides added in the same words, a task though it has
 * another mark or other fields, or with the same 🆔, is one.
 *
 * - Unchanged in ours: theirs' text, or gone where theirs has it no longer; a table's frame stays while it has rows.
 * - Changed in ours: stays; noted when theirs is neither base's nor the same.
 * - Gone from ours: stays gone; noted when theirs is not as base was.
 * - Only in ours: stays.
 * - Only in theirs: added, behind its predecessor in theirs that the result has; there, in the place of one that went,
 *   if any; never inside another list or table. Rows of a deleted table are noted instead.
 *
 * Trailing space, line ends, the padding of cells and the numbers of a list are no change. Unchanged blocks of one
 * list, table or run of paragraphs take the order of theirs, unless the person gave them another; each block of the
 * person's stays behind the one it stood behind, and what ends such a run still ends it. A numbered list that
 * changes is counted anew, from its lowest number (all the same where ours has them so); only an item of several lines
 * keeps a number of another width, which its indentation hangs on. Blank lines, line ends and the file's end stay as in
 * ours, and lists and headings that come in are spaced as those of ours.
 *
 * What takes a change back knows more of base and theirs: they are one text before and after an edit. Blocks of one
 * kind that stand between the same neighbours there are one block, also where no word of it stayed, and so are
 * sections whose titles are alike: where the person changed such a block since, both versions are noted and none is
 * added, unless they changed other lines of it than the edit: then both are done. An action with another id and an
 * entry with another name are never the same. Where both sides wrote a section that base has not, rows of theirs are
 * added to those of ours.
 *
 * Front matter is merged in the same way, an entry or comment line being a block and the entry's name its key; broken
 * front matter in ours stays. */
#ifndef COACH_MD_MERGE_H
#define COACH_MD_MERGE_H

#include "md/document.h"

enum merge_purpose {
	MERGE_REGENERATE,
	MERGE_TAKE_BACK,
};

enum merge_note_kind {
	MERGE_KEPT_EDIT,     /* the person's version of a block or heading stands against a newer generated one */
	MERGE_KEPT_DELETION, /* a block or section they deleted would have been generated anew, with another text */
	MERGE_LEFT_SECTION,  /* without a base: a section with content was left, its new text not written */
	MERGE_KEPT_CHANGED,  /* taking back alone: a block that they changed stays, though theirs has it not */
};

/* Something a report may name: what was kept against the new text. The spans point into the documents. */
struct merge_note {
	enum merge_note_kind kind;
	struct span section; /* title as written; empty for front matter and what stands before the first heading */
	struct span kept;    /* in ours; empty for a deletion */
	struct span offered; /* in theirs; empty where that has nothing in its place */
};

struct merge_result {
	struct span text; /* ours.bytes themselves when nothing changed */
	struct merge_note *notes;
	size_t note_count;
};

/* Without a base (`base` NULL: the note was made by hand, by another program or on another machine) only what is
 * missing is written: sections and front matter entries that ours lacks, and those with nothing but placeholders in
 * them. Other sections are left as a whole, with what would stand below them, and noted where theirs says something
 * that ours does not. The same holds for a section that ours and theirs have and base has not.
 *
 * An opaque document cannot be merged: ours stays, and one note with empty spans (MERGE_LEFT_SECTION) says so. Time is
 * the product of the blocks of a section in theirs or base and in ours. Never fails; everything is in the arena. */
struct merge_result merge_blocks(struct arena *arena, enum merge_purpose purpose, const struct document *base,
	const struct document *ours, const struct document *theirs);

/* How many blocks of theirs the person took out of what base had: what a merge leaves out, whether it says so or not.
 */
size_t merge_count_deletions(
	struct arena *arena, const struct document *base, const struct document *ours, const struct document *theirs);

#endif
