/* A vault: a folder of notes with .coach/config.yaml in it. */
#ifndef COACH_VAULT_VAULT_H
#define COACH_VAULT_VAULT_H

#include "base/arena.h"
#include "base/error.h"
#include "model/finding.h"
#include "vault/configuration.h"

struct vault {
	const char *given;          /* the path as the person gave or as it was found; JSON's "vault" */
	const char *root;           /* absolute, without symlinks */
	const char *history_folder; /* of a repository that lies elsewhere (history.dir), absolute; "" for none */
	struct configuration configuration;
};

/* Opens the vault in `given`, or, where that is NULL, in the first folder from the working folder upwards that holds
 * .coach/config.yaml. Reads the configuration; its problems become findings; one that the machine failed to read
 * (error_is_passing) is an error. ERROR_NOT_FOUND says how to make a vault. `vault` lives in the arena. */
int vault_open(struct arena *arena, const char *given, struct vault **vault, struct finding_list *findings,
	struct error *error);

/* The same vault as it is when its configuration has this text; the problems of that become findings. */
struct vault *vault_with_configuration(
	struct arena *arena, const struct vault *vault, struct span text, struct finding_list *findings);

/* The vault that holds the folder (absolute) and is another: the first one above it; NULL when there is none. */
const char *vault_around(struct arena *arena, const char *folder);

/* The absolute path of a note. */
char *vault_path(struct arena *arena, const struct vault *vault, const char *path);

/* Reads a file of the vault; a missing one is no error: at == NULL. At most `most` bytes. A path or a symlink out of
 * the vault is ERROR_REFUSED. */
int vault_read(struct arena *arena, const struct vault *vault, const char *path, size_t most, struct span *bytes,
	struct error *error);

/* A client's name (or any title) as a file name: no "/", control characters, leading dots or dashes, reserved names;
 * NFC. Never empty. */
const char *vault_file_name(struct arena *arena, struct span title);

#endif
