/* What an entry of the history did, in a few words that tell it from the others: "added 2026-11-20 Ana Silva". Messages
 * of commits name no client, so this is read off the texts that the entry changed, each time it is shown. */
#ifndef COACH_CMD_ENTRY_WORDS_H
#define COACH_CMD_ENTRY_WORDS_H

#include "vault/entries.h"

/* One line, safe to show: of `session` what became of which note, of `prep_session` the note, of `log` the row; of an
 * undo or a redo the command and words of what it is about. Else, and where the texts do not tell, the entry's own
 * subject, which may be empty. */
struct span entry_about(
	struct arena *arena, const struct vault *vault, const struct entry_list *entries, const struct entry *entry);

#endif
