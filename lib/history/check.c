/* Where no commit may be made, and why. */
#include "history/repository.h"
#include "history/tree.h"

#include "sys/file.h"

#include <string.h>

static const struct {
	int state;
	const char *what;
	const char *hint;
} unfinished[] = {
	{ GIT_REPOSITORY_STATE_MERGE, "a merge", "`git commit` finishes it, `git merge --abort` drops it" },
	{ GIT_REPOSITORY_STATE_REVERT, "a revert",
		"`git revert --continue` finishes it, `git revert --abort` drops it" },
	{ GIT_REPOSITORY_STATE_REVERT_SEQUENCE, "a revert",
		"`git revert --continue` finishes it, `git revert --abort` drops it" },
	{ GIT_REPOSITORY_STATE_CHERRYPICK, "a cherry-pick",
		"`git cherry-pick --continue` finishes it, `git cherry-pick --abort` drops it" },
	{ GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE, "a cherry-pick",
		"`git cherry-pick --continue` finishes it, `git cherry-pick --abort` drops it" },
	{ GIT_REPOSITORY_STATE_BISECT, "a bisect", "`git bisect reset` ends it" },
	{ GIT_REPOSITORY_STATE_REBASE, "a rebase",
		"`git rebase --continue` finishes it, `git rebase --abort` drops it" },
	{ GIT_REPOSITORY_STATE_REBASE_INTERACTIVE, "a rebase",
		"`git rebase --continue` finishes it, `git rebase --abort` drops it" },
	{ GIT_REPOSITORY_STATE_REBASE_MERGE, "a rebase",
		"`git rebase --continue` finishes it, `git rebase --abort` drops it" },
	{ GIT_REPOSITORY_STATE_APPLY_MAILBOX, "applying patches (git am)",
		"`git am --continue` finishes it, `git am --abort` drops it" },
	{ GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE, "a rebase or git am",
		"`git status` says how to finish or drop it" },
};

static int check_finished(git_repository *git, struct error *error)
{
	int state = git_repository_state(git);
	for (size_t i = 0; i < sizeof(unfinished) / sizeof(unfinished[0]); i++)
		if (unfinished[i].state == state) {
			error_set(error, ERROR_REFUSED, "the repository is in the middle of %s", unfinished[i].what);
			return error_hint(error, "%s", unfinished[i].hint);
		}
	return 0;
}

int repository_check_conflicts(git_index *index, struct error *error)
{
	if (!git_index_has_conflicts(index))
		return 0;
	error_set(error, ERROR_REFUSED, "git's index holds conflicts that are not resolved");
	return error_hint(error, "`git status` lists them");
}

static int open_index(git_repository *git, git_index **index, struct error *error)
{
	int code = git_repository_index(index, git);
	/* It may have been open for a while: what others wrote since is read. */
	if (code == 0)
		code = git_index_read(*index, false);
	if (code < 0) {
		git_failure(error, code, "git's index does not read");
		error->class = ERROR_REFUSED;
		return error_hint(
			error, "split and sparse indexes are not supported; `git status` says whether it is broken");
	}
	return repository_check_conflicts(*index, error);
}

/* In a repository of coach's own commits go to the branch; in a person's to a ref beside it, on whatever HEAD is. */
static int check_branch(struct repository *repository, struct error *error)
{
	const char *branch;
	if (repository_branch(repository, &branch, error))
		return -1;
	if (!repository->ours || strcmp(branch, "HEAD") != 0)
		return 0;
	error_set(error, ERROR_REFUSED, "the repository is on no branch (detached HEAD): a commit there would be lost");
	return error_hint(error, "`git switch BRANCH` puts it on one");
}

int repository_check_state(struct repository *repository, git_index **index, struct error *error)
{
	if (git_repository_is_bare(repository->git)) {
		error_set(error, ERROR_REFUSED, "the git repository is bare: it has no work tree for notes");
		return error_hint(error, "clone it, and keep the vault in the clone");
	}
	/* The state before the branch: a rebase detaches HEAD, and its own hint helps more. */
	if (check_finished(repository->git, error) || open_index(repository->git, index, error))
		return -1;
	return check_branch(repository, error);
}

static int check_attributes(git_repository *git, const char *git_path, struct error *error)
{
	static const char *const names[] = { "filter", "working-tree-encoding" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = NULL;
		int code = git_attr_get(&value, git, GIT_ATTR_CHECK_FILE_THEN_INDEX, git_path, names[i]);
		if (code < 0)
			return git_failure(error, code, "git's attributes do not read");
		git_attr_value_t kind = git_attr_value(value);
		if (kind != GIT_ATTR_VALUE_STRING && kind != GIT_ATTR_VALUE_TRUE)
			continue;
		error_at(error, ERROR_REFUSED, (struct position){ .path = git_path },
			"git would send this file through a filter (attribute %s), which coach does not run", names[i]);
		return error_hint(error, "history.enabled: false writes without commits");
	}
	return 0;
}

/* A folder on the way to the file that is a repository of its own: a submodule, or one that git would not enter. */
static bool is_foreign(struct repository *repository, git_index *index, const char *folder)
{
	const git_index_entry *entry = git_index_get_bypath(index, folder, 0);
	if (entry && entry->mode == GIT_FILEMODE_COMMIT)
		return true;
	const char *inner = arena_printf(&repository->arena, "%s/%s/.git", repository->folder, folder);
	return file_look(inner, NULL) != FILE_MISSING;
}

static int check_path(struct repository *repository, git_index *index, const char *git_path, struct error *error)
{
	for (const char *slash = strchr(git_path, '/'); slash; slash = strchr(slash + 1, '/')) {
		const char *folder = arena_copy_text(&repository->arena, span_between(git_path, slash));
		if (!is_foreign(repository, index, folder))
			continue;
		error_at(error, ERROR_REFUSED, (struct position){ .path = git_path },
			"the file lies in %s, which is a git repository of its own (a submodule)", folder);
		return error_hint(error, "make that folder a vault of its own, or write there by hand");
	}
	return check_attributes(repository->git, git_path, error);
}

int repository_check_path(struct repository *repository, git_index *index, const git_oid *last, const char *git_path,
	bool *ignored, struct error *error)
{
	if (tree_ignores(repository, index, last, git_path, ignored, error))
		return -1;
	return *ignored ? 0 : check_path(repository, index, git_path, error);
}

int history_check(struct repository *opened, const char *ref, const char *const *paths, size_t count, bool *ignored,
	struct error *error)
{
	GIT_OWNED(git_index) index = NULL;
	const char *name;
	git_oid last;
	bool has_last;
	bool is_tip;
	if (repository_check_state(opened, &index, error) || repository_ref(opened, ref, &name, error) ||
		repository_last(opened, name, &last, &has_last, &is_tip, error))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (repository_check_path(opened, index, has_last ? &last : NULL, repository_path(opened, paths[i]),
			    &ignored[i], error))
			return -1;
	return 0;
}
