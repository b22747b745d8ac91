/* Taking back what an entry did to a file, whatever happened to the file since. */
#include "fixture.h"

#include "vault/revert.h"

#define NONE NULL

/* "text", "(gone)" or "conflict": what the file would hold once the entry (before, after) is taken back. */
static const char *reverted(struct fixture *fixture, const char *path, const char *before, const char *after,
	const char *now, struct revert *revert)
{
	struct entry_file file = { path, false, before ? span_of(before) : SPAN_NONE,
		after ? span_of(after) : SPAN_NONE };
	struct entry_files files = { &file, 1, false };
	struct changeset changes = fixture_changes(fixture);
	unlink(fixture_path(fixture, path));
	if (now)
		fixture_write(fixture, path, now);
	assert_int_equal(revert_files(&fixture->arena, &fixture->vault, &files, &changes, revert, &fixture->error), 0);
	if (revert->conflict)
		return "conflict";
	if (changes.count == 0)
		return now ? now : "(gone)";
	return changes.items[0].after.at ? arena_copy_text(&fixture->arena, changes.items[0].after) : "(gone)";
}

static void a_note_goes_back_as_far_as_it_was_left_alone(void **state)
{
	static const struct {
		const char *before, *after, *now, *expected;
		size_t notes;
	} cases[] = {
		/* as the entry left it */
		{ "a\n", "b\n", "b\n", "a\n", 0 },
		{ NONE, "b\n", "b\n", "(gone)", 0 },
		{ "a\n", NONE, NONE, "a\n", 0 },
		{ "", "b\n", "b\n", "", 0 },
		/* back already */
		{ "a\n", "b\n", "a\n", "a\n", 1 },
		{ "a\n", NONE, "a\n", "a\n", 1 },
		/* written in elsewhere */
		{ "- a\n", "- a\n- b\n", "- a\n- b\n- mine\n", "- a\n- mine\n", 0 },
		{ "# T\n\n- a\n", "# T\n\n- b\n", "# T\n\nmine\n\n- b\n", "# T\n\nmine\n\n- a\n", 0 },
		/* made by the entry */
		{ NONE, "# T\n\n## S\n- b\n", "# T\n\n## S\n- b\n- mine\n", "# T\n\n## S\n- mine\n", 1 },
		{ NONE, "# T\n\n- b\n", "# T\n\n- b\n\n", "(gone)", 0 },
		/* the same place */
		{ "- [ ] a 🆔 a1\n", "- [x] a 🆔 a1\n", "- [-] a 🆔 a1\n", "conflict", 1 },
		{ "a\n", NONE, "another\n", "conflict", 1 },
		/* removed by the entry and made anew since */
		{ "# T\n\n- a\n", NONE, "# T\n\n- a\n\n## S\n- mine\n", "# T\n\n- a\n\n## S\n- mine\n", 0 },
		{ "## L\n| a | b |\n| - | - |\n| 1 | x |\n", NONE, "## L\n| a | b |\n| - | - |\n| 2 | y |\n",
			"## L\n| a | b |\n| - | - |\n| 1 | x |\n| 2 | y |\n", 0 },
		/* gone or emptied since */
		{ "a\n", "b\n", NONE, "(gone)", 1 },
		{ NONE, "b\n", NONE, "(gone)", 1 },
		{ "a\n", "b\n", "", "", 1 },
		{ "a\n", "b\n", "\n\n", "\n\n", 1 },
		{ NONE, "b\n", "", "(gone)", 0 },
		/* of the entry, and changed since: it stays where there was nothing before, and that is said once */
		{ "- a\n", "- a\n- b\n- c\n", "- a\n- b, mine\n- c, mine\n", "- a\n- b, mine\n- c, mine\n", 1 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct revert revert;
		const char *text = reverted(*state, "n.md", cases[i].before, cases[i].after, cases[i].now, &revert);
		if (strcmp(text, cases[i].expected) != 0)
			fail_msg("case %zu: %s", i, text);
		assert_int_equal(revert.count, cases[i].notes);
	}
}

static void what_is_no_note_is_merged_by_lines(void **state)
{
	struct revert revert;
	const char *before = "one: 1\ntwo: 2\nthree: 3\nfour: 4\n";
	const char *after = "one: 1\ntwo: 9\nthree: 3\nfour: 4\n";
	assert_string_equal(reverted(*state, "c.yaml", before, after, "one: 1\ntwo: 9\nthree: 3\nfour: 7\n", &revert),
		"one: 1\ntwo: 2\nthree: 3\nfour: 7\n");
	assert_string_equal(
		reverted(*state, "c.yaml", before, after, "one: 1\ntwo: 8\nthree: 3\nfour: 4\n", &revert), "conflict");
	assert_int_equal(revert.notes[0].position.line, 2);
	assert_span(revert.notes[0].now, "two: 8");
	assert_span(revert.notes[0].wanted, "two: 2");
}

static void a_conflict_names_the_place_and_both_sides(void **state)
{
	struct revert revert;
	reverted(*state, "n.md", "# T\n\n- [ ] a 🆔 a1\n", "# T\n\n- [x] a 🆔 a1\n", "# T\n\n- [-] a 🆔 a1\n", &revert);
	assert_int_equal(revert.notes[0].kind, REVERT_CONFLICT);
	assert_int_equal(revert.notes[0].position.line, 3);
	assert_span(span_trim(revert.notes[0].now), "- [-] a 🆔 a1");
	assert_span(span_trim(revert.notes[0].wanted), "- [ ] a 🆔 a1");
}

static void a_base_text_goes_back_only_where_nothing_was_generated_since(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file file = { ".coach/base/n.md", true, SPAN("a\n"), SPAN("b\n") };
	struct entry_files files = { &file, 1, false };
	static const struct {
		const char *now;
		size_t changes;
	} cases[] = { { "b\n", 1 }, { "c\n", 0 }, { "a\n", 0 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct changeset changes = fixture_changes(fixture);
		struct revert revert;
		fixture_write(fixture, file.path, cases[i].now);
		assert_int_equal(
			revert_files(&fixture->arena, &fixture->vault, &files, &changes, &revert, &fixture->error), 0);
		assert_int_equal(changes.count, cases[i].changes);
		assert_int_equal(changeset_visible(&changes), 0);
		assert_int_equal(revert.count, 0);
	}
}

static void what_was_written_in_a_moved_note_goes_back_with_it(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file moved[] = { { "new.md", false, SPAN_NONE, SPAN("# N\n\ndate: 20\n") },
		{ "old.md", false, SPAN("# N\n\ndate: 19\n"), SPAN_NONE } };
	struct entry_files files = { moved, 2, false };
	struct changeset changes = fixture_changes(fixture);
	struct revert revert;
	fixture_write(fixture, "new.md", "# N\n\ndate: 20\n\nmine\n");
	assert_int_equal(revert_files(&fixture->arena, &fixture->vault, &files, &changes, &revert, &fixture->error), 0);
	assert_false(revert.conflict);
	assert_int_equal(changes.count, 2);
	assert_string_equal(changes.items[0].path, "old.md");
	assert_span(changes.items[0].after, "# N\n\ndate: 19\n\nmine\n");
	assert_string_equal(changes.items[1].path, "new.md");
	assert_null(changes.items[1].after.at);
	/* Something stands where it came from. */
	fixture_write(fixture, "old.md", "another\n");
	changes = fixture_changes(fixture);
	assert_int_equal(revert_files(&fixture->arena, &fixture->vault, &files, &changes, &revert, &fixture->error), 0);
	assert_true(revert.conflict);
}

static void a_moved_note_that_is_gone_stays_gone_and_the_rest_goes_back(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file moved[] = { { "linked.md", false, SPAN("[[old]]\n"), SPAN("[[new]]\n") },
		{ "new.md", false, SPAN_NONE, SPAN("# N\n") }, { "old.md", false, SPAN("# N\n"), SPAN_NONE } };
	struct entry_files files = { moved, 3, false };
	struct changeset changes = fixture_changes(fixture);
	struct revert revert;
	fixture_write(fixture, "linked.md", "[[new]]\n");
	assert_int_equal(revert_files(&fixture->arena, &fixture->vault, &files, &changes, &revert, &fixture->error), 0);
	assert_false(revert.conflict);
	assert_int_equal(changes.count, 1);
	assert_string_equal(changes.items[0].path, "linked.md");
	assert_int_equal(revert.count, 1);
	assert_int_equal(revert.notes[0].kind, REVERT_FILE_GONE);
	assert_string_equal(revert.notes[0].position.path, "new.md");
}

static void a_text_that_is_only_in_the_cloud_is_not_gone(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file file = { "W/n.md", false, SPAN("a\n"), SPAN("b\n") };
	struct entry_files files = { &file, 1, false };
	struct changeset changes = fixture_changes(fixture);
	struct revert revert;
	fixture_write(fixture, "W/.n.md.icloud", "");
	assert_int_equal(
		revert_files(&fixture->arena, &fixture->vault, &files, &changes, &revert, &fixture->error), -1);
	assert_int_equal(fixture->error.class, ERROR_REFUSED);
	assert_string_equal(fixture->error.path, "W/n.md");
}

static void both_sides_are_shown_where_they_differ(void **state)
{
	static const struct {
		const char *before, *after, *now, *shown_now, *shown_before;
		unsigned line;
	} cases[] = {
		{ "---\na: 1\nb: 2\n---\n# T\n", NONE, "---\na: 1\nb: 3\n---\n# T\n", "b: 3", "b: 2", 3 },
		{ "- a\n  - one\n", "- a\n  - two\n", "- a\n  - three\n", "  - three", "  - one", 2 },
		{ "See [[old]]\n", "See [[new]]\n", "See [[new]], mine\n", "See [[new]], mine", "See [[old]]", 1 },
		{ "# T\n\nsame\nold\n", NONE, "# T\n\nsame\nother\n", "other", "old", 4 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct revert revert;
		assert_string_equal(
			reverted(*state, "n.md", cases[i].before, cases[i].after, cases[i].now, &revert), "conflict");
		assert_span(revert.notes[0].now, cases[i].shown_now);
		assert_span(revert.notes[0].wanted, cases[i].shown_before);
		assert_int_equal(revert.notes[0].position.line, cases[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_note_goes_back_as_far_as_it_was_left_alone),
		FIXTURE_TEST(what_is_no_note_is_merged_by_lines),
		FIXTURE_TEST(a_conflict_names_the_place_and_both_sides),
		FIXTURE_TEST(a_base_text_goes_back_only_where_nothing_was_generated_since),
		FIXTURE_TEST(what_was_written_in_a_moved_note_goes_back_with_it),
		FIXTURE_TEST(a_moved_note_that_is_gone_stays_gone_and_the_rest_goes_back),
		FIXTURE_TEST(a_text_that_is_only_in_the_cloud_is_not_gone),
		FIXTURE_TEST(both_sides_are_shown_where_they_differ),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
