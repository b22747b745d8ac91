/* Taking back what an entry did, with what was written since kept: a three-way merge whose base is the text after the
 * entry, whose ours is the file now, and whose theirs is the text before the entry.
 *
 *	as the entry left it        the text before comes back; what was made goes, what went comes back
 *	written in since            Markdown is merged by block (md/merge.h), other files by lines: what was written
 *stays made by the entry, written in since what the entry brought goes, what was written stays; so does the file, where
 *that is anything moved by the entry          what was written since goes back with it gone since stays gone changed in
 *the same place   a conflict: both sides are told, and nothing is to be written */
#ifndef COACH_VAULT_REVERT_H
#define COACH_VAULT_REVERT_H

#include "vault/changeset.h"
#include "vault/entries.h"

enum revert_note_kind {
	REVERT_KEPT,     /* `now` was written since, and stays */
	REVERT_GONE,     /* the file, or `wanted` in it, was removed since, and stays so */
	REVERT_CONFLICT, /* `now` stands where `wanted` stood before the entry */
};

struct revert_note {
	enum revert_note_kind kind;
	struct position position; /* in the file as it is now; line 0 for the whole of it */
	struct span now;
	struct span wanted;
};

struct revert {
	struct revert_note *notes;
	size_t count;
	size_t capacity;
	bool conflict; /* one of the notes is one */
};

/* Adds to `changes` what takes the entry's files back. Base texts of generated notes (.coach/base/) go back only where
 * nothing was generated since. */
int revert_files(struct arena *arena, const struct vault *vault, const struct entry_files *files,
	struct changeset *changes, struct revert *revert, struct error *error);

#endif
