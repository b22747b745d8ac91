/* The words of a command line as one text. */
#ifndef COACH_BASE_JOIN_H
#define COACH_BASE_JOIN_H

#include "base/arena.h"

#include <stddef.h>

/* With one blank between them; empty without words. */
struct span words_join(struct arena *arena, const char *const *words, size_t count);

#endif
