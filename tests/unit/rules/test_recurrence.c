/* Which rituals fall into a week, and that no date is too early or too late to ask (docs/weekly-plan.md). */
#include "practice_fixture.h"

#include "rules/recurrence.h"

/* "-" when it is not due in the week of the day, else the day it fell on: "2026-10-30", or "due" without one. */
static const char *due(struct practice_fixture *practice, const struct recurrence *recurrence, const char *day)
{
	struct arena *arena = &practice->note.arena;
	struct date since = DATE_NONE;
	struct week week = week_of(practice_date(day));
	if (!recurrence_is_due(arena, &practice->records, RECURRENCE_RITUALS, recurrence, week, &since))
		return "-";
	return date_is_known(since) ? arena_printf(arena, "%s", date_format(since).text) : "due";
}

static void each_period_has_one_day(void **state)
{
	static const struct {
		struct recurrence recurrence;
		const char *day;
		const char *due;
	} cases[] = {
		{ { { "A", 1 }, { RHYTHM_WEEK, 1 }, -1, 0 }, "2026-11-20", "due" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, -1 }, "2026-11-20", "2026-10-30" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, -1 }, "2026-11-27", "2026-11-27" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, -1, 0 }, "2026-11-20", "2026-11-02" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, FRIDAY, -1 }, "2026-11-20", "2026-09-25" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, MONDAY, 2 }, "2026-11-20", "2026-01-12" },
		{ { { "A", 1 }, { RHYTHM_NONE, 0 }, -1, 0 }, "2026-11-20", "-" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(due(*state, &cases[i].recurrence, cases[i].day), cases[i].due);
}

static void the_first_and_the_last_week_have_neighbours(void **state)
{
	static const struct {
		struct recurrence recurrence;
		const char *day;
		const char *due;
	} cases[] = {
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, -1 }, "1900-01-02", "1899-12-29" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, FRIDAY, -1 }, "1900-01-02", "1899-12-29" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, FRIDAY, 0 }, "1900-01-02", "1900-01-05" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 999 }, -1, 0 }, "1900-01-02", "1900-01-01" },
		{ { { "A", 1 }, { RHYTHM_WEEK, 999 }, -1, 0 }, "1900-01-02", "due" },
		/* The week of 2999-12-31 ends in 3000. */
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, 0 }, "2999-12-31", "3000-01-03" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, MONDAY, -1 }, "2999-12-31", "2999-12-30" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, MONDAY, 0 }, "2999-12-31", "2999-01-07" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(due(*state, &cases[i].recurrence, cases[i].day), cases[i].due);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(each_period_has_one_day),
		PRACTICE_TEST(the_first_and_the_last_week_have_neighbours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
