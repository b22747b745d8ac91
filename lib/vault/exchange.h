/* A write and the two names that its texts have on the disk: its own, and the temporary one. For the files that
 * exchange them alone. */
#ifndef COACH_VAULT_EXCHANGE_H
#define COACH_VAULT_EXCHANGE_H

#include "vault/write.h"

enum content {
	CONTENT_UNKNOWN, /* it cannot be read now */
	CONTENT_NONE,
	CONTENT_OLD,
	CONTENT_NEW,
	CONTENT_FOREIGN,
};

/* Which of its texts stands under a name in the write's folder. */
enum content write_content(const struct write *write, const char *name);

/* The temporary file holds another writer's text, which goes back to where it stood. */
int write_return_displaced(const struct transaction *transaction, const struct write *write, struct error *error);

/* "What is there cannot be read"; returns -1. */
int write_fail_unreadable(const struct write *write, struct error *error);

#endif
