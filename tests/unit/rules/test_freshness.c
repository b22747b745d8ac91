/* When a document is due to be looked at again. */
#include "test.h"

#include "rules/freshness.h"

static struct date day(const char *text)
{
	struct date date = DATE_NONE;
	assert_true(date_parse_iso(span_of(text), &date));
	return date;
}

static void a_period_must_have_passed(void **state)
{
	(void)state;
	assert_false(freshness_is_stale(NOTE_PORTFOLIO, day("2026-08-20"), day("2026-11-20")));
	assert_true(freshness_is_stale(NOTE_PORTFOLIO, day("2026-08-19"), day("2026-11-20")));
	assert_false(freshness_is_stale(NOTE_STRATEGY, day("2026-11-30"), day("2027-02-28")));
	assert_true(freshness_is_stale(NOTE_STRATEGY, day("2026-11-30"), day("2027-03-01")));
	assert_false(freshness_is_stale(NOTE_CAREER_INDEX, day("2025-11-20"), day("2026-11-20")));
	assert_true(freshness_is_stale(NOTE_CAREER_INDEX, day("2025-11-19"), day("2026-11-20")));
}

static void what_has_no_date_or_no_rhythm_is_never_stale(void **state)
{
	(void)state;
	assert_false(freshness_is_stale(NOTE_PORTFOLIO, DATE_NONE, day("2026-11-20")));
	assert_false(freshness_is_stale(NOTE_SESSION, day("2020-01-01"), day("2026-11-20")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_period_must_have_passed),
		cmocka_unit_test(what_has_no_date_or_no_rhythm_is_never_stale),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
