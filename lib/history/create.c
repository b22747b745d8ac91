/* A new repository: made aside and renamed into place, so that a kill leaves none or a whole one of ours. */
#include "history/repository.h"

#include "base/fault.h"
#include "sys/file.h"

#include <errno.h>
#include <stdio.h>

/* What git would call the first branch: the person's init.defaultBranch, else main. */
static const char *first_branch(struct arena *arena)
{
	GIT_OWNED(git_config) config = NULL;
	GIT_OWNED(git_config) snapshot = NULL;
	const char *name = NULL;
	if (git_config_open_default(&config) == 0 && git_config_snapshot(&snapshot, config) == 0)
		git_config_get_string(&name, snapshot, "init.defaultBranch");
	return name && name[0] ? arena_copy_text(arena, span_of(name)) : "main";
}

static int mark_as_ours(git_repository *git)
{
	GIT_OWNED(git_config) config = NULL;
	int code = git_repository_config(&config, git);
	return code < 0 ? code : git_config_set_bool(config, "coach.created", 1);
}

static int sync_file(const char *path, struct error *error)
{
	FILE *file = fopen(path, "rb");
	bool synced = file && file_sync(fileno(file)) == 0;
	if (file)
		fclose(file);
	return synced ? 0 : error_system(error, path, "cannot be made durable");
}

static int sync_new(struct arena *arena, const char *git_folder, struct error *error)
{
	static const char *const files[] = { "config", "HEAD" };
	static const char *const folders[] = { "refs/heads", "refs/tags", "refs", "objects/info", "objects/pack",
		"objects", "info", "." };
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (sync_file(path_join(arena, git_folder, files[i]), error))
			return -1;
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		const char *folder = path_join(arena, git_folder, folders[i]);
		if (file_look(folder, NULL) == FILE_DIRECTORY && file_sync_folder(folder, error))
			return -1;
	}
	return 0;
}

/* A repository whose work tree is another folder. */
static int set_work_tree(git_repository *git, const char *vault)
{
	GIT_OWNED(git_config) config = NULL;
	int code = git_repository_config(&config, git);
	if (code == 0)
		code = git_config_set_bool(config, "core.bare", 0);
	return code < 0 ? code : git_config_set_string(config, "core.worktree", vault);
}

int repository_note_vault(struct repository *repository, struct error *error)
{
	const char *folder = git_repository_path(repository->git);
	int code = set_work_tree(repository->git, repository->vault);
	if (code < 0)
		return git_failure(error, code, "the vault's new place could not be noted");
	return sync_file(path_join(&repository->arena, folder, "config"), error) ? -1 : file_sync_folder(folder, error);
}

/* `vault` NULL: the work tree is the folder, and the repository is its .git. */
static int make_aside(struct arena *arena, const char *folder, const char *vault, struct error *error)
{
	GIT_OWNED(git_repository) git = NULL;
	git_repository_init_options options;
	git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
	options.flags = GIT_REPOSITORY_INIT_MKPATH | (vault ? (unsigned)GIT_REPOSITORY_INIT_BARE : 0u);
	options.initial_head = first_branch(arena);
	int code = git_repository_init_ext(&git, folder, &options);
	fault_point("repository made aside");
	if (code == 0 && vault)
		code = set_work_tree(git, vault);
	if (code == 0)
		code = mark_as_ours(git);
	if (code < 0)
		return git_failure(error, code, "no git repository could be made");
	fault_point("repository marked");
	return sync_new(arena, vault ? folder : path_join(arena, folder, ".git"), error);
}

static int move_into_place(struct arena *arena, const char *made, const char *place, struct error *error)
{
	if (file_look(place, NULL) != FILE_MISSING)
		return error_set(error, ERROR_CONFLICT, "%s is there already", place);
	if (rename(made, place))
		return error_system(error, place, "cannot be made");
	fault_point("repository in place");
	return file_sync_folder(path_folder(arena, place), error);
}

static int create_in_vault(struct arena *arena, const char *vault, const char *aside, struct error *error)
{
	if (make_aside(arena, aside, NULL, error))
		return -1;
	return move_into_place(arena, path_join(arena, aside, ".git"), path_join(arena, vault, ".git"), error);
}

static int create_elsewhere(
	struct arena *arena, const struct history_place *place, const char *aside, struct error *error)
{
	return make_aside(arena, aside, place->vault, error) ? -1 : move_into_place(arena, aside, place->folder, error);
}

/* What failed once may succeed now. Where it does not, the change is not taken back whole either: its journal stays,
 * and the next run removes the folder (unlock.c). */
static int remove_aside(const char *aside, struct error *error)
{
	enum { TRIES = 2 };
	for (int tries = 0; tries < TRIES; tries++) {
		file_remove_folder(aside);
		if (file_look(aside, NULL) == FILE_MISSING)
			return 0;
	}
	return error_at(error, ERROR_IO, (struct position){ .path = path_name(aside) },
		"the folder that the repository was made in cannot be removed");
}

int history_create(const struct history_place *place, struct error *error)
{
	if (repository_start(error))
		return -1;
	struct arena arena = ARENA_INIT;
	const char *aside = repository_aside(&arena, place);
	/* A run that was killed may have left locks of git's in it, which nobody holds. */
	file_remove_folder(aside);
	int result = place->folder[0] ? create_elsewhere(&arena, place, aside, error)
				      : create_in_vault(&arena, place->vault, aside, error);
	struct error kept = ERROR_INIT;
	if (remove_aside(aside, &kept) && result == 0) {
		*error = kept;
		result = -1;
	}
	arena_release(&arena);
	return result;
}
