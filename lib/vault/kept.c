#include "vault/kept.h"

#include "base/ascii.h"
#include "codec/sealed.h"
#include "vault/private_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NUMBER_DIGITS = 8, NUMBER_MOST_DIGITS = 18, ID_DIGITS = 16 };

static const char folder[] = ".coach/journal/kept";
static const char head[] = "coach kept 1";

/* --- names ------------------------------------------------------------------------------------------------------- */

/* The number that a name begins with, in eight digits or as many as it takes; -1 for what is no name of ours. */
static long long number_of(const char *name)
{
	size_t digits = ascii_digits(span_of(name));
	bool as_written =
		digits == NUMBER_DIGITS || (digits > NUMBER_DIGITS && digits <= NUMBER_MOST_DIGITS && name[0] != '0');
	if (!as_written || name[digits] != '-')
		return -1;
	const char *id = name + digits + 1;
	bool ours = strlen(id) == ID_DIGITS && strspn(id, "0123456789abcdef") == ID_DIGITS;
	return ours ? strtoll(name, NULL, 10) : -1;
}

static int latest_first(const void *left, const void *right)
{
	const char *a = *(const char *const *)left;
	const char *b = *(const char *const *)right;
	size_t length = strlen(a);
	size_t other = strlen(b);
	return length == other ? strcmp(b, a) : length < other ? 1 : -1;
}

/* Of the open folder, which is closed. 0, or -1 with errno where the listing broke off. */
static int list_in(struct arena *arena, int opened, struct kept_names *names)
{
	size_t capacity = 0;
	DIR *stream = fdopendir(opened);
	const struct dirent *entry = NULL;
	if (!stream) {
		file_close(opened);
		return -1;
	}
	for (errno = 0; (entry = readdir(stream)); errno = 0) {
		if (number_of(entry->d_name) < 0)
			continue;
		names->items = arena_grow(arena, names->items, names->count, &capacity, sizeof(*names->items));
		names->items[names->count++] = arena_copy_text(arena, span_of(entry->d_name));
	}
	int reason = errno;
	closedir(stream);
	errno = reason;
	if (names->count > 1)
		qsort(names->items, names->count, sizeof(*names->items), latest_first);
	return reason ? -1 : 0;
}

int kept_list(struct arena *arena, const char *root, struct kept_names *names, struct error *error)
{
	*names = (struct kept_names){ NULL, 0 };
	int opened = private_folder_open(root, folder, false);
	bool listed = opened >= 0 && list_in(arena, opened, names) == 0;
	if (listed || !error_is_passing(errno))
		return 0;
	return error_system(error, folder, "the folder cannot be listed");
}

int kept_next_path(struct arena *arena, const char *root, const char *id, const char **path, struct error *error)
{
	struct kept_names names;
	if (kept_list(arena, root, &names, error))
		return -1;
	long long last = names.count > 0 ? number_of(names.items[0]) : 0;
	const char *name = arena_printf(arena, "%0*lld-%s", NUMBER_DIGITS, last + 1, id);
	*path = number_of(name) < 0 ? NULL : path_join(arena, folder, name);
	return 0;
}

void kept_prune(struct arena *arena, const char *root, size_t most)
{
	struct kept_names names = { NULL, 0 };
	int opened = private_folder_open(root, folder, false);
	int copy = opened < 0 ? -1 : dup(opened);
	if (copy >= 0 && list_in(arena, copy, &names) == 0)
		for (size_t i = most; i < names.count; i++)
			unlinkat(opened, names.items[i], 0);
	if (opened >= 0)
		close(opened);
}

/* --- bytes ------------------------------------------------------------------------------------------------------- */

static void pack_text(struct buffer *bytes, struct span text)
{
	packed_add(bytes, text.at != NULL);
	packed_add_text(bytes, text);
}

bool kept_pack(const struct kept *kept, struct buffer *bytes)
{
	sealed_begin(bytes, head);
	packed_add_text(bytes, span_of(kept->id));
	packed_add_text(bytes, span_of(kept->message));
	packed_add_long(bytes, (uint64_t)kept->seconds);
	packed_add(bytes, (uint32_t)kept->offset_minutes);
	packed_add(bytes, kept->committed);
	packed_add(bytes, (uint32_t)kept->count);
	for (size_t i = 0; i < kept->count; i++) {
		packed_add_text(bytes, span_of(kept->files[i].path));
		packed_add(bytes, kept->files[i].hidden);
		pack_text(bytes, kept->files[i].before);
		pack_text(bytes, kept->files[i].after);
	}
	sealed_end(bytes);
	return !bytes->over && kept->count <= KEPT_MOST_FILES;
}

/* An empty text is there, and not nothing. */
static struct span read_text(struct packed *packed)
{
	bool there = packed_read(packed);
	struct span text = packed_read_text(packed);
	return there && !text.at ? SPAN("") : text;
}

static const char *read_name(struct arena *arena, struct packed *packed)
{
	return arena_copy_text(arena, packed_read_text(packed));
}

static bool read_files(struct arena *arena, struct packed *packed, struct kept *kept)
{
	size_t count = packed_read(packed);
	if (!packed->good || count > KEPT_MOST_FILES)
		return false;
	kept->files = arena_new_array(arena, count, struct entry_file);
	for (kept->count = 0; packed->good && kept->count < count; kept->count++) {
		struct entry_file *file = &kept->files[kept->count];
		file->path = read_name(arena, packed);
		file->hidden = packed_read(packed);
		file->before = read_text(packed);
		file->after = read_text(packed);
	}
	return packed->good;
}

static bool unpack(struct arena *arena, struct span bytes, struct kept *kept)
{
	struct packed packed;
	if (!sealed_open(bytes, head, &packed))
		return false;
	struct kept read = { .id = read_name(arena, &packed) };
	read.message = read_name(arena, &packed);
	read.seconds = (int64_t)packed_read_long(&packed);
	read.offset_minutes = (int)packed_read(&packed);
	read.committed = packed_read(&packed);
	if (!read_files(arena, &packed, &read))
		return false;
	*kept = read;
	return true;
}

int kept_read(
	struct arena *arena, const char *root, const char *name, struct kept *kept, bool *whole, struct error *error)
{
	struct span bytes;
	struct error reason = ERROR_INIT;
	bool there = private_file_read(arena, root, folder, name, FILE_MOST_BYTES, &bytes, NULL, &reason) == 0;
	*whole = there && unpack(arena, bytes, kept);
	if (there || !reason.passing)
		return 0;
	*error = reason;
	return -1;
}
