/* The notes of a list, one after the other, some read ahead of who asks for them: a thread of its own opens and reads
 * files while this one looks at what was read; where it has nothing to look at, it reads, too. For commands that look
 * at every note and keep few. */
#ifndef COACH_VAULT_READ_AHEAD_H
#define COACH_VAULT_READ_AHEAD_H

#include "vault/notes.h"

struct read_ahead;

/* Begins with the first note; none is read beyond `most` bytes. The list's paths, the vault and the arena must stay
 * until the end. A short list is read without a thread, and so is any where the machine has none to give: what comes is
 * the same. What is held of notes ahead is about a mebibyte, or one note that is larger. */
struct read_ahead *read_ahead_begin(
	struct arena *arena, const struct vault *vault, const struct note_list *notes, size_t most);
/* Once for each note of the list, in its order: what note_read_at_most gives for it. Its bytes stay until the next
 * call. */
int read_ahead_next(
	struct read_ahead *ahead, struct note *note, bool *gone, struct finding_list *findings, struct error *error);
/* At any time. */
void read_ahead_end(struct read_ahead *ahead);

#endif
