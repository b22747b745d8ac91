/* The person's index, touched at our paths alone. */
#ifndef COACH_HISTORY_INDEX_H
#define COACH_HISTORY_INDEX_H

#include "history/tree.h"

/* Sets each entry to the text that the index holds for its path, so that staged work is committed before it is
 * replaced; kept as it is where the index holds none. */
void index_read_entries(git_index *index, struct tree_entry *entries, size_t count);

/* Sets the index entries of these paths and writes the index. Waits a moment while git holds its lock. */
int index_update(git_index *index, const struct tree_entry *entries, size_t count, struct error *error);

#endif
