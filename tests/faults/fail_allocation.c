/* Makes one malloc, calloc, realloc or posix_memalign fail, or all from one on. Preloaded.
 *
 * FAIL_ALLOCATION       how manieth allocation gives NULL; 0: none
 * FAIL_ALLOCATION_ON    where it is set, all that follow fail too
 * FAIL_ALLOCATION_SAYS  a file: "fired" once an allocation has failed, else at the end how many there were */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The C library's own, under the names that do not need a look-up (which would allocate). */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static long allocations;
static bool fired;

static void say(const char *text)
{
	const char *path = getenv("FAIL_ALLOCATION_SAYS");
	long file = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
	if (file < 0)
		return;
	syscall(SYS_write, file, text, strlen(text));
	syscall(SYS_close, file);
}

static bool fails(void)
{
	const char *wanted = getenv("FAIL_ALLOCATION");
	long number = wanted ? strtol(wanted, NULL, 10) : 0;
	allocations++;
	if (number == 0 || allocations < number || (allocations > number && !getenv("FAIL_ALLOCATION_ON")))
		return false;
	if (!fired)
		say("fired");
	fired = true;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void **piece, size_t alignment, size_t size)
{
	void *given = fails() ? NULL : __libc_memalign(alignment, size);
	if (given)
		*piece = given;
	return given ? 0 : ENOMEM;
}

__attribute__((destructor)) static void say_how_many(void)
{
	char text[24];
	snprintf(text, sizeof(text), "%ld", allocations);
	if (!fired)
		say(text);
}
