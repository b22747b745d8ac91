/* The fingerprint of a change: the same wherever the change is moved to, another one where anything else is in it. */
#include "test.h"

#include "vault/changed_lines.h"

#include <string.h>

static const char *fingerprint(struct arena *arena, const char *path, const char *before, const char *after)
{
	struct changed_lines changed = CHANGED_LINES_NONE;
	changed_lines_add(&changed, path, before ? span_of(before) : SPAN_NONE, after ? span_of(after) : SPAN_NONE);
	return changed_lines_format(arena, changed);
}

static void another_text_around_the_change_is_no_matter(void **state)
{
	(void)state;
	static const struct {
		const char *path, *before, *after;
		bool same;
	} cases[] = {
		{ "n.md", "a\nb\n", "a\nc\n", true },
		{ "n.md", "mine\na\nb\n", "mine\na\nc\n", true },
		{ "n.md", "a\r\nb\r\n", "a\r\nc\r\n", true },
		{ "n.md", "a\nb", "a\nc", true },
		{ "n.md", "b\na\n", "c\na\n", true },
		{ "n.md", "a\nb\n", "a\nc\nmine\n", false },
		{ "n.md", "mine\na\nb\n", "a\nc\n", false },
		{ "n.md", "a\nb\n", "a\nC\n", false },
		{ "n.md", "a\nc\n", "a\nb\n", false },
		{ "o.md", "a\nb\n", "a\nc\n", false },
		{ "n.md", NULL, "c\n", false },
		{ "n.md", "b\n", NULL, false },
	};
	struct arena arena = ARENA_INIT;
	const char *expected = fingerprint(&arena, "n.md", "a\nb\n", "a\nc\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *found = fingerprint(&arena, cases[i].path, cases[i].before, cases[i].after);
		if ((strcmp(found, expected) == 0) != cases[i].same)
			fail_msg("case %zu: %s, against %s", i, found, expected);
	}
	arena_release(&arena);
}

static void an_empty_file_that_comes_or_goes_counts(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const char *nothing = fingerprint(&arena, "n.md", NULL, NULL);
	assert_string_equal(nothing, "0000000000000000");
	assert_string_not_equal(fingerprint(&arena, "n.md", NULL, ""), nothing);
	assert_string_not_equal(fingerprint(&arena, "n.md", "", NULL), fingerprint(&arena, "n.md", NULL, ""));
	arena_release(&arena);
}

static void files_may_come_in_any_order(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct changed_lines one = CHANGED_LINES_NONE;
	struct changed_lines other = CHANGED_LINES_NONE;
	changed_lines_add(&one, "a.md", SPAN("x\n"), SPAN("y\n"));
	changed_lines_add(&one, "b.md", SPAN_NONE, SPAN("z\n"));
	changed_lines_add(&other, "b.md", SPAN_NONE, SPAN("z\n"));
	changed_lines_add(&other, "a.md", SPAN("x\n"), SPAN("y\n"));
	assert_string_equal(changed_lines_format(&arena, one), changed_lines_format(&arena, other));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_text_around_the_change_is_no_matter),
		cmocka_unit_test(an_empty_file_that_comes_or_goes_counts),
		cmocka_unit_test(files_may_come_in_any_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
