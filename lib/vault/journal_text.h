/* The journal's text form, for journal.c: lines of fields with blanks between, bytes that are not plain as %XX. The new
 * texts are in it that a commit is to have: by the time of a recovery a person may have written in the notes. */
#ifndef COACH_VAULT_JOURNAL_TEXT_H
#define COACH_VAULT_JOURNAL_TEXT_H

#include "base/buffer.h"
#include "vault/journal.h"

enum { JOURNAL_MOST_BYTES = 1 << 30 };

void journal_text_body(const struct transaction *transaction, struct buffer *text);
/* One line: the step, the commit's id (or nothing) and a digest of both. */
void journal_text_step(enum journal_step step, const char *id, struct buffer *text);
/* Fills the transaction, but for JOURNAL_TORN and JOURNAL_FOREIGN; never JOURNAL_NONE. In all other steps its paths are
 * plain, its texts are there, and its time is one that nanoseconds can tell. */
enum journal_step journal_text_read(struct transaction *transaction, struct span text);

#endif
