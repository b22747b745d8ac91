#include "base/fault.h"

#ifdef FAULT_POINTS

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void fault_point(const char *name)
{
	static long passed;
	const char *count = getenv("COACH_FAULT");
	if (getenv("COACH_FAULT_TRACE"))
		fprintf(stderr, "fault point %ld: %s\n", passed + 1, name);
	if (count && ++passed == strtol(count, NULL, 10))
		kill(getpid(), SIGKILL);
}

#else

typedef int fault_points_are_compiled_out;

#endif
