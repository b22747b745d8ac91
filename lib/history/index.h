/* The person's index, touched at our paths alone. */
#ifndef COACH_HISTORY_INDEX_H
#define COACH_HISTORY_INDEX_H

#include "history/tree.h"

/* Sets each entry to the text that the index holds for its path, so that staged work is committed before it is
 * replaced; kept as it is where the index holds none. */
void index_read_entries(git_index *index, struct tree_entry *entries, size_t count);

/* The index as it is written, as git does it: under git's lock, from the reading on until the new one is in place. */
struct index_change {
	const char *path; /* of the index, without symlinks */
	const char *folder;
	const char *lock;
	const char *next;      /* where the new one is made: it belongs to who holds the lock */
	const char *next_lock; /* libgit2's, in making it */
	int held;              /* the lock's descriptor: a lock that somebody has open is not abandoned */
};

enum { INDEX_NOT_HELD = -1 };

#define INDEX_CHANGE_INIT    ((struct index_change){ .held = INDEX_NOT_HELD })
#define INDEX_CHANGE_CLEANUP __attribute__((cleanup(index_discard)))

/* Takes git's lock, for which it waits a moment, reads the index anew, and makes the next one of it: with the entries
 * that are wanted of those paths of which it still holds what is `known` (TREE_ABSENT: nothing). What was staged since
 * stays. */
int index_prepare(struct index_change *change, struct repository *repository, const struct tree_entry *wanted,
	const struct tree_entry *known, size_t count, struct error *error);
/* Makes the bytes of the next index durable. */
int index_sync(const struct index_change *change, struct error *error);
/* Puts it into place, which gives the lock back, and makes that durable. */
int index_publish(struct index_change *change, struct error *error);
/* Gives the lock back where it is still held, and leaves the index as it was. */
void index_discard(struct index_change *change);

/* Removes what an interrupted run had made of the next index, unless somebody is at work on it. */
void index_tidy(struct repository *repository);

#endif
