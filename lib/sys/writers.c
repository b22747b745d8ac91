#include "sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>

#if defined(__linux__)

/* A read lease is given where nobody has the file open for writing; its name needs _GNU_SOURCE. */
enum { SET_LEASE = 1024, TRIES = 50, PAUSE_NS = 2000000 };

bool file_wait_for_writers(int descriptor)
{
	const struct timespec pause = { 0, PAUSE_NS };
	bool held = true;
	for (int tries = 1; (held = fcntl(descriptor, SET_LEASE, F_RDLCK) && errno == EAGAIN) && tries < TRIES; tries++)
		nanosleep(&pause, NULL);
	fcntl(descriptor, SET_LEASE, F_UNLCK);
	return !held;
}

#else

bool file_wait_for_writers(int descriptor)
{
	(void)descriptor;
	return true;
}

#endif
