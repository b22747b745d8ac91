/* Where new notes go: the patterns of the configuration (docs/formats.md), filled in. */
#ifndef COACH_PRACTICE_NOTE_PATH_H
#define COACH_PRACTICE_NOTE_PATH_H

#include "base/date.h"
#include "vault/changeset.h"
#include "vault/vault.h"

/* A pattern such as `Clients/{client}/Sessions/{date} {client}.md` for a client (may be empty) and a day (DATE_NONE for
 * a note of no day: slots of days are empty then). {week} is written as formats.week says; beside it, {year} is the ISO
 * week's. */
const char *note_path(struct arena *arena, const struct configuration *configuration, const char *pattern,
	struct span client, struct date date);

/* paths.day, with {date} as formats.day says. */
const char *note_path_of_day(struct arena *arena, const struct configuration *configuration, struct date date);

/* "2026-W48", or as formats.week has it for the week's Monday. */
struct span note_week_name(struct arena *arena, const struct configuration *configuration, struct week week);

/* The path, or, where something lies there or comes there by the changes (NULL: none), the first that is free with " 2"
 * (3, 4 …) before the ".md". */
const char *note_path_free(
	struct arena *arena, const struct vault *vault, const struct changeset *changes, const char *path);

#endif
