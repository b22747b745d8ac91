/* A word as it can be typed behind a command. */
#ifndef COACH_CLI_SHELL_WORD_H
#define COACH_CLI_SHELL_WORD_H

#include "base/arena.h"
#include "base/span.h"

/* As a shell reads it back: between single quotes, unless it is plain. Control characters are dropped as everywhere; a
 * text that has some cannot be said so that a terminal survives it. */
const char *shell_word(struct arena *arena, struct span text);

#endif
