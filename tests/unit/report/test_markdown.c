#include "sample_report.h"

static void assert_markdown(const struct report *report, int level, const char *expected)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	report_write_markdown(report, level, &out);
	assert_span(buffer_span(&out), expected);
}

static void a_report_is_written_as_a_person_would(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = sample_report(&arena);
	assert_markdown(&report, 2,
		"Week **2026-W47**\n"
		"\n"
		"## Hours\n"
		"\n"
		"| Client             | Hours |\n"
		"| ------------------ | ----: |\n"
		"| [[Ana Silva\\|Ana]] |   1.5 |\n"
		"| 李雷               |  12.0 |\n"
		"| a\\|b 🔥            |       |\n"
		"\n"
		"- first\n"
		"- second\n"
		"\n"
		"- Vault: ~/Practice\n"
		"- As of: 2026-11-20\n"
		"\n"
		"````\n"
		"``` x\n"
		"\n"
		"y\n"
		"````\n");
	arena_release(&arena);
}

static void an_empty_report_writes_nothing(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	assert_true(report_is_empty(&report));
	assert_markdown(&report, 1, "");
	arena_release(&arena);
}

static void empty_texts_keep_their_lines(void **state)
{
	(void)state;
	static const char *const columns[] = { "A" };
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	struct report_node *list = report_list(&report, NULL);
	report_item(&report, list, TONE_PLAIN, "%s", "");
	report_item(&report, list, TONE_PLAIN, "two\nlines");
	report_table(&report, NULL, columns, 1, "l");
	assert_markdown(&report, 1, "- \n- two\n  lines\n\n| A   |\n| --- |\n");
	arena_release(&arena);
}

static void controls_never_pass(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	report_text(&report, NULL, TONE_PLAIN, "a\033]0;title\ab");
	assert_markdown(&report, 1, "a]0;titleb\n");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_is_written_as_a_person_would),
		cmocka_unit_test(an_empty_report_writes_nothing),
		cmocka_unit_test(empty_texts_keep_their_lines),
		cmocka_unit_test(controls_never_pass),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
