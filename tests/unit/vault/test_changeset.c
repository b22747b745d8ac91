#include "test.h"

#include "vault/changeset.h"

static void a_change_that_changes_nothing_is_left_out(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct changeset changes = changeset_of(&arena, "log", "");
	changeset_put(&changes, "A.md", SPAN("same\n"), SPAN("same\n"));
	changeset_put(&changes, "B.md", SPAN_NONE, SPAN_NONE);
	assert_int_equal(changes.count, 0);
	changeset_put(&changes, "Empty.md", SPAN_NONE, SPAN(""));
	assert_int_equal(changes.count, 1);
	assert_int_equal(change_action(&changes.items[0]), CHANGE_CREATE);
	arena_release(&arena);
}

static void a_second_change_of_a_path_takes_the_place_of_the_first(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct changeset changes = changeset_of(&arena, "log", "");
	changeset_put(&changes, "A.md", SPAN("old\n"), SPAN("new\n"));
	changeset_put(&changes, "B.md", SPAN("b\n"), SPAN_NONE);
	changeset_put(&changes, "A.md", SPAN("new\n"), SPAN("newer\n"));
	assert_int_equal(changes.count, 2);
	assert_span(changes.items[0].before, "old\n");
	assert_span(changes.items[0].after, "newer\n");
	assert_int_equal(change_action(&changes.items[0]), CHANGE_MODIFY);
	assert_int_equal(change_action(&changes.items[1]), CHANGE_REMOVE);
	changeset_put(&changes, "A.md", SPAN("newer\n"), SPAN("old\n"));
	assert_int_equal(changes.count, 1);
	assert_string_equal(changes.items[0].path, "B.md");
	arena_release(&arena);
}

static void the_diff_shows_visible_changes_in_order_of_path(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct changeset changes = changeset_of(&arena, "init_week", "");
	changeset_put(&changes, "Z.md", SPAN("z\n"), SPAN_NONE);
	changeset_put_base(&changes, "A.md", SPAN_NONE, SPAN("base\n"));
	changeset_put(&changes, "A.md", SPAN_NONE, SPAN("a\n"));
	assert_int_equal(changeset_visible(&changes), 2);
	assert_string_equal(changes.items[1].path, ".coach/base/A.md");
	assert_true(changes.items[1].hidden);
	assert_span(changeset_diff(&arena, &changes), "--- /dev/null\n+++ b/A.md\n@@ -0,0 +1 @@\n+a\n"
						      "--- a/Z.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-z\n");
	arena_release(&arena);
}

static void a_move_is_told_from_a_note_that_goes_and_one_that_comes(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct changeset changes = changeset_of(&arena, "session", "");
	changeset_put(&changes, "New.md", SPAN_NONE, SPAN("new\n"));
	changeset_put(&changes, "Gone.md", SPAN("gone\n"), SPAN_NONE);
	assert_null(change_origin(&changes, changeset_find(&changes, "New.md")));
	assert_null(change_goal(&changes, changeset_find(&changes, "Gone.md")));
	changeset_put_move(&changes, "Older.md", SPAN("older\n"), "Here.md", SPAN("older\n"));
	changeset_put_move(&changes, "Old.md", SPAN("old\n"), "There.md", SPAN("there\n"));
	const struct change *to = changeset_find(&changes, "There.md");
	const struct change *from = change_origin(&changes, to);
	assert_string_equal(from->path, "Old.md");
	assert_ptr_equal(change_goal(&changes, from), to);
	assert_null(change_goal(&changes, to));
	assert_string_equal(change_goal(&changes, changeset_find(&changes, "Older.md"))->path, "Here.md");
	assert_int_equal(change_action(from), CHANGE_REMOVE);
	assert_string_equal(to->path, "There.md");
	assert_int_equal(change_action(to), CHANGE_CREATE);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_that_changes_nothing_is_left_out),
		cmocka_unit_test(a_second_change_of_a_path_takes_the_place_of_the_first),
		cmocka_unit_test(the_diff_shows_visible_changes_in_order_of_path),
		cmocka_unit_test(a_move_is_told_from_a_note_that_goes_and_one_that_comes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
