/* The circuit breaker and which weeks it judges (vault-template/practice/Client Portfolio.md §4; docs/words.md,
 * "Circuit breaker"). */
#include "practice_fixture.h"

#include "rules/breaker.h"

/* The decision as seen in the week after W46: "admin: 2026-W45 30.0, 2026-W46 30.0; pause Newsletter" or "not tripped".
 */
static const char *breaker(struct practice_fixture *practice)
{
	struct arena *arena = &practice->note.arena;
	struct completed_weeks completed =
		completed_weeks(arena, &practice->records, &practice->settings, practice_week_named("2026-W46"));
	practice_forget_findings(practice);
	const struct plan *plan = records_plan(&practice->records, practice_date("2026-11-16"));
	const struct capacity_breaker *result = breaker_decide(
		arena, &completed, practice->records.portfolio, plan, &practice->settings, &practice->note.findings);
	if (!result->tripped) {
		assert_int_equal(result->category, -1);
		assert_int_equal(result->also, -1);
		assert_int_equal(result->weeks.count, 0);
		assert_null(result->pause.at);
		return "not tripped";
	}
	const char *text = arena_printf(arena, "%s%s%s:", category_names[result->category],
		result->also < 0 ? "" : " and ", result->also < 0 ? "" : category_names[result->also]);
	const struct capacity_week_share *weeks = result->weeks.items;
	for (size_t i = 0; i < result->weeks.count; i++)
		text = arena_printf(arena, "%s %s %s%s", text, week_format(weeks[i].week).text,
			practice_decimal(practice, weeks[i].share), i + 1 < result->weeks.count ? "," : "");
	return result->pause.at ? arena_printf(arena, "%s; pause %.*s", text, SPAN_PRINT(result->pause)) : text;
}

static void two_weeks_over_trip_it(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W45", 300, 120, 180);
	practice_week_of(practice, "2026-W46", 240, 120, 240);
	assert_string_equal(breaker(practice), "admin: 2026-W45 30.0, 2026-W46 40.0");
	assert_string_equal(practice_findings(practice), "breaker_tripped");
	assert_string_equal(practice->note.findings.items[0].message,
		"the circuit breaker is tripped by admin: 2026-W45 30.0%, 2026-W46 40.0%");
}

/* Both weeks have 600 minutes, of which admin (20 % contracted) took so many. */
static void exactly_five_points_over_do_not_trip_it(void **state)
{
	static const struct {
		int first, second;
		bool tripped;
	} cases[] = { { 150, 240, false }, { 151, 240, true }, { 240, 150, false }, { 151, 151, true },
		{ 120, 240, false }, { 600, 600, true } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", "");
		practice_week_of(practice, "2026-W45", 600 - cases[i].first, 0, cases[i].first);
		practice_week_of(practice, "2026-W46", 600 - cases[i].second, 0, cases[i].second);
		bool tripped = !span_is(span_of(breaker(practice)), "not tripped");
		if (tripped != cases[i].tripped)
			fail_msg("%d and %d", cases[i].first, cases[i].second);
	}
}

static void it_takes_the_same_category_twice(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W45", 210, 270, 120);
	practice_week_of(practice, "2026-W46", 270, 150, 180);
	assert_string_equal(breaker(practice), "not tripped");
}

static void coaching_over_its_share_never_trips_it(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W45", 500, 50, 50);
	practice_week_of(practice, "2026-W46", 500, 50, 50);
	assert_string_equal(breaker(practice), "not tripped");
}

static void of_two_the_larger_excess_leads(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60/20/20", "");
	practice_week_of(practice, "2026-W45", 210, 210, 180);
	practice_week_of(practice, "2026-W46", 180, 240, 180);
	assert_string_equal(breaker(practice), "bizdev and admin: 2026-W45 35.0, 2026-W46 40.0");
}

static void of_two_equal_ones_admin_leads(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60/20/20", "");
	practice_week_of(practice, "2026-W45", 240, 180, 180);
	practice_week_of(practice, "2026-W46", 240, 180, 180);
	assert_string_equal(breaker(practice), "admin and bizdev: 2026-W45 30.0, 2026-W46 30.0");
}

static void weeks_without_data_are_skipped_and_named(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W43", 300, 120, 180);
	practice_week_of(practice, "2026-W44", 30, 0, 0); /* in bed */
	practice_week_of(practice, "2026-W45", 300, 120, 180);
	practice_session(practice, "Ana", "2026-11-10", "held", ""); /* no row in W46 */
	assert_string_equal(breaker(practice), "admin: 2026-W43 30.0, 2026-W45 30.0");
	assert_string_equal(practice_findings(practice), "too_little_data, week_skipped, breaker_tripped");
}

static void it_looks_four_completed_weeks_back(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W42", 300, 120, 180);
	practice_week_of(practice, "2026-W46", 300, 120, 180);
	assert_string_equal(breaker(practice), "not tripped");
	assert_string_equal(practice_findings(practice), "week_skipped");
	practice->settings.breaker_lookback = 5;
	assert_string_equal(breaker(practice), "admin: 2026-W42 30.0, 2026-W46 30.0");
}

static void the_portfolio_says_how_many_weeks(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice->portfolio.breaker_weeks = 3;
	practice_week_of(practice, "2026-W45", 300, 120, 180);
	practice_week_of(practice, "2026-W46", 300, 120, 180);
	assert_string_equal(breaker(practice), "not tripped");
	practice->portfolio.breaker_weeks = 0;
	practice->settings.breaker_weeks = 1;
	assert_string_equal(breaker(practice), "admin: 2026-W46 30.0");
}

/* More weeks than the default look-back: all of them are looked at. */
static void it_can_take_twelve_weeks(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice->settings.breaker_weeks = 12;
	for (int i = 35; i <= 46; i++)
		practice_week_of(practice, arena_printf(&practice->note.arena, "2026-W%d", i), 300, 120, 180);
	const char *text = breaker(practice);
	assert_true(span_starts_with(span_of(text), "admin: 2026-W35 30.0, 2026-W36 30.0, "));
	assert_true(span_ends_with(span_of(text), "2026-W46 30.0"));
	practice->records.week_count--;
	assert_string_equal(breaker(practice), "not tripped");
}

static void without_a_contract_there_is_no_breaker(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/50/20", "");
	practice_week_of(practice, "2026-W45", 0, 0, 600);
	practice_week_of(practice, "2026-W46", 0, 0, 600);
	assert_string_equal(breaker(practice), "not tripped");
	practice->records.portfolio = NULL;
	assert_string_equal(breaker(practice), "not tripped");
}

/* Which initiative is paused, by the rows of the plan. */
static void the_lowest_active_bizdev_initiative_is_paused(void **state)
{
	static const struct {
		const char *rows; /* Initiative | Category | Priority | Status */
		const char *pause;
	} cases[] = {
		{ "| Landing page | bizdev | high | active |\n| Newsletter | marketing | low | active |\n"
		  "| Breakfast | bizdev | medium | active |\n",
			"Newsletter" },
		{ "| Podcast | bizdev | low | paused |\n| Fair | bizdev | low | done |\n| Page | bizdev | high | active |\n",
			"Page" },
		{ "| Address book | admin | low | active |\n| Page | bizdev | high | active |\n", "Page" },
		{ "| A | bizdev | 2 | active |\n| B | bizdev | 4 | active |\n| C | bizdev | 3 | active |\n", "B" },
		/* Of equals the one listed last. */
		{ "| A | bizdev | low | active |\n| B | bizdev | low | active |\n| C | bizdev | high | active |\n",
			"B" },
		/* One without a priority comes after all that have one. */
		{ "| A | bizdev | | active |\n| B | bizdev | high | active |\n", "B" },
		{ "| A | bizdev | | active |\n| B | bizdev | | active |\n", "B" },
		{ "| Podcast | bizdev | low | planned |\n| X | gardening | low | active |\n", NULL },
		{ "| Rundbrief | Akquise | niedrig | aktiv |\n| Messe | Akquise | hoch | aktiv |\n", "Rundbrief" },
		{ "| 公众号 | 营销 | 低 | 进行中 |\n| 讲座 | 业务拓展 | 高 | 进行中 |\n", "公众号" },
		{ "", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_contract(practice, "50/30/20", "");
		practice_week_of(practice, "2026-W45", 300, 120, 180);
		practice_week_of(practice, "2026-W46", 300, 120, 180);
		practice_plan(practice,
			arena_printf(arena,
				"# Quarterly Plan: Q4 2026\n\n## Initiatives\n\n| Initiative | Category | Priority | Status |\n"
				"| --- | --- | --- | --- |\n%s",
				cases[i].rows));
		const char *figures = "admin: 2026-W45 30.0, 2026-W46 30.0";
		assert_string_equal(breaker(practice),
			cases[i].pause ? arena_printf(arena, "%s; pause %s", figures, cases[i].pause) : figures);
	}
}

static void the_floor_is_half_the_median_of_eight_weeks(void **state)
{
	static const struct {
		int logged[10]; /* minutes of W46, W45 …; 0: no note */
		int floor;
	} cases[] = {
		{ { 0 }, 0 },
		{ { 600 }, 300 },
		{ { 600, 0, 400 }, 250 },
		{ { 100, 600, 300 }, 150 },
		{ { 0, 0, 480, 480, 30, 480, 480, 480, 480, 480 }, 240 },
		/* The ninth and tenth with data do not count. */
		{ { 100, 100, 100, 100, 200, 200, 200, 200, 900, 900 }, 75 },
		/* Half of 101.5 is 50.75: 50 minutes are fewer. */
		{ { 101, 102 }, 51 },
		{ { 101 }, 51 },
		{ { 100, 102 }, 51 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		for (int k = 9; k >= 0; k--)
			if (cases[i].logged[k])
				practice_week_of(practice, arena_printf(&practice->note.arena, "2026-W%d", 46 - k),
					cases[i].logged[k], 0, 0);
		struct completed_weeks completed = completed_weeks(&practice->note.arena, &practice->records,
			&practice->settings, practice_week_named("2026-W46"));
		assert_int_equal(completed.min_minutes, cases[i].floor);
	}
}

static void a_floor_of_ones_own_holds_instead(void **state)
{
	struct practice_fixture *practice = *state;
	practice->settings.min_minutes = 180;
	practice_week_of(practice, "2026-W45", 179, 0, 0);
	practice_week_of(practice, "2026-W46", 180, 0, 0);
	struct completed_weeks completed = completed_weeks(
		&practice->note.arena, &practice->records, &practice->settings, practice_week_named("2026-W46"));
	assert_int_equal(completed.min_minutes, 180);
	assert_true(week_has_data(&completed, &completed.items[0]));
	assert_false(week_has_data(&completed, &completed.items[1]));
	assert_false(week_has_data(&completed, &completed.items[2]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(two_weeks_over_trip_it),
		PRACTICE_TEST(exactly_five_points_over_do_not_trip_it),
		PRACTICE_TEST(it_takes_the_same_category_twice),
		PRACTICE_TEST(coaching_over_its_share_never_trips_it),
		PRACTICE_TEST(of_two_the_larger_excess_leads),
		PRACTICE_TEST(of_two_equal_ones_admin_leads),
		PRACTICE_TEST(weeks_without_data_are_skipped_and_named),
		PRACTICE_TEST(it_looks_four_completed_weeks_back),
		PRACTICE_TEST(the_portfolio_says_how_many_weeks),
		PRACTICE_TEST(it_can_take_twelve_weeks),
		PRACTICE_TEST(without_a_contract_there_is_no_breaker),
		PRACTICE_TEST(the_lowest_active_bizdev_initiative_is_paused),
		PRACTICE_TEST(the_floor_is_half_the_median_of_eight_weeks),
		PRACTICE_TEST(a_floor_of_ones_own_holds_instead),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
