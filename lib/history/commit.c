#include "base/fault.h"
#include "history/index.h"
#include "history/repository.h"
#include "history/tree.h"

#include <string.h>

/* One call of history_commit, from the refused states to the moved ref. */
struct committing {
	const struct history_commit_request *request;
	struct repository *repository;
	git_index *index; /* until the next one is made of it */
	const char *ref;
	bool on_branch;
	bool stands;  /* as struct history_commit has it */
	bool has_tip; /* the ref exists: `tip` is where it stands */
	git_oid tip;
	bool has_last; /* the commit that the next one stands on: the tip, HEAD's where the ref is new, then our own */
	git_oid last;
	struct tree_entry *entries; /* of the paths that are not ignored */
	struct tree_entry *staged;  /* what the index held of them; TREE_ABSENT: nothing */
	size_t count;
};

static int find_ref(struct committing *work, struct error *error)
{
	const char *branch;
	if (repository_ref(work->repository, work->request->ref, &work->ref, error) ||
		repository_branch(work->repository, &branch, error) ||
		repository_last(work->repository, work->ref, &work->last, &work->has_last, &work->has_tip, error))
		return -1;
	work->on_branch = strcmp(work->ref, branch) == 0;
	work->tip = work->last;
	return 0;
}

static int choose_paths(struct committing *work, struct error *error)
{
	const struct history_commit_request *request = work->request;
	work->entries = arena_new_array(&work->repository->arena, request->count, struct tree_entry);
	for (size_t i = 0; i < request->count; i++) {
		const char *path = repository_path(work->repository, request->files[i].path);
		const git_oid *last = work->has_last ? &work->last : NULL;
		bool ignored;
		if (repository_check_path(work->repository, work->index, last, path, &ignored, error))
			return -1;
		if (!ignored)
			work->entries[work->count++] = (struct tree_entry){ .path = path, .file = i };
	}
	return 0;
}

/* The person's name where git knows one; a machine without is no reason to lose history. */
static git_signature *signature(const struct committing *work)
{
	GIT_OWNED(git_signature) person = NULL;
	git_signature *signature = NULL;
	git_signature_default(&person, work->repository->git);
	int code = git_signature_new(&signature, person ? person->name : "coach",
		person ? person->email : "coach@localhost", work->request->seconds, work->request->offset_minutes);
	return code < 0 ? NULL : signature;
}

static int write_commit(struct committing *work, const git_oid *tree_id, const char *message, struct error *error)
{
	git_repository *git = work->repository->git;
	GIT_OWNED(git_signature) author = signature(work);
	GIT_OWNED(git_tree) tree = NULL;
	GIT_OWNED(git_commit) parent = NULL;
	int code = author ? git_tree_lookup(&tree, git, tree_id) : -1;
	if (code == 0 && work->has_last)
		code = git_commit_lookup(&parent, git, &work->last);
	const git_commit *parents[] = { parent };
	git_oid id;
	if (code == 0)
		code = git_commit_create(
			&id, git, NULL, author, author, "UTF-8", message, tree, work->has_last ? 1 : 0, parents);
	if (code < 0)
		return git_failure(error, code, "the commit could not be written");
	work->last = id;
	work->has_last = true;
	return 0;
}

/* A commit of the entries on top of the last one; none where its tree has them already. */
static int add_commit(struct committing *work, const char *message, struct error *error)
{
	git_oid tree;
	bool changed;
	const git_oid *last = work->has_last ? &work->last : NULL;
	if (tree_with(work->repository, last, work->entries, work->count, &tree, &changed, error))
		return -1;
	return changed ? write_commit(work, &tree, message, error) : 0;
}

static int set_before(struct committing *work, struct error *error)
{
	for (size_t i = 0; i < work->count; i++)
		if (tree_entry_set(
			    work->repository, &work->entries[i], work->request->before[work->entries[i].file], error))
			return -1;
	return 0;
}

static int set_after(struct committing *work, struct error *error)
{
	for (size_t i = 0; i < work->count; i++)
		if (tree_entry_set(work->repository, &work->entries[i],
			    work->request->files[work->entries[i].file].content, error))
			return -1;
	return 0;
}

static void note_staged(struct committing *work)
{
	work->staged = arena_new_array(&work->repository->arena, work->count, struct tree_entry);
	memcpy(work->staged, work->entries, work->count * sizeof(*work->staged));
	index_read_entries(work->index, work->staged, work->count);
	for (size_t i = 0; i < work->count; i++)
		if (work->staged[i].kind == TREE_KEPT)
			work->staged[i].kind = TREE_ABSENT;
}

/* What the person staged of our paths, then what the files held, then the command's own texts. */
static int write_commits(struct committing *work, struct error *error)
{
	note_staged(work);
	index_read_entries(work->index, work->entries, work->count);
	if (work->on_branch && add_commit(work, work->request->edits_message, error))
		return -1;
	if (set_before(work, error) || add_commit(work, work->request->edits_message, error))
		return -1;
	fault_point("edits committed");
	return set_after(work, error) ? -1 : add_commit(work, work->request->message, error);
}

static int move_ref(
	struct committing *work, const git_oid *to, const git_oid *from, const char *reason, struct error *error)
{
	GIT_OWNED(git_reference) moved = NULL;
	struct span subject = span_slice(span_of(reason), 0, span_find_byte(span_of(reason), '\n'));
	int code = git_reference_create_matching(&moved, work->repository->git, work->ref, to, from != NULL, from,
		arena_copy_text(&work->repository->arena, subject));
	return code < 0 ? git_failure(error, code, "the branch could not be moved") : 0;
}

/* A ref that cannot be read now counts as moved. */
static bool may_have_moved(const struct committing *work)
{
	git_oid now;
	int code = git_reference_name_to_id(&now, work->repository->git, work->ref);
	if (code < 0)
		return code != GIT_ENOTFOUND;
	return git_oid_equal(&now, &work->last);
}

/* Half a commit is none: the ref goes back where the index cannot follow, or where it moved and is not durable. */
static void move_ref_back(struct committing *work)
{
	struct error ignored = ERROR_INIT;
	if (!may_have_moved(work))
		return;
	if (work->has_tip)
		move_ref(work, &work->tip, &work->last, "taken back", &ignored);
	else
		git_reference_remove(work->repository->git, work->ref);
	work->stands = may_have_moved(work);
}

/* The next index, under git's lock: beside the branch there is none. */
static int prepare_index(struct committing *work, struct index_change *change, struct error *error)
{
	if (!work->on_branch)
		return 0;
	release_git_index(&work->index);
	work->index = NULL;
	if (index_prepare(change, work->repository, work->entries, work->staged, work->count, error))
		return -1;
	return index_sync(change, error);
}

static int follow_with_index(struct committing *work, struct index_change *change, struct error *error)
{
	if (repository_sync_refs(work->repository, work->ref, error))
		return -1;
	return work->on_branch ? index_publish(change, error) : 0;
}

/* One that is in place and could not be made durable. Where nothing can be made durable any more, it goes back
 * nevertheless. */
static void put_index_back(struct committing *work)
{
	struct index_change change INDEX_CHANGE_CLEANUP = INDEX_CHANGE_INIT;
	struct error ignored = ERROR_INIT;
	if (index_prepare(&change, work->repository, work->staged, work->entries, work->count, &ignored) == 0)
		index_publish(&change, &ignored);
}

/* The ref and the index, which git sees as one: its lock is held from before the first to after the second. */
static int move_both(struct committing *work, struct error *error)
{
	struct index_change change INDEX_CHANGE_CLEANUP = INDEX_CHANGE_INIT;
	if (prepare_index(work, &change, error))
		return -1;
	if (move_ref(work, &work->last, work->has_tip ? &work->tip : NULL, work->request->message, error)) {
		move_ref_back(work);
		return -1;
	}
	fault_point("ref moved");
	if (follow_with_index(work, &change, error) == 0)
		return 0;
	bool held = change.held != INDEX_NOT_HELD;
	index_discard(&change);
	if (work->on_branch && !held)
		put_index_back(work);
	move_ref_back(work);
	return -1;
}

static int publish(struct committing *work, struct error *error)
{
	const struct history_commit_request *request = work->request;
	char id[COMMIT_ID_SIZE];
	git_oid_tostr(id, sizeof(id), &work->last);
	if (repository_sync_objects(work->repository, error))
		return -1;
	fault_point("objects synced");
	if (request->ready && request->ready(request->context, id, error))
		return -1;
	return move_both(work, error);
}

/* True when the ref holds the commit that an interrupted run noted; `last` is then that commit. */
static bool is_published(struct committing *work)
{
	git_oid noted;
	const char *id = work->request->noted;
	if (!work->has_tip || !id || !id[0] || git_oid_fromstr(&noted, id) < 0)
		return false;
	if (!git_oid_equal(&noted, &work->tip) &&
		git_graph_descendant_of(work->repository->git, &work->tip, &noted) != 1)
		return false;
	work->last = noted;
	return true;
}

static int was_held(
	struct committing *work, git_commit *made, unsigned back, const struct tree_entry *staged, bool *held)
{
	GIT_OWNED(git_commit) commit = NULL;
	GIT_OWNED(git_tree_entry) entry = NULL;
	int code = git_commit_nth_gen_ancestor(&commit, made, back);
	if (code < 0 && code != GIT_ENOTFOUND)
		return code;
	const git_oid *id = commit ? git_commit_id(commit) : NULL;
	code = tree_find_in_commit(work->repository->git, id, staged->path, &entry);
	if (code == 0 && staged->kind == TREE_BLOB)
		*held = entry && git_oid_equal(git_tree_entry_id(entry), &staged->blob);
	else if (code == 0)
		*held = !entry;
	return code;
}

/* What the index held of an entry before the commit was committed with it at the latest: the tree of one of the two
 * commits before has it. Anything else was staged since, and stays. */
static int leave_staged_since(struct committing *work, size_t i, struct error *error)
{
	GIT_OWNED(git_commit) made = NULL;
	bool known = false;
	int code = git_commit_lookup(&made, work->repository->git, &work->last);
	for (unsigned back = 1; back <= 2 && code == 0 && !known; back++)
		code = was_held(work, made, back, &work->staged[i], &known);
	if (code < 0)
		return git_failure(error, code, "git's last commits do not read");
	if (!known)
		work->entries[i].kind = TREE_KEPT;
	return 0;
}

/* The index may not have followed the ref before the interruption. */
static int finish(struct committing *work, struct error *error)
{
	struct index_change change INDEX_CHANGE_CLEANUP = INDEX_CHANGE_INIT;
	note_staged(work);
	if (set_after(work, error))
		return -1;
	for (size_t i = 0; i < work->count; i++)
		if (leave_staged_since(work, i, error))
			return -1;
	return prepare_index(work, &change, error) || follow_with_index(work, &change, error) ? -1 : 0;
}

static int commit(struct committing *work, struct error *error)
{
	if (choose_paths(work, error))
		return -1;
	if (work->count == 0)
		return 0;
	if (!is_published(work))
		return write_commits(work, error) ? -1 : publish(work, error);
	/* Commits made since have brought the index further than this one would. */
	return git_oid_equal(&work->last, &work->tip) ? finish(work, error) : 0;
}

static int prepare(struct committing *work, struct error *error)
{
	struct repository *opened = work->repository;
	if (repository_check_state(opened, &work->index, error) || find_ref(work, error))
		return -1;
	return opened->moved ? repository_note_vault(opened, error) : 0;
}

int history_commit(struct repository *opened, const struct history_commit_request *request, struct history_commit *made,
	struct error *error)
{
	struct committing work = { .request = request, .repository = opened };
	*made = (struct history_commit){ .stands = false };
	int result = prepare(&work, error);
	if (result == 0)
		result = commit(&work, error);
	release_git_index(&work.index);
	made->stands = result && work.stands;
	if (result == 0 && work.count > 0)
		git_oid_tostr(made->id, sizeof(made->id), &work.last);
	return result;
}
