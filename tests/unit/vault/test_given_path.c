#include "fixture.h"

#include "vault/given_path.h"

/* Weeks/ is where the person stands; a link leads from the vault's Shelf to its Clients, another out of it. */
static void lay(struct fixture *fixture)
{
	fixture_write(fixture, "Weeks/2026-W48.md", "");
	fixture_write(fixture, "Clients/Ada/Ada.md", "");
	fixture_write(fixture, "Top.md", "");
	assert_int_equal(symlink("Clients", fixture_path(fixture, "Shelf")), 0);
	assert_int_equal(symlink("/usr", fixture_path(fixture, "Out")), 0);
	assert_int_equal(symlink("Nowhere", fixture_path(fixture, "Loose")), 0);
	assert_int_equal(chdir(fixture_path(fixture, "Weeks")), 0);
}

static void what_exists_is_found_from_the_working_folder_then_from_the_vault(void **state)
{
	static const struct {
		const char *given;
		const char *path; /* NULL: refused, in these words */
		const char *words;
	} cases[] = {
		{ "2026-W48.md", "Weeks/2026-W48.md", NULL },
		{ "./2026-W48.md", "Weeks/2026-W48.md", NULL },
		{ ".", "Weeks", NULL },
		{ "..", "", NULL },
		{ "Weeks/", "Weeks", NULL },
		{ "../Clients/Ada", "Clients/Ada", NULL },
		{ "Clients/Ada/Ada.md", "Clients/Ada/Ada.md", NULL },
		{ "Shelf/Ada", "Clients/Ada", NULL },
		{ "2026-W47.md", NULL, "2026-W47.md: there is no such file or folder" },
		{ "Loose", NULL, "Loose: there is no such file or folder" },
		{ "/usr", NULL, "/usr is not in the vault" },
		{ "Out", NULL, "Out is not in the vault" },
		{ "../..", NULL, "../.. is not in the vault" },
	};
	struct fixture *fixture = *state;
	lay(fixture);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *path = NULL;
		int result = given_path_find(&fixture->arena, &fixture->vault, cases[i].given, &path, &fixture->error);
		assert_int_equal(result, cases[i].path ? 0 : -1);
		if (cases[i].path)
			assert_string_equal(path, cases[i].path);
		else
			assert_string_equal(fixture->error.message, cases[i].words);
	}
	assert_int_equal(fixture->error.class, ERROR_NOT_FOUND);
	assert_int_equal(chdir("/"), 0);
}

static void what_is_there_no_more_has_a_path_from_both(void **state)
{
	struct fixture *fixture = *state;
	struct path_reading readings[PATH_READINGS];
	lay(fixture);
	given_path_read(&fixture->arena, &fixture->vault, "Gone/./Old/../Old.md", readings);
	assert_string_equal(readings[0].path, "Weeks/Gone/Old.md");
	assert_string_equal(readings[1].path, "Gone/Old.md");
	assert_false(readings[0].exists || readings[1].exists);
	given_path_read(&fixture->arena, &fixture->vault, "../Shelf/Old/", readings);
	assert_string_equal(readings[0].path, "Clients/Old");
	assert_null(readings[1].path);
	given_path_read(&fixture->arena, &fixture->vault, fixture_path(fixture, "Old.md"), readings);
	assert_string_equal(readings[0].path, "Old.md");
	assert_string_equal(readings[1].path, "Old.md");
	assert_int_equal(chdir("/"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(what_exists_is_found_from_the_working_folder_then_from_the_vault),
		FIXTURE_TEST(what_is_there_no_more_has_a_path_from_both),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
