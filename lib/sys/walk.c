#include "sys/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 64 };

struct walk {
	struct arena *arena;
	const char *boundary; /* NULL: none */
	enum walk_detail detail;
	/* What the open folders hold, the deepest last: each folder's part is given back behind it. */
	struct walk_entry *found;
	size_t found_count;
	size_t found_capacity;
	struct walk_list list;
	size_t entries_capacity;
	size_t unreadable_capacity;
	size_t absent_capacity;
	const char *broken; /* the folder that ended the walk; NULL: the root */
};

/* Of one folder, so that the names decide. */
static int compare_paths(const void *a, const void *b)
{
	const struct walk_entry *first = a;
	const struct walk_entry *second = b;
	return strcmp(first->path, second->path);
}

static bool leads_to_folder(int folder, const char *name)
{
	struct stat status;
	return fstatat(folder, name, &status, 0) == 0 && S_ISDIR(status.st_mode);
}

/* The folder's own listing tells most kinds without a look at each file, where the system has d_type. */
static bool listing_tells(const struct dirent *entry, enum file_kind *kind)
{
#if defined(DT_UNKNOWN)
	switch (entry->d_type) {
	case DT_REG:
		*kind = FILE_REGULAR;
		return true;
	case DT_DIR:
		*kind = FILE_DIRECTORY;
		return true;
	case DT_LNK:
		*kind = FILE_SYMLINK;
		return true;
	case DT_UNKNOWN:
		return false;
	default:
		*kind = FILE_OTHER;
		return true;
	}
#else
	(void)entry;
	(void)kind;
	return false;
#endif
}

static void look(const struct walk *walk, int descriptor, const struct dirent *entry, struct walk_entry *found)
{
	bool told = listing_tells(entry, &found->kind);
	bool stamped = walk->detail == WALK_STAMPS && (!told || found->kind == FILE_REGULAR);
	struct file_stamp *stamp = stamped ? arena_new(walk->arena, struct file_stamp) : NULL;
	if (!told || stamped)
		found->kind = file_look_in(descriptor, entry->d_name, stamp);
	found->stamp = stamp;
}

/* The path of what lies in the folder, from the root. */
static const char *path_in(const struct walk *walk, const char *folder, const char *name)
{
	return *folder ? path_join(walk->arena, folder, name) : arena_copy_text(walk->arena, span_of(name));
}

/* ".name.icloud" stands for a file "name" that is not on this machine: then its name, else NULL. */
static const char *placeholder_for(const struct walk *walk, const char *entry)
{
	static const char ending[] = ".icloud";
	struct span name = span_from(span_of(entry), 1);
	if (!span_ends_with(name, ending) || name.length == sizeof(ending) - 1)
		return NULL;
	name.length -= sizeof(ending) - 1;
	return arena_copy_text(walk->arena, name);
}

static void keep(struct walk *walk, struct walk_entry found)
{
	walk->found =
		arena_grow(walk->arena, walk->found, walk->found_count, &walk->found_capacity, sizeof(*walk->found));
	walk->found[walk->found_count++] = found;
}

static void add_found(struct walk *walk, int descriptor, const char *path, const struct dirent *entry)
{
	struct walk_entry found = { .kind = FILE_MISSING };
	if (entry->d_name[0] == '.') {
		const char *absent = placeholder_for(walk, entry->d_name);
		if (absent)
			keep(walk, (struct walk_entry){ path_in(walk, path, absent), FILE_MISSING, NULL });
		return;
	}
	look(walk, descriptor, entry, &found);
	bool wanted = found.kind == FILE_REGULAR || found.kind == FILE_DIRECTORY ||
		      (found.kind == FILE_SYMLINK && !leads_to_folder(descriptor, entry->d_name));
	if (!wanted)
		return;
	found.path = path_in(walk, path, entry->d_name);
	keep(walk, found);
}

/* True where the entry is the first part of the boundary's path, and the whole is there. */
static bool bounds(const struct walk *walk, int descriptor, const char *entry)
{
	struct span path = span_of(walk->boundary);
	return entry[0] == '.' && span_skip(&path, entry) && span_starts_with(path, "/") &&
	       file_look_in(descriptor, walk->boundary, NULL) == FILE_REGULAR;
}

/* 0, or -1 with errno when the listing broke off. */
static int list_folder(struct walk *walk, DIR *stream, const char *path, int depth)
{
	size_t first = walk->found_count;
	bool apart = false;
	const struct dirent *entry = NULL;
	for (errno = 0; (entry = readdir(stream)); errno = 0) {
		add_found(walk, dirfd(stream), path, entry);
		apart = apart || (depth > 0 && bounds(walk, dirfd(stream), entry->d_name));
	}
	if (errno)
		return -1;
	if (apart)
		walk->found_count = first;
	if (walk->found_count - first > 1)
		qsort(walk->found + first, walk->found_count - first, sizeof(*walk->found), compare_paths);
	return 0;
}

static void add_entry(struct walk *walk, struct walk_entry entry)
{
	struct walk_list *list = &walk->list;
	list->entries =
		arena_grow(walk->arena, list->entries, list->count, &walk->entries_capacity, sizeof(*list->entries));
	list->entries[list->count++] = entry;
}

static void add_unreadable(struct walk *walk, const char *path)
{
	struct walk_list *list = &walk->list;
	list->unreadable = arena_grow(walk->arena, list->unreadable, list->unreadable_count, &walk->unreadable_capacity,
		sizeof(*list->unreadable));
	list->unreadable[list->unreadable_count++] = path;
}

static void add_absent(struct walk *walk, const char *path)
{
	struct walk_list *list = &walk->list;
	list->absent = arena_grow(
		walk->arena, list->absent, list->absent_count, &walk->absent_capacity, sizeof(*list->absent));
	list->absent[list->absent_count++] = path;
}

/* Opens a folder below `parent` for listing; NULL with errno when that fails. */
static DIR *open_folder(int parent, const char *name, int flags)
{
	int descriptor = file_open_in(parent, name, O_DIRECTORY | flags);
	if (descriptor < 0)
		return NULL;
	DIR *stream = fdopendir(descriptor);
	if (!stream)
		close(descriptor);
	return stream;
}

static int walk_stream(struct walk *walk, DIR *stream, const char *path, int depth);

/* A folder that may not be read, or is gone, is a state of the vault. 0, or -1 with errno where the walk must end. */
static int walk_below(struct walk *walk, int parent, const char *path, int depth)
{
	errno = ELOOP;
	DIR *stream = depth <= DEEPEST ? open_folder(parent, path_name(path), O_NOFOLLOW) : NULL;
	int result = stream ? walk_stream(walk, stream, path, depth) : -1;
	int reason = errno;
	if (stream)
		closedir(stream);
	if (result == 0)
		return 0;
	if (!walk->broken && !error_is_passing(reason)) {
		add_unreadable(walk, path);
		return 0;
	}
	walk->broken = walk->broken ? walk->broken : path;
	errno = reason;
	return -1;
}

/* The root is depth 0. 0, or -1 with errno when the folder could not be listed to its end. */
static int walk_stream(struct walk *walk, DIR *stream, const char *path, int depth)
{
	size_t first = walk->found_count;
	if (list_folder(walk, stream, path, depth))
		return -1;
	size_t end = walk->found_count;
	for (size_t i = first; i < end; i++) {
		struct walk_entry found = walk->found[i]; /* folders below may move the array */
		if (found.kind == FILE_MISSING)
			add_absent(walk, found.path);
		else if (found.kind != FILE_DIRECTORY)
			add_entry(walk, found);
		else if (walk_below(walk, dirfd(stream), found.path, depth + 1))
			return -1;
	}
	walk->found_count = first;
	return 0;
}

int walk_folder(struct arena *arena, const char *root, const char *boundary, enum walk_detail detail,
	struct walk_list *list, struct error *error)
{
	struct walk walk = { .arena = arena, .boundary = boundary, .detail = detail };
	DIR *stream = open_folder(AT_FDCWD, root, 0);
	if (!stream && errno == ENOENT)
		return error_at(error, ERROR_NOT_FOUND, (struct position){ .path = root }, "there is no such folder");
	if (!stream)
		return error_system(error, root, "the folder cannot be opened");
	int result = walk_stream(&walk, stream, "", 0);
	if (result)
		error_system(error, walk.broken ? walk.broken : root, "the folder cannot be listed");
	else
		*list = walk.list;
	closedir(stream);
	return result;
}

int walk_compare(struct span a, struct span b)
{
	size_t same = 0;
	while (same < a.length && same < b.length && a.at[same] == b.at[same])
		same++;
	if (same == a.length || same == b.length)
		return (a.length > same) - (b.length > same);
	int left = a.at[same] == '/' ? 0 : (unsigned char)a.at[same];
	int right = b.at[same] == '/' ? 0 : (unsigned char)b.at[same];
	return left - right;
}
