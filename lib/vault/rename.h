/* Renames that lose nothing: two names exchanged at once, and a name that is taken only when it is free. Where the
 * system or the file system cannot, a documented sequence of plain calls takes their place.
 *
 * Both work inside one folder, given by its descriptor, and return 0, or -1 with errno. */
#ifndef COACH_VAULT_RENAME_H
#define COACH_VAULT_RENAME_H

#include "base/arena.h"

#include <stdbool.h>

/* Exchanges two files. */
int rename_exchange(struct arena *arena, int folder, const char *a, const char *b);
/* What rename_exchange does where exchange is unsupported: `b` is kept under a spare name, `a` renamed over it, and the
 * spare takes `a`'s name. */
int rename_exchange_by_steps(struct arena *arena, int folder, const char *a, const char *b);
/* Finishes or takes back what a kill or a failure between such steps left of an exchange of `a` and `b`, or of a rename
 * of one to the other: no spare, and no two names of one file (then `a` goes). */
int rename_settle(struct arena *arena, int folder, const char *a, const char *b);

/* Renames `from` to `to`; EEXIST when there is something. */
int rename_to_free(int folder, const char *from, const char *to);

/* True when something has the name in the folder, a symlink to nothing too. */
bool rename_is_taken(int folder, const char *name);

#endif
