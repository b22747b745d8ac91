/* A folder of its own for each test that needs files: made before it and removed with all in it behind it. */
#ifndef COACH_TEST_SCRATCH_H
#define COACH_TEST_SCRATCH_H

#include "test.h"

#include "sys/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct scratch {
	struct arena arena;
	char *folder;
};

/* For cmocka_unit_test_setup_teardown; `*state` is then the scratch. */
static inline int scratch_make(void **state)
{
	struct scratch *scratch = calloc(1, sizeof(*scratch));
	const char *base = getenv("TMPDIR");
	scratch->folder = arena_printf(&scratch->arena, "%s/coach-unit-XXXXXX", base ? base : "/tmp");
	*state = scratch;
	return mkdtemp(scratch->folder) ? chmod(scratch->folder, 0755) : -1;
}

static inline void scratch_remove_below(struct arena *arena, const char *folder)
{
	chmod(folder, 0755);
	DIR *stream = opendir(folder);
	for (const struct dirent *entry = NULL; stream && (entry = readdir(stream));) {
		char *path = path_join(arena, folder, entry->d_name);
		if (span_is(span_of(entry->d_name), ".") || span_is(span_of(entry->d_name), ".."))
			continue;
		if (file_look(path, NULL) == FILE_DIRECTORY)
			scratch_remove_below(arena, path);
		else
			unlink(path);
	}
	if (stream)
		closedir(stream);
	rmdir(folder);
}

static inline int scratch_remove(void **state)
{
	struct scratch *scratch = *state;
	scratch_remove_below(&scratch->arena, scratch->folder);
	arena_release(&scratch->arena);
	free(scratch);
	return 0;
}

/* The path of something in the scratch folder. */
static inline char *scratch_path(void **state, const char *name)
{
	struct scratch *scratch = *state;
	return path_join(&scratch->arena, scratch->folder, name);
}

static inline struct arena *scratch_arena(void **state)
{
	struct scratch *scratch = *state;
	return &scratch->arena;
}

/* Makes a new file that nobody else may read. */
static inline void write_new(const char *path, struct span bytes)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (descriptor < 0 || file_write_all(descriptor, bytes) || close(descriptor))
		fail_msg("%s: %s", path, strerror(errno));
}

/* Writes a file, making the folders above it; returns its path. */
static inline char *scratch_write(void **state, const char *name, struct span bytes)
{
	struct error error = ERROR_INIT;
	char *path = scratch_path(state, name);
	if (file_make_folder(path_folder(scratch_arena(state), path), &error))
		fail_msg("%s: %s", error.path, error.message);
	write_new(path, bytes);
	return path;
}

#define scratch_test(test) cmocka_unit_test_setup_teardown(test, scratch_make, scratch_remove)

#endif
