#include "scratch.h"

#include "sys/process.h"

#include <signal.h>
#include <string.h>

static const char *program;
static volatile sig_atomic_t seen;

static void see(int number)
{
	seen = number;
}

static void the_program_s_folder_is_found(void **state)
{
	struct arena *arena = scratch_arena(state);
	char *expected = path_folder(arena, path_resolve(arena, program));
	assert_string_equal(process_program_folder(arena), expected);
}

static void a_module_that_is_missing_or_none_is_told_by_its_path(void **state)
{
	char *path = scratch_write(state, "text.so", SPAN("no module"));
	void *address = &program;
	struct error error = ERROR_INIT;
	assert_int_equal(process_load_module(path, "history", &address, &error), -1);
	assert_int_equal(error.class, ERROR_IO);
	assert_string_equal(error.path, path);
	assert_int_equal(process_load_module(scratch_path(state, "missing.so"), "history", &address, &error), -1);
	assert_true(address == &program);
}

static void signals_wait_until_they_are_allowed(void **state)
{
	(void)state;
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE };
	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
		struct sigaction action = { .sa_handler = see };
		assert_int_equal(sigaction(signals[i], &action, NULL), 0);
		seen = 0;
		process_hold_signals();
		raise(signals[i]);
		assert_int_equal(seen, 0);
		process_allow_signals();
		assert_int_equal(seen, signals[i]);
	}
}

int main(int count, char **arguments)
{
	(void)count;
	program = arguments[0];
	const struct CMUnitTest tests[] = {
		scratch_test(the_program_s_folder_is_found),
		scratch_test(a_module_that_is_missing_or_none_is_told_by_its_path),
		scratch_test(signals_wait_until_they_are_allowed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
