/* Walks a folder tree in a fixed order (by bytes of the name), so that results never depend on the file system.
 *
 * Symlinks to folders are neither followed nor listed; other symlinks, those to nothing too, are FILE_SYMLINK. Entries
 * whose name begins with "." are skipped with all below them, as Obsidian skips them. */
#ifndef COACH_SYS_WALK_H
#define COACH_SYS_WALK_H

#include "base/arena.h"
#include "base/error.h"
#include "sys/file.h"

enum walk_detail {
	WALK_NAMES,  /* what the folders' own listings tell, without a look at each file */
	WALK_STAMPS, /* and each file's stamp */
};

struct walk_entry {
	const char *path; /* relative to the root of the walk, "/" between names; lives in the arena */
	enum file_kind kind;
	const struct file_stamp *stamp; /* NULL without WALK_STAMPS */
};

struct walk_list {
	struct walk_entry *entries;
	size_t count;
	/* Folders that may not be opened: relative paths, in order. Their notes are unknown, not absent. */
	const char **unreadable;
	size_t unreadable_count;
	/* Files that iCloud has taken off this machine, leaving ".name.icloud" for them: relative paths, in order. */
	const char **absent;
	size_t absent_count;
};

/* All regular files and symlinks below `root`, but for those of folders below it that hold a hidden file `boundary` (a
 * path such as ".hidden/file"; NULL: of none), which are trees of their own. Each folder's entries stand together and
 * sorted by the bytes of their names. Folders whose depth passes 64 are listed as unreadable. A missing root is
 * ERROR_NOT_FOUND; one that cannot be listed is ERROR_IO, and so is a folder below that could be listed at another
 * time: a disk that fails, no descriptor, no memory. */
int walk_folder(struct arena *arena, const char *root, const char *boundary, enum walk_detail detail,
	struct walk_list *list, struct error *error);

/* The order of the paths in such a list: as span_compare, but "/" comes before every other byte. */
int walk_compare(struct span a, struct span b);

#endif
