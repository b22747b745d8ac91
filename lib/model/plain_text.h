/* A part of a note as it may be read by somebody else: what a person wrote there, and nothing that Markdown or Obsidian
 * hides from a reader. */
#ifndef COACH_MODEL_PLAIN_TEXT_H
#define COACH_MODEL_PLAIN_TEXT_H

#include "md/document.h"
#include "model/aliases.h"

/* `part` lies in the document. Links by their label, without emphasis, heading marks and task boxes; lists keep their
 * marks. Left out are comments, fenced code, lines that are a placeholder alone, and every section within the part
 * whose heading says "notes". At most one empty line in a row, none at either end. */
struct span plain_text(
	struct arena *arena, const struct aliases *aliases, const struct document *document, struct span part);

#endif
