/* Where each setting's value comes from: the environment, the vault, the person's own file, or the default. */
#ifndef COACH_VAULT_CONFIGURATION_ORIGIN_H
#define COACH_VAULT_CONFIGURATION_ORIGIN_H

#include "base/error.h"
#include "vault/vault.h"

/* In the order in which they are asked, last first. */
enum setting_origin { ORIGIN_DEFAULT, ORIGIN_PERSON, ORIGIN_VAULT, ORIGIN_ENVIRONMENT };

extern const char *const setting_origin_names[]; /* "default", "person", "vault", "environment"; NULL-terminated */

struct setting_origins {
	const struct yaml_node *person; /* of the two files; NULL where there is none, or it cannot be read */
	const struct yaml_node *vault;
	const char *person_path; /* as configuration_person_path has it */
};

/* Reads both files again; what is wrong in them is no error here: vault_open has named it. */
struct setting_origins setting_origins_read(struct arena *arena, const struct vault *vault);

/* A value that the setting does not take counts as absent, as it does when the configuration is read. */
enum setting_origin setting_origin(
	struct arena *arena, const struct setting_origins *origins, const struct setting *setting);

/* The person's own file: absolute, whether it is there or not; NULL without a home. */
const char *configuration_person_path(struct arena *arena);

#endif
