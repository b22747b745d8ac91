#include "history/history.h"

#include "base/arena.h"
#include "sys/file.h"

#include <string.h>

bool history_may_be_found(const struct history_place *place)
{
	struct arena arena = ARENA_INIT;
	const char *folder = place->vault;
	bool found = place->folder[0] && file_look(place->folder, NULL) != FILE_MISSING;
	for (; !place->folder[0] && !found; folder = path_folder(&arena, folder)) {
		found = file_look(path_join(&arena, folder, ".git"), NULL) != FILE_MISSING;
		if (strcmp(folder, "/") == 0)
			break;
	}
	arena_release(&arena);
	return found;
}

#ifdef STATIC_MODULES

const struct history *history_open(struct error *error)
{
	(void)error;
	return &coach_history;
}

#else

#include "sys/process.h"

static const char module_name[] = "coach-history.so";

const struct history *history_open(struct error *error)
{
	static const struct history *opened;
	void *address;
	if (opened)
		return opened;
	if (process_open_module(module_name, "coach_history", &address, error) == 0)
		opened = address;
	else
		error_hint(error, "`make install` puts %s into %s; history.enabled: false does without it", module_name,
			COACH_LIBEXECDIR);
	return opened;
}

#endif
