#include "test.h"

#include "base/date.h"

static struct date day(const char *text)
{
	struct date date = DATE_NONE;
	if (!date_parse_iso(span_of(text), &date))
		fail_msg("not a date: %s", text);
	return date;
}

static struct week week(const char *text)
{
	struct week week = { 0, 0 };
	if (!week_parse_iso(span_of(text), &week))
		fail_msg("not a week: %s", text);
	return week;
}

static void a_week_belongs_to_the_year_of_its_thursday(void **state)
{
	(void)state;
	static const struct {
		const char *day;
		const char *week;
	} cases[] = { { "2026-11-20", "2026-W47" }, { "2026-01-01", "2026-W01" }, { "2025-12-29", "2026-W01" },
		{ "2025-12-28", "2025-W52" }, { "2026-12-31", "2026-W53" }, { "2027-01-01", "2026-W53" },
		{ "2027-01-03", "2026-W53" }, { "2027-01-04", "2027-W01" }, { "2021-01-03", "2020-W53" },
		{ "2023-01-01", "2022-W52" }, { "2016-01-02", "2015-W53" }, { "1900-01-01", "1900-W01" },
		{ "2999-12-31", "3000-W01" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(week_format(week_of(day(cases[i].day))).text, cases[i].week);
}

static void every_day_lies_in_its_own_week(void **state)
{
	(void)state;
	int last = day("2999-12-31").days;
	for (int days = day("1900-01-01").days; days <= last; days++) {
		struct date date = { days };
		int since_monday = date_difference(week_monday(week_of(date)), date);
		assert_int_equal(since_monday, (int)date_weekday(date));
	}
}

static void only_long_years_have_a_week_53(void **state)
{
	(void)state;
	struct week read = { 0, 0 };
	assert_true(week_parse_iso(SPAN("2026-W53"), &read));
	assert_true(week_parse_iso(SPAN("2020-W53"), &read));
	assert_false(week_parse_iso(SPAN("2025-W53"), &read));
	assert_false(week_parse_iso(SPAN("2027-W53"), &read));
	assert_false(week_parse_iso(SPAN("2026-W54"), &read));
	assert_false(week_parse_iso(SPAN("2026-W00"), &read));
}

static void an_iso_week_has_one_form(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "2026-W4", "2026-w47", "2026W47", "26-W47", "2026-W047", "2026-W47 ",
		"0206-W10", "W47" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct week read = { 7, 7 };
		if (week_parse_iso(span_of(texts[i]), &read))
			fail_msg("read as a week: %s", texts[i]);
		assert_int_equal(read.year, 7);
	}
}

static void weeks_are_counted_across_years(void **state)
{
	(void)state;
	assert_string_equal(week_format(week_add(week("2026-W53"), 1)).text, "2027-W01");
	assert_string_equal(week_format(week_add(week("2027-W01"), -1)).text, "2026-W53");
	assert_string_equal(week_format(week_add(week("2025-W52"), 53)).text, "2026-W53");
	assert_int_equal(week_difference(week("2025-W52"), week("2027-W01")), 54);
	assert_int_equal(week_difference(week("2027-W01"), week("2026-W53")), -1);
	assert_true(week_compare(week("2026-W53"), week("2027-W01")) < 0);
	assert_int_equal(week_compare(week("2026-W53"), week("2026-W53")), 0);
}

static void a_week_runs_from_monday_to_sunday(void **state)
{
	(void)state;
	assert_string_equal(date_format(week_monday(week("2026-W53"))).text, "2026-12-28");
	assert_string_equal(date_format(week_sunday(week("2026-W53"))).text, "2027-01-03");
}

static void quarters_are_calendar_quarters(void **state)
{
	(void)state;
	static const struct {
		const char *day;
		const char *quarter;
		const char *start;
		const char *end;
	} cases[] = { { "2026-01-01", "2026-Q1", "2026-01-01", "2026-03-31" },
		{ "2026-06-30", "2026-Q2", "2026-04-01", "2026-06-30" },
		{ "2026-07-01", "2026-Q3", "2026-07-01", "2026-09-30" },
		{ "2999-12-31", "2999-Q4", "2999-10-01", "2999-12-31" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct quarter quarter = quarter_of(day(cases[i].day));
		assert_string_equal(quarter_format(quarter).text, cases[i].quarter);
		assert_string_equal(date_format(quarter_start(quarter)).text, cases[i].start);
		assert_string_equal(date_format(quarter_end(quarter)).text, cases[i].end);
	}
}

static void quarters_are_counted_across_years(void **state)
{
	(void)state;
	struct quarter last = { 2026, 4 };
	assert_string_equal(quarter_format(quarter_add(last, 1)).text, "2027-Q1");
	assert_string_equal(quarter_format(quarter_add(last, -4)).text, "2025-Q4");
	assert_string_equal(quarter_format(quarter_add(last, -7)).text, "2025-Q1");
	assert_true(quarter_compare(last, quarter_add(last, 1)) < 0);
	assert_int_equal(quarter_compare(last, last), 0);
}

static void a_quarter_is_written_in_several_ways(void **state)
{
	(void)state;
	static const char *const forms[] = { "Q4 2026", "2026-Q4", "2026 Q4", "Q4/2026", "q4 2026", "2026-q4",
		" Q4  2026 ", "Q4-2026", "2026/Q4" };
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		struct quarter quarter = { 0, 0 };
		if (!quarter_parse(span_of(forms[i]), &quarter))
			fail_msg("not read as a quarter: %s", forms[i]);
		assert_string_equal(quarter_format(quarter).text, "2026-Q4");
	}
}

static void a_quarter_needs_a_year_and_a_number_that_exists(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "Q4", "2026", "Q5 2026", "Q0 2026", "Q44 2026", "Q4 26", "Q4 0206",
		"Q4 2026 x", "4 2026", "Q42026", "2026Q4", "Q4 of 2026" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct quarter quarter = { 7, 7 };
		if (quarter_parse(span_of(texts[i]), &quarter))
			fail_msg("read as a quarter: %s", texts[i]);
		assert_int_equal(quarter.year, 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_week_belongs_to_the_year_of_its_thursday),
		cmocka_unit_test(every_day_lies_in_its_own_week),
		cmocka_unit_test(only_long_years_have_a_week_53),
		cmocka_unit_test(an_iso_week_has_one_form),
		cmocka_unit_test(weeks_are_counted_across_years),
		cmocka_unit_test(a_week_runs_from_monday_to_sunday),
		cmocka_unit_test(quarters_are_calendar_quarters),
		cmocka_unit_test(quarters_are_counted_across_years),
		cmocka_unit_test(a_quarter_is_written_in_several_ways),
		cmocka_unit_test(a_quarter_needs_a_year_and_a_number_that_exists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
