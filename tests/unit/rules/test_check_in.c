/* A check-in comes mid-week, between two sessions, on a working day. */
#include "practice_fixture.h"

#include "rules/check_in.h"

static void the_day_lies_between_the_sessions(void **state)
{
	static const struct {
		const char *session, *next, *day;
	} cases[] = {
		/* the Wednesday of the first week that has no session */
		{ "2026-11-10", "2026-11-24", "2026-11-18" },
		{ "2026-11-09", "2026-11-23", "2026-11-18" },
		{ "2026-11-15", "2026-11-23", "2026-11-18" },
		{ "2026-11-10", "2026-12-22", "2026-11-18" },
		{ "2026-12-21", "2027-01-12", "2026-12-30" },
		/* there is none */
		{ "2026-11-10", "2026-11-17", NULL },
		{ "2026-11-09", "2026-11-22", NULL },
		{ "2026-11-10", "2026-11-14", NULL },
		{ "2026-11-15", "2026-11-16", NULL },
		/* no next session */
		{ "2026-11-09", NULL, "2026-11-18" },
		{ "2026-11-15", NULL, "2026-11-18" },
		{ "2026-12-31", NULL, "2027-01-06" },
		/* weeks with 23 or 25 hours in a day have seven days */
		{ "2026-10-20", "2026-11-03", "2026-10-28" },
		{ "2026-10-25", "2026-10-26", NULL },
		{ "2027-03-27", "2027-04-05", "2027-03-31" },
		{ "2027-03-23", "2027-04-06", "2027-03-31" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date next = cases[i].next ? practice_date(cases[i].next) : DATE_NONE;
		struct date day = check_in_day(NULL, practice_date(cases[i].session), next);
		assert_int_equal(date_is_known(day), cases[i].day != NULL);
		if (cases[i].day)
			assert_string_equal(date_format(day).text, cases[i].day);
	}
}

static void whatever_the_days_it_is_a_working_day_between_them(void **state)
{
	struct date first = date_of(2026, 10, 1);
	(void)state;
	for (int begin = 0; begin < 14; begin++)
		for (int days = 14; days <= 60; days++) {
			struct date session = date_add(first, begin);
			struct date next = date_add(session, days);
			struct date day = check_in_day(NULL, session, next);
			assert_true(date_compare(day, session) > 0 && date_compare(day, next) < 0);
			assert_true(date_weekday(day) <= FRIDAY);
		}
}

static void the_day_is_the_one_that_the_engagement_names(void **state)
{
	static const struct {
		const char *said, *session, *next, *day;
	} cases[] = {
		{ "Mid-week between sessions", "2026-11-20", "2026-12-04", "2026-11-25" },
		{ "on Fridays", "2026-11-20", "2026-12-04", "2026-11-27" },
		{ "on Fridays", "2026-11-20", "2026-11-23", NULL },
		{ "on Fridays", "2026-11-20", NULL, "2026-11-27" },
		{ "5 days after", "2026-11-20", "2026-12-04", "2026-11-25" },
		{ "5 days after", "2026-11-20", "2026-12-01", NULL },
		{ "as relevant", "2026-11-20", "2026-12-04", "2026-11-25" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_engagement(practice,
			arena_printf(&practice->note.arena,
				"**Client Name:** Ana\n\n### Email Templates\n- **Check-in:** %s\n", cases[i].said));
		struct date next = cases[i].next ? practice_date(cases[i].next) : DATE_NONE;
		struct date day = check_in_day(practice->engagements, practice_date(cases[i].session), next);
		assert_string_equal(date_format(day).text, cases[i].day ? cases[i].day : "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_day_lies_between_the_sessions),
		PRACTICE_TEST(the_day_is_the_one_that_the_engagement_names),
		cmocka_unit_test(whatever_the_days_it_is_a_working_day_between_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
