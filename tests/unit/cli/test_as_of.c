#include "test.h"

#include "cli/as_of.h"

static void a_given_date_pins_the_clock(void **state)
{
	(void)state;
	static const struct {
		const char *given;
		const char *environment;
		int minutes;
	} cases[] = {
		{ "2026-11-20", NULL, 0 },
		{ "2026-11-20", "1999-01-01", 0 },
		{ NULL, "2026-11-20", 0 },
		{ "2026-11-20T09:30", NULL, 570 },
		{ "2026-11-20 09:30", NULL, 570 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct moment now = { DATE_NONE, -1 };
		struct error error = ERROR_INIT;
		assert_int_equal(as_of_resolve(cases[i].given, cases[i].environment, NULL, &now, &error), 0);
		assert_string_equal(date_format(now.date).text, "2026-11-20");
		assert_int_equal(now.minutes, cases[i].minutes);
	}
}

static void words_are_relative_to_the_real_day(void **state)
{
	(void)state;
	struct moment today = { DATE_NONE, -1 };
	struct moment later = { DATE_NONE, -1 };
	struct error error = ERROR_INIT;
	assert_int_equal(as_of_resolve("today", NULL, NULL, &today, &error), 0);
	assert_int_equal(as_of_resolve(NULL, "+3d", NULL, &later, &error), 0);
	assert_in_range(date_difference(today.date, later.date), 3, 4);
	assert_int_equal(later.minutes, 0);
}

static void what_is_no_date_is_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = { "2026-13-45", "2026-11-20T", "2026-11-20T25:00", "2026-11-20x", "soon" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct moment now = { DATE_NONE, -1 };
		struct error error = ERROR_INIT;
		assert_int_equal(as_of_resolve(wrong[i], NULL, NULL, &now, &error), -1);
		assert_int_equal(error.class, ERROR_USAGE);
		assert_int_equal(now.minutes, -1);
		assert_true(span_starts_with(span_of(error.message), "--as-of: "));
		as_of_resolve(NULL, wrong[i], NULL, &now, &error);
		assert_true(span_starts_with(span_of(error.message), "COACH_NOW: "));
	}
}

static void a_failed_run_still_has_a_day(void **state)
{
	(void)state;
	assert_string_equal(date_format(as_of_day("2026-11-20", NULL)).text, "2026-11-20");
	assert_in_range(date_difference(as_of_day("soon", NULL), clock_now(NULL).date), 0, 1);
}

static void an_empty_environment_is_the_clock(void **state)
{
	(void)state;
	struct moment now = { DATE_NONE, -1 };
	struct error error = ERROR_INIT;
	assert_int_equal(as_of_resolve(NULL, "", NULL, &now, &error), 0);
	assert_in_range(date_difference(now.date, clock_now(NULL).date), 0, 1);
	assert_in_range(now.minutes, 0, 24 * 60 - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_given_date_pins_the_clock),
		cmocka_unit_test(words_are_relative_to_the_real_day),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(a_failed_run_still_has_a_day),
		cmocka_unit_test(an_empty_environment_is_the_clock),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
