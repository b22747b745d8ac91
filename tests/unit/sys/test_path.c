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

static void a_path_is_resolved_as_far_as_it_exists(void **state)
{
	static const struct {
		const char *path;
		const char *resolved; /* below the scratch folder; NULL: not at all */
	} cases[] = { { "link/note.md", "real/note.md" }, { "link/gone/x.md", "real/gone/x.md" },
		{ "link/gone/", "real/gone" }, { "gone/./x/../y", "gone/y" }, { "gone/../link/z", "link/z" },
		{ "real/note.md/x", "real/note.md/x" }, { "loose", NULL }, { "loose/x", NULL } };
	struct arena *arena = scratch_arena(state);
	scratch_write(state, "real/note.md", SPAN_NONE);
	assert_int_equal(symlink("real", scratch_path(state, "link")), 0);
	assert_int_equal(symlink("nowhere", scratch_path(state, "loose")), 0);
	const char *folder = path_resolve(arena, scratch_path(state, "."));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *resolved = path_resolve_start(arena, scratch_path(state, cases[i].path));
		if (cases[i].resolved)
			assert_string_equal(resolved, path_join(arena, folder, cases[i].resolved));
		else
			assert_null(resolved);
	}
}

static void nothing_is_resolved_from_a_folder_that_was_removed(void **state)
{
	struct arena *arena = scratch_arena(state);
	const char *before = path_resolve(arena, ".");
	const char *folder = scratch_path(state, "removed");
	assert_int_equal(mkdir(folder, 0700) || chdir(folder) || rmdir(folder), 0);
	const char *relative = path_resolve_start(arena, "new/vault");
	const char *whole = path_resolve_start(arena, before);
	assert_int_equal(chdir(before), 0);
	assert_null(relative);
	assert_string_equal(whole, before);
}

static void a_path_lies_below_whole_folders_alone(void **state)
{
	static const struct {
		const char *folder;
		const char *path;
		const char *below; /* NULL: elsewhere */
	} cases[] = { { "a", "a/b.md", "b.md" }, { "a/b", "a/b", "" }, { "a", "ab/c", NULL }, { "a/b", "a", NULL },
		{ "", "a/b", "a/b" }, { "", "", "" }, { "/", "/a", "a" }, { "/a", "/a/b/c", "b/c" },
		{ "/a", "/b", NULL } };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *below = path_below(cases[i].folder, cases[i].path);
		if (cases[i].below)
			assert_string_equal(below, cases[i].below);
		else
			assert_null(below);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(names_are_joined_to_folders),
		scratch_test(a_path_is_cut_at_its_last_slash),
		scratch_test(a_resolved_path_holds_no_symlinks),
		scratch_test(a_path_is_resolved_as_far_as_it_exists),
		scratch_test(nothing_is_resolved_from_a_folder_that_was_removed),
		scratch_test(a_path_lies_below_whole_folders_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
