/* The note of a week: where it lies, and what it begins with. */
#ifndef COACH_PRACTICE_WEEK_NOTE_FILE_H
#define COACH_PRACTICE_WEEK_NOTE_FILE_H

#include "practice/note_file.h"
#include "practice/practice.h"

/* The week's note, anywhere in the vault (the practice must have its weeks loaded), else a new one. Fails where the
 * note cannot be read, and where a file that is no note of that week lies in the new note's place (ERROR_PARSE). */
int week_note_file(struct arena *arena, const struct vault *vault, const struct practice *practice, struct week week,
	struct note_file *file, struct error *error);

/* Makes the document of a note that is not there yet: the template with the week's name and days, its sections empty.
 */
int week_note_begin(
	struct arena *arena, const struct vault *vault, struct week week, struct note_file *file, struct error *error);

/* Where a new note of the week goes. */
const char *week_note_path(struct arena *arena, const struct vault *vault, struct week week);

#endif
