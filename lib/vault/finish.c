/* How a transaction ends. What fails here is left to recovery: the notes are as they should be already. */
#include "base/fault.h"
#include "vault/journal.h"
#include "vault/write.h"

/* While one is left, the journal stays: the next run tries again. */
static int discard_all(const struct transaction *transaction)
{
	int result = 0;
	for (size_t i = 0; i < transaction->count; i++) {
		if (write_discard(transaction, &transaction->writes[i]))
			result = -1;
		fault_point("temporary removed");
	}
	return result;
}

static void tidy_up(const struct transaction *transaction)
{
	struct error ignored = ERROR_INIT;
	if (discard_all(transaction) == 0 && place_sync(transaction, &ignored) == 0)
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
	if (discard_all(transaction) == 0)
		remove_folders(transaction);
}

void transaction_abandon(const struct transaction *transaction)
{
	for (size_t i = 0; i < transaction->count; i++)
		temporary_remove(&transaction->writes[i]);
	remove_folders(transaction);
}
