/* What a new text takes over from the file that it stands for: owner, mode, extended attributes. */
#include "vault/write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <copyfile.h>

static int copy_extended(int from, int to)
{
	return fcopyfile(from, to, NULL, COPYFILE_XATTR | COPYFILE_ACL);
}
#elif defined(__linux__)
#include <sys/xattr.h>

enum { ATTRIBUTE_MOST_BYTES = 64 << 10 }; /* the kernel's own limit, of a value and of the list of names */

/* Labels of security modules are the system's to set. */
static bool is_ours_to_copy(const char *name)
{
	return strncmp(name, "security.", 9) != 0 && strncmp(name, "trusted.", 8) != 0;
}

static int copy_one(int from, int to, const char *name, char *value)
{
	ssize_t length = fgetxattr(from, name, value, ATTRIBUTE_MOST_BYTES);
	if (length < 0)
		return errno == ENODATA ? 0 : -1;
	return fsetxattr(to, name, value, (size_t)length, 0);
}

static int copy_extended(int from, int to)
{
	ssize_t size = flistxattr(from, NULL, 0);
	if (size <= 0)
		return size == 0 || errno == ENOTSUP ? 0 : -1;
	struct arena arena = ARENA_INIT;
	char *names = arena_allocate(&arena, ATTRIBUTE_MOST_BYTES);
	char *value = arena_allocate(&arena, ATTRIBUTE_MOST_BYTES);
	int result = 0;
	size = flistxattr(from, names, ATTRIBUTE_MOST_BYTES);
	for (char *name = names; size > 0 && name < names + size && result == 0; name += strlen(name) + 1)
		result = is_ours_to_copy(name) ? copy_one(from, to, name, value) : 0;
	arena_release(&arena);
	return size < 0 ? -1 : result;
}
#else
static int copy_extended(int from, int to)
{
	(void)from;
	(void)to;
	return 0;
}
#endif

int attributes_copy(int from, int to)
{
	struct stat old;
	struct stat new;
	if (fstat(from, &old) || fstat(to, &new))
		return -1;
	bool other_owner = old.st_uid != new.st_uid || old.st_gid != new.st_gid;
	if (other_owner && fchown(to, old.st_uid, old.st_gid))
		return -1;
	/* After the owner, whose change clears bits of the mode. */
	if (fchmod(to, old.st_mode & 07777))
		return -1;
	return copy_extended(from, to);
}
