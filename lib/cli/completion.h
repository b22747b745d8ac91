/* What the three shells' completion scripts have in common; for their own files.
 *
 * Candidates that are known when the script is written (commands, options, choices, settings) stand in it; files and
 * folders are the shell's; clients are asked for with `coach completions --clients`, one name a line. */
#ifndef COACH_CLI_COMPLETION_H
#define COACH_CLI_COMPLETION_H

#include "base/buffer.h"
#include "cli/command.h"

void completion_bash(const struct command *const *commands, struct buffer *out);
void completion_zsh(const struct command *const *commands, struct buffer *out);
void completion_fish(const struct command *const *commands, struct buffer *out);

/* The words a value can be, separated by spaces: choices, commands or settings; nothing where the shell must ask. */
void completion_words(const struct option *option, const struct command *const *commands, struct buffer *out);
/* Adds the text with a backslash before each byte of `special`, and ' so that it can stand between single quotes. */
void completion_escape(const char *text, const char *special, struct buffer *out);

#endif
