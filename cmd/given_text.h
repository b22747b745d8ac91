/* A text that a person gives with an option FILE: a file by its path, counted from the working folder, or `-`. */
#ifndef COACH_CMD_GIVEN_TEXT_H
#define COACH_CMD_GIVEN_TEXT_H

#include "cli/command.h"

/* `file` is the option's value; NULL gives no text (at == NULL). Larger than `most` bytes is an error. */
int given_text(const struct context *context, const char *file, size_t most, struct span *text, struct error *error);

#endif
