#include "test.h"

#include "base/date.h"

static struct date day(const char *text)
{
	struct date date = DATE_NONE;
	if (!date_parse_iso(span_of(text), &date))
		fail_msg("not a date: %s", text);
	return date;
}

static void days_count_from_1970(void **state)
{
	(void)state;
	assert_int_equal(day("1970-01-01").days, 0);
	assert_int_equal(day("1969-12-31").days, -1);
	assert_int_equal(day("2000-03-01").days, 11017);
	assert_int_equal(day("1900-01-01").days, -25567);
}

static void every_day_in_range_is_its_own_calendar_day(void **state)
{
	(void)state;
	int last = day("2999-12-31").days;
	struct calendar before = { 1899, 12, 31 };
	for (int days = day("1900-01-01").days; days <= last; days++) {
		struct calendar now = date_calendar((struct date){ days });
		assert_int_equal(date_of(now.year, now.month, now.day).days, days);
		assert_true(now.day == before.day + 1 || (now.day == 1 && before.day >= 28));
		before = now;
	}
}

/* 2026-11-20 is a Friday. */
static void working_days_leave_out_the_weekend(void **state)
{
	static const struct {
		const char *from;
		int days;
		const char *to;
	} cases[] = {
		{ "2026-11-19", 0, "2026-11-19" },
		{ "2026-11-19", 1, "2026-11-20" },
		{ "2026-11-19", 2, "2026-11-23" },
		{ "2026-11-20", 1, "2026-11-23" },
		{ "2026-11-21", 1, "2026-11-23" },
		{ "2026-11-22", 1, "2026-11-23" },
		{ "2026-11-21", 0, "2026-11-21" },
		{ "2026-11-20", 6, "2026-11-30" },
		{ "2026-11-23", -1, "2026-11-20" },
		{ "2026-11-22", -1, "2026-11-20" },
		{ "2026-11-24", -2, "2026-11-20" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date found = date_add_working_days(day(cases[i].from), cases[i].days);
		if (found.days != day(cases[i].to).days)
			fail_msg("%s and %d: %s", cases[i].from, cases[i].days, date_format(found).text);
	}
	assert_false(date_is_known(date_add_working_days(DATE_NONE, 2)));
}

static void a_day_that_does_not_exist_is_no_date(void **state)
{
	(void)state;
	static const char *const texts[] = { "2026-02-30", "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-45",
		"2026-00-10", "2026-04-31", "2026-01-00", "0206-01-01", "3000-01-01", "1899-12-31" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct span rest = span_of(texts[i]);
		struct date date = { 1 };
		assert_false(date_parse_iso(rest, &date));
		assert_int_equal(date.days, 1);
		/* The shape is a date's, so that a caller can say what is wrong. */
		assert_true(date_read_iso(&rest, &date));
		assert_false(date_is_known(date));
		assert_int_equal(rest.length, 0);
	}
	assert_true(date_is_known(date_of(2000, 2, 29)));
	assert_true(date_is_known(date_of(2028, 2, 29)));
}

static void another_shape_is_not_read_as_a_date(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "2026", "2026-1-02", "2026-01-2", "26-01-02", "12026-01-02",
		"2026-01-021", "2026/01/02", " 2026-01-02", "2026-W01" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct span rest = span_of(texts[i]);
		struct date date = { 1 };
		if (date_read_iso(&rest, &date))
			fail_msg("read as a date: %s", texts[i]);
		assert_span(rest, texts[i]);
	}
}

static void reading_a_date_steps_over_it_alone(void **state)
{
	(void)state;
	struct span rest = SPAN("2026-11-20T10:00");
	struct date date = DATE_NONE;
	assert_true(date_read_iso(&rest, &date));
	assert_string_equal(date_format(date).text, "2026-11-20");
	assert_span(rest, "T10:00");
}

static void weekdays_begin_with_monday(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(day("2026-11-16")), MONDAY);
	assert_int_equal(date_weekday(day("2026-11-22")), SUNDAY);
	assert_int_equal(date_weekday(day("1970-01-01")), THURSDAY);
	assert_int_equal(date_weekday(day("1969-12-28")), SUNDAY);
	assert_int_equal(date_weekday(day("1900-01-01")), MONDAY);
}

static void months_end_at_their_last_day(void **state)
{
	(void)state;
	static const struct {
		const char *from;
		int months;
		const char *to;
	} cases[] = { { "2026-01-31", 1, "2026-02-28" }, { "2028-01-31", 1, "2028-02-29" },
		{ "2026-01-31", -1, "2025-12-31" }, { "2026-03-31", -1, "2026-02-28" },
		{ "2026-11-20", 2, "2027-01-20" }, { "2026-11-20", -23, "2024-12-20" },
		{ "2026-11-20", 0, "2026-11-20" }, { "2999-12-01", 1, "3000-01-01" },
		{ "1900-01-31", -2, "1899-11-30" }, { "1900-01-31", -9999, "1066-10-31" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
			date_format(date_add_months(day(cases[i].from), cases[i].months)).text, cases[i].to);
	assert_string_equal(date_format(date_month_end(day("2028-02-01"))).text, "2028-02-29");
	assert_string_equal(date_format(date_month_end(day("2026-12-31"))).text, "2026-12-31");
}

static void an_unknown_date_stays_unknown(void **state)
{
	(void)state;
	assert_false(date_is_known(date_add(DATE_NONE, -1)));
	assert_false(date_is_known(date_add_months(DATE_NONE, 1)));
	assert_false(date_is_known(date_month_end(DATE_NONE)));
	assert_string_equal(date_format(DATE_NONE).text, "");
}

static void differences_are_signed(void **state)
{
	(void)state;
	assert_int_equal(date_difference(day("2026-02-27"), day("2026-03-02")), 3);
	assert_int_equal(date_difference(day("2026-03-02"), day("2026-02-27")), -3);
	assert_true(date_compare(day("2026-03-02"), day("2026-02-27")) > 0);
	assert_int_equal(date_compare(day("2026-03-02"), day("2026-03-02")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_count_from_1970),
		cmocka_unit_test(every_day_in_range_is_its_own_calendar_day),
		cmocka_unit_test(working_days_leave_out_the_weekend),
		cmocka_unit_test(a_day_that_does_not_exist_is_no_date),
		cmocka_unit_test(another_shape_is_not_read_as_a_date),
		cmocka_unit_test(reading_a_date_steps_over_it_alone),
		cmocka_unit_test(weekdays_begin_with_monday),
		cmocka_unit_test(months_end_at_their_last_day),
		cmocka_unit_test(an_unknown_date_stays_unknown),
		cmocka_unit_test(differences_are_signed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
