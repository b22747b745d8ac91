/* Changing one setting in the text of a configuration file, and nothing else in it.
 *
 * A line such as `  # prep_minutes: 15`, as configuration_file writes it, is the setting's own place: setting it takes
 * the comment mark away, taking it back puts it there again. Elsewhere the entry is set, or added, as edit_set_yaml
 * does. The result lives in the arena; what cannot be edited safely is ERROR_PARSE at its line. */
#ifndef COACH_VAULT_CONFIGURATION_EDIT_H
#define COACH_VAULT_CONFIGURATION_EDIT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"
#include "vault/configuration.h"

/* `value` must be one the setting takes (setting_check). `name` is the file's, for errors. */
int configuration_set(struct arena *arena, struct span source, const char *name, const struct setting *setting,
	struct span value, struct span *result, struct error *error);

/* Comments the setting's line out again, with its default. The result equals the source where it is not set there. */
int configuration_unset(struct arena *arena, struct span source, const char *name, const struct setting *setting,
	struct span *result, struct error *error);

#endif
