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

/* A name that does not exist is no symlink, so ".." behind it is the folder before it. */
static char *step(struct arena *arena, char *folder, const char *name)
{
	if (*name == '\0' || strcmp(name, ".") == 0)
		return folder;
	return strcmp(name, "..") == 0 ? path_folder(arena, folder) : path_join(arena, folder, name);
}

char *path_resolve_start(struct arena *arena, const char *path)
{
	char *resolved = path_resolve(arena, path);
	if (resolved)
		return resolved;
	if (file_look(path, NULL) != FILE_MISSING || strcmp(path, "/") == 0 || strcmp(path, ".") == 0)
		return NULL;
	char *folder = path_resolve_start(arena, path_folder(arena, path));
	return folder ? step(arena, folder, path_name(path)) : NULL;
}

const char *path_below(const char *folder, const char *path)
{
	size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
	if (*folder == '\0')
		return path;
	if (strncmp(path, folder, length) != 0 || (path[length] != '\0' && path[length] != '/'))
		return NULL;
	return path + length + (path[length] == '/');
}
