/* The note of a week as a file that a command is about to change. */
#ifndef COACH_PRACTICE_WEEK_NOTE_FILE_H
#define COACH_PRACTICE_WEEK_NOTE_FILE_H

#include "base/error.h"
#include "practice/practice.h"

struct week_note_file {
	const char *path;
	struct span before;              /* the bytes on disk; at == NULL: there is no file yet */
	const struct document *document; /* the note; NULL where there is none yet, or an empty file */
};

/* The week's note, anywhere in the vault (the practice must have its weeks loaded), else a new one. Fails where the
 * note cannot be read, and where a file that is no note of that week lies in the new note's place (ERROR_PARSE). */
int week_note_file(struct arena *arena, const struct vault *vault, const struct practice *practice, struct week week,
	struct week_note_file *file, struct error *error);

/* Makes the document of a note that is not there yet: the template with the week's name and days, its sections empty.
 */
int week_note_begin(struct arena *arena, const struct vault *vault, struct week week, struct week_note_file *file,
	struct error *error);

/* Where a new note of the week goes. */
const char *week_note_path(struct arena *arena, const struct vault *vault, struct week week);

#endif
