#include "vault/vault.h"

#include "sys/file.h"
#include "vault/configuration_history.h"
#include "vault/configuration_origin.h"
#include "vault/write.h"

#include <stdlib.h>
#include <string.h>

static bool is_vault(struct arena *arena, const char *folder)
{
	return file_look(path_join(arena, folder, configuration_name), NULL) == FILE_REGULAR;
}

/* The first vault from the working folder upwards, as ".", "..", "../.."; NULL when there is none. */
static const char *find_upwards(struct arena *arena)
{
	const char *folder = ".";
	while (!is_vault(arena, folder)) {
		const char *resolved = path_resolve(arena, folder);
		if (!resolved || strcmp(resolved, "/") == 0)
			return NULL;
		folder = strcmp(folder, ".") == 0 ? ".." : path_join(arena, folder, "..");
	}
	return folder;
}

const char *vault_around(struct arena *arena, const char *folder)
{
	while (strcmp(folder, "/") != 0) {
		folder = path_folder(arena, folder);
		if (is_vault(arena, folder))
			return folder;
	}
	return NULL;
}

static int no_vault(struct error *error, const char *given)
{
	if (given)
		error_set(error, ERROR_NOT_FOUND, "%s: not a vault: there is no %s in it", given, configuration_name);
	else
		error_set(
			error, ERROR_NOT_FOUND, "no vault here: no %s in this folder or above it", configuration_name);
	return error_hint(error, "`coach init` makes one of a folder; --vault or COACH_VAULT names one elsewhere");
}

/* One that the machine failed to read (error_is_passing) is an error: the defaults would send notes elsewhere. */
static int read_configuration(struct arena *arena, struct configuration *configuration, const char *path,
	const char *name, struct finding_list *findings, struct error *error)
{
	struct span yaml;
	struct error reason = ERROR_INIT;
	if (file_read(arena, path, name, CONFIGURATION_MOST_BYTES, &yaml, NULL, &reason) == 0)
		configuration_read(arena, configuration, yaml, name, findings);
	else if (reason.passing) {
		*error = reason;
		return -1;
	} else if (reason.class != ERROR_NOT_FOUND)
		finding_add_error(findings, FINDING_UNREADABLE, &reason);
	return 0;
}

static const char *environment(const char *name)
{
	return getenv(name);
}

static int read_persons(struct arena *arena, struct vault *vault, struct finding_list *findings, struct error *error)
{
	const char *person = configuration_person_path(arena);
	configuration_init(&vault->configuration);
	return person ? read_configuration(arena, &vault->configuration, person, person, findings, error) : 0;
}

static const char *find_history(struct arena *arena, const struct vault *vault, struct finding_list *findings)
{
	struct error error = ERROR_INIT;
	const char *folder;
	if (history_folder_find(arena, vault->root, vault->configuration.history_dir, &folder, &error) == 0)
		return folder;
	finding_add_error(findings, FINDING_CONFIG_VALUE, &error);
	return "";
}

static void finish_configuration(struct arena *arena, struct vault *vault, struct finding_list *findings)
{
	configuration_read_environment(arena, &vault->configuration, environment, findings);
	vault->history_folder = find_history(arena, vault, findings);
}

int vault_open(struct arena *arena, const char *given, struct vault **vault, struct finding_list *findings,
	struct error *error)
{
	const char *folder = given ? given : find_upwards(arena);
	if (!folder || !is_vault(arena, folder))
		return no_vault(error, given);
	struct vault *opened = arena_new(arena, struct vault);
	opened->given = folder;
	opened->root = path_resolve(arena, folder);
	if (!opened->root)
		return no_vault(error, given);
	if (read_persons(arena, opened, findings, error) ||
		read_configuration(arena, &opened->configuration, vault_path(arena, opened, configuration_name),
			configuration_name, findings, error))
		return -1;
	finish_configuration(arena, opened, findings);
	*vault = opened;
	return 0;
}

struct vault *vault_with_configuration(
	struct arena *arena, const struct vault *vault, struct span text, struct finding_list *findings)
{
	struct vault *changed = arena_new(arena, struct vault);
	struct error unread = ERROR_INIT;
	*changed = *vault;
	if (read_persons(arena, changed, findings, &unread))
		finding_add_error(findings, FINDING_UNREADABLE, &unread);
	configuration_read(arena, &changed->configuration, text, configuration_name, findings);
	finish_configuration(arena, changed, findings);
	return changed;
}

char *vault_path(struct arena *arena, const struct vault *vault, const char *path)
{
	return path_join(arena, vault->root, path);
}

int vault_read(struct arena *arena, const struct vault *vault, const char *path, size_t most, struct span *bytes,
	struct error *error)
{
	struct error problem = ERROR_INIT;
	struct span read;
	const char *resolved;
	if (place_resolve(arena, vault->root, path, &resolved, error))
		return -1;
	if (file_read(arena, vault_path(arena, vault, path), path, most, &read, NULL, &problem) == 0)
		*bytes = read;
	else if (problem.class == ERROR_NOT_FOUND)
		*bytes = SPAN_NONE;
	else {
		*error = problem;
		return -1;
	}
	return 0;
}
