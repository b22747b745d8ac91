#include "vault/transaction.h"

#include "base/fault.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/lock.h"
#include "sys/process.h"
#include "vault/changed_lines.h"
#include "vault/entries.h"
#include "vault/entry_message.h"
#include "vault/journal.h"
#include "vault/kept.h"
#include "vault/private_folder.h"
#include "vault/write.h"

#include <string.h>
#include <unistd.h>

enum { ENTRY_ID_DIGITS = 16, ID_MOST_BYTES = 16 << 20 };

/* What a caller wants, beside the changes. */
struct wishes {
	enum repository_wish repository;
	const char *history_folder;
	const char *ref;
	size_t kept_most; /* changes kept */
	bool allow_mass_change;
};

/* Tells this change from every other: by time, process and texts. */
static int set_id(struct transaction *transaction, const struct changeset *changes, struct error *error)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(ID_MOST_BYTES);
	buffer_printf(&text, "%s %lld %ld\n", changes->command, (long long)transaction->seconds, (long)getpid());
	for (size_t i = 0; i < transaction->count; i++)
		buffer_printf(&text, "%s %s %s\n", digest_format(transaction->writes[i].before).text,
			digest_format(transaction->writes[i].after).text, transaction->writes[i].path);
	if (text.over)
		return error_set(error, ERROR_REFUSED, "the change is of too many files");
	struct digest digest = digest_of(buffer_span(&text));
	transaction->id = arena_printf(transaction->arena, "%.*s", ENTRY_ID_DIGITS, digest_format(digest).text);
	return 0;
}

static struct span path_ids(const struct transaction *transaction)
{
	BUFFER_CLEANUP struct buffer ids = BUFFER_INIT(64 << 20);
	for (size_t i = 0; i < transaction->count; i++)
		if (!transaction->writes[i].hidden)
			entry_message_add_path(&ids, transaction->writes[i].path);
	return buffer_finish(transaction->arena, &ids);
}

/* A fingerprint of what the commit holds, to see later that it still holds that and no more; NULL for no commit. */
static const char *recorded_lines(const struct transaction *transaction)
{
	struct changed_lines changed = CHANGED_LINES_NONE;
	bool recorded = false;
	for (size_t i = 0; i < transaction->count; i++) {
		const struct write *write = &transaction->writes[i];
		if (write->unrecorded)
			continue;
		changed_lines_add(&changed, write->path, write->old_text, write->new_text);
		recorded = true;
	}
	return recorded ? changed_lines_format(transaction->arena, changed) : NULL;
}

static struct entry entry_of(const struct transaction *transaction, const struct changeset *changes)
{
	return (struct entry){
		.id = span_of(transaction->id),
		.command = span_of(changes->command),
		.subject = span_of(changes->subject),
		.undoes = span_of(changes->undoes),
		.redoes = span_of(changes->redoes),
		.files = (int)changeset_visible(changes),
		.lines = span_of(recorded_lines(transaction)),
		.paths = path_ids(transaction),
	};
}

/* What coach keeps for itself is found again without symlinks alone. */
static int refuse_detour(const char *path, const char *leads_to, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = path }, "a symlink on the way leads to %s", leads_to);
	return error_hint(error, "remove it: coach makes its own folders below .coach when it writes");
}

static int plan_write(struct transaction *transaction, const struct change *change, struct error *error)
{
	const char *path;
	if (place_resolve(transaction->arena, transaction->root, change->path, &path, error))
		return -1;
	if (change->hidden && strcmp(path, change->path) != 0)
		return refuse_detour(change->path, path, error);
	for (size_t i = 0; i < transaction->count; i++)
		if (strcmp(transaction->writes[i].path, path) == 0)
			return error_at(error, ERROR_REFUSED, (struct position){ .path = change->path },
				"another change of this command leads to the same file, %s", path);
	transaction->writes[transaction->count] = (struct write){
		.path = path,
		.action = change_action(change),
		.hidden = change->hidden,
		.before = digest_of(change->before),
		.after = digest_of(change->after),
		.temporary = arena_printf(transaction->arena, TEMPORARY_PREFIX "%llx-%lx-%zu",
			(long long)transaction->seconds, (long)getpid(), transaction->count),
		.folder = NO_FOLDER,
		.old_text = change->before,
		.new_text = change->after,
	};
	transaction->count++;
	return 0;
}

static struct write *write_of(const struct transaction *transaction, const struct changeset *changes, const char *path)
{
	for (size_t i = 0; i < changes->count; i++)
		if (strcmp(changes->items[i].path, path) == 0)
			return &transaction->writes[i];
	return NULL;
}

/* Hidden files have the mode of their folder. */
static void plan_likeness(const struct transaction *transaction, const struct changeset *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		struct write *write = &transaction->writes[i];
		if (write->hidden)
			continue;
		if (write->action == CHANGE_MODIFY)
			write->like = write;
		else if (changes->items[i].moved_from)
			write->like = write_of(transaction, changes, changes->items[i].moved_from);
	}
}

static int plan(struct transaction *transaction, const struct changeset *changes, struct error *error)
{
	transaction->edits_message = entry_message_of_edits(transaction->arena, changes->command);
	transaction->seconds = clock_seconds();
	transaction->offset_minutes = clock_offset_minutes();
	transaction->writes = arena_new_array(transaction->arena, changes->count + 1, struct write);
	for (size_t i = 0; i < changes->count; i++)
		if (plan_write(transaction, &changes->items[i], error))
			return -1;
	plan_likeness(transaction, changes);
	return set_id(transaction, changes, error);
}

/* Commits are in git's order, and what is kept beside them says where it belongs in that. */
static const char *message_of_kept(const struct transaction *transaction, struct entry entry)
{
	struct history_place place = transaction_place(transaction);
	entry.follows = span_of(entries_last_recorded(transaction->arena, &place, transaction->ref));
	return entry_message_write(transaction->arena, &entry);
}

static int refuse_numbers(struct error *error)
{
	error_set(error, ERROR_REFUSED, "no number is left for what is kept in .coach/journal/kept");
	return error_hint(error, "remove the file with the highest number there; it is none of coach's");
}

/* One more file, hidden: the texts of those that git does not record. */
static int plan_kept(struct transaction *transaction, const struct entry *entry, struct error *error)
{
	struct arena *arena = transaction->arena;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(FILE_MOST_BYTES);
	struct kept kept = { .id = transaction->id, .message = transaction->message, .seconds = transaction->seconds };
	kept.offset_minutes = transaction->offset_minutes;
	kept.files = arena_new_array(arena, transaction->count, struct entry_file);
	bool shows = false; /* a change of hidden files alone is no entry that a person would take back */
	for (size_t i = 0; i < transaction->count; i++) {
		const struct write *write = &transaction->writes[i];
		kept.committed = kept.committed || !write->unrecorded;
		shows = shows || !write->hidden;
		if (write->unrecorded)
			kept.files[kept.count++] =
				(struct entry_file){ write->path, write->hidden, write->old_text, write->new_text };
	}
	if (kept.count == 0 || !shows)
		return 0;
	if (!kept.committed)
		kept.message = message_of_kept(transaction, *entry);
	if (!kept_pack(&kept, &bytes)) {
		error_set(error, ERROR_REFUSED, "the change is too large to be kept for `coach undo`");
		return error_hint(
			error, "of files that git does not record, one change may hold %d MiB", FILE_MOST_BYTES >> 20);
	}
	struct change change = {
		.after = buffer_finish(arena, &bytes),
		.hidden = true,
	};
	if (kept_next_path(arena, transaction->root, kept.id, &change.path, error))
		return -1;
	return change.path ? plan_write(transaction, &change, error) : refuse_numbers(error);
}

static int check(struct transaction *transaction, const struct changeset *changes, const struct wishes *wishes,
	struct error *error)
{
	if (record_check(transaction, wishes->repository, error))
		return -1;
	struct entry entry = entry_of(transaction, changes);
	transaction->message = entry_message_write(transaction->arena, &entry);
	if (plan_kept(transaction, &entry, error))
		return -1;
	for (size_t i = 0; i < transaction->count; i++)
		if (place_open(transaction, &transaction->writes[i], false, error))
			return -1;
	for (size_t i = 0; i < transaction->count; i++) {
		if (write_check(transaction, &transaction->writes[i], error))
			return -1;
		place_note_missing(transaction, &transaction->writes[i]);
	}
	return 0;
}

static int make_temporaries(struct transaction *transaction, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		if (write->folder == NO_FOLDER && place_open(transaction, write, true, error))
			return -1;
		if (temporary_make(write, error))
			return -1;
		fault_point("temporary made");
	}
	return place_sync(transaction, error);
}

static int place_all(struct transaction *transaction, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (write_place(transaction, &transaction->writes[i], error))
			return -1;
	fault_point("all exchanged");
	return place_sync(transaction, error);
}

/* What failed is told; what is left of it waits for the next run. */
static int end(struct transaction *transaction, int (*way)(struct transaction *, struct error *), struct error *error)
{
	struct error left = ERROR_INIT;
	if (way(transaction, &left) == 0)
		return -1;
	error->hint[0] = '\0';
	error_hint(error, "it is not wholly taken back yet (%s%s%s); the next run does that, and no text is lost",
		left.path, left.path[0] ? ": " : "", left.message);
	return -1;
}

/* The notes and the commit are there, and git could not be brought to forget it again. */
static int leave_for_next(struct error *error)
{
	error->hint[0] = '\0';
	return error_hint(error, "the change itself is made; the next run of coach finishes git's part of it");
}

static int carry_out(
	struct transaction *transaction, size_t kept_most, struct history_commit *made, struct error *error)
{
	struct error left = ERROR_INIT; /* the change stands; the next run tidies up */
	if (journal_begin(transaction, error))
		return -1;
	if (make_temporaries(transaction, error) || journal_mark(transaction, JOURNAL_READY, error))
		return end(transaction, transaction_abandon, error);
	if (place_all(transaction, error))
		return end(transaction, transaction_take_back, error);
	if (record_commit(transaction, made, error))
		return made->stands ? leave_for_next(error) : end(transaction, transaction_take_back, error);
	transaction_finish(transaction, &left);
	kept_prune(transaction->arena, transaction->root, kept_most);
	return 0;
}

static int apply_locked(struct arena *arena, const char *root, const struct changeset *changes,
	const struct wishes *wishes, struct applied *applied, struct finding_list *findings, struct error *error)
{
	struct transaction transaction = { .arena = arena,
		.root = root,
		.history_folder = wishes->history_folder,
		.ref = wishes->ref,
		.journal = NO_JOURNAL,
		.findings = findings };
	struct history_commit made;
	int recovered;
	if (recovery_run(arena, root, &recovered, findings, error) || plan(&transaction, changes, error))
		return -1;
	if (!wishes->allow_mass_change && mass_change_check(root, changeset_visible(changes), error))
		return -1;
	int result = check(&transaction, changes, wishes, error);
	if (result == 0)
		result = carry_out(&transaction, wishes->kept_most, &made, error);
	record_close(&transaction);
	place_close(&transaction);
	journal_close(&transaction);
	if (result)
		return -1;
	memcpy(applied->commit, made.id, sizeof(applied->commit));
	return 0;
}

static int apply(struct arena *arena, const char *root, const struct changeset *changes, const struct wishes *wishes,
	struct applied *applied, struct finding_list *findings, struct error *error)
{
	struct lock lock LOCK_CLEANUP = LOCK_INIT;
	const char *path = path_join(arena, root, ".coach/lock");
	if (private_folder_check(root, error) || lock_acquire(&lock, path, LOCK_EXCLUSIVE, LOCK_WAIT_SECONDS, error))
		return -1;
	process_hold_signals();
	int result = apply_locked(arena, root, changes, wishes, applied, findings, error);
	if (result)
		process_allow_signals();
	return result;
}

int transaction_apply(struct arena *arena, const struct vault *vault, const struct changeset *changes,
	bool allow_mass_change, struct applied *applied, struct finding_list *findings, struct error *error)
{
	*applied = (struct applied){ .commit = "" };
	if (changes->count == 0)
		return 0;
	const struct wishes wishes = {
		.repository = !vault->configuration.history_enabled ? REPOSITORY_NONE
			      : vault->history_folder[0]            ? REPOSITORY_MADE
								    : REPOSITORY_FOUND,
		.history_folder = vault->history_folder,
		.ref = vault->configuration.history_ref,
		.kept_most = (size_t)vault->configuration.history_kept,
		.allow_mass_change = allow_mass_change || changes->mass_change,
	};
	return apply(arena, vault->root, changes, &wishes, applied, findings, error);
}

int transaction_apply_new(struct arena *arena, const char *root, const struct changeset *changes, bool make_repository,
	const char *history_folder, struct applied *applied, struct finding_list *findings, struct error *error)
{
	struct configuration defaults;
	configuration_init(&defaults);
	if (file_make_folder(root, error) || private_folder_found(root, error))
		return -1;
	const char *resolved = path_resolve(arena, root);
	if (!resolved)
		return error_system(error, root, "the new vault's folder cannot be opened");
	const struct wishes wishes = {
		.repository = make_repository ? REPOSITORY_MADE : REPOSITORY_NONE,
		.history_folder = history_folder,
		.ref = "",
		.kept_most = (size_t)defaults.history_kept,
		.allow_mass_change = true,
	};
	return apply(arena, resolved, changes, &wishes, applied, findings, error);
}

int transaction_recover(struct arena *arena, const struct vault *vault, int *recovered, struct finding_list *findings,
	struct error *error)
{
	*recovered = 0;
	if (!journal_exists(arena, vault->root))
		return 0;
	struct lock lock LOCK_CLEANUP = LOCK_INIT;
	const char *path = path_join(arena, vault->root, ".coach/lock");
	if (private_folder_check(vault->root, error) ||
		lock_acquire(&lock, path, LOCK_EXCLUSIVE, LOCK_WAIT_SECONDS, error))
		return -1;
	process_hold_signals();
	int result = recovery_run(arena, vault->root, recovered, findings, error);
	process_allow_signals();
	return result;
}
