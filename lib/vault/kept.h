/* What git does not record of a change: files that it ignores or that are hidden from it, and all files where the vault
 * has no history. The texts before and after are kept under .coach/journal/kept/, one file for each change, made in the
 * change's own transaction; `undo` reads them (vault/entries.h). */
#ifndef COACH_VAULT_KEPT_H
#define COACH_VAULT_KEPT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Of one change, written or read; its bytes are at most FILE_MOST_BYTES. */
enum { KEPT_MOST_FILES = 100000 };

/* A file of an entry. */
struct entry_file {
	const char *path;
	bool hidden;        /* .coach/base/… */
	struct span before; /* at == NULL: there was none */
	struct span after;  /* at == NULL: it went */
};

/* A change as it is kept. */
struct kept {
	const char *id; /* of the entry */
	const char *message;
	int64_t seconds;
	int offset_minutes;
	bool committed; /* the rest of it is a commit with the same id */
	struct entry_file *files;
	size_t count;
};

/* Names of what is kept, the latest first: "00000012-0123456789abcdef". */
struct kept_names {
	const char **items;
	size_t count;
};

/* What has another form of name is none, and what lies behind a symlink is not ours. Fails where the machine did, and
 * not where there is nothing to read: half a list is no list. */
int kept_list(struct arena *arena, const char *root, struct kept_names *names, struct error *error);
/* Where the next change is kept, below the vault; NULL where the numbers have run out, which takes a file that coach
 * did not write. */
int kept_next_path(struct arena *arena, const char *root, const char *id, const char **path, struct error *error);
/* `whole` is false for what cannot be read, or is not whole. Fails where the machine did. */
int kept_read(
	struct arena *arena, const char *root, const char *name, struct kept *kept, bool *whole, struct error *error);
/* False for what would not be read again: too many bytes for the buffer, or too many files. */
bool kept_pack(const struct kept *kept, struct buffer *bytes);
/* Removes all but the latest `most`. What cannot be removed stays. */
void kept_prune(struct arena *arena, const char *root, size_t most);

#endif
