#include "vault/reading.h"

#include "sys/file.h"
#include "vault/journal.h"
#include "vault/transaction.h"

int reading_begin(struct arena *arena, const struct vault *vault, struct lock *lock, struct finding_list *findings,
	struct error *error)
{
	int recovered;
	struct error unfinished = ERROR_INIT;
	const char *path = path_join(arena, vault->root, ".coach/lock");
	if (lock_acquire(lock, path, LOCK_SHARED, LOCK_WAIT_SECONDS, error))
		return -1;
	if (!journal_exists(arena, vault->root))
		return 0;
	lock_release(lock);
	if (transaction_recover(arena, vault, &recovered, findings, &unfinished))
		finding_add_error(findings, FINDING_INTERRUPTED_CHANGE, &unfinished);
	return lock_acquire(lock, path, LOCK_SHARED, LOCK_WAIT_SECONDS, error);
}
