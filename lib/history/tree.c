#include "history/tree.h"

#include <stdio.h>
#include <string.h>

/* Only what git itself does to line ends: external filters were refused. */
static int write_blob(git_repository *git, const char *path, struct span content, git_oid *id)
{
	GIT_OWNED(git_filter_list) filters = NULL;
	int code = git_filter_list_load(&filters, git, NULL, path, GIT_FILTER_TO_ODB, GIT_FILTER_ALLOW_UNSAFE);
	if (code < 0)
		return code;
	if (!filters)
		return git_blob_create_from_buffer(id, git, content.at, content.length);
	git_buf stored = { 0 };
	code = git_filter_list_apply_to_buffer(&stored, filters, content.at, content.length);
	if (code == 0)
		code = git_blob_create_from_buffer(id, git, stored.ptr, stored.size);
	git_buf_dispose(&stored);
	return code;
}

int tree_entry_set(struct repository *repository, struct tree_entry *entry, struct span content, struct error *error)
{
	entry->kind = content.at ? TREE_BLOB : TREE_ABSENT;
	int code = content.at ? write_blob(repository->git, entry->path, content, &entry->blob) : 0;
	return code < 0 ? git_failure(error, code, "the text could not be stored in git") : 0;
}

static int empty_tree(git_repository *git, git_tree **tree)
{
	GIT_OWNED(git_treebuilder) builder = NULL;
	git_oid id;
	int code = git_treebuilder_new(&builder, git, NULL);
	if (code == 0)
		code = git_treebuilder_write(&id, builder);
	return code == 0 ? git_tree_lookup(tree, git, &id) : code;
}

static int tree_of(git_repository *git, const git_oid *id, git_tree **tree)
{
	if (!id)
		return empty_tree(git, tree);
	GIT_OWNED(git_commit) commit = NULL;
	int code = git_commit_lookup(&commit, git, id);
	return code == 0 ? git_commit_tree(tree, commit) : code;
}

static bool is_regular(git_filemode_t mode)
{
	return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

int tree_find(const git_tree *base, const char *path, git_tree_entry **found)
{
	GIT_OWNED(git_tree) inner = NULL;
	const char *slash = strchr(path, '/');
	char name[HISTORY_PATH_SIZE];
	snprintf(name, sizeof(name), "%.*s", slash ? (int)(slash - path) : (int)strlen(path), path);
	const git_tree_entry *entry = git_tree_entry_byname(base, name);
	*found = NULL;
	if (!entry || (slash && git_tree_entry_type(entry) != GIT_OBJECT_TREE))
		return 0;
	if (!slash)
		return git_tree_entry_dup(found, entry);
	int code = git_tree_lookup(&inner, git_tree_owner(base), git_tree_entry_id(entry));
	return code < 0 ? code : tree_find(inner, slash + 1, found);
}

static bool is_set(const git_tree_entry *present, const git_tree_update *update)
{
	return present && git_tree_entry_filemode(present) == update->filemode &&
	       git_oid_equal(git_tree_entry_id(present), &update->id);
}

/* Adds what must be done to the tree for this entry, unless it is so already. */
static int add_update(const git_tree *base, const struct tree_entry *entry, git_tree_update *updates, size_t *count)
{
	GIT_OWNED(git_tree_entry) present = NULL;
	int code = entry->kind == TREE_KEPT ? 0 : tree_find(base, entry->path, &present);
	if (code < 0 || entry->kind == TREE_KEPT || (entry->kind == TREE_ABSENT && !present))
		return code;
	git_tree_update update = { .action = GIT_TREE_UPDATE_REMOVE, .path = entry->path };
	if (entry->kind == TREE_BLOB) {
		git_filemode_t mode = present ? git_tree_entry_filemode(present) : GIT_FILEMODE_BLOB;
		update.action = GIT_TREE_UPDATE_UPSERT;
		update.id = entry->blob;
		update.filemode = is_regular(mode) ? mode : GIT_FILEMODE_BLOB;
	}
	if (entry->kind == TREE_ABSENT || !is_set(present, &update))
		updates[(*count)++] = update;
	return 0;
}

int tree_with(struct repository *repository, const git_oid *commit, const struct tree_entry *entries, size_t count,
	git_oid *tree, bool *changed, struct error *error)
{
	GIT_OWNED(git_tree) base = NULL;
	int code = tree_of(repository->git, commit, &base);
	git_tree_update *updates = arena_new_array(&repository->arena, count, git_tree_update);
	size_t needed = 0;
	for (size_t i = 0; i < count && code == 0; i++)
		code = add_update(base, &entries[i], updates, &needed);
	if (code < 0)
		return git_failure(error, code, "git's last commit does not read");
	*changed = needed > 0;
	if (needed > 0)
		code = git_tree_create_updated(tree, repository->git, base, needed, updates);
	return code < 0 ? git_failure(error, code, "the new tree could not be stored in git") : 0;
}

int tree_find_in_commit(git_repository *git, const git_oid *commit, const char *path, git_tree_entry **found)
{
	GIT_OWNED(git_tree) tree = NULL;
	int code = tree_of(git, commit, &tree);
	return code < 0 ? code : tree_find(tree, path, found);
}

int tree_ignores(struct repository *repository, git_index *index, const git_oid *commit, const char *path,
	bool *ignored, struct error *error)
{
	GIT_OWNED(git_tree_entry) tracked = NULL;
	int matches = 0;
	int code = git_ignore_path_is_ignored(&matches, repository->git, path);
	if (code == 0 && matches)
		code = tree_find_in_commit(repository->git, commit, path, &tracked);
	if (code < 0)
		return git_failure(error, code, "git does not say what it ignores");
	*ignored = matches && !tracked && !git_index_get_bypath(index, path, 0);
	return 0;
}
