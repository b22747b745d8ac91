#include "vault/configuration_origin.h"

#include "codec/yaml.h"
#include "sys/file.h"

#include <stdlib.h>

const char *const setting_origin_names[] = { "default", "person", "vault", "environment", NULL };

const char *configuration_person_path(struct arena *arena)
{
	const char *folder = getenv("XDG_CONFIG_HOME");
	if (folder && folder[0] == '/')
		return path_join(arena, folder, "coach/config.yaml");
	const char *home = getenv("HOME");
	return home && home[0] == '/' ? path_join(arena, home, ".config/coach/config.yaml") : NULL;
}

static const struct yaml_node *read_file(struct arena *arena, const char *path)
{
	struct span yaml;
	struct yaml_node *root = NULL;
	struct error ignored = ERROR_INIT;
	if (!path || file_read(arena, path, path, CONFIGURATION_MOST_BYTES, &yaml, NULL, &ignored) ||
		yaml_parse(arena, yaml, CONFIGURATION_MOST_BYTES, path, 1, &root, &ignored))
		return NULL;
	return root;
}

struct setting_origins setting_origins_read(struct arena *arena, const struct vault *vault)
{
	const char *person = configuration_person_path(arena);
	return (struct setting_origins){
		.person = read_file(arena, person),
		.vault = read_file(arena, vault_path(arena, vault, configuration_name)),
		.person_path = person,
	};
}

static bool is_taken(const struct setting *setting, struct span text)
{
	struct error ignored = ERROR_INIT;
	return setting_check(setting, text, &ignored) == 0;
}

static bool is_set_in(const struct yaml_node *root, const struct setting *setting)
{
	const struct yaml_node *node = root ? yaml_path(root, setting->name) : NULL;
	return node && node->kind == YAML_SCALAR && is_taken(setting, yaml_text(node));
}

enum setting_origin setting_origin(
	struct arena *arena, const struct setting_origins *origins, const struct setting *setting)
{
	const char *variable = getenv(setting_variable(arena, setting));
	if (variable && is_taken(setting, span_of(variable)))
		return ORIGIN_ENVIRONMENT;
	if (is_set_in(origins->vault, setting))
		return ORIGIN_VAULT;
	return is_set_in(origins->person, setting) ? ORIGIN_PERSON : ORIGIN_DEFAULT;
}
