/* How a transaction ends. While something is left to do the journal stays, and the next run does it. */
#include "base/fault.h"
#include "vault/journal.h"
#include "vault/write.h"

static int discard_all(const struct transaction *transaction, bool taken_back, struct error *error)
{
	int result = 0;
	for (size_t i = 0; i < transaction->count; i++) {
		if (write_discard(transaction, &transaction->writes[i], taken_back, error))
			result = -1;
		fault_point("temporary removed");
	}
	return result;
}

int transaction_finish(struct transaction *transaction, struct error *error)
{
	if (journal_mark(transaction, JOURNAL_DONE, error) || discard_all(transaction, false, error) ||
		place_sync(transaction, error))
		return -1;
	return journal_remove(transaction, error);
}

static int remove_folders(struct transaction *transaction, struct error *error)
{
	if (place_remove_folders(transaction, error))
		return -1;
	fault_point("folders removed");
	return journal_remove(transaction, error);
}

/* A removed file whose text is nowhere: what was made meanwhile may be the last to have it, as when a note moves. */
static int find_lost(const struct transaction *transaction, bool *lost, struct error *error)
{
	*lost = false;
	for (size_t i = 0; i < transaction->count; i++) {
		const struct write *write = &transaction->writes[i];
		enum write_state state;
		if (write_settle(transaction, write, error) || write_look(write, &state, error))
			return -1;
		*lost = *lost || (write->action == CHANGE_REMOVE && state == WRITE_FINAL);
	}
	return 0;
}

/* The last first: a file that moves is made at its new place before it leaves the old one. */
static int take_back_all(const struct transaction *transaction, struct error *error)
{
	bool lost;
	if (find_lost(transaction, &lost, error))
		return -1;
	int result = 0;
	for (size_t i = transaction->count; i-- > 0;) {
		const struct write *write = &transaction->writes[i];
		bool stays = lost && write->action == CHANGE_CREATE;
		if (!stays && write_take_back(transaction, write, error))
			result = -1;
	}
	return result;
}

/* Without the first mark recovery may still finish the change instead: whole, too. */
int transaction_take_back(struct transaction *transaction, struct error *error)
{
	struct error ignored = ERROR_INIT;
	journal_mark(transaction, JOURNAL_BACK, &ignored);
	if (take_back_all(transaction, error) || place_sync(transaction, error) ||
		journal_mark(transaction, JOURNAL_UNDONE, error))
		return -1;
	return transaction_clear_undone(transaction, error);
}

int transaction_clear_undone(struct transaction *transaction, struct error *error)
{
	return discard_all(transaction, true, error) ? -1 : remove_folders(transaction, error);
}

int transaction_abandon(struct transaction *transaction, struct error *error)
{
	int result = 0;
	for (size_t i = 0; i < transaction->count; i++)
		if (temporary_remove(&transaction->writes[i]))
			result = error_system(
				error, transaction->writes[i].path, "the file beside it cannot be removed");
	return result ? -1 : remove_folders(transaction, error);
}
