#include "vault/transaction.h"

#include "base/fault.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/lock.h"
#include "sys/process.h"
#include "vault/journal.h"
#include "vault/write.h"

#include <string.h>
#include <unistd.h>

/* What a caller wants, beside the changes. */
struct wishes {
	enum repository_wish repository;
	const char *ref;
	bool allow_mass_change;
};

static const char *message_of(struct arena *arena, const struct changeset *changes)
{
	const char *subject = changes->subject ? changes->subject : "";
	return arena_printf(arena, "coach(%s)%s%s\n\nCoach-Command: %s\nCoach-Files: %zu\n", changes->command,
		subject[0] ? ": " : "", subject, changes->command, changeset_visible(changes));
}

static int plan_write(struct transaction *transaction, const struct change *change, struct error *error)
{
	const char *path;
	if (place_resolve(transaction->arena, transaction->root, change->path, &path, error))
		return -1;
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

static int plan(struct transaction *transaction, const struct changeset *changes, struct error *error)
{
	transaction->message = message_of(transaction->arena, changes);
	transaction->edits_message = arena_printf(transaction->arena, "save edits before %s\n", changes->command);
	transaction->seconds = clock_seconds();
	transaction->offset_minutes = clock_offset_minutes();
	transaction->writes = arena_new_array(transaction->arena, changes->count, struct write);
	for (size_t i = 0; i < changes->count; i++)
		if (plan_write(transaction, &changes->items[i], error))
			return -1;
	return 0;
}

static int check(struct transaction *transaction, const struct wishes *wishes, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		if (place_open(transaction, write, false, error) || write_check(transaction, write, error))
			return -1;
		place_note_missing(transaction, write);
	}
	return record_check(transaction, wishes->repository, error);
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

static int carry_out(struct transaction *transaction, struct history_commit *made, struct error *error)
{
	if (journal_begin(transaction, error))
		return -1;
	if (make_temporaries(transaction, error) || journal_mark(transaction, JOURNAL_READY, error)) {
		transaction_abandon(transaction);
		return -1;
	}
	if (place_all(transaction, error) || record_commit(transaction, made, error)) {
		transaction_take_back(transaction);
		return -1;
	}
	transaction_finish(transaction);
	return 0;
}

static int apply_locked(struct arena *arena, const char *root, const struct changeset *changes,
	const struct wishes *wishes, struct applied *applied, struct error *error)
{
	struct transaction transaction = { .arena = arena, .root = root, .ref = wishes->ref };
	struct history_commit made;
	int recovered;
	if (recovery_run(arena, root, &recovered, error) || plan(&transaction, changes, error))
		return -1;
	size_t files = changeset_visible(changes);
	if (!wishes->allow_mass_change && mass_change_check(root, files, error))
		return -1;
	int result = check(&transaction, wishes, error);
	if (result == 0)
		result = carry_out(&transaction, &made, error);
	place_close(&transaction);
	if (result)
		return -1;
	*applied = (struct applied){ .branch = made.branch, .files = files };
	memcpy(applied->commit, made.id, sizeof(applied->commit));
	return 0;
}

static int apply(struct arena *arena, const char *root, const struct changeset *changes, const struct wishes *wishes,
	struct applied *applied, struct error *error)
{
	struct lock lock LOCK_CLEANUP = LOCK_INIT;
	const char *path = path_join(arena, root, ".coach/lock");
	if (lock_acquire(&lock, path, LOCK_EXCLUSIVE, LOCK_WAIT_SECONDS, error))
		return -1;
	process_hold_signals();
	int result = apply_locked(arena, root, changes, wishes, applied, error);
	if (result)
		process_allow_signals();
	return result;
}

int transaction_apply(struct arena *arena, const struct vault *vault, const struct changeset *changes,
	bool allow_mass_change, struct applied *applied, struct error *error)
{
	*applied = (struct applied){ .files = 0 };
	if (changes->count == 0)
		return 0;
	const struct wishes wishes = {
		.repository = vault->configuration.history_enabled ? REPOSITORY_FOUND : REPOSITORY_NONE,
		.ref = vault->configuration.history_ref,
		.allow_mass_change = allow_mass_change || changes->mass_change,
	};
	return apply(arena, vault->root, changes, &wishes, applied, error);
}

int transaction_apply_new(struct arena *arena, const char *root, const struct changeset *changes, bool make_repository,
	struct applied *applied, struct error *error)
{
	if (file_make_folder(path_join(arena, root, ".coach"), error))
		return -1;
	const char *resolved = path_resolve(arena, root);
	if (!resolved)
		return error_system(error, root, "the new vault's folder cannot be opened");
	const struct wishes wishes = {
		.repository = make_repository ? REPOSITORY_MADE : REPOSITORY_NONE,
		.ref = "",
		.allow_mass_change = true,
	};
	return apply(arena, resolved, changes, &wishes, applied, error);
}

int transaction_recover(struct arena *arena, const struct vault *vault, int *recovered, struct error *error)
{
	*recovered = 0;
	if (!journal_exists(arena, vault->root))
		return 0;
	struct lock lock LOCK_CLEANUP = LOCK_INIT;
	const char *path = path_join(arena, vault->root, ".coach/lock");
	if (lock_acquire(&lock, path, LOCK_EXCLUSIVE, LOCK_WAIT_SECONDS, error))
		return -1;
	process_hold_signals();
	int result = recovery_run(arena, vault->root, recovered, error);
	process_allow_signals();
	return result;
}
