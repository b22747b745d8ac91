/* The steps of document_parse, each filling its part of the document; for lib/md alone. */
#ifndef COACH_MD_DOCUMENT_PARTS_H
#define COACH_MD_DOCUMENT_PARTS_H

#include "md/document.h"

/* Line ends are LF, CRLF and a lone CR, as in CommonMark. A BOM stands before the first line. */
void index_lines(struct arena *arena, struct document *document);

/* NULL, or the reason why cmark must not see these bytes: it would need far more time or memory than they are worth. */
const char *find_excess(const struct document *document, size_t most);

void find_front_matter(struct arena *arena, struct document *document);

/* Fills the blocks; false when they nest deeper than is safe to read, and then there are none. */
bool index_blocks(struct arena *arena, struct document *document);

void find_hidden(struct arena *arena, struct document *document);

#endif
