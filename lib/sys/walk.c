#include "sys/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 64 };

struct found {
	const char *name;
	enum file_kind kind;
};

struct folder {
	struct found *found;
	size_t count;
	size_t capacity;
};

struct walk {
	struct arena *arena;
	const char *const *skip;
	struct walk_list list;
	size_t entries_capacity;
	size_t unreadable_capacity;
};

static int compare_names(const void *a, const void *b)
{
	const struct found *first = a;
	const struct found *second = b;
	return strcmp(first->name, second->name);
}

static bool is_skipped(const struct walk *walk, const char *name)
{
	if (*name == '.')
		return true;
	for (const char *const *skip = walk->skip; skip && *skip; skip++)
		if (strcmp(*skip, name) == 0)
			return true;
	return false;
}

static enum file_kind kind_of_mode(mode_t mode)
{
	if (S_ISREG(mode))
		return FILE_REGULAR;
	if (S_ISDIR(mode))
		return FILE_DIRECTORY;
	return S_ISLNK(mode) ? FILE_SYMLINK : FILE_OTHER;
}

static bool leads_to_folder(int folder, const char *name)
{
	struct stat status;
	return fstatat(folder, name, &status, 0) == 0 && S_ISDIR(status.st_mode);
}

static enum file_kind look_at(int folder, const char *name)
{
	struct stat status;
	return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) ? FILE_MISSING : kind_of_mode(status.st_mode);
}

/* The folder's own listing tells most kinds without a look at each file, where the system has d_type. */
static enum file_kind kind_of_entry(int folder, const struct dirent *entry)
{
#if defined(DT_UNKNOWN)
	switch (entry->d_type) {
	case DT_REG:
		return FILE_REGULAR;
	case DT_DIR:
		return FILE_DIRECTORY;
	case DT_LNK:
		return FILE_SYMLINK;
	case DT_UNKNOWN:
		break;
	default:
		return FILE_OTHER;
	}
#endif
	return look_at(folder, entry->d_name);
}

static void add_found(struct walk *walk, struct folder *folder, int descriptor, const struct dirent *entry)
{
	if (is_skipped(walk, entry->d_name))
		return;
	enum file_kind kind = kind_of_entry(descriptor, entry);
	bool wanted = kind == FILE_REGULAR || kind == FILE_DIRECTORY ||
		      (kind == FILE_SYMLINK && !leads_to_folder(descriptor, entry->d_name));
	if (!wanted)
		return;
	folder->found =
		arena_grow(walk->arena, folder->found, folder->count, &folder->capacity, sizeof(*folder->found));
	char *name = arena_copy_text(walk->arena, span_of(entry->d_name));
	folder->found[folder->count++] = (struct found){ name, kind };
}

/* 0, or -1 with errno when the listing broke off. */
static int list_folder(struct walk *walk, DIR *stream, struct folder *folder)
{
	const struct dirent *entry = NULL;
	for (errno = 0; (entry = readdir(stream)); errno = 0)
		add_found(walk, folder, dirfd(stream), entry);
	if (errno)
		return -1;
	if (folder->count > 1)
		qsort(folder->found, folder->count, sizeof(*folder->found), compare_names);
	return 0;
}

static void add_entry(struct walk *walk, const char *path, enum file_kind kind)
{
	struct walk_list *list = &walk->list;
	list->entries =
		arena_grow(walk->arena, list->entries, list->count, &walk->entries_capacity, sizeof(*list->entries));
	list->entries[list->count++] = (struct walk_entry){ path, kind };
}

static void add_unreadable(struct walk *walk, const char *path)
{
	struct walk_list *list = &walk->list;
	list->unreadable = arena_grow(walk->arena, list->unreadable, list->unreadable_count, &walk->unreadable_capacity,
		sizeof(*list->unreadable));
	list->unreadable[list->unreadable_count++] = path;
}

/* Opens a folder below `parent` for listing; NULL with errno when that fails. */
static DIR *open_folder(int parent, const char *name, int flags)
{
	int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | flags);
	if (descriptor < 0)
		return NULL;
	DIR *stream = fdopendir(descriptor);
	if (!stream)
		close(descriptor);
	return stream;
}

static const char *join(struct walk *walk, const char *prefix, const char *name)
{
	return *prefix ? path_join(walk->arena, prefix, name) : name;
}

static int walk_stream(struct walk *walk, DIR *stream, const char *path, int depth);

static void walk_below(struct walk *walk, int parent, const char *name, const char *path, int depth)
{
	DIR *stream = depth <= DEEPEST ? open_folder(parent, name, O_NOFOLLOW) : NULL;
	if (!stream || walk_stream(walk, stream, path, depth))
		add_unreadable(walk, path);
	if (stream)
		closedir(stream);
}

/* The root is depth 0. 0, or -1 with errno when the folder could not be listed to its end. */
static int walk_stream(struct walk *walk, DIR *stream, const char *path, int depth)
{
	struct folder folder = { NULL, 0, 0 };
	if (list_folder(walk, stream, &folder))
		return -1;
	for (size_t i = 0; i < folder.count; i++) {
		const char *below = join(walk, path, folder.found[i].name);
		if (folder.found[i].kind == FILE_DIRECTORY)
			walk_below(walk, dirfd(stream), folder.found[i].name, below, depth + 1);
		else
			add_entry(walk, below, folder.found[i].kind);
	}
	return 0;
}

int walk_folder(
	struct arena *arena, const char *root, const char *const *skip, struct walk_list *list, struct error *error)
{
	struct walk walk = { .arena = arena, .skip = skip };
	DIR *stream = open_folder(AT_FDCWD, root, 0);
	if (!stream && errno == ENOENT)
		return error_at(error, ERROR_NOT_FOUND, (struct position){ .path = root }, "there is no such folder");
	if (!stream)
		return error_system(error, root, "the folder cannot be opened");
	int result = walk_stream(&walk, stream, "", 0);
	if (result)
		error_system(error, root, "the folder cannot be listed");
	else
		*list = walk.list;
	closedir(stream);
	return result;
}
