#include "test.h"

#include "md/conflict_mark.h"

static void the_first_mark_outside_code_fences_counts(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		unsigned line;
	} cases[] = {
		{ "", 0 },
		{ "text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n", 2 },
		{ "<<<<<<<", 1 },
		{ "a\r\nb\r\n<<<<<<<\r\n", 3 },
		{ "a <<<<<<< HEAD\n", 0 },
		{ "<<<<<<<< HEAD\n", 0 },
		{ "<<<<<<<HEAD\n", 0 },
		{ "=======\n>>>>>>> other\n", 0 },
		{ "```\n<<<<<<< HEAD\n```\n", 0 },
		{ "```\n<<<<<<< HEAD\n```\n<<<<<<< HEAD\n", 4 },
		{ "````\n```\n<<<<<<< HEAD\n````\n", 0 },
		{ "> ~~~ diff\n> ```\n<<<<<<< HEAD\n~~~~\n", 0 },
		{ "```\n```\n<<<<<<< HEAD\n", 3 },
		{ "---\ntype: week\n<<<<<<< HEAD\n---\n", 3 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(conflict_mark_line(span_of(cases[i].text)), cases[i].line);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_first_mark_outside_code_fences_counts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
