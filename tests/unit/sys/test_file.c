#include "scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

static void a_file_is_read_whole(void **state)
{
	char *path = scratch_write(state, "note.md", SPAN("a\0b\n"));
	struct span bytes = SPAN_NONE;
	struct file_stamp read = { 0 };
	struct file_stamp seen = { 0 };
	struct error error = ERROR_INIT;
	assert_int_equal(file_read(scratch_arena(state), path, "note.md", 4, &bytes, &read, &error), 0);
	assert_true(span_equal(bytes, SPAN("a\0b\n")));
	assert_int_equal(bytes.at[bytes.length], '\0');
	assert_int_equal(file_look(path, &seen), FILE_REGULAR);
	assert_memory_equal(&read, &seen, sizeof(read));
	assert_int_equal(read.size, 4);
	assert_true(read.inode != 0 && read.modified_ns > 0 && read.changed_ns > 0);
}

static void an_empty_file_is_an_empty_text(void **state)
{
	char *path = scratch_write(state, "empty.md", SPAN_NONE);
	struct span bytes = SPAN("x");
	struct error error = ERROR_INIT;
	assert_int_equal(file_read(scratch_arena(state), path, "empty.md", 0, &bytes, NULL, &error), 0);
	assert_span(bytes, "");
}

static void what_cannot_be_read_says_why_under_its_name(void **state)
{
	scratch_write(state, "folder/large.md", SPAN("12345"));
	assert_int_equal(mkfifo(scratch_path(state, "pipe.md"), 0600), 0);
	static const struct {
		const char *path;
		enum error_class class;
		const char *message;
	} cases[] = { { "missing.md", ERROR_NOT_FOUND, "no such file" },
		{ "folder/large.md/below.md", ERROR_NOT_FOUND, "no such file" }, { "folder", ERROR_IO, "a folder" },
		{ "pipe.md", ERROR_IO, "not a regular file" },
		{ "folder/large.md", ERROR_IO, "larger than the 4 bytes" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span bytes = SPAN("untouched");
		struct error error = ERROR_INIT;
		char *path = scratch_path(state, cases[i].path);
		assert_int_equal(file_read(scratch_arena(state), path, "name.md", 4, &bytes, NULL, &error), -1);
		assert_int_equal(error.class, cases[i].class);
		assert_string_equal(error.path, "name.md");
		if (!span_contains(span_of(error.message), cases[i].message))
			fail_msg("%s: %s", cases[i].path, error.message);
		assert_span(bytes, "untouched");
	}
}

static void a_file_of_unknown_size_is_read_to_its_end(void **state)
{
	if (file_look("/proc/self/status", NULL) != FILE_REGULAR)
		skip();
	struct span bytes = SPAN_NONE;
	struct error error = ERROR_INIT;
	assert_int_equal(
		file_read(scratch_arena(state), "/proc/self/status", "status", 1u << 20, &bytes, NULL, &error), 0);
	assert_true(span_starts_with(bytes, "Name:"));
	assert_int_equal(file_read(scratch_arena(state), "/proc/self/status", "status", 10, &bytes, NULL, &error), -1);
	assert_true(span_contains(span_of(error.message), "larger than"));
}

static void a_pipe_is_read_to_its_end_within_limits(void **state)
{
	int ends[2];
	struct span bytes = SPAN_NONE;
	struct error error = ERROR_INIT;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(file_write_all(ends[1], SPAN("from a pipe")), 0);
	close(ends[1]);
	assert_int_equal(file_read_descriptor(scratch_arena(state), ends[0], "-", 11, &bytes, &error), 0);
	assert_span(bytes, "from a pipe");
	close(ends[0]);
	int file = open(scratch_write(state, "large", SPAN("12345")), O_RDONLY);
	assert_int_equal(file_read_descriptor(scratch_arena(state), file, "-", 4, &bytes, &error), -1);
	assert_true(span_contains(span_of(error.message), "larger than the 4 bytes"));
	close(file);
	assert_int_equal(file_read_descriptor(scratch_arena(state), file, "-", 4, &bytes, &error), -1);
	assert_int_equal(error.class, ERROR_IO);
}

static void writing_fails_with_errno(void **state)
{
	(void)state;
	errno = 0;
	assert_int_equal(file_write_all(-1, SPAN("x")), -1);
	assert_int_equal(errno, EBADF);
	assert_int_equal(file_write_all(-1, SPAN_NONE), 0);
}

/* More than is copied in one piece, from where the reading stands. */
static void what_is_left_to_read_is_copied(void **state)
{
	enum { MANY = 200 * 1000 };
	struct error error = ERROR_INIT;
	struct span whole = { memset(arena_allocate(scratch_arena(state), MANY), 'x', MANY), MANY };
	struct span copied;
	char first;
	int from = open(scratch_write(state, "from", whole), O_RDONLY);
	const char *path = scratch_write(state, "to", SPAN_NONE);
	int to = open(path, O_WRONLY);
	assert_int_equal(read(from, &first, 1), 1);
	assert_int_equal(file_copy_rest(from, to), 0);
	assert_int_equal(file_read(scratch_arena(state), path, "to", MANY, &copied, NULL, &error), 0);
	assert_true(span_equal(copied, span_from(whole, 1)));
	assert_int_equal(file_copy_rest(to, to), -1);
	assert_int_equal(errno, EBADF);
	close(from);
	close(to);
}

static void closing_leaves_the_reason_for_what_failed_before(void **state)
{
	(void)state;
	errno = ENOENT;
	file_close(-1);
	assert_int_equal(errno, ENOENT);
}

static void folders_are_made_with_those_above_them(void **state)
{
	struct error error = ERROR_INIT;
	char *folder = scratch_path(state, "a/b//c/");
	assert_int_equal(file_make_folder(folder, &error), 0);
	assert_int_equal(file_make_folder(folder, &error), 0);
	assert_int_equal(file_look(scratch_path(state, "a/b/c"), NULL), FILE_DIRECTORY);
	assert_int_equal(file_sync_folder(folder, &error), 0);
	scratch_write(state, "a/file", SPAN_NONE);
	assert_int_equal(file_make_folder(scratch_path(state, "a/file"), &error), -1);
	assert_int_equal(file_make_folder(scratch_path(state, "a/file/b"), &error), -1);
	assert_int_equal(error.class, ERROR_IO);
	assert_int_equal(file_sync_folder(scratch_path(state, "a/file"), &error), -1);
	assert_int_equal(file_sync_folder(scratch_path(state, "missing"), &error), -1);
}

static void what_was_written_is_made_durable(void **state)
{
	int descriptor = open(scratch_write(state, "note.md", SPAN("x")), O_WRONLY);
	assert_int_equal(file_sync(descriptor), 0);
	close(descriptor);
	assert_int_equal(file_sync(descriptor), -1);
	assert_int_equal(errno, EBADF);
}

static void a_folder_is_removed_with_all_in_it_and_nothing_else(void **state)
{
	scratch_write(state, "Kept/note.md", SPAN("mine"));
	scratch_write(state, "Gone/Deep/Deeper/note.md", SPAN("ours"));
	scratch_write(state, "Gone/note.md", SPAN("ours"));
	assert_int_equal(symlink("../../Kept", scratch_path(state, "Gone/Deep/link")), 0);
	assert_int_equal(symlink("Kept", scratch_path(state, "Link")), 0);
	file_remove_folder(scratch_path(state, "Gone"));
	file_remove_folder(scratch_path(state, "Link"));
	file_remove_folder(scratch_path(state, "Missing"));
	assert_int_equal(file_look(scratch_path(state, "Gone"), NULL), FILE_MISSING);
	assert_int_equal(file_look(scratch_path(state, "Link"), NULL), FILE_SYMLINK);
	assert_int_equal(file_look(scratch_path(state, "Kept/note.md"), NULL), FILE_REGULAR);
}

static void looking_does_not_follow_a_symlink(void **state)
{
	scratch_write(state, "note.md", SPAN("x"));
	assert_int_equal(symlink("note.md", scratch_path(state, "link")), 0);
	assert_int_equal(symlink("nowhere", scratch_path(state, "broken")), 0);
	assert_int_equal(mkfifo(scratch_path(state, "pipe"), 0600), 0);
	assert_int_equal(file_look(scratch_path(state, "link"), NULL), FILE_SYMLINK);
	assert_int_equal(file_look(scratch_path(state, "broken"), NULL), FILE_SYMLINK);
	assert_int_equal(file_look(scratch_path(state, "pipe"), NULL), FILE_OTHER);
	assert_int_equal(file_look(scratch_path(state, "."), NULL), FILE_DIRECTORY);
	assert_int_equal(file_look(scratch_path(state, "missing/x"), NULL), FILE_MISSING);
}

static void a_stamp_changes_with_the_file(void **state)
{
	char *path = scratch_write(state, "note.md", SPAN("x"));
	struct file_stamp before = { 0 };
	struct file_stamp after = { 0 };
	file_look(path, &before);
	int descriptor = open(path, O_WRONLY | O_APPEND);
	assert_int_equal(file_write_all(descriptor, SPAN("y")), 0);
	close(descriptor);
	file_look(path, &after);
	assert_int_equal(before.inode, after.inode);
	assert_memory_not_equal(&before, &after, sizeof(before));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(a_file_is_read_whole),
		scratch_test(an_empty_file_is_an_empty_text),
		scratch_test(what_cannot_be_read_says_why_under_its_name),
		scratch_test(a_file_of_unknown_size_is_read_to_its_end),
		scratch_test(a_pipe_is_read_to_its_end_within_limits),
		scratch_test(writing_fails_with_errno),
		scratch_test(what_is_left_to_read_is_copied),
		scratch_test(closing_leaves_the_reason_for_what_failed_before),
		scratch_test(folders_are_made_with_those_above_them),
		scratch_test(what_was_written_is_made_durable),
		scratch_test(a_folder_is_removed_with_all_in_it_and_nothing_else),
		scratch_test(looking_does_not_follow_a_symlink),
		scratch_test(a_stamp_changes_with_the_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
