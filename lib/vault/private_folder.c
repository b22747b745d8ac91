#include "vault/private_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OWNERS = 0700, GROUPS = 0070, ALL = 0007, FILES = 0666 };

static const char top[] = ".coach";
static const int folder_flags = O_DIRECTORY | O_NOFOLLOW;

/* Who may write in the folder above may do all below it; nobody else may do anything. */
static mode_t mode_below(int folder)
{
	struct stat status;
	if (fstat(folder, &status))
		return OWNERS;
	return OWNERS | (status.st_mode & S_IWGRP ? GROUPS : 0) | (status.st_mode & S_IWOTH ? ALL : 0);
}

/* The mode is there at once: what the umask took away could not be given any more after a kill. */
static int make_folder(int folder, const char *name, mode_t mode)
{
	mode_t usual = umask(0);
	int result = mkdirat(folder, name, mode);
	umask(usual);
	return result;
}

int private_folder_enter(int folder, const char *name, bool make)
{
	int inner = file_open_in(folder, name, folder_flags);
	if (inner >= 0 || errno != ENOENT || !make)
		return inner;
	return make_folder(folder, name, mode_below(folder)) ? -1 : file_open_in(folder, name, folder_flags);
}

int private_file_make(int folder, const char *name)
{
	mode_t usual = umask(0);
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	int descriptor = openat(folder, name, flags, mode_below(folder) & FILES);
	umask(usual);
	return descriptor;
}

int private_file_replace(int folder, const char *name, struct span bytes, bool durable)
{
	static const char temporary[] = ".coach-new";
	unlinkat(folder, temporary, 0);
	int descriptor = private_file_make(folder, temporary);
	if (descriptor < 0)
		return -1;
	bool written = file_write_all(descriptor, bytes) == 0 && (!durable || file_sync(descriptor) == 0);
	written = close(descriptor) == 0 && written;
	if (written && renameat(folder, temporary, folder, name) == 0)
		return durable ? file_sync(folder) : 0;
	int reason = errno;
	unlinkat(folder, temporary, 0);
	errno = reason;
	return -1;
}

int private_folder_open(const char *root, const char *path, bool make)
{
	struct arena arena = ARENA_INIT;
	struct span rest = span_of(path);
	struct span part;
	int folder = file_open_in(AT_FDCWD, root, folder_flags);
	while (folder >= 0 && span_next(&rest, '/', &part)) {
		int inner = private_folder_enter(folder, arena_copy_text(&arena, part), make);
		file_close(folder);
		folder = inner;
	}
	arena_release(&arena);
	return folder;
}

int private_file_read(struct arena *arena, const char *root, const char *folder, const char *name, size_t most,
	struct span *bytes, struct file_stamp *stamp, struct error *error)
{
	int opened = private_folder_open(root, folder, false);
	if (opened < 0)
		return error_system(error, folder, "the folder cannot be opened");
	int result = file_read_in(arena, opened, name, most, bytes, stamp, error);
	close(opened);
	return result;
}

static mode_t founding_mode(const char *root)
{
	struct stat status;
	bool shared = stat(root, &status) == 0 && status.st_mode & S_ISGID && status.st_mode & S_IWGRP;
	return shared ? OWNERS | GROUPS : OWNERS;
}

int private_folder_found(const char *root, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *path = path_join(&arena, root, top);
	int result = 0;
	if (make_folder(AT_FDCWD, path, founding_mode(root)) && errno != EEXIST)
		result = error_system(error, path, "the folder cannot be made");
	arena_release(&arena);
	return result;
}

int private_folder_check(const char *root, struct error *error)
{
	struct arena arena = ARENA_INIT;
	bool elsewhere = file_look(path_join(&arena, root, top), NULL) == FILE_SYMLINK;
	arena_release(&arena);
	if (!elsewhere)
		return 0;
	error_at(error, ERROR_REFUSED, (struct position){ .path = top }, "a symlink, not a folder of the vault's own");
	return error_hint(error, "put a folder in its place, with the config.yaml that it leads to");
}
