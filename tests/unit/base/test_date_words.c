#include "test.h"

#include "base/date.h"

/* A Wednesday in week 47. */
static struct date today(void)
{
	return date_of(2026, 11, 18);
}

static void a_day_is_typed_in_words(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *day;
	} cases[] = { { "2026-12-24", "2026-12-24" }, { "today", "2026-11-18" }, { "Tomorrow", "2026-11-19" },
		{ "YESTERDAY", "2026-11-17" }, { "wed", "2026-11-18" }, { "fri", "2026-11-20" },
		{ "Friday", "2026-11-20" }, { "mon", "2026-11-23" }, { "tues", "2026-11-24" },
		{ "thurs", "2026-11-19" }, { "sunday", "2026-11-22" }, { "next tue", "2026-11-24" },
		{ "next wed", "2026-11-25" }, { "next fri", "2026-11-27" }, { "Next  Sunday", "2026-11-29" },
		{ "last fri", "2026-11-13" }, { "last wed", "2026-11-11" }, { "last mon", "2026-11-16" },
		{ "+3d", "2026-11-21" }, { "-1w", "2026-11-11" }, { "+2m", "2027-01-18" }, { "+0d", "2026-11-18" },
		{ "-9M", "2026-02-18" }, { "2026-W48", "2026-11-23" }, { "2026-w53", "2026-12-28" },
		{ "  fri ", "2026-11-20" }, { "24.11.2026", "2026-11-24" }, { "1.2.2027", "2027-02-01" },
		{ "2026/11/24", "2026-11-24" }, { "2026/1/2", "2026-01-02" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date date = DATE_NONE;
		if (!date_parse(span_of(cases[i].text), today(), &date))
			fail_msg("not read as a day: %s", cases[i].text);
		assert_string_equal(date_format(date).text, cases[i].day);
	}
}

static void months_ahead_end_at_the_last_day(void **state)
{
	(void)state;
	struct date date = DATE_NONE;
	assert_true(date_parse(SPAN("+1m"), date_of(2026, 1, 31), &date));
	assert_string_equal(date_format(date).text, "2026-02-28");
}

static void other_words_are_no_day(void **state)
{
	(void)state;
	static const char *const texts[] = { "30.02.2026", "24.11.26", "24.11.", "24/11/2026", "2026/11", "2026/13/1",
		"2026/11/24/", "024.11.2026", "2026.11.24", "", " ", "fr", "frx", "fridays", "next", "last",
		"next week", "nextfri", "next next fri", "in 3 days", "+d", "3d", "+3", "+3y", "+3d4", "+99999d",
		"+9999999999d", "2026-02-30", "2026-W54", "W48", "2026", "-", "+11999m", "-9999m", "2026-11-20 10:00" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct date date = { 1 };
		if (date_parse(span_of(texts[i]), today(), &date))
			fail_msg("read as a day: %s", texts[i]);
		assert_int_equal(date.days, 1);
	}
}

static void a_week_is_typed_in_words(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *week;
	} cases[] = { { "2026-W48", "2026-W48" }, { "W48", "2026-W48" }, { "w5", "2026-W05" }, { "this", "2026-W47" },
		{ "Next", "2026-W48" }, { "last", "2026-W46" }, { "+1", "2026-W48" }, { "-2", "2026-W45" },
		{ "+0", "2026-W47" }, { "+7", "2027-W01" }, { "today", "2026-W47" }, { "mon", "2026-W48" },
		{ "next tue", "2026-W48" }, { "2027-01-01", "2026-W53" }, { "+1w", "2026-W48" },
		{ " this ", "2026-W47" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct week week = { 0, 0 };
		if (!week_parse(span_of(cases[i].text), today(), &week))
			fail_msg("not read as a week: %s", cases[i].text);
		assert_string_equal(week_format(week).text, cases[i].week);
	}
}

static void a_week_number_alone_is_of_the_iso_year(void **state)
{
	(void)state;
	struct week week = { 0, 0 };
	assert_true(week_parse(SPAN("W2"), date_of(2027, 1, 1), &week));
	assert_string_equal(week_format(week).text, "2026-W02");
	assert_false(week_parse(SPAN("W53"), date_of(2025, 6, 1), &week));
	assert_string_equal(week_format(week).text, "2026-W02");
}

static void other_words_are_no_week(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "W", "W0", "W54", "W100", "48", "week 48", "+", "+1x", "2026-W",
		"2026-W5x", "2026W48", "soon", "-9999", "-9999m", "2999-12-31", "3000-W01" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct week week = { 7, 7 };
		if (week_parse(span_of(texts[i]), today(), &week))
			fail_msg("read as a week: %s", texts[i]);
		assert_int_equal(week.year, 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_typed_in_words),
		cmocka_unit_test(months_ahead_end_at_the_last_day),
		cmocka_unit_test(other_words_are_no_day),
		cmocka_unit_test(a_week_is_typed_in_words),
		cmocka_unit_test(a_week_number_alone_is_of_the_iso_year),
		cmocka_unit_test(other_words_are_no_week),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
