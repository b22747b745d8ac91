#include "sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>

#if defined(__linux__)

/* A read lease is given where nobody has the file open for writing; the names need _GNU_SOURCE. */
enum { SET_LEASE = 1024, GET_LEASE = 1025, TRIES = 50, PAUSE_NS = 2000000 };

/* Who opens the file while the lease is held breaks it, and goes on once it is given back. */
static bool has_writers(int descriptor)
{
	if (fcntl(descriptor, SET_LEASE, F_RDLCK))
		return errno == EAGAIN;
	bool broken = fcntl(descriptor, GET_LEASE) != F_RDLCK;
	fcntl(descriptor, SET_LEASE, F_UNLCK);
	return broken;
}

bool file_wait_for_writers(int descriptor)
{
	const struct timespec pause = { 0, PAUSE_NS };
	bool held = has_writers(descriptor);
	for (int tries = 1; held && tries < TRIES; tries++) {
		nanosleep(&pause, NULL);
		held = has_writers(descriptor);
	}
	return !held;
}

#else

bool file_wait_for_writers(int descriptor)
{
	(void)descriptor;
	return true;
}

#endif
