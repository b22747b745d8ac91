/* What one commit changed, as texts of the work tree; and a merge by lines. */
#include "history/repository.h"

#include <string.h>

struct reading {
	struct arena *arena;
	struct repository *repository;
	struct history_changes changes;
	size_t capacity;
};

static int find_commit(git_repository *git, const char *id, git_commit **commit, struct error *error)
{
	git_oid oid;
	int code = git_oid_fromstr(&oid, id);
	if (code == 0)
		code = git_commit_lookup(commit, git, &oid);
	if (code < 0 && code != GIT_ENOTFOUND)
		return git_failure(error, code, "git's commit does not read");
	return code < 0 ? error_set(error, ERROR_NOT_FOUND, "git has no commit %s", id) : 0;
}

static int diff_with_parent(git_repository *git, const git_commit *commit, git_diff **diff)
{
	GIT_OWNED(git_commit) parent = NULL;
	GIT_OWNED(git_tree) before = NULL;
	GIT_OWNED(git_tree) after = NULL;
	int code = git_commit_tree(&after, commit);
	if (code == 0 && git_commit_parentcount(commit) > 0) {
		code = git_commit_parent(&parent, commit, 0);
		if (code == 0)
			code = git_commit_tree(&before, parent);
	}
	return code < 0 ? code : git_diff_tree_to_tree(diff, git, before, after, NULL);
}

/* A text as git would lay it into the work tree; nothing for what is no regular file. */
static int read_side(struct reading *reading, const git_diff_file *side, struct span *text)
{
	GIT_OWNED(git_blob) blob = NULL;
	git_buf filtered = { 0 };
	git_blob_filter_options options;
	*text = SPAN_NONE;
	if (side->mode != GIT_FILEMODE_BLOB && side->mode != GIT_FILEMODE_BLOB_EXECUTABLE)
		return 0;
	int code = git_blob_filter_options_init(&options, GIT_BLOB_FILTER_OPTIONS_VERSION);
	if (code == 0)
		code = git_blob_lookup(&blob, reading->repository->git, &side->id);
	if (code == 0)
		code = git_blob_filter(&filtered, blob, side->path, &options);
	if (code == 0)
		*text = (struct span){ arena_copy_text(reading->arena, (struct span){ filtered.ptr, filtered.size }),
			filtered.size };
	git_buf_dispose(&filtered);
	return code;
}

static int add(struct reading *reading, const git_diff_delta *delta)
{
	struct history_changes *changes = &reading->changes;
	const char *prefix = reading->repository->prefix;
	if (strncmp(delta->new_file.path, prefix, strlen(prefix)) != 0)
		return 0;
	changes->items =
		arena_grow(reading->arena, changes->items, changes->count, &reading->capacity, sizeof(*changes->items));
	struct history_change *change = &changes->items[changes->count++];
	change->path = arena_copy_text(reading->arena, span_of(delta->new_file.path + strlen(prefix)));
	int code = read_side(reading, &delta->old_file, &change->before);
	return code < 0 ? code : read_side(reading, &delta->new_file, &change->after);
}

static int read_changes(struct reading *reading, const char *id, struct error *error)
{
	GIT_OWNED(git_commit) commit = NULL;
	GIT_OWNED(git_diff) diff = NULL;
	git_repository *git = reading->repository->git;
	if (find_commit(git, id, &commit, error))
		return -1;
	int code = diff_with_parent(git, commit, &diff);
	for (size_t i = 0; code == 0 && i < git_diff_num_deltas(diff); i++)
		code = add(reading, git_diff_get_delta(diff, i));
	return code < 0 ? git_failure(error, code, "the commit does not read") : 0;
}

int history_changes(struct arena *arena, const struct history_place *place, const char *id,
	struct history_changes *changes, struct error *error)
{
	struct repository repository REPOSITORY_CLEANUP;
	if (repository_open(&repository, place, error))
		return -1;
	if (!repository.git)
		return error_set(error, ERROR_NOT_FOUND, "%s lies in no git repository any more", place->vault);
	struct reading reading = { .arena = arena, .repository = &repository };
	if (read_changes(&reading, id, error))
		return -1;
	*changes = reading.changes;
	return 0;
}

/* --- by lines ---------------------------------------------------------------------------------------------------- */

static git_merge_file_input input_of(struct span text)
{
	git_merge_file_input input;
	git_merge_file_input_init(&input, GIT_MERGE_FILE_INPUT_VERSION);
	input.ptr = text.length ? text.at : "";
	input.size = text.length;
	return input;
}

int history_merge_lines(struct arena *arena, struct span base, struct span ours, struct span theirs, struct span *text,
	bool *clean, struct error *error)
{
	git_merge_file_input inputs[] = { input_of(base), input_of(ours), input_of(theirs) };
	git_merge_file_result merged = { 0 };
	if (repository_start(error))
		return -1;
	int code = git_merge_file(&merged, &inputs[0], &inputs[1], &inputs[2], NULL);
	if (code < 0)
		return git_failure(error, code, "the texts cannot be merged");
	*clean = merged.automergeable;
	*text = arena_copy_span(arena, (struct span){ merged.ptr, merged.len });
	git_merge_file_result_free(&merged);
	return 0;
}
