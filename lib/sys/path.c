#include "sys/file.h"

#include <stdlib.h>
#include <string.h>

char *path_join(struct arena *arena, const char *folder, const char *name)
{
	if (*name == '/' || *folder == '\0')
		return arena_copy_text(arena, span_of(name));
	const char *separator = span_ends_with(span_of(folder), "/") ? "" : "/";
	return arena_printf(arena, "%s%s%s", folder, separator, name);
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
