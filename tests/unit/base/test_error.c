#include "test.h"

#include "base/error.h"

#include <errno.h>
#include <string.h>

static void an_error_says_what_and_where(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	struct position position = { "Weeks/2026-W47.md", 12, 3 };
	assert_int_equal(error_at(&error, ERROR_PARSE, position, "the shares add up to %d%%", 110), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_string_equal(error.path, "Weeks/2026-W47.md");
	assert_int_equal(error.line, 12);
	assert_int_equal(error.column, 3);
	assert_string_equal(error.message, "the shares add up to 110%");
}

static void setting_an_error_forgets_the_one_before(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	error_at(&error, ERROR_PARSE, (struct position){ "a.md", 1, 1 }, "first");
	error_hint(&error, "first hint");
	error_set(&error, ERROR_USAGE, "second");
	assert_string_equal(error.path, "");
	assert_int_equal(error.line, 0);
	assert_string_equal(error.hint, "");
	assert_string_equal(error.message, "second");
}

static void the_first_hint_stays(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	error_set(&error, ERROR_NOT_FOUND, "no client");
	assert_int_equal(error_hint(&error, "did you mean %s?", "Ada Sample"), -1);
	error_hint(&error, "something vaguer");
	assert_string_equal(error.hint, "did you mean Ada Sample?");
}

static void a_system_error_tells_the_reason(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	errno = EACCES;
	error_system(&error, "a.md", "cannot be read");
	assert_int_equal(error.class, ERROR_IO);
	assert_string_equal(error.path, "a.md");
	char expected[128];
	snprintf(expected, sizeof(expected), "cannot be read: %s", strerror(EACCES));
	assert_string_equal(error.message, expected);
}

static void a_system_error_tells_what_can_be_done(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	errno = ENOSPC;
	error_system(&error, "a.md", "cannot be written");
	assert_non_null(strstr(error.hint, "make room"));
	errno = ENOENT;
	error_system(&error, "a.md", "cannot be written");
	assert_string_equal(error.hint, "");
}

static void the_machine_fails_and_passes_the_file_does_not(void **state)
{
	(void)state;
	static const int machine[] = { EIO, ENOMEM, EMFILE, ENFILE, EINTR, ENOSPC, ESTALE, ETIMEDOUT };
	static const int file[] = { EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG };
	for (size_t i = 0; i < sizeof(machine) / sizeof(machine[0]); i++)
		assert_true(error_is_passing(machine[i]));
	for (size_t i = 0; i < sizeof(file) / sizeof(file[0]); i++)
		assert_false(error_is_passing(file[i]));
	struct error error = ERROR_INIT;
	errno = EIO;
	error_system(&error, "a.md", "cannot be read");
	assert_true(error.passing);
}

static void texts_that_are_too_long_are_cut(void **state)
{
	(void)state;
	char path[3000];
	memset(path, 'a', sizeof(path) - 1);
	memcpy(path + sizeof(path) - 6, "/b.md", 6);
	struct error error = ERROR_INIT;
	error_at(&error, ERROR_IO, (struct position){ .path = path }, "%s", path);
	error_hint(&error, "%s", path);
	assert_int_equal(strlen(error.path), ERROR_PATH_SIZE - 1);
	assert_true(span_ends_with(span_of(error.path), "aa/b.md"));
	assert_int_equal(strlen(error.message), ERROR_TEXT_SIZE - 1);
	assert_int_equal(strlen(error.hint), ERROR_TEXT_SIZE - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_says_what_and_where),
		cmocka_unit_test(setting_an_error_forgets_the_one_before),
		cmocka_unit_test(the_first_hint_stays),
		cmocka_unit_test(a_system_error_tells_the_reason),
		cmocka_unit_test(a_system_error_tells_what_can_be_done),
		cmocka_unit_test(the_machine_fails_and_passes_the_file_does_not),
		cmocka_unit_test(texts_that_are_too_long_are_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
