/* The commits that coach made, latest first. */
#include "history/repository.h"

#include <string.h>

struct reading {
	const struct history_log_request *request;
	struct repository repository;
	struct arena *arena;
	struct history_log log;
	size_t capacity;
};

static int open_walk(struct reading *reading, git_revwalk **walk, bool *empty, struct error *error)
{
	git_repository *git = reading->repository.git;
	const char *ref;
	git_oid tip;
	*empty = true;
	if (repository_ref(&reading->repository, reading->request->ref, &ref, error))
		return -1;
	int code = git_reference_name_to_id(&tip, git, ref);
	if (code == GIT_ENOTFOUND)
		return 0;
	*empty = false;
	if (code == 0)
		code = git_revwalk_new(walk, git);
	if (code == 0)
		code = git_revwalk_sorting(*walk, GIT_SORT_TOPOLOGICAL);
	if (code == 0)
		code = git_revwalk_push(*walk, &tip);
	return code < 0 ? git_failure(error, code, "git's history does not read") : 0;
}

/* What stands at the path in the commit's tree; zeros where nothing does. */
static git_oid object_at(const git_commit *commit, const char *path)
{
	GIT_OWNED(git_tree) tree = NULL;
	GIT_OWNED(git_tree_entry) entry = NULL;
	git_oid none = { { 0 } };
	bool there = commit && git_commit_tree(&tree, commit) == 0 && git_tree_entry_bypath(&entry, tree, path) == 0;
	return there ? *git_tree_entry_id(entry) : none;
}

static bool is_wanted(struct reading *reading, const git_commit *commit)
{
	const struct history_log_request *request = reading->request;
	GIT_OWNED(git_commit) parent = NULL;
	if (strncmp(git_commit_message(commit), request->prefix, strlen(request->prefix)) != 0)
		return false;
	if (git_commit_parentcount(commit) > 0 && request->path_count > 0)
		git_commit_parent(&parent, commit, 0);
	for (size_t i = 0; i < request->path_count; i++) {
		const char *path = repository_path(&reading->repository, request->paths[i]);
		git_oid after = object_at(commit, path);
		git_oid before = object_at(parent, path);
		if (!git_oid_equal(&after, &before))
			return true;
	}
	return request->path_count == 0;
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

static int read_commits(struct reading *reading, git_revwalk *walk, struct error *error)
{
	git_oid id;
	int code = 0;
	while (reading->log.count < reading->request->most && (code = git_revwalk_next(&id, walk)) == 0) {
		GIT_OWNED(git_commit) commit = NULL;
		code = git_commit_lookup(&commit, reading->repository.git, &id);
		if (code < 0)
			break;
		if (is_wanted(reading, commit))
			add(reading, &id, commit);
	}
	return code < 0 && code != GIT_ITEROVER ? git_failure(error, code, "git's history does not read") : 0;
}

static int read_log(struct reading *reading, struct error *error)
{
	GIT_OWNED(git_revwalk) walk = NULL;
	bool empty;
	if (open_walk(reading, &walk, &empty, error))
		return -1;
	return empty ? 0 : read_commits(reading, walk, error);
}

int history_log(
	struct arena *arena, const struct history_log_request *request, struct history_log *log, struct error *error)
{
	struct reading reading = { .request = request, .arena = arena };
	if (repository_open(&reading.repository, &request->place, error))
		return -1;
	int result = reading.repository.git ? read_log(&reading, error) : 0;
	repository_close(&reading.repository);
	if (result == 0)
		*log = reading.log;
	return result;
}
