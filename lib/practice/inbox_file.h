/* A new client's inbox (docs/formats.md, "Inbox"). */
#ifndef COACH_PRACTICE_INBOX_FILE_H
#define COACH_PRACTICE_INBOX_FILE_H

#include "base/error.h"
#include "model/language.h"
#include "vault/vault.h"

/* Where it goes, and its text from the template Inbox.md in the language: no messages yet. */
int inbox_file(struct arena *arena, const struct vault *vault, enum language language, struct span client,
	const char **path, struct span *text, struct error *error);

#endif
