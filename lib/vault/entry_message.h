/* The messages of coach's commits, which are also those of what is kept beside git: a subject, and trailers that say
 * what the entry is. They name no file and no client: who reads the log of a shared repository learns what was done,
 * and when. */
#ifndef COACH_VAULT_ENTRY_MESSAGE_H
#define COACH_VAULT_ENTRY_MESSAGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "vault/entries.h"

/* What tells the commits of entries from a person's: how their messages begin, and a trailer that they have. */
extern const char entry_message_prefix[];
extern const char entry_message_trailer[];
/* How the messages of coach's other commits begin, those of edits that were not committed yet. */
extern const char entry_message_edits_prefix[];

/* Of an entry: its command, subject, files, id, and as far as they are not empty paths, lines, undoes, redoes and
 * follows. */
const char *entry_message_write(struct arena *arena, const struct entry *entry);
/* The same fields of what was written, as spans of the text; empty where it does not say. */
struct entry entry_message_read(const char *text);
/* "save edits before COMMAND". */
const char *entry_message_of_edits(struct arena *arena, const char *command);

/* An entry's paths are an id for each, that tells whether two entries are about the same file and not which. */
void entry_message_add_path(struct buffer *paths, const char *path);
bool entry_message_has_path(struct span paths, const char *path);

#endif
