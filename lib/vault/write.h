/* A transaction in progress, shared by the files that carry out its steps. Not for other modules.
 *
 * All work on files goes through descriptors of their folders, opened below the vault without following symlinks. */
#ifndef COACH_VAULT_WRITE_H
#define COACH_VAULT_WRITE_H

#include "base/arena.h"
#include "base/error.h"
#include "codec/hash.h"
#include "history/history.h"
#include "model/finding.h"
#include "vault/changeset.h"
#include "vault/origin.h"

#include <stdbool.h>
#include <stdint.h>

enum { NO_FOLDER = -1, NO_JOURNAL = -1 };

/* How the names of temporary files begin: the walk and Obsidian pass over what begins with a point. */
#define TEMPORARY_PREFIX ".coach-"

/* One file of a transaction. Before its exchange the temporary file holds the new text (or, for a removal, is not
 * there); afterwards the path does, and the temporary file holds the old text (for a creation: is not there). */
struct write {
	const char *path; /* relative to the vault, without symlinks */
	enum change_action action;
	bool hidden;
	bool unrecorded;          /* git does not record it: it is ignored or hidden, or there is no repository */
	struct digest before;     /* of modifications and removals */
	struct digest after;      /* of creations and modifications */
	const char *temporary;    /* name in the same folder */
	const char *name;         /* the last part of the path */
	const struct write *like; /* the file whose mode, owner and attributes the new one takes: itself, or the one
				     that it was moved from; NULL for those of any new file. Not in the journal */
	int folder;               /* descriptor, shared by the writes of one folder; NO_FOLDER while there is none */
	struct span old_text;     /* at == NULL where there is none */
	struct span new_text;
};

enum repository_wish { REPOSITORY_NONE, REPOSITORY_FOUND, REPOSITORY_MADE };

struct transaction {
	struct arena *arena;
	const char *root;           /* absolute */
	const char *history_folder; /* as struct history_place has it */
	struct write *writes;
	size_t count;
	const char **folders; /* made for this transaction: relative paths, outer ones first */
	size_t folder_count;
	size_t folder_capacity;
	enum repository_wish repository; /* none: no commit; made: by this transaction, where it is not there yet */
	struct repository *opened;       /* from the check to the commit; NULL while there is none */
	const char *ref;                 /* as struct history_commit_request has it */
	const char *id;                  /* of the entry, in the message's trailers */
	const char *message;
	const char *edits_message;
	int64_t seconds;
	int offset_minutes;
	struct origin origin;          /* of the journal, as it stands in it */
	char noted[COMMIT_ID_SIZE];    /* the commit whose objects are written; empty before */
	int journal;                   /* descriptor, locked for as long as the run lives; NO_JOURNAL */
	struct finding_list *findings; /* conflict copies that were made */
};

/* --- plain.c: paths by their names alone --- */

/* True where a part is ".git", or a name that another file system takes for it: ".GIT", ".git.", "git~1". */
bool place_is_gits(const char *path);
/* True for a relative path without "", "." and ".." among its parts, one that stays below where it starts, that is not
 * git's either. */
bool place_is_plain(const char *path);

/* --- place.c: where a path really lies --- */

/* The path without symlinks, relative to the root. A path that leaves the vault or is git's, a symlink that leads
 * nowhere: refused. Parts that do not exist are kept as they are. */
int place_resolve(struct arena *arena, const char *root, const char *path, const char **resolved, struct error *error);
/* Notes in `folders` which folders of the write's path are missing. */
void place_note_missing(struct transaction *transaction, const struct write *write);
/* Opens the folder of a resolved path, or takes the descriptor of another write there, making what is missing where
 * `make` is true; else a missing folder leaves NO_FOLDER, which is no error. All writes begin with NO_FOLDER. */
int place_open(struct transaction *transaction, struct write *write, bool make, struct error *error);
/* For a recovery: opens the folders that are missing where they lie now, if somebody moved them within the vault; they
 * are told by the temporary files in them. */
int place_find_moved(struct transaction *transaction, struct error *error);
void place_close(struct transaction *transaction);
/* Removes the folders that were made, as far as they are empty, no symlink leads to them and they may be removed; -1
 * where the machine fails at that, so that it is tried again. */
int place_remove_folders(const struct transaction *transaction, struct error *error);
/* fsync of each folder that holds a file of the transaction, and of those made for it. */
int place_sync(const struct transaction *transaction, struct error *error);
enum place_holds {
	PLACE_FAILED, /* it cannot be read now: errno says why */
	PLACE_NOTHING,
	PLACE_TEXT,  /* in `bytes` */
	PLACE_OTHER, /* a symlink, a folder, a device */
};

/* What has the name in a folder; a regular file's content lies in the arena. */
enum place_holds place_read(struct arena *arena, int folder, const char *name, struct span *bytes);
/* Whether another program has the file open for writing, and does not close it at once: what it writes into it would be
 * lost with the text that is replaced. */
bool place_is_held(int folder, const char *name);

/* --- refusals.c --- */

/* Fails where a file may not be written (transaction.h), or is not what the changeset saw (ERROR_CONFLICT). */
int write_check(struct transaction *transaction, const struct write *write, struct error *error);
/* Fails for 20 files or more that are also more than a fifth of the vault's notes. */
int mass_change_check(const char *root, size_t files, struct error *error);

/* --- temporary.c, attributes.c --- */

/* Writes the new text beside the old one, with mode, owner and extended attributes of the one that it is like, and
 * makes it durable. */
int temporary_make(const struct write *write, struct error *error);
/* Removes it, whatever it holds: while nothing has been exchanged yet. -1 where it is still there. */
int temporary_remove(const struct write *write);
/* Copies owner, mode and extended attributes. 0, or -1 with errno. */
int attributes_copy(int from, int to);

/* --- standing.c --- */

enum write_state {
	WRITE_WAITING,  /* the new text can be put into place */
	WRITE_PLACED,   /* it is there, and the old one can be put back (a creation be removed) */
	WRITE_FINAL,    /* it is there (a removed file is gone), and its old text is nowhere: somebody removed it */
	WRITE_DOUBTFUL, /* somebody wrote another text there and removed the one beside it: before the exchange or since
			 */
	WRITE_OVERTAKEN /* somebody wrote or removed what the change rests on */
};

/* Finishes a rename that a kill or a failure cut off, and puts back what another writer had there. To be done before
 * each look, and before taking back. */
int write_settle(const struct transaction *transaction, const struct write *write, struct error *error);
/* How far it has come; changes nothing. -1 with an error where a text cannot be read now. */
int write_look(const struct write *write, enum write_state *state, struct error *error);

/* --- exchange.c --- */

/* Puts the new text into place and verifies that what it displaced is what the command read; else puts that back:
 * ERROR_CONFLICT. */
int write_place(const struct transaction *transaction, const struct write *write, struct error *error);
/* Puts the old text back, however far the write has come. Another writer's text is never overwritten nor removed: then
 * both are kept, one as a conflict copy. -1 with an error where a text is not where it belongs yet. */
int write_take_back(const struct transaction *transaction, const struct write *write, struct error *error);
/* Removes the temporary file once the change stands (`taken_back` false) or no longer does. What may be anybody's last
 * copy of a text is kept as a conflict copy: a text that is neither the old nor the new one, the old one of what was
 * taken back, one that another program has open for writing. -1 with an error where the file is still there. */
int write_discard(
	const struct transaction *transaction, const struct write *write, bool taken_back, struct error *error);
/* "The file was changed on disk since it was read": ERROR_CONFLICT. */
int write_fail_changed(const struct write *write, struct error *error);
/* "Another program has the file open for writing": the same. */
int write_fail_held(const struct write *write, struct error *error);

/* --- record.c --- */

struct history_place transaction_place(const struct transaction *transaction);

/* Finds out whether there is a repository, whether it takes these paths, and which of them it does not record. `wanted`
 * is what may come of it. */
int record_check(struct transaction *transaction, enum repository_wish wanted, struct error *error);
/* The commit of all writes that are not hidden. Texts come from old_text and new_text. */
int record_commit(struct transaction *transaction, struct history_commit *made, struct error *error);
void record_close(struct transaction *transaction);

/* --- recovery.c --- */

/* Finishes or takes back what the journal tells of; fails where something is left of it, and the journal with it. A
 * journal that coach would not write is ERROR_REFUSED, and nothing is written or removed. The caller holds the lock,
 * and the signals. */
int recovery_run(
	struct arena *arena, const char *root, int *recovered, struct finding_list *findings, struct error *error);

/* --- finish.c: each fails where something is left; then the journal stays, and the next run tries again --- */

/* All is in place: marks that, removes the temporary files and the journal. */
int transaction_finish(struct transaction *transaction, struct error *error);
/* Notes that it is to be undone, puts the old texts back, marks that, and clears away what was made. */
int transaction_take_back(struct transaction *transaction, struct error *error);
int transaction_clear_undone(struct transaction *transaction, struct error *error);
/* Nothing was exchanged yet: removes temporary files, folders and journal. */
int transaction_abandon(struct transaction *transaction, struct error *error);

#endif
