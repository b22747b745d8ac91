/* What a transaction is about to do, written down before it does: .coach/journal/current.
 *
 * A text file of lines; the body is closed by its own digest, and each step adds a line with a digest, so that a torn
 * tail reads as if the step had not been noted. A vault may come from anybody, and its journal with it: what is whole
 * and yet not as coach writes it (a path out of the vault, an unknown step) is FOREIGN and moves nothing; nor does one
 * that was not written where it lies (vault/origin.h), which came with a copy of the vault, or with somebody else's. */
#ifndef COACH_VAULT_JOURNAL_H
#define COACH_VAULT_JOURNAL_H

#include "vault/write.h"

enum journal_step {
	JOURNAL_NONE,     /* there is no journal */
	JOURNAL_TORN,     /* its body is not whole: nothing was begun */
	JOURNAL_FOREIGN,  /* whole, but coach would not write it */
	JOURNAL_PREPARED, /* temporary files are being made */
	JOURNAL_READY,    /* all temporary files are whole and durable */
	JOURNAL_NOTED,    /* the commit's objects are durable; its id is known */
	JOURNAL_BACK,     /* it is to be taken back, whatever has come into place */
	JOURNAL_DONE,     /* all is in place and committed: what is left is to tidy up */
	JOURNAL_UNDONE,   /* all was taken back: the same */
};

/* Makes the journal with its body, durable before the first temporary file is there. It stays open and locked: a run
 * that comes into the vault all the same, because the vault's own lock was removed, does not take it for a dead one's.
 * One that is there already is not touched: ERROR_CONFLICT. */
int journal_begin(struct transaction *transaction, struct error *error);
/* Adds a step, and makes it durable with all that came before. */
int journal_mark(const struct transaction *transaction, enum journal_step step, struct error *error);
/* Removes and closes the journal that the transaction has open. */
int journal_remove(struct transaction *transaction, struct error *error);
/* Closes it; it stays for a recovery. */
void journal_close(struct transaction *transaction);

/* True when there is a journal; a look without opening it. */
bool journal_exists(struct arena *arena, const char *root);
/* Opens and locks the journal of transaction->root, reads it into the transaction (folders closed, old texts not there)
 * and tells its last step, never JOURNAL_FOREIGN: that is ERROR_REFUSED. In JOURNAL_TORN the transaction has no writes.
 * One that was brought along is ERROR_REFUSED too. ERROR_CONFLICT: the run that writes it is still alive. */
int journal_read(struct transaction *transaction, enum journal_step *step, struct error *error);

#endif
