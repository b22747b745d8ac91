/* Taking back what an entry did, with what was written since kept: a three-way merge whose base is the text after the
 * entry, whose ours is the file now, and whose theirs is the text before the entry. For each file:
 *
 * - as the entry left it: the text before comes back; what was made goes, what went comes back;
 * - written in since: Markdown is merged by block (md/merge.h), other files by lines; what was written stays;
 * - made by the entry, written in since: what the entry brought goes, what was written stays; so does the file, where
 *   that is anything;
 * - removed by the entry and made anew since: both texts in one, as far as they agree;
 * - moved by the entry, also with its whole folder: what was written since goes back with it;
 * - gone or emptied since: stays so, and the entry's other files are taken back all the same;
 * - changed in the same place: a conflict; both sides are told, and nothing is to be written. */
#ifndef COACH_VAULT_REVERT_H
#define COACH_VAULT_REVERT_H

#include "vault/changeset.h"
#include "vault/entries.h"

enum revert_note_kind {
	REVERT_KEPT,        /* `now` is of the entry, was changed since, and stays; once for each file */
	REVERT_KEPT_FILE,   /* the entry made the file, and it stays for what was written in it since */
	REVERT_GONE,        /* `wanted` was removed from the file since, and stays so */
	REVERT_FILE_GONE,   /* the file was removed, renamed or moved away since, and does not come back */
	REVERT_FILE_EMPTY,  /* the file was emptied since, and stays so */
	REVERT_BACK_BEFORE, /* the file is as it was before the entry already */
	REVERT_CONFLICT,    /* `now` stands where `wanted` stood before the entry */
};

struct revert_note {
	enum revert_note_kind kind;
	struct position position; /* in the file as it is now; line 0 for the whole of it */
	struct span now;          /* one line, or empty */
	struct span wanted;       /* one line, or empty */
};

struct revert {
	struct revert_note *notes;
	size_t count;
	size_t capacity;
	bool conflict; /* one of the notes is one */
};

/* Adds to `changes` what takes the entry's files back. Base texts of generated notes (.coach/base/) go back only where
 * nothing was generated since. A file whose text is not on this machine (vault/cloud.h) is ERROR_REFUSED. */
int revert_files(struct arena *arena, const struct vault *vault, const struct entry_files *files,
	struct changeset *changes, struct revert *revert, struct error *error);

#endif
