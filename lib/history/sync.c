/* What GIT_OPT_ENABLE_FSYNC_GITDIR leaves out (docs/architecture.md): libgit2 syncs the files it writes and their
 * folders, but neither the index nor the folders above a folder that it made. */
#include "history/repository.h"

#include "sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int sync_below(struct repository *repository, const char *name, struct error *error)
{
	return file_sync_folder(path_join(&repository->arena, git_repository_commondir(repository->git), name), error);
}

int repository_sync_objects(struct repository *repository, struct error *error)
{
	return sync_below(repository, "objects", error);
}

int repository_sync_refs(struct repository *repository, const char *ref, struct error *error)
{
	for (const char *slash = strchr(ref, '/'); slash; slash = strchr(slash + 1, '/'))
		if (sync_below(repository, arena_copy_text(&repository->arena, span_between(ref, slash)), error))
			return -1;
	return sync_below(repository, "", error);
}

int repository_sync_index(struct repository *repository, struct error *error)
{
	const char *folder = git_repository_path(repository->git);
	const char *path = path_join(&repository->arena, folder, "index");
	int descriptor = file_open_in(AT_FDCWD, path, 0);
	if (descriptor < 0)
		return error_system(error, path, "cannot be made durable");
	int failed = file_sync(descriptor);
	if (close(descriptor) || failed)
		return error_system(error, path, "cannot be made durable");
	return file_sync_folder(folder, error);
}
