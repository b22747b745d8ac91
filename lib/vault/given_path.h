/* A note or folder of the vault as a person names it on the command line: from the working folder, or, where it means
 * nothing there, from the vault's own; absolute too. */
#ifndef COACH_VAULT_GIVEN_PATH_H
#define COACH_VAULT_GIVEN_PATH_H

#include "vault/vault.h"

/* What it is, taken from one of the two folders. */
struct path_reading {
	const char *path; /* below the vault, without symlinks; "" is the vault; NULL: not in it */
	bool exists;
};

enum { PATH_READINGS = 2 };

/* Both readings, the one from the working folder first. One that does not exist (any more) has its path all the same.
 */
void given_path_read(
	struct arena *arena, const struct vault *vault, const char *given, struct path_reading readings[PATH_READINGS]);

/* The first reading that exists in the vault; ERROR_NOT_FOUND says whether it lies elsewhere or nowhere. */
int given_path_find(
	struct arena *arena, const struct vault *vault, const char *given, const char **path, struct error *error);

/* What given_path_find says where none will do; returns -1. */
int given_path_refuse(const char *given, const struct path_reading readings[PATH_READINGS], struct error *error);

#endif
