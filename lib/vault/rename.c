#include "vault/rename.h"

#include "base/fault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>

/* glibc has had a wrapper since 2.28 alone, musl none for long. */
enum { NO_REPLACE = 1, EXCHANGE = 2 };

static int rename_with(int folder, const char *from, const char *to, unsigned flags)
{
#if defined(SYS_renameat2)
	return (int)syscall(SYS_renameat2, folder, from, folder, to, flags);
#else
	(void)folder;
	(void)from;
	(void)to;
	(void)flags;
	errno = ENOSYS;
	return -1;
#endif
}
#elif defined(__APPLE__)
enum { NO_REPLACE = RENAME_EXCL, EXCHANGE = RENAME_SWAP };

static int rename_with(int folder, const char *from, const char *to, unsigned flags)
{
	return renameatx_np(folder, from, folder, to, flags);
}
#else
enum { NO_REPLACE, EXCHANGE };

static int rename_with(int folder, const char *from, const char *to, unsigned flags)
{
	(void)folder;
	(void)from;
	(void)to;
	(void)flags;
	errno = ENOSYS;
	return -1;
}
#endif

bool rename_is_taken(int folder, const char *name)
{
	struct stat status;
	return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool is_unsupported(int reason)
{
	return reason == EINVAL || reason == ENOSYS || reason == ENOTSUP || reason == EOPNOTSUPP;
}

static const char *spare_name(struct arena *arena, const char *temporary)
{
	return arena_printf(arena, "%s-old", temporary);
}

/* Keeps `name` under the spare name too; where there are no hard links, instead. */
static int keep(int folder, const char *name, const char *spare)
{
	if (linkat(folder, name, folder, spare, 0) == 0)
		return 0;
	if (errno != EPERM && errno != EMLINK && !is_unsupported(errno))
		return -1;
	return rename_is_taken(folder, spare) ? -1 : renameat(folder, name, folder, spare);
}

int rename_exchange_by_steps(struct arena *arena, int folder, const char *a, const char *b)
{
	const char *spare = spare_name(arena, a);
	if (keep(folder, b, spare))
		return -1;
	fault_point("old text kept");
	if (renameat(folder, a, folder, b)) {
		int reason = errno;
		rename_settle(arena, folder, a, b);
		errno = reason;
		return -1;
	}
	fault_point("new text renamed");
	return renameat(folder, spare, folder, a);
}

static bool is_one_file(int folder, const char *a, const char *b)
{
	struct stat first;
	struct stat second;
	return fstatat(folder, a, &first, AT_SYMLINK_NOFOLLOW) == 0 &&
	       fstatat(folder, b, &second, AT_SYMLINK_NOFOLLOW) == 0 && first.st_dev == second.st_dev &&
	       first.st_ino == second.st_ino;
}

int rename_settle(struct arena *arena, int folder, const char *a, const char *b)
{
	const char *spare = spare_name(arena, a);
	if (is_one_file(folder, a, b))
		return unlinkat(folder, a, 0);
	if (is_one_file(folder, spare, b))
		return unlinkat(folder, spare, 0);
	if (!rename_is_taken(folder, spare) || (rename_is_taken(folder, a) && rename_is_taken(folder, b)))
		return 0;
	return renameat(folder, spare, folder, rename_is_taken(folder, b) ? a : b);
}

int rename_exchange(struct arena *arena, int folder, const char *a, const char *b)
{
	if (rename_with(folder, a, b, EXCHANGE) == 0)
		return 0;
	return is_unsupported(errno) ? rename_exchange_by_steps(arena, folder, a, b) : -1;
}

int rename_to_free(int folder, const char *from, const char *to)
{
	if (rename_with(folder, from, to, NO_REPLACE) == 0)
		return 0;
	if (!is_unsupported(errno))
		return -1;
	if (linkat(folder, from, folder, to, 0) == 0) {
		fault_point("linked");
		return unlinkat(folder, from, 0);
	}
	if (errno != EPERM && !is_unsupported(errno))
		return -1;
	if (rename_is_taken(folder, to)) {
		errno = EEXIST;
		return -1;
	}
	return renameat(folder, from, folder, to);
}
