#include "vault/entries.h"

#include "sys/file.h"
#include "vault/changed_lines.h"
#include "vault/entry_message.h"
#include "vault/kept.h"

#include <stdlib.h>
#include <string.h>

static const char no_entry[] = "none";

const char entry_founding_subject[] = "new vault";

enum { LEAST_ID_LETTERS = 4, MOST_NUMBER_DIGITS = 4 };

/* --- where they are ---------------------------------------------------------------------------------------------- */

struct reading {
	struct arena *arena;
	const struct vault *vault;
	const char *const *paths;
	size_t path_count;
	struct entry_list list;
	size_t capacity;
};

static struct entry *add(struct reading *reading, struct entry entry)
{
	struct entry_list *list = &reading->list;
	list->items = arena_grow(reading->arena, list->items, list->count, &reading->capacity, sizeof(*list->items));
	list->items[list->count] = entry;
	return &list->items[list->count++];
}

static struct entry entry_of(const char *message, int64_t seconds, int offset_minutes)
{
	struct entry entry = entry_message_read(message);
	entry.seconds = seconds;
	entry.offset_minutes = offset_minutes;
	return entry;
}

static struct entry entry_of_commit(const struct history_entry *commit)
{
	struct entry entry = entry_of(commit->message, commit->seconds, commit->offset_minutes);
	entry.commit = commit->id;
	return entry;
}

static struct history_log_request request_of(struct history_place place, const char *ref, size_t most)
{
	return (struct history_log_request){
		.place = place,
		.ref = ref,
		.prefix = entry_message_prefix,
		.trailer = entry_message_trailer,
		.edits_prefix = entry_message_edits_prefix,
		.most = most,
	};
}

/* Where git is not to record anything, a repository that cannot be looked into is no hindrance. */
static int log_commits(const struct reading *reading, struct history_log *log, struct error *error)
{
	const struct vault *vault = reading->vault;
	bool enabled = vault->configuration.history_enabled;
	struct history_place place = { vault->root, vault->history_folder };
	struct history_log_request request = request_of(place, vault->configuration.history_ref, ENTRIES_MOST);
	struct error problem = ERROR_INIT;
	const struct history *history = history_open(&problem);
	request.paths = reading->paths;
	request.path_count = reading->path_count;
	*log = (struct history_log){ NULL, 0 };
	if (!history && !enabled)
		return 0;
	if (history && history->log(reading->arena, &request, log, &problem) == 0)
		return 0;
	if (!enabled && problem.class == ERROR_REFUSED)
		return 0;
	*error = problem;
	return -1;
}

static int read_commits(struct reading *reading, struct error *error)
{
	struct history_log log;
	if (log_commits(reading, &log, error))
		return -1;
	for (size_t i = 0; i < log.count; i++)
		add(reading, entry_of_commit(&log.entries[i]));
	return 0;
}

const char *entries_last_recorded(struct arena *arena, const struct history_place *place, const char *ref)
{
	struct error ignored = ERROR_INIT;
	struct history_log log = { NULL, 0 };
	struct history_log_request request = request_of(*place, ref, 1);
	if (!history_may_be_found(place))
		return no_entry;
	const struct history *history = history_open(&ignored);
	if (!history || history->log(arena, &request, &log, &ignored))
		return NULL;
	return log.count > 0 ? arena_copy_text(arena, entry_of_commit(&log.entries[0]).id) : no_entry;
}

static bool is_wanted(const struct reading *reading, const struct kept *kept)
{
	for (size_t i = 0; i < kept->count; i++)
		for (size_t k = 0; k < reading->path_count; k++)
			if (!kept->files[i].hidden && path_below(reading->paths[k], kept->files[i].path))
				return true;
	return reading->path_count == 0;
}

static struct entry *entry_with_id(const struct entry_list *list, struct span id)
{
	for (size_t i = 0; i < list->count; i++)
		if (span_equal(list->items[i].id, id))
			return &list->items[i];
	return NULL;
}

/* The rest of a commit's files, or an entry of its own. One whose commit is gone from the branch is no entry. */
static int read_kept(struct reading *reading, struct error *error)
{
	struct kept_names names;
	if (kept_list(reading->arena, reading->vault->root, &names, error))
		return -1;
	for (size_t i = 0; i < names.count; i++) {
		struct kept kept;
		bool whole;
		if (kept_read(reading->arena, reading->vault->root, names.items[i], &kept, &whole, error))
			return -1;
		if (!whole)
			continue;
		struct entry *entry = entry_with_id(&reading->list, span_of(kept.id));
		if (!entry && !kept.committed && is_wanted(reading, &kept))
			entry = add(reading, entry_of(kept.message, kept.seconds, kept.offset_minutes));
		if (entry)
			entry->kept = names.items[i];
	}
	return 0;
}

/* --- order and state --------------------------------------------------------------------------------------------- */

/* True where the commit at `index` is later than what is kept: by what that followed, else by time. */
static bool commit_is_later(const struct entry_list *list, size_t commits, size_t index, const struct entry *kept)
{
	size_t followed = 0;
	while (followed < commits && !span_equal(list->items[followed].id, kept->follows))
		followed++;
	bool known = followed < commits || span_is(kept->follows, no_entry);
	return known ? index < followed : list->items[index].seconds >= kept->seconds;
}

/* Commits come in the order of git, kept ones in the order of their numbers. */
static void merge_orders(struct reading *reading, size_t commits)
{
	struct entry_list *list = &reading->list;
	struct entry *merged = arena_new_array(reading->arena, list->count, struct entry);
	size_t left = 0;
	size_t right = commits;
	for (size_t i = 0; i < list->count; i++) {
		bool from_left = right == list->count ||
				 (left < commits && commit_is_later(list, commits, left, &list->items[right]));
		merged[i] = from_left ? list->items[left++] : list->items[right++];
	}
	list->items = merged;
}

bool entry_is_founding(const struct entry *entry)
{
	return span_is(entry->command, "init") && span_is(entry->subject, entry_founding_subject);
}

static struct span turned_by(const struct entry *entry)
{
	return entry->undoes.length ? entry->undoes : entry->redoes;
}

const struct entry *entries_subject(const struct entry_list *entries, const struct entry *entry)
{
	struct span id = turned_by(entry);
	return id.length ? entry_with_id(entries, id) : NULL;
}

const struct entry *entries_last_turn(const struct entry_list *entries, const struct entry *entry)
{
	struct span of = turned_by(entry);
	struct span id = of.length ? of : entry->id;
	for (size_t i = 0; id.length > 0 && i < entries->count; i++)
		if (span_equal(turned_by(&entries->items[i]), id))
			return &entries->items[i];
	return NULL;
}

/* The latest word on an entry counts: undone, or brought back since. */
static void set_states(struct entry_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct entry *entry = &list->items[i];
		const struct entry *turn = entries_last_turn(list, entry);
		if (turned_by(entry).length)
			entry->state = turn == entry ? ENTRY_TURNS : ENTRY_SUPERSEDED;
		else
			entry->state = turn && turn->undoes.length ? ENTRY_UNDONE : ENTRY_STANDS;
	}
}

static bool stands(const struct entry *entry)
{
	return entry->state == ENTRY_STANDS && !entry_is_founding(entry);
}

static bool is_undo(const struct entry *entry)
{
	return entry->state == ENTRY_TURNS && entry->undoes.length > 0;
}

const struct entry *entries_later_on(const struct entry_list *entries, const struct entry *entry, const char *path)
{
	for (size_t i = 0; i < entries->count && &entries->items[i] != entry; i++)
		if (entries->items[i].state == ENTRY_STANDS && entry_message_has_path(entries->items[i].paths, path))
			return &entries->items[i];
	return NULL;
}

const struct entry *entries_next(const struct entry_list *entries, int behind, bool brings_back)
{
	for (size_t i = (size_t)behind; i < entries->count; i++)
		if (brings_back ? is_undo(&entries->items[i]) : stands(&entries->items[i]))
			return &entries->items[i];
	return NULL;
}

static int read_all(struct reading *reading, struct error *error)
{
	if (read_commits(reading, error))
		return -1;
	size_t commits = reading->list.count;
	if (read_kept(reading, error))
		return -1;
	merge_orders(reading, commits);
	set_states(&reading->list);
	for (size_t i = 0; i < reading->list.count; i++)
		reading->list.items[i].number = (int)i + 1;
	return 0;
}

int entries_read(struct arena *arena, const struct vault *vault, const char *const *paths, size_t path_count,
	struct entry_list *entries, struct error *error)
{
	struct reading all = { .arena = arena, .vault = vault };
	struct reading wanted = { .arena = arena, .vault = vault, .paths = paths, .path_count = path_count };
	if (read_all(&all, error))
		return -1;
	if (path_count > 0 && read_all(&wanted, error))
		return -1;
	*entries = all.list;
	entries->count = 0;
	for (size_t i = 0; i < all.list.count; i++)
		if (path_count == 0 || entry_with_id(&wanted.list, all.list.items[i].id))
			entries->items[entries->count++] = all.list.items[i];
	return 0;
}

/* --- one of them ------------------------------------------------------------------------------------------------- */

static bool begins_with(struct span whole, struct span start)
{
	return whole.length >= start.length && memcmp(whole.at, start.at, start.length) == 0;
}

static int no_such_number(const struct entry_list *entries, int number, struct error *error)
{
	error_set(error, ERROR_NOT_FOUND, "there is no entry %d", number);
	if (entries->count == 0)
		return error_hint(error, "no change of coach's is on record here yet");
	return error_hint(error, "`coach history` lists them, from 1 to %zu", entries->count);
}

static int find_by_id(
	const struct entry_list *entries, struct span text, const struct entry **found, struct error *error)
{
	*found = NULL;
	for (size_t i = 0; text.length >= LEAST_ID_LETTERS && i < entries->count; i++) {
		const struct entry *candidate = &entries->items[i];
		if (!begins_with(candidate->id, text) && !begins_with(span_of(candidate->commit), text))
			continue;
		if (*found)
			return error_set(error, ERROR_NOT_FOUND, "several entries begin with %.*s", SPAN_PRINT(text));
		*found = candidate;
	}
	return 0;
}

int entries_find(const struct entry_list *entries, struct span text, const struct entry **entry, struct error *error)
{
	int number = 0;
	struct span rest = text;
	const struct entry *found;
	bool numeric = span_read_digits(&rest, &number) && rest.length == 0 && text.length <= MOST_NUMBER_DIGITS;
	if (numeric && number >= 1 && (size_t)number <= entries->count) {
		*entry = &entries->items[number - 1];
		return 0;
	}
	if (find_by_id(entries, text, &found, error))
		return -1;
	if (!found && numeric)
		return no_such_number(entries, number, error);
	if (!found) {
		error_set(error, ERROR_NOT_FOUND, "there is no entry \"%.*s\"", SPAN_PRINT(text));
		return error_hint(error, "`coach history` lists them by number and commit");
	}
	*entry = found;
	return 0;
}

/* --- its files --------------------------------------------------------------------------------------------------- */

static int compare_files(const void *left, const void *right)
{
	return strcmp(((const struct entry_file *)left)->path, ((const struct entry_file *)right)->path);
}

static int read_commit(struct arena *arena, const struct vault *vault, const struct entry *entry,
	struct history_changes *changes, struct error *error)
{
	const struct history *history = entry->commit[0] ? history_open(error) : NULL;
	if (!entry->commit[0])
		return 0;
	struct history_place place = { vault->root, vault->history_folder };
	return history ? history->changes(arena, &place, entry->commit, changes, error) : -1;
}

/* An entry that says no more than which files it changed is checked by those. */
static bool is_of_paths(const struct entry *entry, const struct history_changes *changes, const struct kept *kept)
{
	size_t files = changes->count;
	for (size_t i = 0; i < kept->count; i++)
		files += !kept->files[i].hidden;
	for (size_t i = 0; i < changes->count; i++)
		if (!entry_message_has_path(entry->paths, changes->items[i].path))
			return false;
	return files == (size_t)entry->files;
}

static bool is_altered(
	struct arena *arena, const struct entry *entry, const struct history_changes *changes, const struct kept *kept)
{
	struct changed_lines lines = CHANGED_LINES_NONE;
	if (!entry->commit[0])
		return false;
	if (!entry->lines.length)
		return entry->paths.length > 0 && !is_of_paths(entry, changes, kept);
	for (size_t i = 0; i < changes->count; i++)
		changed_lines_add(&lines, changes->items[i].path, changes->items[i].before, changes->items[i].after);
	return !span_is(entry->lines, changed_lines_format(arena, lines));
}

int entry_read(struct arena *arena, const struct vault *vault, const struct entry *entry, struct entry_files *files,
	struct error *error)
{
	struct history_changes changes = { NULL, 0 };
	struct kept kept = { .count = 0 };
	if (read_commit(arena, vault, entry, &changes, error))
		return -1;
	bool whole = true;
	if (entry->kept && kept_read(arena, vault->root, entry->kept, &kept, &whole, error))
		return -1;
	if (!whole)
		return error_set(error, ERROR_IO, ".coach/journal/kept/%s cannot be read", entry->kept);
	files->items = arena_new_array(arena, changes.count + kept.count, struct entry_file);
	files->count = 0;
	files->altered = is_altered(arena, entry, &changes, &kept);
	for (size_t i = 0; i < changes.count; i++)
		files->items[files->count++] = (struct entry_file){ changes.items[i].path, false,
			changes.items[i].before, changes.items[i].after };
	for (size_t i = 0; i < kept.count; i++)
		files->items[files->count++] = kept.files[i];
	if (files->count > 1)
		qsort(files->items, files->count, sizeof(*files->items), compare_files);
	return 0;
}
