/* A note that is generated from a template: what rests on something unknown stays as it was generated last, and the
 * rest is merged with the note as it stands (cmd/regenerate.h). */
#ifndef COACH_CMD_GENERATED_NOTE_H
#define COACH_CMD_GENERATED_NOTE_H

#include "cli/command.h"
#include "practice/note_file.h"
#include "practice/note_template.h"
#include "practice/practice.h"

struct generated_note {
	const struct note_template *form;
	const struct note_file *file;
	struct span template;
	struct span last; /* as it was last generated; at == NULL: it never was */
	enum language language;
};

/* Reads the template and what was generated last. The note's language is the one that it shows, else its template, else
 * the practice's. */
int generated_note_begin(const struct context *context, const struct practice *practice,
	const struct note_template *form, const struct note_file *file, struct generated_note *note,
	struct error *error);

/* Puts the note into the outcome's changeset, whose command is named in a finding (source_unknown) where sections stay
 * because the practice has unknown parts. `text` is the template, filled. */
int generated_note_write(const struct context *context, struct outcome *outcome, const struct practice *practice,
	const struct generated_note *note, struct span text, struct error *error);

/* A week's note as it was last generated; false where nothing is kept of it (`last.at` is NULL). */
bool generated_week(const struct context *context, const char *path, struct span last, struct week_note *note);

#endif
