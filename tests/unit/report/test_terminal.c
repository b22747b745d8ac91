#include "sample_report.h"

#include "codec/utf8.h"

static const struct report_style narrow = { 40, false, true };

static void assert_terminal(const struct report *report, struct report_style style, const char *expected)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	report_write_terminal(report, &style, &out);
	assert_span(buffer_span(&out), expected);
}

static void columns_are_aligned_by_display_width(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = sample_report(&arena);
	assert_terminal(&report, narrow,
		"Week 2026-W47\n"
		"\n"
		"Hours\n"
		"  Client  Hours\n"
		"  ─────────────\n"
		"  Ana       1.5\n"
		"  李雷     12.0\n"
		"  a|b 🔥\n"
		"\n"
		"  • first\n"
		"  • second\n"
		"\n"
		"Vault  ~/Practice\n"
		"As of  2026-11-20\n"
		"\n"
		"  ``` x\n"
		"\n"
		"  y\n");
	arena_release(&arena);
}

static void tones_and_marks_become_colours(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	report_text(&report, NULL, TONE_PLAIN, "a **b** `c` [[D]]");
	report_text(&report, NULL, TONE_BAD, "bad **very**");
	assert_terminal(&report, (struct report_style){ 40, true, true },
		"a \033[1mb\033[0m \033[36mc\033[0m \033[4mD\033[0m\n"
		"\n"
		"\033[31mbad \033[0m\033[31;1mvery\033[0m\n");
	arena_release(&arena);
}

static void lists_and_terms_hang(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	struct report_node *list = report_list(&report, NULL);
	report_item(&report, list, TONE_PLAIN, "one two three four");
	struct report_node *terms = report_terms(&report, NULL);
	report_term(&report, terms, "Name", "one two three four");
	report_term(&report, terms, "A name that is far too long to align", "five");
	assert_terminal(&report, (struct report_style){ 20, false, false },
		"- one two three four\n"
		"\n"
		"Name  one two three\n"
		"      four\n"
		"A name that is far too long to align\n"
		"      five\n");
	arena_release(&arena);
}

static void the_widest_column_wraps(void **state)
{
	(void)state;
	static const char *const columns[] = { "Day", "Note", "Min" };
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	struct report_node *table = report_table(&report, NULL, columns, 3, "llr");
	struct report_cell *cells = report_row(&report, table);
	report_cell_set(&report, &cells[0], TONE_PLAIN, "Mon");
	report_cell_set(&report, &cells[1], TONE_PLAIN, "prepared the board memo 会谈会谈会谈会谈会谈会谈会谈");
	report_cell_set(&report, &cells[2], TONE_PLAIN, "90");
	assert_terminal(&report, (struct report_style){ 30, false, false },
		"Day  Note                  Min\n"
		"------------------------------\n"
		"Mon  prepared the board     90\n"
		"     memo 会谈会谈会谈会\n"
		"     谈会谈会谈会谈\n");
	arena_release(&arena);
}

static void no_line_is_wider_than_the_terminal(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	for (int width = 24; width < 60; width++) {
		struct report report = report_of(&arena);
		report_text(&report, NULL, TONE_PLAIN,
			"Ein Text, 有中文, and 👩‍👩‍👧 emoji, verylongwordwithoutanyspacesatall end");
		struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
		report_write_terminal(&report, &(struct report_style){ width, false, true }, &out);
		struct span rest = buffer_span(&out);
		struct span line;
		while (span_next_line(&rest, &line))
			assert_true(utf8_width(line) <= (size_t)width);
	}
	arena_release(&arena);
}

static void controls_never_pass(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	report_section(&report, NULL, "t\033[2Jx");
	report_code(&report, NULL, span_of("c\033[31m\r\n"));
	assert_terminal(&report, narrow, "t[2Jx\n\n  c[31m\n");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_aligned_by_display_width),
		cmocka_unit_test(tones_and_marks_become_colours),
		cmocka_unit_test(lists_and_terms_hang),
		cmocka_unit_test(the_widest_column_wraps),
		cmocka_unit_test(no_line_is_wider_than_the_terminal),
		cmocka_unit_test(controls_never_pass),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
