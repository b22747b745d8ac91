/* The messages of coach's commits: what is written is read as the same. */
#include "test.h"

#include "vault/entry_message.h"

#include <string.h>

static const struct entry whole = {
	.id = { "0123456789abcdef", 16 },
	.command = { "init_week", 9 },
	.subject = { "2026-W48", 8 },
	.files = 2,
	.lines = { "fedcba9876543210", 16 },
	.paths = { "aaaaaaaaaaaa bbbbbbbbbbbb", 25 },
	.undoes = { "1111111111111111", 16 },
	.redoes = { "2222222222222222", 16 },
	.follows = { "none", 4 },
};

static void assert_same(const struct entry *entry)
{
	struct arena arena = ARENA_INIT;
	struct entry read = entry_message_read(entry_message_write(&arena, entry));
	assert_true(span_equal(read.id, entry->id));
	assert_true(span_equal(read.command, entry->command));
	assert_true(span_equal(read.subject, entry->subject));
	assert_int_equal(read.files, entry->files);
	assert_true(span_equal(read.lines, entry->lines));
	assert_true(span_equal(read.paths, entry->paths));
	assert_true(span_equal(read.undoes, entry->undoes));
	assert_true(span_equal(read.redoes, entry->redoes));
	assert_true(span_equal(read.follows, entry->follows));
	assert_string_equal(read.commit, "");
	arena_release(&arena);
}

static void what_is_written_is_read_as_the_same(void **state)
{
	(void)state;
	struct entry least = { .id = whole.id, .command = whole.command, .files = 1 };
	struct entry undo = whole;
	undo.subject = SPAN_NONE;
	undo.redoes = undo.follows = SPAN_NONE;
	assert_same(&whole);
	assert_same(&least);
	assert_same(&undo);
}

static void what_is_written_has_what_tells_it_from_a_persons(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const char *message = entry_message_write(&arena, &whole);
	assert_true(span_starts_with(span_of(message), entry_message_prefix));
	assert_non_null(strstr(message, arena_printf(&arena, "\n%s: ", entry_message_trailer)));
	assert_int_equal(
		strncmp(message, "coach(init_week): 2026-W48\n\nCoach-Command: init_week\nCoach-Files: 2\n", 67), 0);
	const char *edits = entry_message_of_edits(&arena, "log");
	assert_true(span_starts_with(span_of(edits), entry_message_edits_prefix));
	assert_string_equal(edits, "save edits before log\n");
	arena_release(&arena);
}

static void a_path_that_was_added_is_there_and_no_other(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer paths = BUFFER_INIT(1 << 10);
	entry_message_add_path(&paths, "Weeks/2026-W48.md");
	entry_message_add_path(&paths, "A.md");
	assert_true(entry_message_has_path(buffer_span(&paths), "Weeks/2026-W48.md"));
	assert_true(entry_message_has_path(buffer_span(&paths), "A.md"));
	assert_false(entry_message_has_path(buffer_span(&paths), "B.md"));
	assert_false(span_contains(buffer_span(&paths), "A.md"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read_as_the_same),
		cmocka_unit_test(what_is_written_has_what_tells_it_from_a_persons),
		cmocka_unit_test(a_path_that_was_added_is_there_and_no_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
