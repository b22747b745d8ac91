#include "vault/configuration_history.h"

#include "codec/hash.h"
#include "sys/file.h"
#include "vault/vault.h"

#include <stdlib.h>

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

const char *history_folder_for(struct arena *arena, const char *vault)
{
	const char *state = absolute("XDG_STATE_HOME");
	if (!absolute("HOME"))
		return NULL;
	return arena_printf(arena, "%s/coach/%s-%.*s.git", state ? state : "~/.local/state",
		vault_file_name(arena, span_of(path_name(vault))), SUFFIX_DIGITS,
		digest_format(digest_of(span_of(vault))).text);
}
