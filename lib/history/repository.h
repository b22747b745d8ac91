/* What the module's own files share: an opened repository, libgit2's handles by cleanup attribute, its errors as ours.
 */
#ifndef COACH_HISTORY_REPOSITORY_H
#define COACH_HISTORY_REPOSITORY_H

#include "base/arena.h"
#include "history/history.h"

#include <git2.h>

#define GIT_HANDLE(type)                                                                                               \
	static inline void release_##type(type **handle)                                                               \
	{                                                                                                              \
		type##_free(*handle);                                                                                  \
	}
GIT_HANDLE(git_repository)
GIT_HANDLE(git_config)
GIT_HANDLE(git_index)
GIT_HANDLE(git_tree)
GIT_HANDLE(git_tree_entry)
GIT_HANDLE(git_commit)
GIT_HANDLE(git_reference)
GIT_HANDLE(git_signature)
GIT_HANDLE(git_treebuilder)
GIT_HANDLE(git_filter_list)
GIT_HANDLE(git_blob)
GIT_HANDLE(git_diff)
GIT_HANDLE(git_revwalk)
#define GIT_OWNED(type) __attribute__((cleanup(release_##type))) type *

struct repository {
	struct arena arena;
	git_repository *git; /* NULL when there is none */
	const char *vault;   /* absolute, as struct history_place has it */
	const char *folder;  /* the work tree's root without a "/" at its end; "" for a bare repository */
	const char *prefix;  /* the vault's folder below it: "" or "Notes/Practice/" */
	bool ours;
	bool moved; /* it lies elsewhere, and notes another folder as the vault's */
};

#define REPOSITORY_INIT    ((struct repository){ .arena = ARENA_INIT })
#define REPOSITORY_CLEANUP __attribute__((cleanup(repository_close)))

/* Where a new repository is made before it is renamed into place: a folder beside that place, of nobody else's. */
const char *repository_aside(struct arena *arena, const struct history_place *place);

/* Starts libgit2 with what safety demands (fsync, owner validation). Safe to call again. */
int repository_start(struct error *error);
/* Opens the repository of the vault; `git` stays NULL when there is none, which is no error. A repository of another
 * user is ERROR_REFUSED, and so is one elsewhere that coach did not make, or made for another vault that is still
 * there. */
int repository_open(struct repository *repository, const struct history_place *place, struct error *error);
void repository_close(struct repository *repository);

/* Notes in a repository elsewhere where its vault lies now, so that a copy of the vault can be told from it. */
int repository_note_vault(struct repository *repository, struct error *error);

/* A path of the vault as git names it: relative to the work tree. */
const char *repository_path(struct repository *repository, const char *path);
/* "refs/heads/main": what HEAD stands for, also before the first commit; "HEAD" where it is detached. */
int repository_branch(struct repository *repository, const char **name, struct error *error);
/* The commit that the next one on the ref stands on: the ref's, else HEAD's; false where there is none yet. `tip` says
 * whether it is the ref's own. */
int repository_last(
	struct repository *repository, const char *ref, git_oid *last, bool *found, bool *tip, struct error *error);
/* Where commits go: `wanted`, or, when that is empty, the branch of a repository of ours (HEAD where it is on none),
 * else refs/coach/history, and refs/coach/worktrees/NAME in a linked work tree. */
int repository_ref(struct repository *repository, const char *wanted, const char **name, struct error *error);
/* False for a ref that nobody but coach moves. */
bool repository_is_branch(const char *ref);

/* Fails where the repository's state forbids a commit; else opens the index, which the caller frees. */
int repository_check_state(struct repository *repository, git_index **index, struct error *error);
int repository_check_conflicts(git_index *index, struct error *error);
/* Fails where one path does; one that git ignores (tree_ignores) is left out of commits, and may be what it is.
 * `git_path` is relative to the work tree, `last` what the next commit stands on (NULL: nothing). */
int repository_check_path(struct repository *repository, git_index *index, const git_oid *last, const char *git_path,
	bool *ignored, struct error *error);

/* What libgit2 leaves unsynced: the folders of objects and refs. */
int repository_sync_objects(struct repository *repository, struct error *error);
int repository_sync_refs(struct repository *repository, const char *ref, struct error *error);

/* "WHAT: libgit2's reason"; a lock that git holds and a ref that moved are ERROR_CONFLICT, the rest ERROR_IO. */
int git_failure(struct error *error, int code, const char *what);
/* The same for a lock whose path is known. */
int git_locked(struct error *error, const char *what, struct span lock);

int history_look(const struct history_place *place, bool *found, struct error *error);
int history_create(const struct history_place *place, struct error *error);
int history_open_repository(
	struct arena *arena, const struct history_place *place, struct repository **opened, struct error *error);
void history_close_repository(struct repository *opened);
int history_check(struct repository *opened, const char *ref, const char *const *paths, size_t count, bool *ignored,
	struct error *error);
int history_commit(struct repository *opened, const struct history_commit_request *request, struct history_commit *made,
	struct error *error);
int history_unlock(const struct history_place *place, const char *ref, int64_t since, struct error *error);
int history_log(
	struct arena *arena, const struct history_log_request *request, struct history_log *log, struct error *error);
int history_changes(struct arena *arena, const struct history_place *place, const char *id,
	struct history_changes *changes, struct error *error);
int history_merge_lines(struct arena *arena, struct span base, struct span ours, struct span theirs, struct span *text,
	bool *clean, struct error *error);

#endif
