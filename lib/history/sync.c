/* What GIT_OPT_ENABLE_FSYNC_GITDIR leaves out (docs/architecture.md): libgit2 syncs the files it writes and their
 * folders, but neither the folders above a folder that it made nor the index (history/index.c). */
#include "history/repository.h"

#include "sys/file.h"

#include <string.h>

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
