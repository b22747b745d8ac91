/* The note of a week or a day as a file that a command is about to change. */
#ifndef COACH_PRACTICE_NOTE_FILE_H
#define COACH_PRACTICE_NOTE_FILE_H

#include "base/error.h"
#include "md/document.h"
#include "vault/vault.h"

struct note_file {
	const char *path;
	struct span before;              /* the bytes on disk; at == NULL: there is no file yet */
	const struct document *document; /* the note; NULL where there is none yet, or an empty file */
};

/* A note that is known. Fails where it cannot be read (ERROR_PARSE); `what` is "the week's note". */
int note_file_known(const struct document *document, const char *what, struct note_file *file, struct error *error);

/* What a new note is called, in words and in its front matter: "week", "week", "2026-W47". */
struct note_naming {
	const char *kind, *property, *name;
};

/* A new note in its place. Fails (ERROR_PARSE) where a file lies there already that is no such note. */
int note_file_new(struct arena *arena, const struct vault *vault, const char *path, const struct note_naming *naming,
	struct note_file *file, struct error *error);

#endif
