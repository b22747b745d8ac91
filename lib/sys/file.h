/* Files: read whole, written whole, with the reasons for failure told apart.
 *
 * Paths are as the operating system takes them. Reads and writes continue after EINTR and short counts. */
#ifndef COACH_SYS_FILE_H
#define COACH_SYS_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What identifies one state of a file on disk; two equal stamps of one path mean it was not written in between, as far
 * as the file system can tell. */
struct file_stamp {
	uint64_t device;
	uint64_t inode;
	int64_t size;
	int64_t modified_ns;
	int64_t changed_ns;
};

/* A file of more is not read: the most of a note, of what is kept of a change, and of a text shown for one. */
enum { FILE_MOST_BYTES = 1 << 30 };

enum file_kind { FILE_MISSING, FILE_REGULAR, FILE_DIRECTORY, FILE_SYMLINK, FILE_OTHER };

/* Looks without following a last symlink. FILE_MISSING when there is nothing (or a folder on the way is missing). Any
 * other failure is FILE_MISSING too: who needs the reason opens the file. `stamp` may be NULL. */
enum file_kind file_look(const char *path, struct file_stamp *stamp);
/* The same for a name in an open folder. */
enum file_kind file_look_in(int folder, const char *name, struct file_stamp *stamp);

/* Opens for reading, also where a signal came in between; a named pipe does not keep us waiting. -1 with errno set. */
int file_open_in(int folder, const char *path, int flags);

/* Reads the whole file into the arena, with a NUL behind it that `bytes` does not count. A file larger than `most`
 * bytes, a folder or a device is an error (ERROR_IO) that says so; a missing file is ERROR_NOT_FOUND. `stamp` may be
 * NULL. Errors name `name` (the path relative to the vault) rather than `path`. */
int file_read(struct arena *arena, const char *path, const char *name, size_t most, struct span *bytes,
	struct file_stamp *stamp, struct error *error);
/* The same for a name in an open folder, which is not followed where it is a symlink. */
int file_read_in(struct arena *arena, int folder, const char *name, size_t most, struct span *bytes,
	struct file_stamp *stamp, struct error *error);
/* Reads the first bytes of a regular file, at most `most` of them; false where that cannot be done. */
bool file_read_start(struct arena *arena, const char *path, size_t most, struct span *bytes);
/* Reads standard input (or any descriptor) to its end. */
int file_read_descriptor(
	struct arena *arena, int descriptor, const char *name, size_t most, struct span *bytes, struct error *error);

/* Closes what was opened for reading; errno still says why something failed before. */
void file_close(int descriptor);

/* Writes every byte, or fails with errno set: 0 or -1. */
int file_write_all(int descriptor, struct span bytes);
/* Writes what is left to be read of one to the other: 0, or -1 with errno set. Takes no memory of the file's size. */
int file_copy_rest(int from, int to);
/* Makes what was written durable: fsync, and on macOS past the drive's own cache. 0, or -1 with errno set. */
int file_sync(int descriptor);
/* Waits until no process has the file open for writing, or is about to, at most a tenth of a second; false when one
 * still has. True, too, where the system does not tell (it does on Linux, of one's own files). The descriptor is open
 * for reading alone. The program ignores SIGIO, by which the system tells of who is about to. */
bool file_wait_for_writers(int descriptor);
/* Makes the folder and those above it as far as they are missing (mode 0777 less the umask), and makes their names
 * durable: the folder above each one that was made is synced. */
int file_make_folder(const char *path, struct error *error);
/* Removes a folder with all that is in it, as far as that goes. A symlink is removed, not followed; where the path is
 * itself one, nothing is. */
void file_remove_folder(const char *path);
/* fsync of a folder, so that the names in it survive a power loss. */
int file_sync_folder(const char *path, struct error *error);

/* "folder/name"; a name that begins with "/" stands alone. */
char *path_join(struct arena *arena, const char *folder, const char *name);
/* Everything before the last "/", or "." . */
char *path_folder(struct arena *arena, const char *path);
/* What follows the last "/". */
const char *path_name(const char *path);
/* The absolute path without "." and ".." and symlinks; NULL when it does not exist. */
char *path_resolve(struct arena *arena, const char *path);
/* The same of a path of which only the beginning may exist; the rest needs no resolving then. NULL at a symlink that
 * leads nowhere, and of a relative path where the working folder was removed. */
char *path_resolve_start(struct arena *arena, const char *path);
/* What of the path lies below the folder: "b.md" of "a/b.md" below "a", "" of the folder itself, everything below "";
 * NULL of a path that lies elsewhere. Both are plain, and both relative or both absolute. */
const char *path_below(const char *folder, const char *path);

#endif
