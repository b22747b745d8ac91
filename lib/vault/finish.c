/* How a transaction ends. What fails here is left to recovery: the notes are as they should be already. */
#include "base/fault.h"
#include "vault/journal.h"
#include "vault/write.h"

static void tidy_up(const struct transaction *transaction)
{
	struct error ignored = ERROR_INIT;
	for (size_t i = 0; i < transaction->count; i++) {
		write_discard(transaction, &transaction->writes[i]);
		fault_point("temporary removed");
	}
	if (place_sync(transaction, &ignored) == 0)
		journal_remove(transaction, &ignored);
}

void transaction_finish(const struct transaction *transaction)
{
	struct error ignored = ERROR_INIT;
	if (journal_mark(transaction, JOURNAL_DONE, &ignored) == 0)
		tidy_up(transaction);
}

static void remove_folders(const struct transaction *transaction)
{
	struct error ignored = ERROR_INIT;
	place_remove_folders(transaction);
	fault_point("folders removed");
	journal_remove(transaction, &ignored);
}

void transaction_take_back(struct transaction *transaction)
{
	struct error ignored = ERROR_INIT;
	for (size_t i = transaction->count; i-- > 0;)
		write_take_back(transaction, &transaction->writes[i]);
	if (place_sync(transaction, &ignored) || journal_mark(transaction, JOURNAL_UNDONE, &ignored))
		return;
	transaction_clear_undone(transaction);
}

void transaction_clear_undone(const struct transaction *transaction)
{
	for (size_t i = 0; i < transaction->count; i++) {
		write_discard(transaction, &transaction->writes[i]);
		fault_point("temporary removed");
	}
	remove_folders(transaction);
}

void transaction_abandon(const struct transaction *transaction)
{
	for (size_t i = 0; i < transaction->count; i++)
		temporary_remove(&transaction->writes[i]);
	remove_folders(transaction);
}
