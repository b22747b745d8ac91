/* Contract against actual, sessions against the maximum, and the trend (vault-template/practice/Client Portfolio.md
 * §4). */
#include "practice_fixture.h"

#include "rules/breaker.h"

/* Seen on Friday of the running week W47. */
static struct capacity *decide(struct practice_fixture *practice, const char *week)
{
	practice_forget_findings(practice);
	return capacity_decide(&practice->note.arena, &practice->records, &practice->settings,
		practice_week_named(week), practice_date("2026-11-20"), &practice->note.findings);
}

/* "10.0: coaching 47.5 -2.5 within, …", or "no data". */
static const char *actual(struct practice_fixture *practice, const struct capacity *capacity)
{
	struct arena *arena = &practice->note.arena;
	const struct capacity_category *categories = capacity->actual->categories.items;
	if (!capacity->actual->hours_total.known) {
		assert_int_equal(capacity->actual->categories.count, 0);
		return "no data";
	}
	const char *text = arena_printf(arena, "%s:", practice_decimal(practice, capacity->actual->hours_total));
	for (size_t i = 0; i < capacity->actual->categories.count; i++)
		text = arena_printf(arena, "%s%s %s %s %s", text, i ? "," : "",
			practice_decimal(practice, categories[i].share),
			practice_decimal(practice, categories[i].variance),
			capacity_status_names[categories[i].status]);
	return text;
}

/* Of 2000 minutes with 20 % contracted, so that one minute is a twentieth of a point. */
static void limits_are_exact_to_the_minute(void **state)
{
	static const struct {
		int admin;
		const char *status;
		const char *variance;
	} cases[] = {
		{ 400, "within", "0.0" },
		{ 499, "within", "5.0" }, /* 4.95 shown as 5.0 */
		{ 500, "within", "5.0" },
		{ 501, "elevated", "5.1" },
		{ 699, "elevated", "15.0" },
		{ 700, "elevated", "15.0" },
		{ 701, "breached", "15.1" },
		{ 300, "within", "-5.0" },
		{ 299, "under", "-5.1" },
		{ 0, "under", "-20.0" },
		{ 2000, "breached", "80.0" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", "");
		practice_week_of(practice, "2026-W46", 2000 - cases[i].admin, 0, cases[i].admin);
		const struct capacity_category *admin =
			(const struct capacity_category *)decide(practice, "2026-W46")->actual->categories.items +
			CATEGORY_ADMIN;
		if (!span_is(span_of(capacity_status_names[admin->status]), cases[i].status))
			fail_msg("%d of 2000 minutes is %s", cases[i].admin, capacity_status_names[admin->status]);
		assert_string_equal(practice_decimal(practice, admin->variance), cases[i].variance);
	}
}

/* The status is taken on exact minutes where the display would hide the difference. */
static void rounding_hides_no_excess(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	/* 2501 of 10000 minutes: 5.01 points over, shown as 5.0. */
	practice_week_of(practice, "2026-W46", 5000, 2499, 2501);
	assert_string_equal(actual(practice, decide(practice, "2026-W46")),
		"166.7: 50.0 0.0 within, 25.0 -5.0 under, 25.0 5.0 elevated");
	assert_true(span_contains(span_of(practice_findings(practice)), "over_contract"));
}

static void limits_can_be_ones_own(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice->settings.elevated_points = 10;
	practice->settings.breached_points = 20;
	practice_week_of(practice, "2026-W46", 250, 150, 180);
	const char *text = actual(practice, decide(practice, "2026-W46"));
	assert_string_equal(text, "9.7: 43.1 -6.9 within, 25.9 -4.1 within, 31.0 11.0 elevated");
}

static void hours_shares_and_variances_are_rounded_half_away_from_zero(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "33.3/33.3/33.4", "");
	practice_week_of(practice, "2026-W46", 195, 120, 105);
	struct capacity *capacity = decide(practice, "2026-W46");
	assert_string_equal(actual(practice, capacity), "7.0: 46.4 13.1 elevated, 28.6 -4.7 within, 25.0 -8.4 under");
	const struct capacity_category *categories = capacity->actual->categories.items;
	assert_string_equal(practice_decimal(practice, categories[CATEGORY_COACHING].hours), "3.3");
	assert_string_equal(practice_decimal(practice, categories[CATEGORY_ADMIN].hours), "1.8");
	assert_string_equal(practice_decimal(practice, categories[CATEGORY_ADMIN].contracted), "33.4");
}

static void the_running_week_is_never_judged(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W47", 60, 60, 480);
	struct capacity *capacity = decide(practice, "2026-W47");
	assert_string_equal(actual(practice, capacity),
		"10.0: 10.0 -40.0 in_progress, 10.0 -20.0 in_progress, 80.0 60.0 in_progress");
	assert_false(capacity->breaker->tripped);
	const struct capacity_trend_week *trend = capacity->trend.items;
	assert_int_equal(capacity->trend.count, 8);
	assert_string_equal(week_format(trend[0].week).text, "2026-W39");
	assert_string_equal(week_format(trend[7].week).text, "2026-W46");
	assert_false(trend[7].admin.known);
}

/* Over in W46 and in the running week: one completed week is not two. */
static void the_running_week_does_not_trip_the_breaker(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W45", 300, 180, 120);
	practice_week_of(practice, "2026-W46", 120, 120, 360);
	practice_week_of(practice, "2026-W47", 60, 60, 480);
	assert_false(decide(practice, "2026-W47")->breaker->tripped);
	assert_false(decide(practice, "2026-W46")->breaker->tripped);
}

static void a_past_week_is_judged_with_the_weeks_before_it(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W43", 120, 120, 360);
	practice_week_of(practice, "2026-W44", 120, 120, 360);
	practice_week_of(practice, "2026-W45", 300, 180, 120);
	struct capacity *capacity = decide(practice, "2026-W44");
	assert_true(capacity->breaker->tripped);
	const struct capacity_trend_week *trend = capacity->trend.items;
	assert_string_equal(week_format(trend[7].week).text, "2026-W44");
	assert_string_equal(practice_decimal(practice, trend[7].admin), "60.0");
	assert_false(decide(practice, "2026-W45")->breaker->tripped);
}

static void a_week_without_rows_has_no_data(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	assert_string_equal(actual(practice, decide(practice, "2026-W46")), "no data");
	practice_session(practice, "Ana", "2026-11-10", "held", "");
	practice_session(practice, "Ben", "2026-11-11", "held", "");
	practice_week(practice, "2026-W46", "");
	assert_string_equal(actual(practice, decide(practice, "2026-W46")), "no data");
	assert_true(span_contains(span_of(practice_findings(practice)), "held_without_log"));
	assert_string_equal(actual(practice, decide(practice, "2026-W47")), "no data");
}

static void too_few_hours_are_no_data_once_the_week_is_over(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W44", 600, 0, 0);
	practice_week_of(practice, "2026-W45", 600, 0, 0);
	practice_week_of(practice, "2026-W46", 299, 0, 0);
	practice_week_of(practice, "2026-W47", 30, 0, 0);
	assert_string_equal(actual(practice, decide(practice, "2026-W46")), "no data");
	assert_true(span_contains(span_of(practice_findings(practice)), "too_little_data"));
	assert_string_equal(actual(practice, decide(practice, "2026-W47")),
		"0.5: 100.0 50.0 in_progress, 0.0 -30.0 in_progress, 0.0 -20.0 in_progress");
}

static void without_a_contract_shares_stand_alone(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "40/50/20", "");
	practice_week_of(practice, "2026-W46", 240, 180, 60);
	struct capacity *capacity = decide(practice, "2026-W46");
	assert_null(capacity->contract);
	assert_string_equal(actual(practice, capacity), "8.0: 50.0 - no_data, 37.5 - no_data, 12.5 - no_data");
	practice->records.portfolio = NULL;
	capacity = decide(practice, "2026-W46");
	assert_null(capacity->contract);
	assert_null(capacity->demand);
	assert_false(capacity->sessions->maximum.known);
	assert_false(capacity->headroom.known);
	assert_string_equal(actual(practice, capacity), "8.0: 50.0 - no_data, 37.5 - no_data, 12.5 - no_data");
}

static void the_contract_is_shown_as_written(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "33.3/33.3/33.4", "");
	const struct capacity_contract_shares *contract = decide(practice, "2026-W46")->contract;
	assert_string_equal(practice_decimal(practice, contract->coaching), "33.3");
	assert_string_equal(practice_decimal(practice, contract->bizdev), "33.3");
	assert_string_equal(practice_decimal(practice, contract->admin), "33.4");
}

static void booked_sessions_stand_against_the_maximum(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "");
	practice->portfolio.maximum_sessions = 2;
	practice_session(practice, "Ana", "2026-11-16", "held", "");
	practice_session(practice, "Ben", "2026-11-17", "missed", "");
	practice_session(practice, "Cy", "2026-11-22", "planned", "");
	static const char *const names[] = { "Ana", "Ben", "Cy" };
	for (size_t i = 0; i < 3; i++)
		practice_session(practice, names[i], "2026-11-23", "planned", "");
	practice_session(practice, "Ana", "2026-12-14", "planned", "");
	practice_session(practice, "Ana", "2026-12-20", "rescheduled", "");
	practice_session(practice, "Ana", "2026-12-21", "planned", "");
	struct capacity *capacity = decide(practice, "2026-W47");
	assert_int_equal(capacity->sessions->booked.value, 2);
	assert_int_equal(capacity->sessions->maximum.value, 2);
	assert_string_equal(practice_decimal(practice, capacity->headroom), "0.0");
	static const int booked[] = { 3, 0, 0, 1 };
	const struct capacity_upcoming *upcoming = capacity->sessions->upcoming.items;
	assert_int_equal(capacity->sessions->upcoming.count, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(week_difference(practice_week_named("2026-W48"), upcoming[i].week), (int)i);
		assert_int_equal(upcoming[i].booked.value, booked[i]);
	}
	size_t over = 0;
	for (size_t i = 0; i < practice->note.findings.count; i++)
		over += practice->note.findings.items[i].code == FINDING_OVER_MAXIMUM;
	assert_int_equal(over, 1);
}

static void programmes_that_end_in_the_weeks_ahead_are_named(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20",
		"| Ana | weekly | Active | 2026-12-20 |\n| Ben | weekly | Active | 2026-12-21 |\n| Cy | TBD | Active | |");
	struct capacity *capacity = decide(practice, "2026-W47");
	assert_int_equal(capacity->endings.count, 1);
	assert_span(((const struct capacity_ending *)capacity->endings.items)->client, "Ana");
	assert_string_equal(practice_decimal(practice, capacity->demand->per_week_high), "2.0");
	assert_int_equal(capacity->demand->unknown.count, 1);
}

static void the_turn_of_the_year_keeps_its_week_53(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "30/30/40", "");
	practice_week_of(practice, "2026-W52", 180, 180, 120);
	practice_week_of(practice, "2026-W53", 180, 210, 90);
	struct capacity *capacity = capacity_decide(&practice->note.arena, &practice->records, &practice->settings,
		practice_week_named("2027-W01"), practice_date("2027-01-05"), &practice->note.findings);
	const struct capacity_trend_week *trend = capacity->trend.items;
	assert_string_equal(week_format(trend[0].week).text, "2026-W46");
	assert_string_equal(week_format(trend[7].week).text, "2026-W53");
	assert_true(capacity->breaker->tripped);
	assert_int_equal(capacity->breaker->category, CATEGORY_BIZDEV);
	const struct capacity_upcoming *upcoming = capacity->sessions->upcoming.items;
	assert_string_equal(week_format(upcoming[0].week).text, "2027-W02");
}

/* The messages of the weeks that sessions_not_counted names, with their lines. */
static const char *not_counted(struct practice_fixture *practice)
{
	const struct finding_list *findings = &practice->note.findings;
	const char *text = "";
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].code == FINDING_SESSIONS_NOT_COUNTED)
			text = arena_printf(&practice->note.arena, "%s%s%s line %u", text, *text ? "; " : "",
				findings->items[i].message, findings->items[i].position.line);
	return text;
}

/* Seen on 2026-11-20, in W47; the trend begins with W39. */
static void planned_sessions_that_are_over_are_named_for_each_week_that_is_shown(void **state)
{
	static const struct {
		const char *dates[3];
		const char *status;
		const char *week;
		const char *found;
	} cases[] = {
		{ { "2026-11-19" }, "planned", "2026-W47",
			"1 planned session of 2026-W47 is over and not counted: Ana on 2026-11-19 line 5" },
		{ { "2026-11-10", "2026-11-12", "2026-11-18" }, "planned", "2026-W47",
			"2 planned sessions of 2026-W46 are over and not counted: Ana on 2026-11-10, Ana on 2026-11-12 line 5; "
			"1 planned session of 2026-W47 is over and not counted: Ana on 2026-11-18 line 5" },
		{ { "2026-11-10", "2026-11-18" }, "planned", "2026-W46",
			"1 planned session of 2026-W46 is over and not counted: Ana on 2026-11-10 line 5" },
		{ { "2026-09-21" }, "planned", "2026-W47",
			"1 planned session of 2026-W39 is over and not counted: Ana on 2026-09-21 line 5" },
		{ { "2026-09-20" }, "planned", "2026-W47", "" },
		{ { "2026-11-20" }, "planned", "2026-W47", "" }, /* today */
		{ { "2026-11-19" }, "held", "2026-W47", "" },
		{ { "2026-11-19" }, "missed", "2026-W47", "" },
		{ { "2026-11-19" }, "cancelled", "2026-W47", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", "");
		for (size_t k = 0; k < 3 && cases[i].dates[k]; k++)
			practice_session(practice, "Ana", cases[i].dates[k], cases[i].status, "");
		decide(practice, cases[i].week);
		assert_string_equal(not_counted(practice), cases[i].found);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(limits_are_exact_to_the_minute),
		PRACTICE_TEST(rounding_hides_no_excess),
		PRACTICE_TEST(limits_can_be_ones_own),
		PRACTICE_TEST(hours_shares_and_variances_are_rounded_half_away_from_zero),
		PRACTICE_TEST(the_running_week_is_never_judged),
		PRACTICE_TEST(the_running_week_does_not_trip_the_breaker),
		PRACTICE_TEST(a_past_week_is_judged_with_the_weeks_before_it),
		PRACTICE_TEST(a_week_without_rows_has_no_data),
		PRACTICE_TEST(too_few_hours_are_no_data_once_the_week_is_over),
		PRACTICE_TEST(without_a_contract_shares_stand_alone),
		PRACTICE_TEST(the_contract_is_shown_as_written),
		PRACTICE_TEST(booked_sessions_stand_against_the_maximum),
		PRACTICE_TEST(programmes_that_end_in_the_weeks_ahead_are_named),
		PRACTICE_TEST(the_turn_of_the_year_keeps_its_week_53),
		PRACTICE_TEST(planned_sessions_that_are_over_are_named_for_each_week_that_is_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
