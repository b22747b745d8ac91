/* The vault's memory: commits in a git repository, made without touching anything of the person's own.
 *
 * The functions live in a shared module (coach-history.so) that links libgit2 and is opened on first use, so that no
 * read-only command pays for it (docs/architecture.md has the figures). Knows no Markdown. What safety demands of it
 * (fsync, no filters, locks, refused states) is in docs/architecture.md. Signals are held by the caller: libgit2 does
 * not try again after EINTR. */
#ifndef COACH_HISTORY_HISTORY_H
#define COACH_HISTORY_HISTORY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { COMMIT_ID_SIZE = 41, HISTORY_PATH_SIZE = 4096 };

/* Which vault, and which repository. */
struct history_place {
	const char *vault; /* absolute path of its folder, without symlinks */
	const char
		*folder; /* of the repository, absolute, where it lies elsewhere: then it must be one that coach made,
			  * for this vault or for one that is gone; "": it is looked for from the vault upwards */
};

struct history_file {
	const char *path;    /* relative to the vault */
	struct span content; /* the new content; at == NULL: removed */
};

struct history_commit_request {
	const char *ref;     /* where the commit goes; "" decides by who made the repository */
	const char *message; /* subject, blank line, trailers */
	const struct history_file *files;
	size_t count;
	/* The commit before is compared with what the command read: edits that were not committed yet go first, in a
	 * commit of their own with this message. `before[i]` is what files[i] held (at == NULL: no file). */
	const struct span *before;
	const char *edits_message;
	int64_t seconds; /* commit time */
	int offset_minutes;
	/* Called with the commit's id when its objects are on disk and no ref has moved yet, so that a journal can note
	 * it; -1 stops. May be NULL. */
	int (*ready)(void *context, const char *id, struct error *error);
	void *context;
	/* The id that an interrupted run noted; empty: none. Where the ref has come to it already, only the index is
	 * brought up to date. */
	const char *noted;
};

struct history_commit {
	char id[COMMIT_ID_SIZE]; /* empty when all paths are ignored */
	bool stands;             /* after a failure: the ref has moved to the commit and could not be moved back */
};

/* A commit of coach's own. */
struct history_entry {
	char id[COMMIT_ID_SIZE];
	const char *message; /* whole */
	int64_t seconds;
	int offset_minutes;
};

struct history_log {
	struct history_entry *entries; /* latest first */
	size_t count;
};

struct history_log_request {
	struct history_place place;
	const char *ref; /* as in a commit request */
	/* What tells the wanted commits from a person's: how their messages begin ("coach("), and a trailer that they
	 * have ("Coach-Entry"). */
	const char *prefix;
	const char *trailer;
	/* How the messages of coach's other commits begin ("save edits before "). A ref that is no branch holds nothing
	 * but both down to the person's commit on which it began; there the reading ends. */
	const char *edits_prefix;
	size_t most; /* older ones are left out */
	/* Only those that changed one of these files or folders of the vault; none: any file of the vault. A repository
	 * may hold other vaults, whose commits are none of this one's. */
	const char *const *paths;
	size_t path_count;
};

/* A file as it was before a commit and after it, with line ends as in the work tree; at == NULL: not there. */
struct history_change {
	const char *path; /* relative to the vault */
	struct span before;
	struct span after;
};

struct history_changes {
	struct history_change *items; /* in order of path */
	size_t count;
};

/* A repository that is open: the module's own (repository.h). */
struct repository;

struct history {
	/* Looks for the repository that holds the vault; none is no error. */
	int (*look)(const struct history_place *place, bool *found, struct error *error);
	/* Makes a repository in the vault's folder, or in `folder`, and marks it as coach's own (coach.created in its
	 * configuration). It is there whole or not at all. */
	int (*create)(const struct history_place *place, struct error *error);
	/* Opens the repository that holds the vault, for a check and the commit that follows it: so git's index, which
	 * holds a line for each note of the vault, is read once. NULL where there is none, which is no error. Its
	 * memory is the arena's; `close` takes NULL too. */
	int (*open)(struct arena *arena, const struct history_place *place, struct repository **opened,
		struct error *error);
	void (*close)(struct repository *opened);
	/* Fails (ERROR_REFUSED, each with its own message and hint) where no commit may be made: merge, rebase,
	 * cherry-pick or bisect in progress, conflicted index, detached HEAD where the branch is meant, bare
	 * repository, a path that has a filter attribute or lies in another repository. `ignored[i]` says whether a
	 * commit would leave paths[i] out. Writes nothing. */
	int (*check)(struct repository *opened, const char *ref, const char *const *paths, size_t count, bool *ignored,
		struct error *error);
	/* One commit with only these paths on top of the ref's tree (HEAD's where the ref is new), never of the
	 * person's index. On the current branch the index entries of these paths alone are updated; beside it the index
	 * stays as it is. Ignored paths are left out. When it fails, the ref is where it was, but for `stands`: then
	 * the same request with `noted` finishes it. */
	int (*commit)(struct repository *opened, const struct history_commit_request *request,
		struct history_commit *made, struct error *error);
	/* Removes lock files (index.lock, those of refs, of the configuration where it lies elsewhere) that an
	 * interrupted run left: ours by uid, not older than `since` (nanoseconds since 1970, the journal's age), and
	 * opened by nobody. The caller holds the vault's lock.
	 */
	int (*unlock)(const struct history_place *place, const char *ref, int64_t since, struct error *error);
	/* The commits that are wanted, also of branches that were merged; none where there is no repository. The latest
	 * is first by the time of commit, and each before its parents. Texts lie in the arena. */
	int (*log)(struct arena *arena, const struct history_log_request *request, struct history_log *log,
		struct error *error);
	/* What a commit changed below the vault, against its first parent. ERROR_NOT_FOUND: no such commit. */
	int (*changes)(struct arena *arena, const struct history_place *place, const char *id,
		struct history_changes *changes, struct error *error);
	/* A three-way merge by lines, for files that are no Markdown. `clean` is false where both sides changed the
	 * same lines; then `text` is unspecified. */
	int (*merge_lines)(struct arena *arena, struct span base, struct span ours, struct span theirs,
		struct span *text, bool *clean, struct error *error);
};

/* Opens the module on first use. The folder that holds the running program is looked into first, then the installed
 * place. A missing module is ERROR_IO and says how to get it; then NULL. */
const struct history *history_open(struct error *error);

/* False where no repository can hold the vault, which is told without the module: no folder from the vault upwards has
 * a ".git", or the one elsewhere is not there. */
bool history_may_be_found(const struct history_place *place);

/* What the module exports. */
extern const struct history coach_history __attribute__((visibility("default")));

#endif
