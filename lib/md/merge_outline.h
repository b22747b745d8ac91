/* Which section of one version of a note is which of another; for lib/md alone. */
#ifndef COACH_MD_MERGE_OUTLINE_H
#define COACH_MD_MERGE_OUTLINE_H

#include "md/merge_parts.h"

struct outlined {
	struct section section;
	struct span name; /* the folded title */
	struct span path; /* the names from level 2 down */
};

struct merge_outline {
	struct outlined *items;
	size_t count;
};

/* Empty for no document. */
struct merge_outline outline_read(struct arena *arena, const struct document *document);

/* By path; then by name, where it occurs once on each side (someone moved it below another); then the first level 1
 * headings, which are the note's title; and to take something back, by place, where one is the other reworded. */
struct matches match_outlines(struct arena *arena, enum merge_purpose purpose, const struct merge_outline *base,
	const struct merge_outline *ours, const struct merge_outline *theirs);

#endif
