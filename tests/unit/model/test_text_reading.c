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

static void an_appointment_counts_from_the_day_it_was_made(void **state)
{
	static const struct {
		const char *text, *date;
		int start;
	} cases[] = {
		{ "thu 10:00", "2026-11-26", 600 },
		/* Said on a Friday. */
		{ "fri 10:00", "2026-11-27", 600 },
		{ " fri ", "2026-11-27", -1 },
		{ "today 18:00", "2026-11-20", 1080 },
		{ "+14d", "2026-12-04", -1 },
		{ "2026-12-04T10:00", "2026-12-04", 600 },
		{ "2026-11-20 10:00", "2026-11-20", 600 },
		{ "10:00", "", 7 },
		{ "someday", "", 7 },
		{ "", "", 7 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct appointment appointment = { DATE_NONE, 7 };
		assert_int_equal(text_agreed_appointment(span_of(cases[i].text), date_of(2026, 11, 20), &appointment),
			*cases[i].date != '\0');
		assert_string_equal(date_format(appointment.date).text, cases[i].date);
		assert_int_equal(appointment.start, cases[i].start);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_appointment_counts_from_the_day_it_was_made),
		cmocka_unit_test(a_day_at_the_end_is_cut_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
