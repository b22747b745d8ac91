/* The notes of a folder that go to another place, so that links still lead where they led (docs/formats.md, "The
 * archive"). Other files stay: what is no text could not be taken back as notes are. */
#ifndef COACH_PRACTICE_FOLDER_MOVE_H
#define COACH_PRACTICE_FOLDER_MOVE_H

#include "base/error.h"
#include "practice/practice.h"
#include "vault/changeset.h"

struct folder_move {
	const char *from, *to; /* relative to the vault; nothing lies at `to` */
	size_t notes, left;    /* how many move, and how many other files stay; set by folder_move_put */
};

/* Where the file lies then; a note of the folder moves. */
const char *folder_move_path(struct arena *arena, const struct folder_move *move, const char *path);

/* Puts the moves of all notes of the folder into `changes`, those that the changes make there included, on top of what
 * the changes do to them already; with the texts that they were last generated with, and the links of all notes:
 * wikilinks that name the old folder, and Markdown links to or from what moves. ERROR_REFUSED where a note of the
 * folder cannot be moved: a symlink, one that is not on this machine, or one of more than 64 MiB. */
int folder_move_put(struct arena *arena, const struct vault *vault, const struct practice *practice,
	struct folder_move *move, struct changeset *changes, struct error *error);

#endif
