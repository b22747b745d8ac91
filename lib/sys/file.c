#include "sys/file.h"

#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__APPLE__)
#define MODIFIED(status) (status).st_mtimespec
#define CHANGED(status)  (status).st_ctimespec
#else
#define MODIFIED(status) (status).st_mtim
#define CHANGED(status)  (status).st_ctim
#endif

static int64_t nanoseconds(struct timespec time)
{
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static struct file_stamp stamp_of(const struct stat *status)
{
	return (struct file_stamp){
		.device = (uint64_t)status->st_dev,
		.inode = (uint64_t)status->st_ino,
		.size = (int64_t)status->st_size,
		.modified_ns = nanoseconds(MODIFIED(*status)),
		.changed_ns = nanoseconds(CHANGED(*status)),
	};
}

enum file_kind file_look_in(int folder, const char *name, struct file_stamp *stamp)
{
	struct stat status;
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW))
		return FILE_MISSING;
	if (stamp)
		*stamp = stamp_of(&status);
	if (S_ISREG(status.st_mode))
		return FILE_REGULAR;
	if (S_ISDIR(status.st_mode))
		return FILE_DIRECTORY;
	return S_ISLNK(status.st_mode) ? FILE_SYMLINK : FILE_OTHER;
}

enum file_kind file_look(const char *path, struct file_stamp *stamp)
{
	return file_look_in(AT_FDCWD, path, stamp);
}

int file_open_in(int folder, const char *path, int flags)
{
	int descriptor = -1;
	do
		descriptor = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags);
	while (descriptor < 0 && errno == EINTR);
	return descriptor;
}

void file_close(int descriptor)
{
	int reason = errno;
	close(descriptor);
	errno = reason;
}

static struct position position_in(const char *name)
{
	return (struct position){ .path = name };
}

static ssize_t read_some(int descriptor, char *bytes, size_t size)
{
	ssize_t count = -1;
	do
		count = read(descriptor, bytes, size);
	while (count < 0 && errno == EINTR);
	return count;
}

static int fail_too_large(struct error *error, const char *name, size_t most)
{
	return error_at(error, ERROR_IO, position_in(name), "larger than the %zu bytes that are read", most);
}

int file_read_descriptor(
	struct arena *arena, int descriptor, const char *name, size_t most, struct span *bytes, struct error *error)
{
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(most);
	char piece[16 * 1024];
	ssize_t count = 0;
	while (!buffer.over && (count = read_some(descriptor, piece, sizeof(piece))) > 0)
		buffer_add(&buffer, (struct span){ piece, (size_t)count });
	if (count < 0)
		return error_system(error, name, "cannot be read");
	if (buffer.over)
		return fail_too_large(error, name, most);
	*bytes = arena_copy_span(arena, buffer_span(&buffer));
	return 0;
}

/* Reads what the stat promised; one byte more tells a file that has grown since, which is then read as a stream. */
static int read_regular(struct arena *arena, int descriptor, const char *name, size_t size, size_t most,
	struct span *bytes, struct error *error)
{
	char *content = arena_allocate_unset(arena, size + 1);
	size_t length = 0;
	ssize_t count = 0;
	do {
		count = read_some(descriptor, content + length, size + 1 - length);
		length += count > 0 ? (size_t)count : 0;
	} while (count > 0 && length < size);
	if (count < 0)
		return error_system(error, name, "cannot be read");
	if (length > size) {
		if (lseek(descriptor, 0, SEEK_SET) < 0)
			return error_system(error, name, "cannot be read");
		return file_read_descriptor(arena, descriptor, name, most, bytes, error);
	}
	content[length] = '\0';
	*bytes = (struct span){ content, length };
	return 0;
}

static int read_open(struct arena *arena, int descriptor, const char *name, size_t most, struct span *bytes,
	struct file_stamp *stamp, struct error *error)
{
	struct stat status;
	if (fstat(descriptor, &status))
		return error_system(error, name, "cannot be read");
	if (S_ISDIR(status.st_mode))
		return error_at(error, ERROR_IO, position_in(name), "a folder, not a file");
	if (!S_ISREG(status.st_mode))
		return error_at(error, ERROR_IO, position_in(name), "not a regular file");
	if ((uint64_t)status.st_size > most)
		return fail_too_large(error, name, most);
	if (read_regular(arena, descriptor, name, (size_t)status.st_size, most, bytes, error))
		return -1;
	if (stamp)
		*stamp = stamp_of(&status);
	return 0;
}

/* Of a file that was opened, or was not: then errno tells why. */
static int read_opened(struct arena *arena, int descriptor, const char *name, size_t most, struct span *bytes,
	struct file_stamp *stamp, struct error *error)
{
	if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
		return error_at(error, ERROR_NOT_FOUND, position_in(name), "there is no such file");
	if (descriptor < 0)
		return error_system(error, name, "cannot be opened");
	int result = read_open(arena, descriptor, name, most, bytes, stamp, error);
	close(descriptor);
	return result;
}

int file_read(struct arena *arena, const char *path, const char *name, size_t most, struct span *bytes,
	struct file_stamp *stamp, struct error *error)
{
	return read_opened(arena, file_open_in(AT_FDCWD, path, 0), name, most, bytes, stamp, error);
}

int file_read_in(struct arena *arena, int folder, const char *name, size_t most, struct span *bytes,
	struct file_stamp *stamp, struct error *error)
{
	return read_opened(arena, file_open_in(folder, name, O_NOFOLLOW), name, most, bytes, stamp, error);
}

bool file_read_start(struct arena *arena, const char *path, size_t most, struct span *bytes)
{
	struct stat status;
	int descriptor = file_open_in(AT_FDCWD, path, 0);
	if (descriptor < 0)
		return false;
	char *content = arena_allocate(arena, most);
	bool regular = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
	ssize_t count = regular ? read_some(descriptor, content, most) : -1;
	close(descriptor);
	*bytes = count < 0 ? SPAN_NONE : (struct span){ content, (size_t)count };
	return count >= 0;
}

int file_write_all(int descriptor, struct span bytes)
{
	while (bytes.length > 0) {
		ssize_t count = write(descriptor, bytes.at, bytes.length);
		if (count < 0 && errno != EINTR)
			return -1;
		if (count > 0)
			bytes = span_from(bytes, (size_t)count);
	}
	return 0;
}

int file_copy_rest(int from, int to)
{
	char piece[64 * 1024];
	for (;;) {
		ssize_t count = read_some(from, piece, sizeof(piece));
		if (count <= 0)
			return (int)count;
		if (file_write_all(to, (struct span){ piece, (size_t)count }))
			return -1;
	}
}

/* On macOS fsync stops at the drive's cache. */
int file_sync(int descriptor)
{
#if defined(F_FULLFSYNC)
	if (fcntl(descriptor, F_FULLFSYNC) == 0)
		return 0;
#endif
	return fsync(descriptor);
}

static bool is_folder(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int sync_above(const char *path, struct error *error)
{
	struct arena arena = ARENA_INIT;
	int result = file_sync_folder(path_folder(&arena, path), error);
	arena_release(&arena);
	return result;
}

static int make_one_folder(const char *path, struct error *error)
{
	if (mkdir(path, 0777) == 0)
		return sync_above(path, error);
	int reason = errno;
	if (is_folder(path))
		return 0;
	errno = reason;
	return error_system(error, path, "the folder cannot be made");
}

int file_make_folder(const char *path, struct error *error)
{
	struct arena arena = ARENA_INIT;
	char *partial = arena_copy_text(&arena, span_of(path));
	int result = 0;
	for (char *at = partial; *at && result == 0; at++) {
		if (*at != '/' || at == partial)
			continue;
		*at = '\0';
		result = make_one_folder(partial, error);
		*at = '/';
	}
	if (result == 0)
		result = make_one_folder(path, error);
	arena_release(&arena);
	return result;
}

int file_sync_folder(const char *path, struct error *error)
{
	int descriptor = file_open_in(AT_FDCWD, path, O_DIRECTORY);
	if (descriptor < 0)
		return error_system(error, path, "the folder cannot be opened");
	int result = file_sync(descriptor);
	if (result)
		error_system(error, path, "the folder cannot be written to the disk");
	close(descriptor);
	return result;
}
