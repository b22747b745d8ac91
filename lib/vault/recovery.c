/* What an interrupted run left: finished where all of it is whole, else taken back. Each step can itself be cut. */
#include "base/fault.h"
#include "vault/journal.h"
#include "vault/write.h"

static int open_places(struct transaction *transaction, bool make, struct error *error)
{
	for (size_t i = 0; i < transaction->count; i++)
		if (place_open(transaction, &transaction->writes[i], make, error))
			return -1;
	return 0;
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

static bool all_whole(struct transaction *transaction)
{
	bool whole = true;
	for (size_t i = 0; i < transaction->count; i++)
		whole = write_find_out(transaction, &transaction->writes[i]) && whole;
	return whole;
}

/* The texts as they lie on the disk: what a person has written since the kill is committed with the rest. */
static void read_texts(struct transaction *transaction)
{
	for (size_t i = 0; i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		if (write->action != CHANGE_REMOVE)
			place_read(transaction->arena, write->folder, write->name, &write->new_text);
		if (write->action != CHANGE_CREATE &&
			!place_read(transaction->arena, write->folder, write->temporary, &write->old_text))
			write->old_text = write->new_text;
	}
}

static int roll_forward(struct transaction *transaction, struct error *error)
{
	struct history_commit made;
	for (size_t i = 0; i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		struct error conflict = ERROR_INIT;
		if (!write->placed && write_place(transaction, write, &conflict)) {
			transaction_take_back(transaction);
			return 0;
		}
	}
	fault_point("rolled forward");
	read_texts(transaction);
	if (place_sync(transaction, error) || record_commit(transaction, &made, error))
		return -1;
	transaction_finish(transaction);
	return 0;
}

static int roll(struct transaction *transaction, struct error *error)
{
	if (release_locks(transaction, error))
		return -1;
	if (all_whole(transaction))
		return roll_forward(transaction, error);
	transaction_take_back(transaction);
	return 0;
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
		transaction_abandon(transaction);
		return 0;
	case JOURNAL_READY:
	case JOURNAL_NOTED:
		return roll(transaction, error);
	case JOURNAL_DONE:
		transaction_finish(transaction);
		return 0;
	case JOURNAL_UNDONE:
		transaction_clear_undone(transaction);
	}
	return 0;
}

int recovery_run(struct arena *arena, const struct history_place *place, int *recovered, struct error *error)
{
	struct transaction transaction = { .arena = arena, .root = place->vault, .history_folder = place->folder };
	enum journal_step step;
	if (journal_read(&transaction, &step, error))
		return -1;
	int result = open_places(&transaction, false, error);
	if (result == 0)
		result = recover_from(&transaction, step, error);
	place_close(&transaction);
	if (result == 0)
		*recovered = step != JOURNAL_NONE;
	return result;
}
