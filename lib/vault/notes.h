/* The notes of a vault: found, read once, recognised by content; parsed only when a command asks. */
#ifndef COACH_VAULT_NOTES_H
#define COACH_VAULT_NOTES_H

#include "base/date.h"
#include "md/document.h"
#include "model/finding.h"
#include "model/kinds.h"
#include "sys/file.h"
#include "vault/vault.h"

struct note {
	const char *path;  /* relative to the vault */
	struct span bytes; /* at == NULL: unreadable or too large (a finding says so) */
	struct file_stamp stamp;
	enum note_kind kind;
	struct document *document; /* NULL until note_parse */
};

struct note_list {
	struct note *items; /* in order of path */
	size_t count;
};

/* Finds and reads every note (*.md outside dot folders), and recognises its kind. Conflict copies of sync services are
 * findings, not notes, and so are symlinks out of the vault: what lies elsewhere is neither read nor shown. Larger ones
 * than the configuration allows are listed with kind NOTE_OTHER and without bytes. */
int notes_scan(struct arena *arena, const struct vault *vault, struct note_list *notes, struct finding_list *findings,
	struct error *error);

/* The week that a note's name stands for where the vault has a format of its own (formats.week): found by its Monday.
 */
bool note_named_week(const struct configuration *configuration, const char *path, struct week *week);

/* The parsed note; parses it the first time. Its problems (opaque, broken front matter) become findings once. */
struct document *note_parse(
	struct arena *arena, const struct vault *vault, struct note *note, struct finding_list *findings);

#endif
