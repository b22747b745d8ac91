#include "sys/lock.h"

#include "base/arena.h"
#include "sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { POLL_MILLISECONDS = 50, POLLS_IN_SECOND = 1000 / POLL_MILLISECONDS, PID_LINE_SIZE = 32 };

/* Takes the lock at once or tells, with errno, that it is not free. */
static int try_once(int descriptor, enum lock_mode mode)
{
	int result = -1;
	do
		result = flock(descriptor, (mode == LOCK_EXCLUSIVE ? LOCK_EX : LOCK_SH) | LOCK_NB);
	while (result && errno == EINTR);
	return result;
}

/* `polls` is how often it may look again, and what is left of that then. */
static int try_until(int descriptor, enum lock_mode mode, int *polls)
{
	const struct timespec pause = { 0, POLL_MILLISECONDS * 1000000L };
	while (try_once(descriptor, mode)) {
		if (errno != EWOULDBLOCK || (*polls)-- <= 0)
			return -1;
		nanosleep(&pause, NULL);
	}
	return 0;
}

static int read_pid(int descriptor)
{
	char line[PID_LINE_SIZE];
	int pid = 0;
	ssize_t length = pread(descriptor, line, sizeof(line), 0);
	struct span rest = { line, length > 0 ? (size_t)length : 0 };
	return span_read_digits(&rest, &pid) ? pid : 0;
}

static int write_pid(int descriptor)
{
	char line[PID_LINE_SIZE];
	int length = snprintf(line, sizeof(line), "%ld\n", (long)getpid());
	if (ftruncate(descriptor, 0) || lseek(descriptor, 0, SEEK_SET) < 0)
		return -1;
	return file_write_all(descriptor, (struct span){ line, (size_t)length });
}

/* The process that holds the lock alone; 0 where that is not known: readers leave no pid, and that of the last writer
 * stays in the file when it is done. */
static int holder(int descriptor)
{
	int pid = read_pid(descriptor);
	bool lives = pid > 0 && (kill(pid, 0) == 0 || errno == EPERM);
	return lives && try_once(descriptor, LOCK_SHARED) ? pid : 0;
}

static int fail_held(int descriptor, const char *path, int seconds, struct error *error)
{
	struct position position = { .path = path };
	int pid = holder(descriptor);
	if (pid)
		error_at(error, ERROR_CONFLICT, position, "process %d is at work here; waited %d s for it", pid,
			seconds);
	else
		error_at(error, ERROR_CONFLICT, position, "another run of coach is at work here; waited %d s for it",
			seconds);
	return error_hint(error, "try again when it is done");
}

/* Who may look into the folder may wait for the lock, and who may write there may take it, whatever was the umask of
 * who made it. */
static void share(int descriptor, const char *path)
{
	struct arena arena = ARENA_INIT;
	struct stat lock;
	struct stat folder;
	if (fstat(descriptor, &lock) == 0 && stat(path_folder(&arena, path), &folder) == 0) {
		mode_t wanted = 0600 | (folder.st_mode & 0666);
		if (lock.st_uid == geteuid() && (lock.st_mode & 07777) != wanted)
			fchmod(descriptor, wanted);
	}
	arena_release(&arena);
}

static int open_lock(const char *path, enum lock_mode mode)
{
	/* A symlink laid there must not have another file emptied. */
	int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
	return mode == LOCK_EXCLUSIVE ? open(path, O_RDWR | O_CREAT | flags, 0600) : open(path, O_RDONLY | flags);
}

/* Whoever comes next locks the file that has the name. */
static bool has_its_name(int descriptor, const char *path)
{
	struct stat held;
	struct stat named;
	return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_dev == named.st_dev &&
	       held.st_ino == named.st_ino;
}

static int fail_removed(const char *path, struct error *error)
{
	error_at(error, ERROR_CONFLICT, (struct position){ .path = path }, "the lock was removed just now");
	return error_hint(error, "run the command again");
}

static int open_folder(const char *path)
{
	struct arena arena = ARENA_INIT;
	int descriptor = file_open_in(AT_FDCWD, path_folder(&arena, path), O_DIRECTORY);
	arena_release(&arena);
	return descriptor;
}

/* Readers that came before there was a file to lock have locked its folder. New ones find the file. */
static int wait_for_early_readers(const char *path, int *polls)
{
	int folder = open_folder(path);
	if (folder < 0)
		return 0;
	int result = try_until(folder, LOCK_EXCLUSIVE, polls) && errno == EWOULDBLOCK ? -1 : 0;
	close(folder);
	return result;
}

static int acquire_exclusive(int descriptor, const char *path, int seconds, struct error *error)
{
	int polls = seconds * POLLS_IN_SECOND;
	share(descriptor, path);
	if (try_until(descriptor, LOCK_EXCLUSIVE, &polls))
		return errno == EWOULDBLOCK ? fail_held(descriptor, path, seconds, error)
					    : error_system(error, path, "the lock cannot be taken");
	if (!has_its_name(descriptor, path))
		return fail_removed(path, error);
	if (wait_for_early_readers(path, &polls))
		return fail_held(descriptor, path, seconds, error);
	return write_pid(descriptor) ? error_system(error, path, "the lock cannot be taken") : 0;
}

/* A reader makes no file, and locks the folder where there is none. One that was made meanwhile counts instead: who
 * made it may have looked for readers before. On a file system without locks there is nothing to wait for. */
static int acquire_shared(int *descriptor, const char *path, int seconds, struct error *error)
{
	int polls = seconds * POLLS_IN_SECOND;
	bool early = *descriptor < 0;
	if (early && (errno != ENOENT || (*descriptor = open_folder(path)) < 0))
		return 0;
	if (try_until(*descriptor, LOCK_SHARED, &polls) && errno == EWOULDBLOCK)
		return fail_held(*descriptor, path, seconds, error);
	int made = early ? open_lock(path, LOCK_SHARED) : -1;
	if (made < 0)
		return 0;
	close(*descriptor);
	*descriptor = made;
	return acquire_shared(descriptor, path, seconds, error);
}

int lock_acquire(struct lock *lock, const char *path, enum lock_mode mode, int seconds, struct error *error)
{
	struct lock taken = { open_lock(path, mode) };
	if (taken.descriptor < 0 && mode == LOCK_EXCLUSIVE)
		return error_system(error, path, "the lock cannot be opened");
	int result = mode == LOCK_EXCLUSIVE ? acquire_exclusive(taken.descriptor, path, seconds, error)
					    : acquire_shared(&taken.descriptor, path, seconds, error);
	if (result)
		lock_release(&taken);
	else
		*lock = taken;
	return result;
}

bool lock_open_file(int descriptor)
{
	return try_once(descriptor, LOCK_EXCLUSIVE) == 0 || errno != EWOULDBLOCK;
}

void lock_release(struct lock *lock)
{
	if (lock->descriptor >= 0)
		close(lock->descriptor);
	*lock = LOCK_INIT;
}
