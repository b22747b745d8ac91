/* A changeset written whole or not at all, through crash, full disk or kill, as one commit.
 *
 * lock, recover, journal (fsync), temporary files (fsync), exchange and verify each file, fsync folders, commit, remove
 * the journal. A file that changed on disk since the changeset's `before` was read is ERROR_CONFLICT, and nothing is
 * written. docs/architecture.md has the steps and why each is there. */
#ifndef COACH_VAULT_TRANSACTION_H
#define COACH_VAULT_TRANSACTION_H

#include "base/error.h"
#include "vault/changeset.h"
#include "vault/vault.h"

struct applied {
	char commit[41]; /* empty where the vault has no history, or all paths are ignored */
};

enum { LOCK_WAIT_SECONDS = 10 };

/* Applies the changeset. After success interruptions stay held back, so that the caller can say what was written before
 * it calls process_allow_signals. Refusals (ERROR_REFUSED): symlinks that leave the vault, hard links, placeholders of
 * cloud services, conflict markers, a mass change (20 files or more that is also more than a fifth of the vault) unless
 * `allow_mass_change`, and repository states in which no commit may be made. An empty changeset does nothing. Conflict
 * copies that had to be made become findings, also where the change then failed. */
int transaction_apply(struct arena *arena, const struct vault *vault, const struct changeset *changes,
	bool allow_mass_change, struct applied *applied, struct finding_list *findings, struct error *error);

/* Finishes or takes back what an interrupted run left; run twice it changes nothing. It fails while something is left
 * of it. `recovered` is 1 when there was something, else 0. Takes the lock itself, and looks at nothing but the vault's
 * root: `init` may call it for a folder whose configuration is not written yet. A text that somebody wrote meanwhile
 * stands; where two texts are to be kept, one becomes a conflict copy beside the other. */
int transaction_recover(struct arena *arena, const struct vault *vault, int *recovered, struct finding_list *findings,
	struct error *error);

/* A transaction on a folder that is no vault yet, made where it is missing: what `init` does. Recovers first what an
 * earlier try left there. `make_repository`: the commit goes to the repository that holds the folder, or to a new one,
 * in `history_folder` where that is not empty; without it there is no commit. */
int transaction_apply_new(struct arena *arena, const char *root, const struct changeset *changes, bool make_repository,
	const char *history_folder, struct applied *applied, struct finding_list *findings, struct error *error);

#endif
