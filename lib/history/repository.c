#include "history/repository.h"

#include "sys/file.h"

#include <string.h>

int git_locked(struct error *error, const char *what, struct span lock)
{
	error_set(
		error, ERROR_CONFLICT, "%s: git is at work in this repository: there is %.*s", what, SPAN_PRINT(lock));
	return error_hint(error,
		"try again when it is done; where `fuser '%.*s'` names nobody and no git runs, a crash left the file, "
		"and it may be removed",
		SPAN_PRINT(lock));
}

/* "failed to lock file '/home/…/main.lock' for writing" */
static struct span lock_named_in(const char *reason)
{
	const char *first = strchr(reason, '\'');
	const char *last = strrchr(reason, '\'');
	return first == last ? span_of("a lock") : span_between(first + 1, last);
}

static const char broken_objects[] = "`git fsck` names what is broken; a clone or a backup may still have it";

/* What a person can do; libgit2 tells these causes by its words alone. */
static int hint_of(const char *reason, struct error *error)
{
	static const struct {
		const char *words;
		const char *hint;
	} mendable[] = {
		{ "ermission denied", "`ls -ld .git .git/objects` shows who may write there" },
		{ "ead-only file system", "the file system is mounted for reading only; `mount` lists it" },
		{ "No space left", "make room there; `df -h` and `df -i` show how full it is" },
		{ "object not found", broken_objects },
		{ "oose object", broken_objects },
		{ "zlib", broken_objects },
		{ "corrupt", broken_objects },
		{ "inflate", broken_objects },
		{ "hash mismatch", broken_objects },
	};
	for (size_t i = 0; i < sizeof(mendable) / sizeof(mendable[0]); i++)
		if (strstr(reason, mendable[i].words))
			return error_hint(error, "%s", mendable[i].hint);
	return -1;
}

int git_failure(struct error *error, int code, const char *what)
{
	const git_error *last = git_error_last();
	const char *reason = last && last->message ? last->message : "no reason given";
	if (code == GIT_ELOCKED)
		return git_locked(error, what, lock_named_in(reason));
	if (code == GIT_EMODIFIED || code == GIT_EEXISTS)
		return error_set(error, ERROR_CONFLICT, "%s: the branch moved meanwhile: %s", what, reason);
	error_set(error, ERROR_IO, "%s: %s", what, reason);
	return hint_of(reason, error);
}

const char *repository_aside(struct arena *arena, const struct history_place *place)
{
	static const char name[] = ".coach-new-repository";
	if (!place->folder[0])
		return path_join(arena, place->vault, name);
	return arena_printf(arena, "%s/%s-%s", path_folder(arena, place->folder), name, path_name(place->folder));
}

int repository_start(struct error *error)
{
	static bool started;
	if (started)
		return 0;
	int code = git_libgit2_init();
	if (code >= 0)
		code = git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
	if (code >= 0)
		code = git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
	if (code < 0)
		return git_failure(error, code, "libgit2 does not start");
	started = true;
	return 0;
}

static const char *without_slash(struct arena *arena, const char *folder)
{
	size_t length = strlen(folder);
	while (length > 1 && folder[length - 1] == '/')
		length--;
	return arena_copy_text(arena, (struct span){ folder, length });
}

/* An entry of the repository's own file alone, as a person's global settings do not make repositories ours; NULL where
 * it does not have it. A file that cannot be read is not one that says nothing. */
static int read_own_entry(struct repository *repository, const char *name, const char **value, struct error *error)
{
	GIT_OWNED(git_config) all = NULL;
	GIT_OWNED(git_config) own = NULL;
	git_buf text = { 0 };
	int code = git_repository_config(&all, repository->git);
	if (code == 0)
		code = git_config_open_level(&own, all, GIT_CONFIG_LEVEL_LOCAL);
	if (code == 0)
		code = git_config_get_string_buf(&text, own, name);
	*value = code == 0 ? arena_copy_text(&repository->arena, (struct span){ text.ptr, text.size }) : NULL;
	git_buf_dispose(&text);
	return code < 0 && code != GIT_ENOTFOUND ? git_failure(error, code, "git's configuration does not read") : 0;
}

static int read_maker(struct repository *repository, struct error *error)
{
	const char *created;
	int yes = 0;
	if (read_own_entry(repository, "coach.created", &created, error))
		return -1;
	repository->ours = created && git_config_parse_bool(&yes, created) == 0 && yes;
	return 0;
}

static int find_prefix(struct repository *repository, const char *vault, struct error *error)
{
	size_t length = strlen(repository->folder);
	bool same = strcmp(repository->folder, vault) == 0;
	bool below = strncmp(repository->folder, vault, length) == 0 && vault[length] == '/';
	if (!same && !below)
		return error_set(
			error, ERROR_IO, "%s is not below its repository's work tree %s", vault, repository->folder);
	repository->prefix = same ? "" : arena_printf(&repository->arena, "%s/", vault + length + 1);
	return 0;
}

/* libgit2 1.5 says ENOTFOUND also of a repository of another user, where no safe.directory is configured. */
static bool is_hidden_from_us(const char *vault)
{
	git_buf found = { 0 };
	bool hidden = git_repository_discover(&found, vault, 0, NULL) == 0;
	git_buf_dispose(&found);
	return hidden;
}

static bool is_vault(struct arena *arena, const char *folder)
{
	return file_look(path_join(arena, folder, ".coach"), NULL) == FILE_DIRECTORY;
}

/* A copy of a vault names the repository of the other, and would mix both histories. One whose old place is no vault
 * any more was moved. */
static int check_vault(struct repository *repository, const struct history_place *place, struct error *error)
{
	const char *noted; /* the vault that it was last written for */
	if (read_own_entry(repository, "core.worktree", &noted, error))
		return -1;
	const char *other = noted ? path_resolve(&repository->arena, noted) : NULL;
	repository->moved = !noted || strcmp(noted, place->vault) != 0;
	if (!other || strcmp(other, place->vault) == 0 || !is_vault(&repository->arena, other))
		return 0;
	error_set(error, ERROR_REFUSED, "history.dir: %s is the history of another vault, %s", place->folder, other);
	return error_hint(error,
		"`coach config history.dir FOLDER` begins one for this vault; if it is this one's, say so with `git "
		"--git-dir '%s' config core.worktree '%s'`",
		place->folder, place->vault);
}

static int refuse_folder(const struct history_place *place, struct error *error)
{
	error_set(error, ERROR_REFUSED, "history.dir: %s is not a repository that coach made", place->folder);
	return error_hint(error,
		"`coach config history.dir FOLDER` with a folder that does not exist yet has coach make one there; "
		"`coach config --unset history.dir` does without");
}

/* A vault's settings may name any folder: a person's own repository is not committed to because of that. It is opened
 * as if it were bare, since the vault may have gone from where its configuration looks for it. */
static int open_elsewhere(struct repository *repository, const struct history_place *place, struct error *error)
{
	unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_BARE;
	int code = git_repository_open_ext(&repository->git, place->folder, flags, NULL);
	if (code == GIT_ENOTFOUND && file_look(place->folder, NULL) == FILE_MISSING)
		return 0;
	if (code == 0 && read_maker(repository, error))
		return -1;
	if (code == GIT_ENOTFOUND || (code == 0 && !repository->ours))
		return refuse_folder(place, error);
	if (code == 0 && check_vault(repository, place, error))
		return -1;
	if (code == 0)
		code = git_repository_set_workdir(repository->git, place->vault, 0);
	if (code < 0)
		return git_failure(error, code, "the git repository does not open");
	repository->folder = place->vault;
	repository->prefix = "";
	return 0;
}

/* A repository that git made in a way that libgit2 does not know, such as one of SHA-256. */
static int not_opened(int code, struct error *error)
{
	git_failure(error, code, "the git repository does not open");
	if (!strstr(error->message, ": unsupported "))
		return -1;
	error->class = ERROR_REFUSED;
	return error_hint(error,
		"`coach config history.enabled false` writes without commits, `coach config history.dir FOLDER` keeps "
		"them in a repository of coach's own; for a new vault, `coach init --no-git` comes first");
}

/* Git wants the work tree's root, which may lie above the vault. */
static int refuse_owner(struct repository *repository, const char *vault, struct error *error)
{
	git_buf found = { 0 };
	const char *folder = vault;
	if (git_repository_discover(&found, vault, 0, NULL) == 0) {
		struct span git = { found.ptr, found.size };
		size_t root = span_ends_with(git, "/.git/") ? git.length - strlen("/.git/") : git.length - 1;
		folder = arena_copy_text(&repository->arena, span_slice(git, 0, root));
	}
	git_buf_dispose(&found);
	error_set(error, ERROR_REFUSED, "the git repository that holds %s belongs to another user", vault);
	return error_hint(error, "`git config --global --add safe.directory '%s'` says that you trust it", folder);
}

static int open_around(struct repository *repository, const char *vault, struct error *error)
{
	int code = git_repository_open_ext(&repository->git, vault, 0, NULL);
	if (code == GIT_EOWNER || (code == GIT_ENOTFOUND && is_hidden_from_us(vault)))
		return refuse_owner(repository, vault, error);
	if (code == GIT_ENOTFOUND)
		return 0;
	if (code < 0)
		return not_opened(code, error);
	if (read_maker(repository, error))
		return -1;
	const char *folder = git_repository_workdir(repository->git);
	const char *resolved = folder ? path_resolve(&repository->arena, folder) : NULL;
	repository->folder = resolved ? without_slash(&repository->arena, resolved) : "";
	repository->prefix = "";
	return resolved ? find_prefix(repository, vault, error) : 0;
}

int repository_open(struct repository *repository, const struct history_place *place, struct error *error)
{
	*repository = REPOSITORY_INIT;
	if (repository_start(error))
		return -1;
	repository->vault = arena_copy_text(&repository->arena, span_of(place->vault));
	return place->folder[0] ? open_elsewhere(repository, place, error)
				: open_around(repository, place->vault, error);
}

int history_open_repository(
	struct arena *arena, const struct history_place *place, struct repository **opened, struct error *error)
{
	struct repository *repository = arena_new(arena, struct repository);
	*opened = NULL;
	int result = repository_open(repository, place, error);
	if (result == 0 && repository->git)
		*opened = repository;
	else
		repository_close(repository);
	return result;
}

void history_close_repository(struct repository *opened)
{
	if (opened)
		repository_close(opened);
}

void repository_close(struct repository *repository)
{
	git_repository_free(repository->git);
	arena_release(&repository->arena);
	repository->git = NULL;
}

const char *repository_path(struct repository *repository, const char *path)
{
	return arena_printf(&repository->arena, "%s%s", repository->prefix, path);
}

int repository_branch(struct repository *repository, const char **name, struct error *error)
{
	GIT_OWNED(git_reference) head = NULL;
	int code = git_reference_lookup(&head, repository->git, "HEAD");
	if (code < 0)
		return git_failure(error, code, "HEAD does not read");
	const char *target = git_reference_symbolic_target(head);
	*name = target ? arena_copy_text(&repository->arena, span_of(target)) : "HEAD";
	return 0;
}

/* Work trees of one repository share its refs. Git's own refs/worktree/ would keep them apart; libgit2 does not know
 * it.
 */
static const char *ref_beside(struct repository *repository)
{
	if (!git_repository_is_worktree(repository->git))
		return "refs/coach/history";
	const char *folder = without_slash(&repository->arena, git_repository_path(repository->git));
	return arena_printf(&repository->arena, "refs/coach/worktrees/%s", path_name(folder));
}

int repository_ref(struct repository *repository, const char *wanted, const char **name, struct error *error)
{
	int valid = 0;
	if (!wanted[0] && repository->ours)
		return repository_branch(repository, name, error);
	const char *ref = wanted[0] ? wanted : ref_beside(repository);
	if (git_reference_name_is_valid(&valid, ref) < 0 || !valid || !span_starts_with(span_of(ref), "refs/")) {
		error_set(error, ERROR_USAGE, "history.ref: \"%s\" is no name of a ref", ref);
		return error_hint(error, "refs/heads/main is one, or refs/coach/notes");
	}
	*name = ref;
	return 0;
}

bool repository_is_branch(const char *ref)
{
	return strcmp(ref, "HEAD") == 0 || span_starts_with(span_of(ref), "refs/heads/");
}

int repository_last(
	struct repository *repository, const char *ref, git_oid *last, bool *found, bool *tip, struct error *error)
{
	int code = git_reference_name_to_id(last, repository->git, ref);
	if (code < 0 && code != GIT_ENOTFOUND)
		return git_failure(error, code, "the branch does not read");
	*tip = code == 0;
	if (!*tip)
		code = git_reference_name_to_id(last, repository->git, "HEAD");
	if (code < 0 && code != GIT_ENOTFOUND && code != GIT_EUNBORNBRANCH)
		return git_failure(error, code, "HEAD does not read");
	*found = code == 0;
	return 0;
}

int history_look(const struct history_place *place, bool *found, struct error *error)
{
	struct repository repository REPOSITORY_CLEANUP;
	if (repository_open(&repository, place, error))
		return -1;
	*found = repository.git != NULL;
	return 0;
}
