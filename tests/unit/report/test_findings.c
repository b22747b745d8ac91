#include "test.h"

#include "report/report.h"

static void findings_look_like_a_compilers(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct finding_list findings = { .arena = &arena };
	struct finding *finding = finding_add(&findings, FINDING_CONTRACT_SUM,
		(struct position){ "Client Portfolio.md", 31, 5 }, "the shares add up to %d%%", 110);
	finding_hint(&findings, finding, "they must sum to 100");
	finding_add(&findings, FINDING_NO_PLAN, (struct position){ NULL, 0, 0 }, "no plan");
	finding_add(&findings, FINDING_UNREADABLE, (struct position){ "a\nb\033.md", 0, 0 }, "two\nlines");
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(4096);
	report_write_findings(&findings, &(struct report_style){ 80, false, true }, &out);
	assert_span(buffer_span(&out), "Client Portfolio.md:31:5: error: the shares add up to 110%\n"
				       "  hint: they must sum to 100\n"
				       "info: no plan\n"
				       "a b.md: warning: two lines\n");
	arena_release(&arena);
}

static void severities_are_coloured(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct finding_list findings = { .arena = &arena };
	finding_add(&findings, FINDING_BAD_DATE, (struct position){ "a.md", 1, 0 }, "x");
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(4096);
	report_write_findings(&findings, &(struct report_style){ 80, true, true }, &out);
	assert_span(buffer_span(&out), "a.md:1: \033[31merror\033[0m: x\n");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(findings_look_like_a_compilers),
		cmocka_unit_test(severities_are_coloured),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
