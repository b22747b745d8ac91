/* The answers of a command that asks (vault/answers.h): those of a file given with --answers, or of its conversation.
 */
#ifndef COACH_CMD_GIVEN_ANSWERS_H
#define COACH_CMD_GIVEN_ANSWERS_H

#include "cli/command.h"
#include "vault/answers.h"

/* Where `asks`, what the conversation of that name has kept; else what `file` (NULL: none, `-`: standard input) holds,
 * whose keys must be among `keys` (NULL-terminated). */
int given_answers(const struct context *context, bool asks, const char *conversation, const char *file,
	const char *const *keys, struct answers *answers, struct error *error);

#endif
