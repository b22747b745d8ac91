#include "history/history.h"

#ifdef STATIC_MODULES

const struct history *history_open(struct error *error)
{
	(void)error;
	return &coach_history;
}

#else

#include "base/arena.h"
#include "sys/file.h"
#include "sys/process.h"

static const char module_name[] = "coach-history.so";

static char *module_path(struct arena *arena)
{
	const char *folder = process_program_folder(arena);
	char *beside = folder ? path_join(arena, folder, module_name) : NULL;
	if (beside && file_look(beside, NULL) != FILE_MISSING)
		return beside;
	return path_join(arena, COACH_LIBEXECDIR, module_name);
}

const struct history *history_open(struct error *error)
{
	static const struct history *opened;
	if (opened)
		return opened;
	struct arena arena = ARENA_INIT;
	void *address;
	if (process_load_module(module_path(&arena), "coach_history", &address, error) == 0)
		opened = address;
	else
		error_hint(error, "`make install` puts %s into %s; history.enabled: false does without it", module_name,
			COACH_LIBEXECDIR);
	arena_release(&arena);
	return opened;
}

#endif
