#include "test.h"

#include "vault/date_format.h"

static struct date_format format_of(const char *pattern, bool sunday_weeks)
{
	return (struct date_format){ span_of(pattern), sunday_weeks };
}

static const struct {
	const char *pattern;
	bool sunday_weeks;
	const char *date;
	const char *text;
} cases[] = {
	{ "YYYY-MM-DD", false, "2026-11-20", "2026-11-20" },
	{ "DD.MM.YYYY", false, "2026-02-03", "03.02.2026" },
	{ "YYYY/MM/YYYY-MM-DD", false, "2026-11-20", "2026/11/2026-11-20" },
	{ "GGGG-[W]WW", false, "2026-11-16", "2026-W47" },
	{ "GGGG-[W]WW", false, "2024-12-30", "2025-W01" },
	{ "[Week] ww, gggg", false, "2026-11-16", "Week 47, 2026" },
	{ "gggg-[W]ww", true, "2026-11-16", "2026-W47" },
	{ "gggg-[W]ww", true, "2026-12-28", "2027-W01" },
	{ "gggg-[W]ww", false, "2026-12-28", "2026-W53" },
	{ "gggg-[W]ww", true, "2027-01-04", "2027-W02" },
	{ "gggg-[W]ww", true, "2023-01-02", "2023-W01" },
	{ "gggg-[W]ww", true, "2022-12-26", "2022-W53" },
	{ "YYYY-[W]WW", false, "2026-12-28", "2026-W53" },
	{ "YYYY-[W]WW", false, "2025-12-29", "2025-W01" },
	{ "YYYY-[Q]Q", false, "2026-10-01", "2026-Q4" },
	{ "[周记 ]GGGG WW", false, "2026-11-16", "周记 2026 47" },
	{ "YYYY-MM", false, "2026-11-01", "2026-11" },
};

static void a_date_is_written_and_read_back(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct date_format format = format_of(cases[i].pattern, cases[i].sunday_weeks);
		struct error error = ERROR_INIT;
		struct date date;
		struct date back;
		assert_true(date_parse_iso(span_of(cases[i].date), &date));
		assert_int_equal(date_format_check(format, &error), 0);
		assert_string_equal(date_format_write(&arena, format, date), cases[i].text);
		assert_true(date_format_read(format, span_of(cases[i].text), &back));
		assert_int_equal(date_compare(date, back), 0);
	}
	arena_release(&arena);
}

static void every_monday_of_forty_years_comes_back(void **state)
{
	(void)state;
	static const char *const patterns[] = { "GGGG-[W]WW", "gggg-[W]ww", "YYYY-MM-DD" };
	for (struct date monday = date_of(2001, 1, 1); date_calendar(monday).year < 2041; monday = date_add(monday, 7))
		for (size_t i = 0; i < 2 * sizeof(patterns) / sizeof(patterns[0]); i++) {
			struct arena arena = ARENA_INIT;
			struct date_format format = format_of(patterns[i / 2], i % 2);
			struct date back;
			assert_true(
				date_format_read(format, span_of(date_format_write(&arena, format, monday)), &back));
			assert_int_equal(date_compare(monday, back), 0);
			arena_release(&arena);
		}
}

static void other_texts_are_no_dates(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "2026", "2026-W", "2026-W60", "2026-W00", "2026-W47 x", "x2026-W47",
		"2026-w47", "2026-W4", "2025-W53" };
	struct date date;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_false(date_format_read(format_of("GGGG-[W]WW", false), span_of(texts[i]), &date));
	assert_false(date_format_read(format_of("YYYY-MM-DD", false), SPAN("2026-13-45"), &date));
	assert_false(date_format_read(format_of("YYYY/MM/YYYY-MM-DD", false), SPAN("2026/10/2026-11-20"), &date));
}

static void a_year_that_no_text_may_say_is_no_date(void **state)
{
	(void)state;
	static const char *const patterns[] = { "YYYY-WW", "GGGG-WW", "gggg-ww" };
	static const char *const texts[] = { "0000-01", "1899-52", "3000-02", "9999-01" };
	struct date date;
	for (size_t i = 0; i < 2 * sizeof(patterns) / sizeof(patterns[0]); i++)
		for (size_t j = 0; j < sizeof(texts) / sizeof(texts[0]); j++)
			assert_false(date_format_read(format_of(patterns[i / 2], i % 2), span_of(texts[j]), &date));
}

static void the_last_week_is_written_in_any_weeks(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct date monday = date_of(2999, 12, 30);
	assert_string_equal(date_format_write(&arena, format_of("gggg-[W]ww", true), monday), "3000-W01");
	assert_string_equal(date_format_write(&arena, format_of("gggg-[W]ww", false), monday), "3000-W01");
	arena_release(&arena);
}

static void a_format_that_is_not_understood_says_which_part(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	assert_int_equal(date_format_check(format_of("YYYY-MMM-DD", false), &error), -1);
	assert_int_equal(error.class, ERROR_USAGE);
	assert_string_equal(error.message, "\"MMM\" in the date format \"YYYY-MMM-DD\" is not understood");
	static const char *const patterns[] = { "", "MM-DD", "YYYY", "ww", "GGGG-ww", "[YYYY-MM-DD]", "dddd" };
	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++)
		assert_int_equal(date_format_check(format_of(patterns[i], false), &error), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_is_written_and_read_back),
		cmocka_unit_test(every_monday_of_forty_years_comes_back),
		cmocka_unit_test(other_texts_are_no_dates),
		cmocka_unit_test(a_year_that_no_text_may_say_is_no_date),
		cmocka_unit_test(the_last_week_is_written_in_any_weeks),
		cmocka_unit_test(a_format_that_is_not_understood_says_which_part),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
