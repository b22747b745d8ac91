/* Folders that a service keeps the same on several machines. A git repository does not belong there: the service copies
 * its files one by one, and what it copies half is a broken repository. */
#ifndef COACH_VAULT_CLOUD_H
#define COACH_VAULT_CLOUD_H

#include "base/arena.h"

/* The service whose folder this path lies in ("Dropbox"), by the names of the folders and by the marks that services
 * leave in them; NULL for none. `path` is absolute. */
const char *cloud_service(struct arena *arena, const char *path);

#endif
