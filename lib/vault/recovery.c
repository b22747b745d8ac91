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

static int roll_forward(struct transaction *transaction, struct error *error)
{
	struct history_commit made;
	for (size_t i = 0; i < transaction->count; i++) {
		struct write *write = &transaction->writes[i];
		struct error conflict = ERROR_INIT;
		if (!write->placed && write_place(transaction, write, &conflict))
			return transaction_take_back(transaction, error);
	}
	fault_point("rolled forward");
	if (read_old_texts(transaction, error) || place_sync(transaction, error) ||
		record_commit(transaction, &made, error))
		return -1;
	return transaction_finish(transaction, error);
}

static int roll(struct transaction *transaction, struct error *error)
{
	if (release_locks(transaction, error))
		return -1;
	if (all_whole(transaction))
		return roll_forward(transaction, error);
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
		return roll(transaction, error);
	case JOURNAL_BACK:
		return release_locks(transaction, error) ? -1 : transaction_take_back(transaction, error);
	case JOURNAL_DONE:
		return transaction_finish(transaction, error);
	case JOURNAL_UNDONE:
		return transaction_clear_undone(transaction, error);
	}
	return 0;
}

int recovery_run(struct arena *arena, const struct history_place *place, int *recovered, struct finding_list *findings,
	struct error *error)
{
	struct transaction transaction = { .arena = arena,
		.root = place->vault,
		.history_folder = place->folder,
		.journal = NO_JOURNAL,
		.findings = findings };
	enum journal_step step;
	int result = journal_read(&transaction, &step, error);
	if (result == 0)
		result = open_places(&transaction, false, error);
	if (result == 0)
		result = recover_from(&transaction, step, error);
	place_close(&transaction);
	journal_close(&transaction);
	if (result == 0)
		*recovered = step != JOURNAL_NONE;
	return result;
}
