/* Drafts of messages as files (docs/formats.md, "Drafts"): where one lies, and which are there. */
#ifndef COACH_PRACTICE_DRAFT_FILE_H
#define COACH_PRACTICE_DRAFT_FILE_H

#include "model/records.h"
#include "vault/vault.h"

enum draft_format { DRAFT_MAIL, DRAFT_NOTE };

/* Where the configuration puts it (paths.draft); `.eml` in place of `.md` for mail. `client` is the name of the
 * client's note. */
const char *draft_file_path(struct arena *arena, const struct configuration *configuration, struct span client,
	enum touch_kind kind, struct date date, enum draft_format format);

/* Fills the records' drafts: the files, of either format, that lie where a draft for one of the clients would. The
 * records must be resolved. A folder that is not there holds none; ERROR_IO where it cannot be listed. */
int drafts_find(struct arena *arena, const struct vault *vault, struct records *records, struct error *error);

#endif
