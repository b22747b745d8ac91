#include "vault/given_path.h"

#include "sys/file.h"

static struct path_reading reading_of(struct arena *arena, const struct vault *vault, const char *path)
{
	const char *resolved = path_resolve_start(arena, path);
	return (struct path_reading){
		.path = resolved ? path_below(vault->root, resolved) : NULL,
		.exists = path_resolve(arena, path) != NULL,
	};
}

void given_path_read(
	struct arena *arena, const struct vault *vault, const char *given, struct path_reading readings[PATH_READINGS])
{
	readings[0] = reading_of(arena, vault, given);
	readings[1] = reading_of(arena, vault, vault_path(arena, vault, given));
}

int given_path_refuse(const char *given, const struct path_reading readings[PATH_READINGS], struct error *error)
{
	for (int i = 0; i < PATH_READINGS; i++)
		if (!readings[i].path && readings[i].exists)
			return error_set(error, ERROR_NOT_FOUND, "%s is not in the vault", given);
	return error_set(error, ERROR_NOT_FOUND, "%s: there is no such file or folder", given);
}

int given_path_find(
	struct arena *arena, const struct vault *vault, const char *given, const char **path, struct error *error)
{
	struct path_reading readings[PATH_READINGS];
	given_path_read(arena, vault, given, readings);
	for (int i = 0; i < PATH_READINGS; i++) {
		if (!readings[i].path || !readings[i].exists)
			continue;
		*path = readings[i].path;
		return 0;
	}
	return given_path_refuse(given, readings, error);
}
