#include "vault/configuration_history.h"

#include "codec/hash.h"
#include "sys/file.h"
#include "vault/vault.h"

#include <stdlib.h>
#include <string.h>

enum { SUFFIX_DIGITS = 8 };

static const char *absolute(const char *variable)
{
	const char *value = getenv(variable);
	return value && value[0] == '/' ? value : NULL;
}

const char *history_folder_resolve(struct arena *arena, const char *setting)
{
	const char *home = absolute("HOME");
	if (setting[0] == '~' && setting[1] == '/' && home)
		return path_join(arena, home, setting + 2);
	return setting[0] == '/' ? setting : NULL;
}

int history_folder_find(
	struct arena *arena, const char *vault, const char *setting, const char **folder, struct error *error)
{
	const char *found = setting[0] ? history_folder_resolve(arena, setting) : "";
	if (!found) {
		error_set(error, ERROR_USAGE, "history.dir: \"%s\" is no absolute path, nor one from a home", setting);
		return error_hint(error, "`coach config --unset history.dir` keeps the history in the vault");
	}
	const char *resolved = found[0] ? path_resolve_start(arena, found) : "";
	if (!resolved) {
		error_set(error, ERROR_USAGE, "history.dir: a symlink on the way to \"%s\" leads nowhere", setting);
		return error_hint(error, "remove it, or make the folder that it leads to");
	}
	if (found[0] && path_below(vault, resolved)) {
		error_set(error, ERROR_USAGE, "history.dir: \"%s\" lies in the vault", setting);
		return error_hint(error, "name a folder outside of it, or none: `coach config --unset history.dir`");
	}
	*folder = found;
	return 0;
}

const char *history_folder_for(struct arena *arena, const char *vault, int number)
{
	const char *state = absolute("XDG_STATE_HOME");
	if (!absolute("HOME"))
		return NULL;
	return arena_printf(arena, "%s/coach/%s-%.*s%s.git", state ? state : "~/.local/state",
		vault_file_name(arena, span_of(path_name(vault))), SUFFIX_DIGITS,
		digest_format(digest_of(span_of(vault))).text, number > 1 ? arena_printf(arena, "-%d", number) : "");
}
