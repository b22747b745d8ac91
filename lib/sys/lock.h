/* One writer at a time: an advisory lock on a file, given back when the process ends however it ends (flock). */
#ifndef COACH_SYS_LOCK_H
#define COACH_SYS_LOCK_H

#include "base/error.h"

#include <stdbool.h>

struct lock {
	int descriptor; /* -1 when not held */
};

#define LOCK_INIT    ((struct lock){ -1 })
#define LOCK_CLEANUP __attribute__((cleanup(lock_release)))

enum lock_mode { LOCK_SHARED, LOCK_EXCLUSIVE };

/* Takes the lock, waiting at most `seconds`. The file is made when it is missing (exclusive mode) and holds the pid of
 * the last exclusive holder; it has the mode of its folder, but for the right to run it. ERROR_CONFLICT names that
 * process when the time is over, where it lives and no reader holds the lock, or says that somebody removed the file
 * meanwhile; ERROR_IO when it cannot be opened. A shared lock makes no file: where there is none the folder is locked,
 * and who makes the file waits for that. One on an unreadable file, or where there are no locks, is taken as granted.
 */
int lock_acquire(struct lock *lock, const char *path, enum lock_mode mode, int seconds, struct error *error);
void lock_release(struct lock *lock);

/* Locks an open file until it is closed, without waiting. False when another process has it locked; true, too, where
 * there are no locks. */
bool lock_open_file(int descriptor);

#endif
