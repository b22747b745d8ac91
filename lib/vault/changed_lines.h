/* A fingerprint of what a change does to its files: the lines that come less the lines that go, file by file, and which
 * files come and go. It stays the same where a commit is moved onto another text, whatever the line ends, and becomes
 * another one where anything is added to the commit or taken out of it. */
#ifndef COACH_VAULT_CHANGED_LINES_H
#define COACH_VAULT_CHANGED_LINES_H

#include "base/arena.h"
#include "base/span.h"

#include <stdint.h>

struct changed_lines {
	uint64_t sum;
};

#define CHANGED_LINES_NONE ((struct changed_lines){ 0 })

/* Adds one file's change, in any order; at == NULL: there is no file. */
void changed_lines_add(struct changed_lines *changed, const char *path, struct span before, struct span after);
/* 16 hexadecimal digits. */
const char *changed_lines_format(struct arena *arena, struct changed_lines changed);

#endif
