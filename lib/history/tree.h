/* Trees and blobs: a commit's tree with some paths set to other texts. */
#ifndef COACH_HISTORY_TREE_H
#define COACH_HISTORY_TREE_H

#include "history/repository.h"

enum tree_entry_kind { TREE_KEPT, TREE_BLOB, TREE_ABSENT };

struct tree_entry {
	const char *path; /* relative to the work tree */
	size_t file;      /* index in the request */
	enum tree_entry_kind kind;
	git_oid blob; /* of TREE_BLOB */
};

/* The entry of a path, NULL where there is none: 0, or libgit2's code. A tree on the way that does not read is a
 * failure, which libgit2's own search by path takes for "none". The caller owns the entry. */
int tree_find(const git_tree *base, const char *path, git_tree_entry **found);

/* The same in a commit's tree; NULL: an empty one. */
int tree_find_in_commit(git_repository *git, const git_oid *commit, const char *path, git_tree_entry **found);

/* Writes the text as a blob, with line ends as git would store them; at == NULL: the path goes. */
int tree_entry_set(struct repository *repository, struct tree_entry *entry, struct span content, struct error *error);

/* The commit's tree (NULL: an empty one) with the entries set. `changed` is false when they are set already; then no
 * tree was written. */
int tree_with(struct repository *repository, const git_oid *commit, const struct tree_entry *entries, size_t count,
	git_oid *tree, bool *changed, struct error *error);

/* True when git ignores the path and does not track it nevertheless, in the index or in the commit (may be NULL). */
int tree_ignores(struct repository *repository, git_index *index, const git_oid *commit, const char *path,
	bool *ignored, struct error *error);

#endif
