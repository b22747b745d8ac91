/* Leaves one safety step out of a program: the sweeps' negative controls. Preloaded; LEAVE_OUT names the step.
 *
 * journal   nothing is noted for a recovery: the journal is a file without a name
 * sync      fsync and fdatasync do nothing
 * exchange  instead of exchanging two files, one is kept aside and the other renamed over it: check, then rename
 * errors    a write that failed passes for one that went well
 * bytes     a note's text loses the blanks at the end of a line: a document rendered anew */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { EXCHANGE = 2, WINDOW_MICROSECONDS = 2000, NAME_SIZE = 4096 };

static bool leaves_out(const char *step)
{
	const char *named = getenv("LEAVE_OUT");
	return named && strcmp(named, step) == 0;
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), wanted = strlen(end);
	return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

int open(const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
	va_end(rest);
	if (leaves_out("journal") && (flags & O_WRONLY) && ends_with(path, ".coach/journal/current"))
		return memfd_create("journal", MFD_CLOEXEC);
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

/* The journal is made in its folder, and opened by its path afterwards. */
int openat(int folder, const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
	va_end(rest);
	if (leaves_out("journal") && (flags & O_WRONLY) && strcmp(path, "current") == 0)
		return memfd_create("journal", MFD_CLOEXEC);
	return (int)syscall(SYS_openat, folder, path, flags, mode);
}

int fsync(int descriptor)
{
	return leaves_out("sync") ? 0 : (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor)
{
	return leaves_out("sync") ? 0 : (int)syscall(SYS_fdatasync, descriptor);
}

/* Length of the text without the blanks before each newline, moved together in place. */
static size_t without_trailing_blanks(char *text, size_t length)
{
	size_t kept = 0;
	for (size_t i = 0; i < length; i++) {
		while (text[i] == '\n' && kept > 0 && (text[kept - 1] == ' ' || text[kept - 1] == '\t'))
			kept--;
		text[kept++] = text[i];
	}
	return kept;
}

static ssize_t write_rendered(int descriptor, const void *bytes, size_t length)
{
	char *text = malloc(length + 1);
	memcpy(text, bytes, length);
	syscall(SYS_write, descriptor, text, without_trailing_blanks(text, length));
	free(text);
	return (ssize_t)length;
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
	if (leaves_out("bytes") && descriptor > STDERR_FILENO)
		return write_rendered(descriptor, bytes, length);
	ssize_t count = syscall(SYS_write, descriptor, bytes, length);
	return count < 0 && leaves_out("errors") && descriptor > STDERR_FILENO ? (ssize_t)length : count;
}

static bool copy_to(int folder, const char *from, const char *to)
{
	char piece[64 * 1024];
	ssize_t count;
	int in = openat(folder, from, O_RDONLY | O_CLOEXEC);
	int out = openat(folder, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	while (in >= 0 && out >= 0 && (count = read(in, piece, sizeof(piece))) > 0)
		if (syscall(SYS_write, out, piece, count) != count)
			return false;
	close(in);
	close(out);
	return in >= 0 && out >= 0;
}

/* As a careful program without the exchange would do it: `to` is looked at, and then `from` renamed over it. */
static int check_then_rename(int folder, const char *from, const char *to)
{
	char aside[NAME_SIZE];
	snprintf(aside, sizeof(aside), "%s-aside", from);
	if (!copy_to(folder, to, aside))
		return -1;
	usleep(WINDOW_MICROSECONDS);
	return renameat(folder, from, folder, to) ? -1 : renameat(folder, aside, folder, from);
}

long syscall(long number, ...)
{
	static long (*real)(long, ...);
	long given[6];
	va_list rest;
	va_start(rest, number);
	for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++)
		given[i] = va_arg(rest, long);
	va_end(rest);
	if (number == SYS_renameat2 && given[4] == EXCHANGE && leaves_out("exchange"))
		return check_then_rename((int)given[0], (const char *)given[1], (const char *)given[3]);
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "syscall");
	return real(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
