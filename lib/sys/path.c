#include "sys/file.h"

#include <stdlib.h>
#include <string.h>

char *path_join(struct arena *arena, const char *folder, const char *name)
{
	if (*name == '/' || *folder == '\0')
		return arena_copy_text(arena, span_of(name));
	struct span parent = span_of(folder);
	struct span below = span_of(name);
	if (span_ends_with(parent, "/"))
		parent.length--;
	char *path = arena_allocate(arena, parent.length + 1 + below.length + 1);
	memcpy(path, parent.at, parent.length);
	path[parent.length] = '/';
	memcpy(path + parent.length + 1, below.at, below.length);
	return path;
}

char *path_folder(struct arena *arena, const char *path)
{
	const char *last = strrchr(path, '/');
	if (!last)
		return arena_copy_text(arena, SPAN("."));
	if (last == path)
		return arena_copy_text(arena, SPAN("/"));
	return arena_copy_text(arena, span_between(path, last));
}

const char *path_name(const char *path)
{
	const char *last = strrchr(path, '/');
	return last ? last + 1 : path;
}

char *path_resolve(struct arena *arena, const char *path)
{
	char *resolved = realpath(path, NULL);
	if (!resolved)
		return NULL;
	char *copy = arena_copy_text(arena, span_of(resolved));
	free(resolved);
	return copy;
}
