/* Reading a vault while nobody writes in it, so that no command sees one half of a change. */
#ifndef COACH_VAULT_READING_H
#define COACH_VAULT_READING_H

#include "sys/lock.h"
#include "vault/vault.h"

/* Waits until nobody is writing (at most LOCK_WAIT_SECONDS, then ERROR_CONFLICT as lock_acquire has it) and keeps
 * writers out until the lock is released: before a question to a person, a request, or a change. An interrupted change
 * is finished or taken back first; where that fails, a finding says so, and what there is can still be read. Where
 * there is no lock to take (a vault that is only read), reading goes on. */
int reading_begin(struct arena *arena, const struct vault *vault, struct lock *lock, struct finding_list *findings,
	struct error *error);

#endif
