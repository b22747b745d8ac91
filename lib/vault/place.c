/* Where a path really lies: its folder, opened below the vault without following a symlink, and what its name holds. */
#include "sys/file.h"
#include "sys/walk.h"
#include "vault/configuration.h"
#include "vault/private_folder.h"
#include "vault/write.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const int folder_flags = O_DIRECTORY | O_NOFOLLOW;

static int refuse_gits(struct position position, struct error *error)
{
	error_at(error, ERROR_REFUSED, position, "lies in git's own folder");
	return error_hint(error, "coach reads and writes notes; what is in .git is git's to change");
}

int place_resolve(struct arena *arena, const char *root, const char *path, const char **resolved, struct error *error)
{
	struct position position = { .path = path };
	if (place_is_gits(path))
		return refuse_gits(position, error);
	if (!place_is_plain(path))
		return error_at(error, ERROR_REFUSED, position, "no path below the vault");
	const char *whole = path_resolve_start(arena, path_join(arena, root, path));
	if (!whole) {
		error_at(error, ERROR_REFUSED, position, "a symlink on the way leads nowhere");
		return error_hint(error, "remove it, or make the file that it leads to");
	}
	const char *below = path_below(root, whole);
	if (!below || *below == '\0') {
		error_at(error, ERROR_REFUSED, position, "a symlink leads out of the vault, to %s", whole);
		return error_hint(error, "coach reads and writes below the vault's folder alone");
	}
	if (place_is_gits(below))
		return refuse_gits(position, error);
	*resolved = below;
	return 0;
}

static bool is_noted(const struct transaction *transaction, const char *folder)
{
	for (size_t i = 0; i < transaction->folder_count; i++)
		if (strcmp(transaction->folders[i], folder) == 0)
			return true;
	return false;
}

void place_note_missing(struct transaction *transaction, const struct write *write)
{
	for (const char *slash = strchr(write->path, '/'); slash; slash = strchr(slash + 1, '/')) {
		const char *folder = arena_copy_text(transaction->arena, span_between(write->path, slash));
		const char *path = path_join(transaction->arena, transaction->root, folder);
		if (file_look(path, NULL) != FILE_MISSING || is_noted(transaction, folder))
			continue;
		transaction->folders = arena_grow(transaction->arena, transaction->folders, transaction->folder_count,
			&transaction->folder_capacity, sizeof(*transaction->folders));
		transaction->folders[transaction->folder_count++] = folder;
	}
}

/* One step down; -1 with errno. */
static int enter(int folder, const char *name, bool make)
{
	int inner = file_open_in(folder, name, folder_flags);
	if (inner >= 0 || errno != ENOENT || !make)
		return inner;
	return mkdirat(folder, name, 0777) ? -1 : file_open_in(folder, name, folder_flags);
}

/* The folder of a path below the root, reached without symlinks; -1 with errno. */
static int open_folder(const struct transaction *transaction, const char *path, bool make)
{
	int (*step)(int, const char *, bool) =
		span_starts_with(span_of(path), ".coach/") ? private_folder_enter : enter;
	int folder = file_open_in(AT_FDCWD, transaction->root, folder_flags);
	const char *rest = path;
	for (const char *slash; folder >= 0 && (slash = strchr(rest, '/'));) {
		const char *name = arena_copy_text(transaction->arena, span_between(rest, slash));
		int inner = step(folder, name, make);
		file_close(folder);
		folder = inner;
		rest = slash + 1;
	}
	return folder;
}

static bool same_folder(const char *a, const char *b)
{
	size_t length = (size_t)(path_name(a) - a);
	return length == (size_t)(path_name(b) - b) && memcmp(a, b, length) == 0;
}

/* A change of many files may not need as many descriptors. */
static int opened_before(const struct transaction *transaction, const char *path)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (transaction->writes[i].folder != NO_FOLDER && same_folder(transaction->writes[i].path, path))
			return transaction->writes[i].folder;
	return NO_FOLDER;
}

int place_open(struct transaction *transaction, struct write *write, bool make, struct error *error)
{
	int folder = opened_before(transaction, write->path);
	if (folder == NO_FOLDER)
		folder = open_folder(transaction, write->path, make);
	if (folder < 0 && (make || errno != ENOENT))
		return error_system(error, write->path, "its folder cannot be opened");
	write->folder = folder >= 0 ? folder : NO_FOLDER;
	write->name = path_name(write->path);
	return 0;
}

/* The folder, by the file that only it can hold. */
static int find_by_temporary(const struct transaction *transaction, const struct walk_list *list, const char *temporary)
{
	struct arena *arena = transaction->arena;
	const char *last = "";
	for (size_t i = 0; i < list->count; i++) {
		const char *path = list->entries[i].path;
		if (i > 0 && same_folder(path, last))
			continue;
		last = path;
		const char *sought = arena_printf(arena, "%.*s%s", (int)(path_name(path) - path), path, temporary);
		if (file_look(path_join(arena, transaction->root, sought), NULL) == FILE_REGULAR)
			return open_folder(transaction, sought, false);
	}
	return NO_FOLDER;
}

int place_find_moved(struct transaction *transaction, struct error *error)
{
	struct walk_list list = { .count = 0 };
	size_t missing = 0;
	for (size_t i = 0; i < transaction->count; i++)
		missing += transaction->writes[i].folder == NO_FOLDER;
	if (missing && walk_folder(transaction->arena, transaction->root, configuration_name, WALK_NAMES, &list, error))
		return -1;
	for (size_t i = 0; missing && i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		if (write->folder == NO_FOLDER)
			write->folder = opened_before(transaction, write->path);
		if (write->folder == NO_FOLDER)
			write->folder = find_by_temporary(transaction, &list, write->temporary);
	}
	for (size_t i = 0; missing && i < transaction->count; i++)
		if (transaction->writes[i].folder == NO_FOLDER)
			transaction->writes[i].folder = opened_before(transaction, transaction->writes[i].path);
	return 0;
}

void place_close(struct transaction *transaction)
{
	for (size_t i = 0; i < transaction->count; i++) {
		int folder = transaction->writes[i].folder;
		if (folder == NO_FOLDER)
			continue;
		close(folder);
		for (size_t j = i; j < transaction->count; j++)
			if (transaction->writes[j].folder == folder)
				transaction->writes[j].folder = NO_FOLDER;
	}
}

/* A folder that is gone, holds something, is another's or lies behind a symlink now is left; a machine that fails to
 * say or do it is asked again. */
static bool is_left(int reason)
{
	static const int reasons[] = { ENOENT, ENOTEMPTY, EEXIST, ENOTDIR, ELOOP, EACCES, EPERM, EROFS, EBUSY };
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reason == reasons[i])
			return true;
	return false;
}

static int remove_folder(const struct transaction *transaction, const char *path)
{
	int above = open_folder(transaction, path, false);
	if (above < 0)
		return -1;
	int result = unlinkat(above, path_name(path), AT_REMOVEDIR);
	file_close(above);
	return result;
}

int place_remove_folders(const struct transaction *transaction, struct error *error)
{
	int result = 0;
	for (size_t i = transaction->folder_count; i-- > 0;) {
		const char *path = transaction->folders[i];
		if (remove_folder(transaction, path) && !is_left(errno))
			result = error_system(error, path, "the folder that was made cannot be removed again");
	}
	return result;
}

/* The folder above each one that was made has a new name in it. */
static int sync_above_made(const struct transaction *transaction, struct error *error)
{
	for (size_t i = 0; i < transaction->folder_count; i++) {
		const char *made = path_join(transaction->arena, transaction->root, transaction->folders[i]);
		if (file_sync_folder(path_folder(transaction->arena, made), error))
			return -1;
	}
	return 0;
}

int place_sync(const struct transaction *transaction, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++) {
		const struct write *write = &transaction->writes[i];
		size_t first = 0;
		while (transaction->writes[first].folder != write->folder)
			first++;
		if (first == i && write->folder != NO_FOLDER && file_sync(write->folder))
			return error_system(error, write->path, "its folder cannot be made durable");
	}
	return sync_above_made(transaction, error);
}

bool place_is_held(int folder, const char *name)
{
	int descriptor = file_open_in(folder, name, O_NOFOLLOW);
	if (descriptor < 0)
		return false;
	bool held = !file_wait_for_writers(descriptor);
	close(descriptor);
	return held;
}

static enum place_holds read_open(struct arena *arena, int descriptor, const char *name, struct span *bytes)
{
	struct stat status;
	struct error ignored = ERROR_INIT;
	if (fstat(descriptor, &status))
		return PLACE_FAILED;
	if (!S_ISREG(status.st_mode))
		return PLACE_OTHER;
	return file_read_descriptor(arena, descriptor, name, FILE_MOST_BYTES, bytes, &ignored) ? PLACE_FAILED
											       : PLACE_TEXT;
}

enum place_holds place_read(struct arena *arena, int folder, const char *name, struct span *bytes)
{
	if (folder == NO_FOLDER)
		return PLACE_NOTHING;
	int descriptor = file_open_in(folder, name, O_NOFOLLOW);
	if (descriptor < 0 && errno == ENOENT)
		return PLACE_NOTHING;
	if (descriptor < 0)
		return errno == ELOOP || errno == ENXIO ? PLACE_OTHER : PLACE_FAILED;
	enum place_holds holds = read_open(arena, descriptor, name, bytes);
	file_close(descriptor);
	return holds;
}
