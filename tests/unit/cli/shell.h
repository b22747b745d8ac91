/* Hands a generated text to a program that can judge it. */
#ifndef COACH_TEST_SHELL_H
#define COACH_TEST_SHELL_H

#include "scratch.h"

#include <sys/wait.h>

/* Runs `sh -c command` in the scratch folder, with the text as the file `name` in it; returns the exit status. */
static inline int run_with_file(void **state, const char *name, struct span text, const char *command)
{
	struct scratch *scratch = *state;
	write_new(scratch_path(state, name), text);
	pid_t child = fork();
	if (child == 0) {
		if (chdir(scratch->folder) == 0)
			execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

#endif
