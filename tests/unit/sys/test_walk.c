#include "scratch.h"

#include "base/buffer.h"
#include "sys/walk.h"

#include <string.h>
#include <sys/resource.h>

/* "path path@ !unreadable": one symlink is marked by @. */
static const char *walked(void **state)
{
	struct walk_list list = { 0 };
	struct error error = ERROR_INIT;
	BUFFER_CLEANUP struct buffer shown = BUFFER_INIT(100000);
	if (walk_folder(scratch_arena(state), scratch_path(state, "."), NULL, WALK_NAMES, &list, &error))
		fail_msg("%s: %s", error.path, error.message);
	for (size_t i = 0; i < list.count; i++)
		buffer_printf(&shown, "%s%s ", list.entries[i].path, list.entries[i].kind == FILE_SYMLINK ? "@" : "");
	for (size_t i = 0; i < list.unreadable_count; i++)
		buffer_printf(&shown, "!%s ", list.unreadable[i]);
	return arena_copy_text(scratch_arena(state), buffer_span(&shown));
}

static void files_come_in_the_order_of_their_bytes(void **state)
{
	static const char *const names[] = { "b.md", "a.md", "Z.md", "é.md", "周.md", "a/z.md", "a/b/c.md", "a-b/x.md",
		"10.md", "9.md", "a b.md" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		scratch_write(state, names[i], SPAN_NONE);
	assert_string_equal(walked(state), "10.md 9.md Z.md a/b/c.md a/z.md a b.md a-b/x.md a.md b.md é.md 周.md ");
}

static void hidden_names_are_passed_over_at_any_depth(void **state)
{
	static const char *const names[] = { ".git/config", ".hidden.md", "a/.obsidian/app.json", "a/note.md" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		scratch_write(state, names[i], SPAN_NONE);
	assert_string_equal(walked(state), "a/note.md ");
}

static void a_folder_below_that_holds_the_boundary_is_left_out(void **state)
{
	static const char *const names[] = { ".own/mark", "a/note.md", "b/.own/mark", "b/c/note.md", "b/note.md",
		"c/.own/other", "c/note.md", "d/mark" };
	struct walk_list list = { 0 };
	struct error error = ERROR_INIT;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		scratch_write(state, names[i], SPAN_NONE);
	assert_int_equal(
		walk_folder(scratch_arena(state), scratch_path(state, "."), ".own/mark", WALK_NAMES, &list, &error), 0);
	assert_int_equal(list.count, 3);
	assert_string_equal(list.entries[0].path, "a/note.md");
	assert_string_equal(list.entries[1].path, "c/note.md");
	assert_string_equal(list.entries[2].path, "d/mark");
}

static void stamps_come_only_when_asked_for_and_are_those_of_a_look(void **state)
{
	struct walk_list names = { 0 };
	struct walk_list stamps = { 0 };
	struct error error = ERROR_INIT;
	struct file_stamp looked;
	char *path = scratch_write(state, "a/note.md", SPAN("text"));
	assert_int_equal(
		walk_folder(scratch_arena(state), scratch_path(state, "."), NULL, WALK_NAMES, &names, &error), 0);
	assert_int_equal(
		walk_folder(scratch_arena(state), scratch_path(state, "."), NULL, WALK_STAMPS, &stamps, &error), 0);
	assert_int_equal(file_look(path, &looked), FILE_REGULAR);
	assert_memory_equal(stamps.entries[0].stamp, &looked, sizeof(looked));
	assert_int_equal(stamps.entries[0].stamp->size, 4);
	assert_null(names.entries[0].stamp);
}

static void paths_compare_in_the_order_of_the_list(void **state)
{
	(void)state;
	assert_true(walk_compare(SPAN("a/z.md"), SPAN("a b.md")) < 0);
	assert_true(walk_compare(SPAN("a.md"), SPAN("a/z.md")) > 0);
	assert_true(walk_compare(SPAN("a"), SPAN("a/z.md")) < 0);
	assert_true(walk_compare(SPAN("b.md"), SPAN("é.md")) < 0);
	assert_int_equal(walk_compare(SPAN("a/b.md"), SPAN("a/b.md")), 0);
}

static void symlinks_are_listed_but_not_those_to_folders(void **state)
{
	scratch_write(state, "folder/note.md", SPAN_NONE);
	assert_int_equal(symlink("folder/note.md", scratch_path(state, "link.md")), 0);
	assert_int_equal(symlink("nowhere", scratch_path(state, "broken.md")), 0);
	assert_int_equal(symlink("..", scratch_path(state, "folder/loop")), 0);
	assert_int_equal(mkfifo(scratch_path(state, "pipe.md"), 0600), 0);
	assert_string_equal(walked(state), "broken.md@ folder/note.md link.md@ ");
}

static void files_that_icloud_took_away_are_told(void **state)
{
	scratch_write(state, "a/.note.md.icloud", SPAN("bplist"));
	scratch_write(state, "a/other.md", SPAN_NONE);
	scratch_write(state, ".icloud", SPAN_NONE);
	struct walk_list list = { 0 };
	struct error error = ERROR_INIT;
	assert_int_equal(
		walk_folder(scratch_arena(state), scratch_path(state, "."), NULL, WALK_NAMES, &list, &error), 0);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.absent_count, 1);
	assert_string_equal(list.absent[0], "a/note.md");
}

static void folders_that_cannot_be_opened_are_told(void **state)
{
	scratch_write(state, "a/note.md", SPAN_NONE);
	scratch_write(state, "b/c/note.md", SPAN_NONE);
	scratch_write(state, "d/note.md", SPAN_NONE);
	chmod(scratch_path(state, "a"), 0);
	chmod(scratch_path(state, "b/c"), 0);
	/* Root opens any folder, so be somebody else for the moment. */
	bool is_root = geteuid() == 0;
	if (is_root)
		assert_int_equal(seteuid(65534), 0);
	const char *shown = walked(state);
	if (is_root)
		assert_int_equal(seteuid(0), 0);
	assert_string_equal(shown, "d/note.md !a !b/c ");
}

/* One descriptor is left: enough for the root, not for the folder below. */
static void a_folder_that_cannot_be_listed_now_ends_the_walk(void **state)
{
	struct rlimit before;
	struct walk_list list;
	struct error error = ERROR_INIT;
	scratch_write(state, "Sessions/2026-11-20.md", SPAN("note"));
	const char *root = scratch_path(state, "");
	int lowest = dup(STDIN_FILENO);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	close(lowest);
	struct rlimit few = { (rlim_t)lowest + 1, before.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	int result = walk_folder(scratch_arena(state), root, NULL, WALK_NAMES, &list, &error);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(result, -1);
	assert_int_equal(error.class, ERROR_IO);
	assert_string_equal(error.path, "Sessions");
}

static void folders_deeper_than_64_are_told(void **state)
{
	char name[200] = "";
	for (size_t i = 0; i < 64; i++)
		memcpy(name + i * 2, "d/", 2);
	scratch_write(state, arena_printf(scratch_arena(state), "%snote.md", name), SPAN_NONE);
	scratch_write(state, arena_printf(scratch_arena(state), "%se/note.md", name), SPAN_NONE);
	const char *expected = arena_printf(scratch_arena(state), "%snote.md !%se ", name, name);
	assert_string_equal(walked(state), expected);
}

static void many_files_are_all_listed(void **state)
{
	enum { FILES = 3000 };
	for (int i = 0; i < FILES; i++)
		assert_int_equal(
			symlink("nowhere", scratch_path(state, arena_printf(scratch_arena(state), "%06d", i))), 0);
	struct walk_list list = { 0 };
	struct error error = ERROR_INIT;
	assert_int_equal(
		walk_folder(scratch_arena(state), scratch_path(state, "."), NULL, WALK_NAMES, &list, &error), 0);
	assert_int_equal(list.count, FILES);
	for (int i = 0; i < FILES; i++)
		assert_int_equal(strtol(list.entries[i].path, NULL, 10), i);
}

static void a_root_that_is_no_folder_is_an_error(void **state)
{
	struct walk_list list = { .count = 7 };
	struct error error = ERROR_INIT;
	char *file = scratch_write(state, "note.md", SPAN_NONE);
	assert_int_equal(
		walk_folder(scratch_arena(state), scratch_path(state, "missing"), NULL, WALK_NAMES, &list, &error), -1);
	assert_int_equal(error.class, ERROR_NOT_FOUND);
	assert_int_equal(walk_folder(scratch_arena(state), file, NULL, WALK_NAMES, &list, &error), -1);
	assert_int_equal(error.class, ERROR_IO);
	assert_int_equal(list.count, 7);
}

static void an_empty_folder_lists_nothing(void **state)
{
	assert_string_equal(walked(state), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(files_come_in_the_order_of_their_bytes),
		scratch_test(hidden_names_are_passed_over_at_any_depth),
		scratch_test(a_folder_below_that_holds_the_boundary_is_left_out),
		scratch_test(stamps_come_only_when_asked_for_and_are_those_of_a_look),
		scratch_test(paths_compare_in_the_order_of_the_list),
		scratch_test(symlinks_are_listed_but_not_those_to_folders),
		scratch_test(files_that_icloud_took_away_are_told),
		scratch_test(folders_that_cannot_be_opened_are_told),
		scratch_test(a_folder_that_cannot_be_listed_now_ends_the_walk),
		scratch_test(folders_deeper_than_64_are_told),
		scratch_test(many_files_are_all_listed),
		scratch_test(a_root_that_is_no_folder_is_an_error),
		scratch_test(an_empty_folder_lists_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
