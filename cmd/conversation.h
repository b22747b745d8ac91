/* Asks a person, at the terminal: one question at a time. */
#ifndef COACH_CMD_CONVERSATION_H
#define COACH_CMD_CONVERSATION_H

#include "cli/question.h"
#include "vault/vault.h"

/* Says what the questions are about, and how to stop. */
void conversation_begin(struct arena *arena, const struct question *question);

/* Writes the question to standard error, reads the answer from standard input until it can be taken, and keeps it.
 * `?` says why it is asked, `quit` and the end of the input stop (ERROR_INPUT_NEEDED, and what was answered is kept).
 */
int conversation_ask(struct arena *arena, const struct vault *vault, const struct question *question, struct date today,
	struct error *error);

/* Fails with what was to be asked, where nobody can be. */
int conversation_refuse(const struct question *question, struct error *error);

#endif
