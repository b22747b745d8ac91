#include "scratch.h"

static void names_are_joined_to_folders(void **state)
{
	static const struct {
		const char *folder;
		const char *name;
		const char *path;
	} cases[] = { { "a", "b.md", "a/b.md" }, { "a/", "b", "a/b" }, { "/", "b", "/b" }, { "a", "/b", "/b" },
		{ "", "b", "b" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(path_join(scratch_arena(state), cases[i].folder, cases[i].name), cases[i].path);
}

static void a_path_is_cut_at_its_last_slash(void **state)
{
	static const struct {
		const char *path;
		const char *folder;
		const char *name;
	} cases[] = { { "a/b/c.md", "a/b", "c.md" }, { "c.md", ".", "c.md" }, { "/c.md", "/", "c.md" },
		{ "a/", "a", "" }, { "", ".", "" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_string_equal(path_folder(scratch_arena(state), cases[i].path), cases[i].folder);
		assert_string_equal(path_name(cases[i].path), cases[i].name);
	}
}

static void a_resolved_path_holds_no_symlinks(void **state)
{
	struct arena *arena = scratch_arena(state);
	char *path = scratch_write(state, "real/note.md", SPAN_NONE);
	assert_int_equal(symlink("real", scratch_path(state, "link")), 0);
	char *resolved = path_resolve(arena, scratch_path(state, "link/../real/./note.md"));
	assert_string_equal(resolved, path_resolve(arena, path));
	assert_int_equal(resolved[0], '/');
	assert_true(span_ends_with(span_of(resolved), "/real/note.md"));
	assert_null(path_resolve(arena, scratch_path(state, "missing")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(names_are_joined_to_folders),
		scratch_test(a_path_is_cut_at_its_last_slash),
		scratch_test(a_resolved_path_holds_no_symlinks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
