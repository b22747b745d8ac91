/* Whom a session note is about, as its place in the vault says: the way back from `paths.session`. */
#ifndef COACH_VAULT_NOTE_PLACE_H
#define COACH_VAULT_NOTE_PLACE_H

#include "base/span.h"
#include "vault/configuration.h"

/* "Ana Silva" of `Clients/Ana Silva/Sessions/2026-11-20 Ana Silva.md`, where that follows paths.session; also where a
 * number stands behind it, as in the second note of a day (" 2"). Empty for a path that does not, and where the pattern
 * names no client. Borrows from `path`. */
struct span note_place_client(const struct configuration *configuration, const char *path);

#endif
