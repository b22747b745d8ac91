#include "history/index.h"

#include <stdio.h>
#include <time.h>

enum { LOCK_TRIES = 20, LOCK_PAUSE_NS = 50000000 };

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

static int write_when_free(git_index *index)
{
	const struct timespec pause = { 0, LOCK_PAUSE_NS };
	int code = git_index_write(index);
	for (int tries = 1; code == GIT_ELOCKED && tries < LOCK_TRIES; tries++) {
		nanosleep(&pause, NULL);
		code = git_index_write(index);
	}
	return code;
}

static int not_written(git_index *index, int code, struct error *error)
{
	static const char what[] = "git's index could not be written";
	char lock[HISTORY_PATH_SIZE];
	snprintf(lock, sizeof(lock), "%s.lock", git_index_path(index));
	return code == GIT_ELOCKED ? git_locked(error, what, span_of(lock)) : git_failure(error, code, what);
}

int index_update(git_index *index, const struct tree_entry *entries, size_t count, struct error *error)
{
	int code = 0;
	for (size_t i = 0; i < count && code == 0; i++) {
		if (entries[i].kind == TREE_BLOB)
			code = set_entry(index, &entries[i]);
		else if (entries[i].kind == TREE_ABSENT)
			code = remove_entry(index, entries[i].path);
	}
	if (code == 0)
		code = write_when_free(index);
	return code < 0 ? not_written(index, code, error) : 0;
}
