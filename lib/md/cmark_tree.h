/* The one place where cmark-gfm reads a note; for lib/md alone. */
#ifndef COACH_MD_CMARK_TREE_H
#define COACH_MD_CMARK_TREE_H

#include "md/document.h"

#include <cmark-gfm.h>

/* Lines that stand before the note in what cmark reads: its line numbers are higher by so many. */
enum { CMARK_TREE_OPENING_LINES = 2 };

/* The tree of the lines from `first` on, below a root whose first child is no part of the note; nor is the last, if it
 * is a paragraph. Otherwise the last one is code or HTML that the note leaves open. NULL as soon as blocks nest too
 * deep. The nodes live in the arena `scratch`, hold no inline nodes, and need not be freed. Lists, items and quotes
 * have no use for their end positions. */
cmark_node *cmark_tree_read(struct arena *scratch, const struct document *document, unsigned first);

#endif
