/* Where the history of a vault lies that is kept outside of it (history.dir). */
#ifndef COACH_VAULT_CONFIGURATION_HISTORY_H
#define COACH_VAULT_CONFIGURATION_HISTORY_H

#include "base/arena.h"
#include "base/error.h"

/* A setting of history.dir as an absolute path: with the person's home for "~"; NULL for what is neither absolute nor
 * from "~/". */
const char *history_folder_resolve(struct arena *arena, const char *setting);

/* The same for the vault at this absolute path, "" for "". ERROR_USAGE for a folder in the vault, where a service
 * would copy it with the notes, for "~/" without a home, and for a symlink that leads nowhere. */
int history_folder_find(
	struct arena *arena, const char *vault, const char *setting, const char **folder, struct error *error);

/* A value of history.dir for the vault at this absolute path: "~/.local/state/coach/Practice-1a2b3c4d.git", below
 * XDG_STATE_HOME where that is set, and "…-2.git" for number 2; NULL without a home. */
const char *history_folder_for(struct arena *arena, const char *vault, int number);

#endif
