#include "test.h"

#include "report/marks.h"
#include "report/report.h"

/* The text, and a letter for the mark at each of its bytes. */
static void assert_marks(const char *marked, const char *text, const char *letters)
{
	struct arena arena = ARENA_INIT;
	struct plain_text plain = marks_read(&arena, span_of(marked));
	assert_span(plain.text, text);
	for (size_t i = 0; i < plain.text.length; i++)
		assert_int_equal("-sclx"[plain.marks[i]], letters[i]);
	arena_release(&arena);
}

static void marks_are_taken_off(void **state)
{
	(void)state;
	assert_marks("plain", "plain", "-----");
	assert_marks("a **bold** b", "a bold b", "--ssss--");
	assert_marks("run `coach init`", "run coach init", "----cccccccccc");
	assert_marks("[[Ana Silva]]", "Ana Silva", "lllllllll");
	assert_marks("[[Clients/Ana/Ana|Ana S.]]!", "Ana S.!", "llllll-");
	assert_marks("[[Clients/Ana\\|her]]", "her", "lll");
	assert_marks("[[Clients/Ana]]", "Ana", "lll");
	assert_marks("[[Clients/Ana.md#Goals]]", "Ana", "lll");
	assert_marks("[[#Goals]]", "Goals", "lllll");
	assert_marks("[[#^a1]]", "a1", "ll");
	assert_marks("**[[A]] b**", "A b", "lss");
}

static void marks_without_an_end_are_text(void **state)
{
	(void)state;
	assert_marks("a ** b", "a ** b", "------");
	assert_marks("a ` b", "a ` b", "-----");
	assert_marks("[[ never closed", "[[ never closed", "---------------");
	assert_marks("``", "``", "--");
}

static void controls_are_dropped(void **state)
{
	(void)state;
	assert_marks("a\033[31mb\tc\r", "a[31mb c", "--------");
	assert_marks("x\xe2\x80\xaey", "xy", "--");
}

static void escaped_text_reads_back_as_itself(void **state)
{
	(void)state;
	static const char *const texts[] = { "**not bold**", "`x`", "[[a|b]]", "back\\slash", "<b>", "a \\* b", "\\",
		"图**中**" };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct span escaped = report_escape(&arena, span_of(texts[i]));
		assert_span(marks_read(&arena, escaped).text, texts[i]);
	}
	arena_release(&arena);
}

static void many_opening_marks_take_no_time(void **state)
{
	(void)state;
	enum { SIZE = 1 << 20 };
	struct arena arena = ARENA_INIT;
	char *text = arena_allocate(&arena, SIZE);
	memset(text, '[', SIZE);
	assert_int_equal(marks_read(&arena, (struct span){ text, SIZE }).text.length, SIZE);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_taken_off),
		cmocka_unit_test(marks_without_an_end_are_text),
		cmocka_unit_test(controls_are_dropped),
		cmocka_unit_test(escaped_text_reads_back_as_itself),
		cmocka_unit_test(many_opening_marks_take_no_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
