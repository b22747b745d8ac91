/* Locks that a killed run of ours left, without which every later run would fail. */
#include "history/index.h"
#include "history/repository.h"

#include "sys/clock.h"
#include "sys/file.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECONDS_UNTIL_ABANDONED = 60 };

static bool is_number(const char *name)
{
	struct span rest = span_of(name);
	int value;
	return span_read_digits(&rest, &value) && rest.length == 0;
}

static bool process_has_open(struct arena *arena, const char *descriptors, const struct stat *file)
{
	DIR *folder = opendir(descriptors);
	if (!folder)
		return false;
	bool found = false;
	for (struct dirent *entry; !found && (entry = readdir(folder));) {
		struct stat open_file;
		const char *path = path_join(arena, descriptors, entry->d_name);
		found = is_number(entry->d_name) && stat(path, &open_file) == 0 && open_file.st_dev == file->st_dev &&
			open_file.st_ino == file->st_ino;
	}
	closedir(folder);
	return found;
}

/* Looks through /proc; where there is none, a lock is abandoned when it is a minute old. */
static bool is_open(const struct stat *file)
{
	DIR *processes = opendir("/proc");
	struct dirent *entry = processes ? readdir(processes) : NULL;
	if (!entry) {
		if (processes)
			closedir(processes);
		return clock_seconds() - file->st_mtime < SECONDS_UNTIL_ABANDONED;
	}
	struct arena arena = ARENA_INIT;
	bool found = false;
	for (; !found && entry; entry = readdir(processes))
		found = is_number(entry->d_name) &&
			process_has_open(&arena, arena_printf(&arena, "/proc/%s/fd", entry->d_name), file);
	arena_release(&arena);
	closedir(processes);
	return found;
}

static int remove_lock(const char *path, int64_t since, struct error *error)
{
	struct file_stamp stamp;
	struct stat file;
	if (file_look(path, &stamp) != FILE_REGULAR || stamp.modified_ns < since || lstat(path, &file))
		return 0;
	if (file.st_uid != geteuid() || is_open(&file))
		return 0;
	return unlink(path) ? error_system(error, path, "a lock that an interrupted run left cannot be removed") : 0;
}

int history_unlock(const struct history_place *place, const char *ref, int64_t since, struct error *error)
{
	struct repository repository REPOSITORY_CLEANUP;
	const char *name;
	if (repository_open(&repository, place, error))
		return -1;
	file_remove_folder(repository_aside(&repository.arena, place));
	if (!repository.git)
		return 0;
	struct error no_ref = ERROR_INIT;
	if (repository_ref(&repository, ref, &name, &no_ref))
		name = "HEAD";
	const char *shared = git_repository_commondir(repository.git);
	const char *own = git_repository_path(repository.git);
	const char *locks[] = {
		arena_printf(&repository.arena, "%sindex.lock", own),
		arena_printf(&repository.arena, "%sHEAD.lock", own),
		arena_printf(&repository.arena, "%spacked-refs.lock", shared),
		arena_printf(&repository.arena, "%s%s.lock", shared, name),
	};
	for (size_t i = 0; i < sizeof(locks) / sizeof(locks[0]); i++)
		if (remove_lock(locks[i], since, error))
			return -1;
	index_tidy(&repository);
	/* A person's configuration is none that coach writes. */
	return place->folder[0] ? remove_lock(arena_printf(&repository.arena, "%sconfig.lock", own), since, error) : 0;
}
