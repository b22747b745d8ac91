#include "vault/origin.h"

#include <sys/stat.h>

#if defined(__linux__)
#include <fcntl.h>
#include <linux/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As AT_EMPTY_PATH, whose name needs _GNU_SOURCE. */
enum { ITSELF = 0x1000 };

static int64_t birth_of(int descriptor, const struct stat *status)
{
	struct statx more;
	(void)status;
	if (syscall(SYS_statx, descriptor, "", ITSELF, STATX_BTIME, &more) || !(more.stx_mask & STATX_BTIME))
		return 0;
	return (int64_t)more.stx_btime.tv_sec * 1000000000 + more.stx_btime.tv_nsec;
}
#elif defined(__APPLE__)
static int64_t birth_of(int descriptor, const struct stat *status)
{
	(void)descriptor;
	return (int64_t)status->st_birthtimespec.tv_sec * 1000000000 + status->st_birthtimespec.tv_nsec;
}
#else
static int64_t birth_of(int descriptor, const struct stat *status)
{
	(void)descriptor;
	(void)status;
	return 0;
}
#endif

struct origin origin_of(int descriptor)
{
	struct stat status;
	if (fstat(descriptor, &status))
		return (struct origin){ 0, 0 };
	return (struct origin){ (uint64_t)status.st_ino, birth_of(descriptor, &status) };
}

bool origin_equal(struct origin a, struct origin b)
{
	return a.inode != 0 && a.inode == b.inode && a.born_ns == b.born_ns;
}
