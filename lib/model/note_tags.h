/* The tags of a note, as Obsidian has them: `#board` and `#board/memo` in the text, outside code and comments, and the
 * entry `tags:` (or `tag:`) of the front matter. Case does not count. */
#ifndef COACH_MODEL_NOTE_TAGS_H
#define COACH_MODEL_NOTE_TAGS_H

#include "md/document.h"

#include <stdbool.h>

/* True when the note carries the tag, written with or without `#`, or one nested below it. */
bool note_tags_have(struct arena *arena, const struct document *document, struct span tag);

#endif
