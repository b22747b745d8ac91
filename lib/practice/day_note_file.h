/* The note of a day: where it lies, and what it begins with. */
#ifndef COACH_PRACTICE_DAY_NOTE_FILE_H
#define COACH_PRACTICE_DAY_NOTE_FILE_H

#include "practice/note_file.h"
#include "practice/practice.h"

/* The day's note, anywhere in the vault (the practice must have its days loaded), else a new one. Fails where the note
 * cannot be read, and where a file that is no note of that day lies in the new note's place (ERROR_PARSE). */
int day_note_file(struct arena *arena, const struct vault *vault, const struct practice *practice, struct date date,
	struct note_file *file, struct error *error);

/* Makes the document of a note that is not there yet: the template of the language with the day's name, its sections
 * empty. */
int day_note_begin(struct arena *arena, const struct vault *vault, enum language language, struct date date,
	struct note_file *file, struct error *error);

/* Where a new note of the day goes. */
const char *day_note_path(struct arena *arena, const struct vault *vault, struct date date);

#endif
