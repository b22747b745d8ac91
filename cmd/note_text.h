/* The texts of a generated note's parts, as they are written. */
#ifndef COACH_CMD_NOTE_TEXT_H
#define COACH_CMD_NOTE_TEXT_H

#include "base/buffer.h"

enum { NOTE_TEXT_MOST = 64 << 20 };

/* What was written so far, without the last line end: the template's own line ends it. */
struct span note_text_finish(struct arena *arena, const struct buffer *out);

#endif
