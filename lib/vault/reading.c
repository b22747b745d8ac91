#include "vault/reading.h"

#include "sys/file.h"
#include "vault/journal.h"
#include "vault/transaction.h"

static void report_unfinished(struct finding_list *findings, const struct error *reason)
{
	struct error told = *reason;
	error_at(&told, reason->class, (struct position){ .path = reason->path },
		"an interrupted change could not be finished or taken back yet: %s", reason->message);
	error_hint(&told, "%s", reason->hint);
	finding_add_error(findings, FINDING_INTERRUPTED_CHANGE, &told);
}

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
		report_unfinished(findings, &unfinished);
	return lock_acquire(lock, path, LOCK_SHARED, LOCK_WAIT_SECONDS, error);
}
