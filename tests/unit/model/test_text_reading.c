/* What several views read in one way: today is Friday 2026-11-20. */
#include "note_fixture.h"

#include "model/text_reading.h"

static void a_day_at_the_end_is_cut_off(void **state)
{
	static const struct {
		const char *text, *left, *due;
	} cases[] = {
		{ "Draft the memo by thu", "Draft the memo", "2026-11-26" },
		/* Said on a Friday. */
		{ "Draft the memo by fri", "Draft the memo", "2026-11-27" },
		{ "Draft the memo by today", "Draft the memo", "2026-11-20" },
		{ "Draft the memo by 2026-11-20", "Draft the memo", "2026-11-20" },
		{ "Draft the memo by 2026-12-04 ", "Draft the memo", "2026-12-04" },
		{ "grow by 10 by 2027-05-18", "grow by 10", "2027-05-18" },
		{ "写备忘录 by +7d", "写备忘录", "2026-11-27" },
		{ "grow by 10", "grow by 10", "" },
		{ "Draft by fri morning", "Draft by fri morning", "" },
		{ "by fri", "by fri", "" },
		{ " by fri", " by fri", "" },
		{ "Stand by ", "Stand by ", "" },
		{ "Draft by 2026-02-30", "Draft by 2026-02-30", "" },
		{ "", "", "" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span text = span_of(cases[i].text);
		struct date due = DATE_NONE;
		assert_int_equal(text_cut_due(&text, date_of(2026, 11, 20), &due), *cases[i].due != '\0');
		assert_span(text, cases[i].left);
		assert_string_equal(date_format(due).text, cases[i].due);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_at_the_end_is_cut_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
