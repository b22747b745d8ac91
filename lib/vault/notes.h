/* The notes of a vault: found, read once, recognised by content; parsed only when a command asks. */
#ifndef COACH_VAULT_NOTES_H
#define COACH_VAULT_NOTES_H

#include "base/date.h"
#include "md/document.h"
#include "model/finding.h"
#include "model/kinds.h"
#include "sys/walk.h"
#include "vault/vault.h"

struct outline; /* model/outline.h */

struct note {
	const char *path;  /* relative to the vault */
	struct span bytes; /* at == NULL: unreadable or too large (a finding says so) */
	struct file_stamp stamp;
	enum note_kind kind;
	enum note_kind unread_kind;    /* without bytes: as the first lines say; NOTE_KIND_COUNT: unknown */
	struct document *document;     /* NULL until note_parse */
	const struct outline *outline; /* NULL until note_outline */
};

struct note_list {
	struct note *items; /* in order of path */
	size_t count;
	/* Folders that cannot be opened, and notes that are not on this machine: any note may be there. In order. */
	const char **unknown;
	size_t unknown_count;
};

/* Finds every note (*.md outside dot folders), unread; with its stamp where `detail` asks for it. Conflict copies of
 * sync services are findings, not notes, and so are symlinks out of the vault: what lies elsewhere is neither read nor
 * shown. */
int notes_find(struct arena *arena, const struct vault *vault, enum walk_detail detail, struct note_list *notes,
	struct finding_list *findings, struct error *error);

/* Reads a note that was found, and recognises its kind. One that may not be read, or is larger than the configuration
 * allows, has the kind NOTE_OTHER and no bytes. One that the machine failed to read (error_is_passing) is an error:
 * nothing is decided without a note that may be read a moment later. `gone`: it was removed in the meantime. */
int note_read(struct arena *arena, const struct vault *vault, struct note *note, bool *gone,
	struct finding_list *findings, struct error *error);
/* The two halves of it, the kind left to note_kind_of: opening and reading a file, which a thread of its own may do
 * (vault/read_ahead.h), and what that says of the note. */
struct note_reading {
	struct span bytes;
	struct file_stamp stamp;
	size_t most;                /* larger notes are not read */
	const struct error *failed; /* NULL: it was read */
};
void note_read_file(
	struct arena *arena, const struct vault *vault, const char *path, size_t most, struct note_reading *reading);
int note_take_reading(struct arena *arena, const struct vault *vault, struct note *note,
	const struct note_reading *reading, bool *gone, struct finding_list *findings, struct error *error);
/* True when the note lies where templates lie, whatever it says. */
bool note_is_template(const struct vault *vault, const char *path);
enum note_kind note_kind_of(const struct vault *vault, const char *path, struct span bytes);

/* Finds and reads every note. */
int notes_scan(struct arena *arena, const struct vault *vault, struct note_list *notes, struct finding_list *findings,
	struct error *error);

/* The client portfolio that commands read: of several the one at its usual path, else the first; NULL without one. */
struct note *notes_portfolio(const struct note_list *notes, const struct configuration *configuration);

/* The week that a note's name stands for where the vault has a format of its own (formats.week): found by its Monday.
 */
bool note_named_week(const struct configuration *configuration, const char *path, struct week *week);
/* The day that it stands for in that of day notes (formats.day); DATE_NONE for none. */
struct date note_named_day(const struct configuration *configuration, const char *path);

/* The parsed note; parses it the first time. Its problems (opaque, broken front matter) become findings once. */
struct document *note_parse(
	struct arena *arena, const struct vault *vault, struct note *note, struct finding_list *findings);
/* The outline that all views of the note read, made the first time; parses the note where that is still to be done. */
const struct outline *note_outline(
	struct arena *arena, const struct vault *vault, struct note *note, struct finding_list *findings);

#endif
