/* Folders that a service keeps the same on several machines, and the files that it has not brought to this one. A git
 * repository does not belong there: the service copies its files one by one, and what it copies half is a broken
 * repository. */
#ifndef COACH_VAULT_CLOUD_H
#define COACH_VAULT_CLOUD_H

#include "base/arena.h"
#include "base/error.h"

/* The service whose folder this path lies in ("Dropbox"), by the names of the folders and by the marks that services
 * leave in them; NULL for none. `path` is absolute. */
const char *cloud_service(struct arena *arena, const char *path);

/* What iCloud puts in the place of a file whose text is elsewhere: ".NAME.icloud" beside NAME; a path or a name. */
const char *cloud_placeholder(struct arena *arena, const char *path);
/* ERROR_REFUSED: the text of this file is elsewhere. */
int cloud_refuse_placeholder(const char *path, struct error *error);

#endif
