/* The commits that coach made, latest first. */
#include "history/repository.h"
#include "history/tree.h"

#include <string.h>

struct reading {
	const struct history_log_request *request;
	struct repository repository;
	struct arena *arena;
	bool own_ref;       /* no branch: moved by coach alone */
	const char **paths; /* relative to the work tree; "" for the whole of it */
	size_t path_count;
	struct history_log log;
	size_t capacity;
};

static void find_paths(struct reading *reading)
{
	const struct history_log_request *request = reading->request;
	struct span folder = span_of(reading->repository.prefix);
	reading->path_count = request->path_count ? request->path_count : 1;
	reading->paths = arena_new_array(reading->arena, reading->path_count, const char *);
	reading->paths[0] = arena_copy_text(reading->arena, span_slice(folder, 0, folder.length - (folder.length > 0)));
	for (size_t i = 0; i < request->path_count; i++)
		reading->paths[i] = repository_path(&reading->repository, request->paths[i]);
}

/* From the ref, or, in a clone that coach has not written to, from where it will begin. */
static int open_walk(struct reading *reading, git_revwalk **walk, bool *empty, struct error *error)
{
	git_repository *git = reading->repository.git;
	const char *ref;
	git_oid last;
	bool found;
	bool tip;
	if (repository_ref(&reading->repository, reading->request->ref, &ref, error) ||
		repository_last(&reading->repository, ref, &last, &found, &tip, error))
		return -1;
	reading->own_ref = !repository_is_branch(ref);
	*empty = !found;
	if (!found)
		return 0;
	int code = git_revwalk_new(walk, git);
	if (code == 0)
		code = git_revwalk_sorting(*walk, GIT_SORT_NONE);
	if (code == 0)
		code = git_revwalk_push(*walk, &last);
	return code < 0 ? git_failure(error, code, "git's history does not read") : 0;
}

/* What stands at the path in the commit's tree; zeros where nothing does. */
static int object_at(const git_commit *commit, const char *path, git_oid *object)
{
	GIT_OWNED(git_tree) tree = NULL;
	GIT_OWNED(git_tree_entry) entry = NULL;
	*object = (git_oid){ { 0 } };
	int code = commit ? git_commit_tree(&tree, commit) : 0;
	if (code < 0 || !tree)
		return code;
	if (path[0])
		code = tree_find(tree, path, &entry);
	if (!path[0])
		*object = *git_tree_id(tree);
	else if (entry)
		*object = *git_tree_entry_id(entry);
	return code;
}

/* NULL for the first commit, and for the last that a shallow clone has. */
static int first_parent(const struct reading *reading, const git_commit *commit, git_commit **parent)
{
	*parent = NULL;
	int code = git_commit_parentcount(commit) > 0 ? git_commit_parent(parent, commit, 0) : 0;
	return code == GIT_ENOTFOUND && git_repository_is_shallow(reading->repository.git) ? 0 : code;
}

/* Whether the commit changed one of the paths, against its first parent. */
static int look_at_paths(struct reading *reading, const git_commit *commit, bool *changed)
{
	GIT_OWNED(git_commit) parent = NULL;
	int code = first_parent(reading, commit, &parent);
	*changed = false;
	for (size_t i = 0; code == 0 && !*changed && i < reading->path_count; i++) {
		git_oid before;
		git_oid after;
		code = object_at(parent, reading->paths[i], &before);
		if (code == 0)
			code = object_at(commit, reading->paths[i], &after);
		*changed = code == 0 && !git_oid_equal(&before, &after);
	}
	return code;
}

/* A person may title a commit as coach does: the trailer is what they would not write. */
static bool is_entry(const struct history_log_request *request, struct span message)
{
	struct span line;
	if (!span_starts_with(message, request->prefix))
		return false;
	while (span_next_line(&message, &line))
		if (span_skip(&line, request->trailer) && span_skip(&line, ": "))
			return true;
	return false;
}

static void add(struct reading *reading, const git_oid *id, const git_commit *commit)
{
	struct history_log *log = &reading->log;
	log->entries = arena_grow(reading->arena, log->entries, log->count, &reading->capacity, sizeof(*log->entries));
	struct history_entry *entry = &log->entries[log->count++];
	git_oid_tostr(entry->id, sizeof(entry->id), id);
	entry->message = arena_copy_text(reading->arena, span_of(git_commit_message(commit)));
	entry->seconds = git_commit_time(commit);
	entry->offset_minutes = git_commit_time_offset(commit);
}

/* `ends`: the ref began on this commit, which is a person's. `first`: it has no parents. */
static int read_commit(struct reading *reading, const git_oid *id, bool *ends, bool *first)
{
	GIT_OWNED(git_commit) commit = NULL;
	bool changed = false;
	int code = git_commit_lookup(&commit, reading->repository.git, id);
	if (code < 0)
		return code;
	*first = git_commit_parentcount(commit) == 0;
	struct span message = span_of(git_commit_message(commit));
	bool entry = is_entry(reading->request, message);
	*ends = reading->own_ref && !entry && !span_starts_with(message, reading->request->edits_prefix);
	if (entry)
		code = look_at_paths(reading, commit, &changed);
	if (changed)
		add(reading, id, commit);
	return code;
}

/* Where it has no memory for a commit, libgit2 ends before it and says nothing. So does a shallow clone, rightly. */
static int read_commits(struct reading *reading, git_revwalk *walk, struct error *error)
{
	git_oid id;
	bool ends = false;
	bool first = false;
	int code = 0;
	while (code == 0 && !ends && reading->log.count < reading->request->most) {
		code = git_revwalk_next(&id, walk);
		if (code == 0)
			code = read_commit(reading, &id, &ends, &first);
	}
	bool shallow = code < 0 && git_repository_is_shallow(reading->repository.git);
	bool at_end = code == GIT_ITEROVER && first;
	if (code == 0 || at_end || (shallow && (code == GIT_ITEROVER || code == GIT_ENOTFOUND)))
		return 0;
	if (code == GIT_ITEROVER)
		return error_set(error, ERROR_IO, "git's history does not read: it ends before its first commit");
	return git_failure(error, code, "git's history does not read");
}

static int read_log(struct reading *reading, struct error *error)
{
	GIT_OWNED(git_revwalk) walk = NULL;
	bool empty;
	find_paths(reading);
	if (open_walk(reading, &walk, &empty, error))
		return -1;
	return empty ? 0 : read_commits(reading, walk, error);
}

int history_log(
	struct arena *arena, const struct history_log_request *request, struct history_log *log, struct error *error)
{
	struct reading reading = { .request = request, .arena = arena };
	int result = repository_open(&reading.repository, &request->place, error);
	if (result == 0 && reading.repository.git)
		result = read_log(&reading, error);
	repository_close(&reading.repository);
	if (result == 0)
		*log = reading.log;
	return result;
}
