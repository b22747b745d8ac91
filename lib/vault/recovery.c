/* What an interrupted run left: finished where all of it is whole, else taken back. Each step can itself be cut. */
#include "base/fault.h"
#include "vault/journal.h"
#include "vault/write.h"

static int open_places(struct transaction *transaction, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (place_open(transaction, &transaction->writes[i], false, error))
			return -1;
	return place_find_moved(transaction, error);
}

static int release_locks(const struct transaction *transaction, struct error *error)
{
	if (transaction->repository == REPOSITORY_NONE)
		return 0;
	const struct history *history = history_open(error);
	int64_t since = transaction->seconds * 1000000000;
	struct history_place place = transaction_place(transaction);
	return history ? history->unlock(&place, transaction->ref, since, error) : -1;
}

static int look_at_all(struct transaction *transaction, enum write_state *states, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (write_settle(transaction, &transaction->writes[i], error) ||
			write_look(&transaction->writes[i], &states[i], error))
			return -1;
	return 0;
}

static bool is_in_place(enum write_state state)
{
	return state == WRITE_PLACED || state == WRITE_FINAL;
}

/* They come into place one after the other: before one that is there, one in doubt was there too. */
static void settle_doubts(const struct transaction *transaction, enum write_state *states)
{
	bool later = false;
	for (size_t i = transaction->count; i-- > 0;) {
		if (states[i] == WRITE_DOUBTFUL)
			states[i] = later ? WRITE_FINAL : WRITE_OVERTAKEN;
		later = later || is_in_place(states[i]);
	}
}

static bool has(const struct transaction *transaction, const enum write_state *states, enum write_state state)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (states[i] == state)
			return true;
	return false;
}

/* The new texts are in the journal: what a person has written since the kill is no part of the change. */
static int read_old_texts(struct transaction *transaction, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		if (write->action == CHANGE_CREATE)
			continue;
		enum place_holds holds =
			place_read(transaction->arena, write->folder, write->temporary, &write->old_text);
		if (holds == PLACE_FAILED)
			return error_system(error, write->path, "its old text cannot be read");
		if (holds != PLACE_TEXT)
			write->old_text = write->new_text;
	}
	return 0;
}

static int finish_all(struct transaction *transaction, struct error *error)
{
	struct history_commit made;
	fault_point("rolled forward");
	if (read_old_texts(transaction, error) || place_sync(transaction, error) ||
		record_commit(transaction, &made, error))
		return -1;
	return transaction_finish(transaction, error);
}

/* A change that must stand goes on without what was overtaken: that text is its writer's. */
static int roll_forward(
	struct transaction *transaction, const enum write_state *states, bool must_stand, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++) {
		struct error conflict = ERROR_INIT;
		if (states[i] == WRITE_WAITING && write_place(transaction, &transaction->writes[i], &conflict) &&
			!must_stand)
			return transaction_take_back(transaction, error);
	}
	return finish_all(transaction, error);
}

/* Once the commit is noted everything was in place, and what looks otherwise was written since. Nor is a change taken
 * back whose old texts somebody has removed: with its new ones the last copy of a note would go. */
static int roll(struct transaction *transaction, bool noted, struct error *error)
{
	enum write_state *states = arena_new_array(transaction->arena, transaction->count, enum write_state);
	if (release_locks(transaction, error) || look_at_all(transaction, states, error))
		return -1;
	settle_doubts(transaction, states);
	bool must_stand = noted || has(transaction, states, WRITE_FINAL);
	if (must_stand || !has(transaction, states, WRITE_OVERTAKEN))
		return roll_forward(transaction, states, must_stand, error);
	return transaction_take_back(transaction, error);
}

static int recover_from(struct transaction *transaction, enum journal_step step, struct error *error)
{
	switch (step) {
	case JOURNAL_NONE:
	case JOURNAL_FOREIGN:
		return 0;
	case JOURNAL_TORN:
		return journal_remove(transaction, error);
	case JOURNAL_PREPARED:
		return transaction_abandon(transaction, error);
	case JOURNAL_READY:
	case JOURNAL_NOTED:
		return roll(transaction, step == JOURNAL_NOTED, error);
	case JOURNAL_BACK:
		return release_locks(transaction, error) ? -1 : transaction_take_back(transaction, error);
	case JOURNAL_DONE:
		return transaction_finish(transaction, error);
	case JOURNAL_UNDONE:
		return release_locks(transaction, error) ? -1 : transaction_clear_undone(transaction, error);
	}
	return 0;
}

int recovery_run(
	struct arena *arena, const char *root, int *recovered, struct finding_list *findings, struct error *error)
{
	struct transaction transaction = { .arena = arena, .root = root, .journal = NO_JOURNAL, .findings = findings };
	enum journal_step step;
	int result = journal_read(&transaction, &step, error);
	if (result == 0)
		result = open_places(&transaction, error);
	if (result == 0)
		result = recover_from(&transaction, step, error);
	record_close(&transaction);
	place_close(&transaction);
	journal_close(&transaction);
	if (result == 0)
		*recovered = step != JOURNAL_NONE;
	return result;
}
