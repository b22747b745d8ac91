/* Whether there is room for one more client (docs/words.md, "The capacity gate"). */
#include "practice_fixture.h"

#include "rules/intake.h"

#define TODAY "2026-11-19"

/* The verdict with its figures as seen on 2026-11-19: "fits 2.5 3.0 of 6", "full 6.0 7.0 of 6, room on 2026-12-03". */
static const char *intake_of(
	struct practice_fixture *practice, const char *cadence, const char *client, const char *start)
{
	struct arena *arena = &practice->note.arena;
	const struct roster_client *known =
		client ? portfolio_client(arena, &practice->portfolio, span_of(client)) : NULL;
	struct intake_request request = {
		.cadence = cadence_read(arena, &practice->note.aliases, span_of(cadence), true),
		.client_id = known ? known->id : CLIENT_NOBODY,
		.start = practice_date(start),
	};
	struct intake intake =
		intake_decide(arena, &practice->records, &practice->settings, &request, practice_date(TODAY));
	assert_true(intake.reason.length > 0);
	assert_int_equal(intake_refuses(&intake), intake.verdict == INTAKE_FULL || intake.verdict == INTAKE_BREAKER);
	return arena_printf(arena, "%s %s %s of %s%s%s", intake_verdict_names[intake.verdict],
		decimal_text(arena, intake.demand), intake.with.known ? decimal_text(arena, intake.with) : "?",
		intake.maximum.known ? arena_printf(arena, "%lld", intake.maximum.value) : "?",
		date_is_known(intake.room_on) ? ", room on " : "", date_format(intake.room_on).text);
}

#define WEEKLY_5                                                                                                       \
	"| A | weekly | Active | |\n| B | weekly | Active | |\n| C | weekly | Active | |\n| D | weekly | Active | |\n" \
	"| E | weekly | Active | |\n"

/* Of 6 sessions a week; a month is 52/12 weeks, so 2/month is 6/13 = 0.46. */
static void room_is_the_maximum_less_what_the_others_ask_for(void **state)
{
	static const struct {
		const char *rows, *cadence, *expected;
	} cases[] = {
		{ "", "weekly", "fits 0.0 1.0 of 6" },
		{ WEEKLY_5, "2/month", "near_full 5.0 5.5 of 6" },
		{ WEEKLY_5, "weekly", "near_full 5.0 6.0 of 6" },
		{ WEEKLY_5 "| F | 2/month | Active | |\n", "2/month", "near_full 5.5 5.9 of 6" },
		{ WEEKLY_5 "| F | weekly | Active | |\n", "weekly", "full 6.0 7.0 of 6" },
		{ WEEKLY_5 "| F | 1/month | Active | |\n", "weekly", "full 5.2 6.2 of 6" },
		/* exactly one session a week is left free */
		{ "| A | weekly | Active | |\n| B | 3/week | Active | |\n", "weekly", "fits 4.0 5.0 of 6" },
		/* a range counts by its high end, the others' and one's own */
		{ WEEKLY_5, "1-2/month", "near_full 5.0 5.5 of 6" },
		{ "| A | 4-5/week | Active | |\n", "1-2/week", "full 5.0 7.0 of 6" },
		/* who takes no room */
		{ WEEKLY_5 "| F | weekly | On Hold | |\n", "weekly", "near_full 5.0 6.0 of 6" },
		{ WEEKLY_5 "| F | weekly | Completed | |\n", "weekly", "near_full 5.0 6.0 of 6" },
		{ WEEKLY_5 "| F | weekly | Waitlist | |\n", "weekly", "near_full 5.0 6.0 of 6" },
		{ WEEKLY_5 "| F | TBD | Active | |\n", "weekly", "near_full 5.0 6.0 of 6" },
		{ WEEKLY_5 "| [Name] | weekly | Active | |\n", "weekly", "near_full 5.0 6.0 of 6" },
		/* and who does */
		{ WEEKLY_5 "| F | weekly | Discovery | |\n", "weekly", "full 6.0 7.0 of 6" },
		{ WEEKLY_5 "| F | weekly | Completing | |\n", "weekly", "full 6.0 7.0 of 6" },
		{ WEEKLY_5 "| F | weekly | | |\n", "weekly", "full 6.0 7.0 of 6" },
		/* not known */
		{ "", "TBD", "unknown 0.0 ? of 6" },
		{ WEEKLY_5, "", "unknown 5.0 ? of 6" },
		{ WEEKLY_5, "sometimes", "unknown 5.0 ? of 6" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", cases[i].rows);
		const char *found = intake_of(practice, cases[i].cadence, NULL, TODAY);
		if (strcmp(found, cases[i].expected) != 0)
			fail_msg("case %zu: %s, expected %s", i, found, cases[i].expected);
	}
}

static void the_clients_own_row_is_left_out(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", WEEKLY_5 "| F | weekly | Discovery | 2026-12-10 |\n");
	assert_string_equal(intake_of(practice, "weekly", NULL, TODAY), "full 6.0 7.0 of 6, room on 2026-12-10");
	assert_string_equal(intake_of(practice, "weekly", "F", TODAY), "near_full 5.0 6.0 of 6");
	assert_string_equal(intake_of(practice, "2/week", "F", TODAY), "full 5.0 7.0 of 6");
}

static void room_comes_when_enough_programmes_have_ended(void **state)
{
	static const struct {
		const char *rows, *cadence, *expected;
	} cases[] = {
		/* the first that is enough, in whatever order they stand */
		{ WEEKLY_5 "| F | weekly | Active | 2027-01-29 |\n| G | weekly | On Hold | 2026-11-20 |\n", "weekly",
			"full 6.0 7.0 of 6, room on 2027-01-29" },
		{ WEEKLY_5 "| F | 2/month | Active | 2026-12-11 |\n| G | weekly | Active | 2026-12-03 |\n", "weekly",
			"full 6.5 7.5 of 6, room on 2026-12-11" },
		/* two on one day free together what neither frees alone */
		{ WEEKLY_5 "| F | 2/month | Active | 2026-12-11 |\n| G | 2/month | Active | 2026-12-11 |\n", "weekly",
			"full 5.9 6.9 of 6, room on 2026-12-11" },
		/* the last day is today */
		{ WEEKLY_5 "| F | weekly | Active | 2026-11-19 |\n", "weekly",
			"full 6.0 7.0 of 6, room on 2026-11-19" },
		/* past ends, unknown ones and too few */
		{ WEEKLY_5 "| F | weekly | Active | 2026-11-18 |\n", "weekly", "full 6.0 7.0 of 6" },
		{ WEEKLY_5 "| F | weekly | Active | TBD |\n", "weekly", "full 6.0 7.0 of 6" },
		{ WEEKLY_5 "| F | 1/month | Active | 2026-12-11 |\n", "2/week", "full 5.2 7.2 of 6" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", cases[i].rows);
		const char *found = intake_of(practice, cases[i].cadence, NULL, TODAY);
		if (strcmp(found, cases[i].expected) != 0)
			fail_msg("case %zu: %s, expected %s", i, found, cases[i].expected);
	}
}

static void who_has_ended_before_the_start_takes_no_room(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20",
		WEEKLY_5 "| F | weekly | Active | 2026-12-03 |\n| G | weekly | Active | 2026-11-01 |\n");
	assert_string_equal(intake_of(practice, "2/month", NULL, "2026-12-03"), "full 7.0 7.5 of 6");
	assert_string_equal(intake_of(practice, "2/month", NULL, "2026-12-04"), "full 6.0 6.5 of 6");
	practice_contract(practice, "50/30/20", WEEKLY_5 "| F | weekly | Active | 2026-12-03 |\n");
	assert_string_equal(intake_of(practice, "weekly", NULL, "2026-12-03"), "full 6.0 7.0 of 6, room on 2026-12-03");
	assert_string_equal(intake_of(practice, "weekly", NULL, "2026-12-04"), "near_full 5.0 6.0 of 6");
}

static void without_a_maximum_nothing_can_be_said(void **state)
{
	struct practice_fixture *practice = *state;
	practice_portfolio(practice, "## Active Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
				     "| A | weekly | Active |\n");
	assert_string_equal(intake_of(practice, "weekly", NULL, TODAY), "unknown 1.0 2.0 of ?");
	practice_portfolio(practice, "# CLIENT PORTFOLIO\n");
	assert_string_equal(intake_of(practice, "weekly", NULL, TODAY), "unknown 0.0 1.0 of ?");
}

static void the_breaker_comes_before_the_room(void **state)
{
	static const char *const rows[] = { "", WEEKLY_5 "| F | weekly | Active | 2026-12-03 |\n" };
	static const char *const expected[] = { "breaker 0.0 1.0 of 6", "breaker 6.0 7.0 of 6" };
	for (size_t i = 0; i < 2; i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", rows[i]);
		practice_week_of(practice, "2026-W45", 300, 120, 180);
		practice_week_of(practice, "2026-W46", 240, 120, 240);
		assert_string_equal(intake_of(practice, "weekly", NULL, TODAY), expected[i]);
	}
	struct practice_fixture *practice = practice_again(state);
	practice_contract(practice, "50/30/20", "");
	practice_week_of(practice, "2026-W46", 240, 120, 240);
	assert_string_equal(intake_of(practice, "weekly", NULL, TODAY), "fits 0.0 1.0 of 6");
}

#define RULE_TEST(function) cmocka_unit_test_setup_teardown(function, practice_set_up, practice_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RULE_TEST(room_is_the_maximum_less_what_the_others_ask_for),
		RULE_TEST(the_clients_own_row_is_left_out),
		RULE_TEST(room_comes_when_enough_programmes_have_ended),
		RULE_TEST(who_has_ended_before_the_start_takes_no_room),
		RULE_TEST(without_a_maximum_nothing_can_be_said),
		RULE_TEST(the_breaker_comes_before_the_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
