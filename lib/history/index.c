#include "history/index.h"

#include "base/fault.h"
#include "sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <git2/sys/repository.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LOCK_TRIES = 20, LOCK_PAUSE_NS = 50000000, LOCK_MODE = 0666 };

static const char not_written[] = "git's index could not be written";

/* --- entries ----------------------------------------------------------------------------------------------------- */

void index_read_entries(git_index *index, struct tree_entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const git_index_entry *staged = git_index_get_bypath(index, entries[i].path, 0);
		bool holds_text = staged && !(staged->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD);
		entries[i].kind = holds_text ? TREE_BLOB : TREE_KEPT;
		if (holds_text)
			entries[i].blob = staged->id;
	}
}

static bool is_as_known(git_index *index, const struct tree_entry *known)
{
	struct tree_entry now = { .path = known->path };
	index_read_entries(index, &now, 1);
	if (known->kind == TREE_BLOB)
		return now.kind == TREE_BLOB && git_oid_equal(&now.blob, &known->blob);
	return now.kind == TREE_KEPT;
}

/* Times and size stay zero: git then compares the file itself before it trusts the entry, so that an edit made this
 * very moment is never taken for committed. What the person told git about the file stays: its mode, assume-unchanged,
 * skip-worktree. */
static int set_entry(git_index *index, const struct tree_entry *wanted)
{
	const git_index_entry *present = git_index_get_bypath(index, wanted->path, 0);
	bool executable = present && present->mode == GIT_FILEMODE_BLOB_EXECUTABLE;
	git_index_entry entry = {
		.mode = executable ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB,
		.id = wanted->blob,
		.flags = present ? present->flags & GIT_INDEX_ENTRY_VALID : 0,
		.flags_extended = present ? present->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE : 0,
		.path = wanted->path,
	};
	return git_index_add(index, &entry);
}

static int remove_entry(git_index *index, const char *path)
{
	int code = git_index_remove(index, path, 0);
	return code == GIT_ENOTFOUND ? 0 : code;
}

static int set_entries(git_index *index, const struct tree_entry *wanted, const struct tree_entry *known, size_t count)
{
	int code = 0;
	for (size_t i = 0; i < count && code == 0; i++) {
		if (wanted[i].kind == TREE_KEPT || !is_as_known(index, &known[i]))
			continue;
		code = wanted[i].kind == TREE_BLOB ? set_entry(index, &wanted[i]) : remove_entry(index, wanted[i].path);
	}
	return code;
}

/* --- under git's lock -------------------------------------------------------------------------------------------- */

static struct index_change change_of(struct repository *repository)
{
	struct arena *arena = &repository->arena;
	const char *named = path_join(arena, git_repository_path(repository->git), "index");
	const char *resolved = path_resolve(arena, named);
	const char *path = resolved ? resolved : named;
	return (struct index_change){
		.path = path,
		.folder = path_folder(arena, path),
		.lock = arena_printf(arena, "%s.lock", path),
		.next = arena_printf(arena, "%s.coach", path),
		.next_lock = arena_printf(arena, "%s.coach.lock", path),
		.held = INDEX_NOT_HELD,
	};
}

static void remove_next(const struct index_change *change)
{
	unlink(change->next_lock);
	unlink(change->next);
}

static bool take_lock(struct index_change *change)
{
	change->held = open(change->lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, LOCK_MODE);
	if (change->held < 0)
		return false;
	remove_next(change);
	return true;
}

static int wait_for_lock(struct index_change *change, struct error *error)
{
	const struct timespec pause = { 0, LOCK_PAUSE_NS };
	for (int tries = 0; tries < LOCK_TRIES; tries++) {
		if (take_lock(change))
			return 0;
		if (errno != EEXIST && errno != EINTR)
			return error_system(error, change->lock, not_written);
		nanosleep(&pause, NULL);
	}
	return git_locked(error, not_written, span_of(change->lock));
}

/* With the time of the one that it is made from: by that an entry is told whose file was changed in the moment when
 * the index was written. */
static int write_copy(int from, int to)
{
	struct stat status;
	if (fstat(from, &status) || file_copy_rest(from, to))
		return -1;
	const struct timespec times[] = { status.st_mtim, status.st_mtim };
	return futimens(to, times);
}

/* A repository in which nothing was ever staged has no index. */
static int copy_index(const struct index_change *change, struct error *error)
{
	int present = file_open_in(AT_FDCWD, change->path, 0);
	if (present < 0)
		return errno == ENOENT ? 0 : error_system(error, change->path, "git's index does not read");
	int next = open(change->next, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, LOCK_MODE);
	int failed = next < 0 || write_copy(present, next);
	file_close(present);
	if (next >= 0 && close(next))
		failed = -1;
	return failed ? error_system(error, change->next, not_written) : 0;
}

/* The repository's own for that long: libgit2 then compares the files of which the times do not tell. */
static int open_next(const struct index_change *change, git_repository *git, git_index **index, struct error *error)
{
	/* The one that is open goes first: the next one then has its memory. */
	git_repository_set_index(git, NULL);
	int code = git_index_open(index, change->next);
	if (code == 0)
		code = git_repository_set_index(git, *index);
	if (code == 0)
		code = git_index_set_caps(*index, GIT_INDEX_CAPABILITY_FROM_OWNER);
	return code < 0 ? git_failure(error, code, "git's index does not read")
			: repository_check_conflicts(*index, error);
}

static int write_next(const struct index_change *change, git_repository *git, const struct tree_entry *wanted,
	const struct tree_entry *known, size_t count, struct error *error)
{
	GIT_OWNED(git_index) index = NULL;
	int code = 0;
	int result = open_next(change, git, &index, error);
	if (result == 0)
		code = set_entries(index, wanted, known, count);
	if (result == 0 && code == 0)
		code = git_index_write(index);
	git_repository_set_index(git, NULL);
	return code < 0 ? git_failure(error, code, not_written) : result;
}

/* The next index is now the lock itself, as git has it, and was never without an open descriptor. */
static int make_lock(struct index_change *change, struct error *error)
{
	int next = file_open_in(AT_FDCWD, change->next, 0);
	if (next < 0 || rename(change->next, change->lock)) {
		error_system(error, change->next, not_written);
		if (next >= 0)
			close(next);
		return -1;
	}
	close(change->held);
	change->held = next;
	return 0;
}

int index_prepare(struct index_change *change, struct repository *repository, const struct tree_entry *wanted,
	const struct tree_entry *known, size_t count, struct error *error)
{
	*change = change_of(repository);
	if (wait_for_lock(change, error))
		return -1;
	fault_point("index locked");
	if (copy_index(change, error) || write_next(change, repository->git, wanted, known, count, error))
		return -1;
	fault_point("next index written");
	return make_lock(change, error);
}

int index_sync(const struct index_change *change, struct error *error)
{
	return file_sync(change->held) ? error_system(error, change->lock, "cannot be made durable") : 0;
}

int index_publish(struct index_change *change, struct error *error)
{
	if (rename(change->lock, change->path))
		return error_system(error, change->path, not_written);
	close(change->held);
	change->held = INDEX_NOT_HELD;
	fault_point("index written");
	return file_sync_folder(change->folder, error);
}

void index_discard(struct index_change *change)
{
	if (change->held == INDEX_NOT_HELD)
		return;
	remove_next(change);
	unlink(change->lock);
	close(change->held);
	change->held = INDEX_NOT_HELD;
}

void index_tidy(struct repository *repository)
{
	struct index_change change INDEX_CHANGE_CLEANUP = change_of(repository);
	if (file_look(change.next, NULL) != FILE_MISSING || file_look(change.next_lock, NULL) != FILE_MISSING)
		take_lock(&change);
}
