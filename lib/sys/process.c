#include "sys/process.h"

#include "sys/file.h"

#include <dlfcn.h>
#include <signal.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#include <stdint.h>

static char *program_path(struct arena *arena)
{
	uint32_t size = 0;
	_NSGetExecutablePath(NULL, &size);
	char *path = arena_allocate(arena, size);
	return _NSGetExecutablePath(path, &size) == 0 ? path_resolve(arena, path) : NULL;
}
#else
static char *program_path(struct arena *arena)
{
	return path_resolve(arena, "/proc/self/exe");
}
#endif

char *process_program_folder(struct arena *arena)
{
	char *path = program_path(arena);
	return path ? path_folder(arena, path) : NULL;
}

int process_load_module(const char *path, const char *symbol, void **address, struct error *error)
{
	struct position position = { .path = path };
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!module)
		return error_at(error, ERROR_IO, position, "the module cannot be loaded: %s", dlerror());
	void *found = dlsym(module, symbol);
	if (!found) {
		dlclose(module);
		return error_at(error, ERROR_IO, position, "the module does not hold %s", symbol);
	}
	*address = found;
	/* cppcheck-suppress resourceLeak ; it stays loaded until the process ends */
	return 0;
}

static char *module_path(struct arena *arena, const char *name)
{
	const char *folder = process_program_folder(arena);
	char *beside = folder ? path_join(arena, folder, name) : NULL;
	if (beside && file_look(beside, NULL) != FILE_MISSING)
		return beside;
	return path_join(arena, COACH_LIBEXECDIR, name);
}

int process_open_module(const char *name, const char *symbol, void **address, struct error *error)
{
	struct arena arena = ARENA_INIT;
	int failed = process_load_module(module_path(&arena, name), symbol, address, error);
	arena_release(&arena);
	return failed;
}

static sigset_t mask_before;
static int holds;

void process_hold_signals(void)
{
	if (holds++ > 0)
		return;
	static const int held[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE };
	sigset_t mask;
	sigemptyset(&mask);
	for (size_t i = 0; i < sizeof(held) / sizeof(*held); i++)
		sigaddset(&mask, held[i]);
	sigprocmask(SIG_BLOCK, &mask, &mask_before);
}

void process_allow_signals(void)
{
	if (--holds == 0)
		sigprocmask(SIG_SETMASK, &mask_before, NULL);
}
