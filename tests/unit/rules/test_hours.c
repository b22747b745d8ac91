/* A week's hours, each counted once (docs/words.md, "Actual hours" and "Data of a week"). */
#include "practice_fixture.h"

#include "rules/hours.h"

static struct week_hours hours_of(struct practice_fixture *practice, const char *week)
{
	return week_hours(&practice->records, &practice->settings.hours, practice_week_named(week));
}

static void a_held_session_counts_with_its_preparation(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Ana Silva", "2026-11-09", "held", "minutes: 60\n");
	practice_session(practice, "Ben Oka", "2026-11-10", "held", "minutes: 45\n");
	struct week_hours hours = hours_of(practice, "2026-W46");
	assert_int_equal(hours.minutes[CATEGORY_COACHING], 60 + 15 + 45 + 15);
	assert_int_equal(hours.total, 135);
	assert_int_equal(hours.held, 2);
	assert_false(hours.has_rows);
	assert_int_equal(hours.logged, 0);
}

static void only_planned_and_held_sessions_are_booked(void **state)
{
	struct practice_fixture *practice = *state;
	static const char *const states[] = { "cancelled", "held", "missed", "planned", "rescheduled" };
	for (size_t i = 0; i < 5; i++)
		practice_session(
			practice, "Ana", arena_printf(&practice->note.arena, "2026-11-%02zu", 9 + i), states[i], "");
	struct week_hours hours = hours_of(practice, "2026-W46");
	assert_int_equal(hours.booked, 2);
	assert_int_equal(hours.held, 1);
	assert_int_equal(hours.minutes[CATEGORY_COACHING], 75);
}

/* Session and rows of one client and day; what they count for together. */
struct replacement {
	int session;
	const char *rows;
	int coaching;
};

static void a_row_replaces_what_it_tells_of(void **state)
{
	static const struct replacement cases[] = {
		{ 60, "", 75 },
		/* At least as long as the session: session and preparation. */
		{ 60, "| 2026-11-09 | 60m | coaching | Ana |\n", 60 },
		{ 60, "| 2026-11-09 | 1.5 | coaching | Ana |\n", 90 },
		{ 60, "| 2026-11-09 | 75m | coaching | Ana |\n", 75 },
		/* Shorter: the preparation alone. */
		{ 60, "| 2026-11-09 | 59m | coaching | Ana |\n", 119 },
		{ 60, "| 2026-11-09 | 0.5 | coaching | Ana |\n", 90 },
		{ 60, "| 2026-11-09 | 1m | coaching | Ana |\n", 61 },
		/* Several rows add up before the comparison. */
		{ 60, "| 2026-11-09 | 30m | coaching | Ana |\n| 2026-11-09 | 45m | coaching | Ana |\n", 75 },
		{ 60, "| 2026-11-09 | 20m | coaching | Ana |\n| 2026-11-09 | 20m | coaching | Ana |\n", 100 },
		/* Other days, clients and categories replace nothing. */
		{ 60, "| 2026-11-10 | 60m | coaching | Ana |\n", 135 },
		{ 60, "| 2026-11-09 | 60m | coaching | Ben |\n", 135 },
		{ 60, "| 2026-11-09 | 60m | coaching | |\n", 135 },
		{ 60, "| | 60m | coaching | Ana |\n", 135 },
		{ 60, "| 2026-11-09 | 60m | admin | Ana |\n", 75 },
		/* Names as links, aliases and in another case. */
		{ 60, "| 2026-11-09 | 60m | sessions | [[Clients/Ana Silva/Ana Silva\\|Ana]] |\n", 60 },
		{ 60, "| 2026-11-09 | 60m | Direct Coaching | ana silva |\n", 60 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", "| [[Clients/Ana Silva\\|Ana]] | 1 | Active | |");
		practice_session(practice, "Ana Silva", "2026-11-09", "held",
			arena_printf(&practice->note.arena, "minutes: %d\n", cases[i].session));
		practice_week(practice, "2026-W46", cases[i].rows);
		int coaching = hours_of(practice, "2026-W46").minutes[CATEGORY_COACHING];
		if (coaching != cases[i].coaching)
			fail_msg("%d with \"%s\": %d, not %d", cases[i].session, cases[i].rows, coaching,
				cases[i].coaching);
	}
}

static void two_sessions_of_one_day_take_rows_in_order_of_start(void **state)
{
	static const struct {
		int first, second;
		const char *rows;
		int coaching;
	} cases[] = {
		/* The earlier session takes the only row. */
		{ 60, 30, "| 2026-11-12 | 60m | coaching | Dov |\n", 60 + 45 },
		{ 60, 30, "| 2026-11-12 | 30m | coaching | Dov |\n", 30 + 60 + 45 },
		/* Each takes its own. */
		{ 60, 30, "| 2026-11-12 | 60m | coaching | Dov |\n| 2026-11-12 | 30m | coaching | Dov |\n", 90 },
		{ 60, 30, "| 2026-11-12 | 30m | coaching | Dov |\n| 2026-11-12 | 60m | coaching | Dov |\n", 90 + 60 },
		/* The last takes what is left. */
		{ 60, 60,
			"| 2026-11-12 | 60m | coaching | Dov |\n| 2026-11-12 | 30m | coaching | Dov |\n"
			"| 2026-11-12 | 30m | coaching | Dov |\n",
			120 },
		{ 60, 30, "", 75 + 45 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_session(practice, "Dov", "2026-11-12", "held",
			arena_printf(&practice->note.arena, "start: \"10:00\"\nminutes: %d\n", cases[i].first));
		practice_session(practice, "Dov", "2026-11-12", "held",
			arena_printf(&practice->note.arena, "start: \"16:00\"\nminutes: %d\n", cases[i].second));
		practice_week(practice, "2026-W46", cases[i].rows);
		int coaching = hours_of(practice, "2026-W46").minutes[CATEGORY_COACHING];
		if (coaching != cases[i].coaching)
			fail_msg("\"%s\": %d, not %d", cases[i].rows, coaching, cases[i].coaching);
	}
}

static void a_missed_session_takes_no_row_from_a_held_one(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Dov", "2026-11-12", "missed", "start: \"10:00\"\n");
	practice_session(practice, "Dov", "2026-11-12", "held", "start: \"16:00\"\n");
	practice_week(practice, "2026-W46", "| 2026-11-12 | 1 | coaching | Dov |\n");
	assert_int_equal(hours_of(practice, "2026-W46").minutes[CATEGORY_COACHING], 60);
}

static void rows_count_in_the_week_of_their_date(void **state)
{
	struct practice_fixture *practice = *state;
	practice_week(practice, "2026-W46",
		"| 2026-11-08 | 1 | admin | |\n| 2026-11-09 | 2 | admin | |\n| 2026-11-15 | 3 | bizdev | |\n"
		"| 2026-11-16 | 4 | coaching | |\n| | 5 | coaching | |\n");
	struct week_hours before = hours_of(practice, "2026-W45");
	struct week_hours week = hours_of(practice, "2026-W46");
	struct week_hours after = hours_of(practice, "2026-W47");
	assert_int_equal(before.minutes[CATEGORY_ADMIN], 60);
	assert_int_equal(before.total, 60);
	assert_true(before.has_rows);
	assert_int_equal(week.minutes[CATEGORY_ADMIN], 120);
	assert_int_equal(week.minutes[CATEGORY_BIZDEV], 180);
	assert_int_equal(week.minutes[CATEGORY_COACHING], 300);
	assert_int_equal(week.total, 600);
	assert_int_equal(after.total, 240);
	assert_false(hours_of(practice, "2026-W48").has_rows);
}

static void a_row_of_another_note_replaces_too(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Ana", "2026-11-16", "held", "minutes: 60\n");
	practice_week(practice, "2026-W46", "| 2026-11-16 | 1 | coaching | Ana |\n");
	assert_int_equal(hours_of(practice, "2026-W47").total, 60);
	assert_int_equal(hours_of(practice, "2026-W46").total, 0);
}

static void hours_of_an_unknown_category_stay_out(void **state)
{
	struct practice_fixture *practice = *state;
	practice_week(practice, "2026-W46", "| 2026-11-09 | 3 | gardening | |\n| 2026-11-09 | 1 | cpd | |\n");
	struct week_hours hours = hours_of(practice, "2026-W46");
	assert_true(hours.has_rows);
	assert_int_equal(hours.logged, 60);
	assert_int_equal(hours.total, 60);
	assert_int_equal(hours.minutes[CATEGORY_ADMIN], 60);
	assert_string_equal(practice_findings(practice), "unknown_category");
}

static void the_turn_of_the_year_is_a_week_like_any(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Sol", "2027-01-02", "held", "");
	practice_session(practice, "Sol", "2027-01-04", "held", "");
	practice_week(practice, "2026-W53", "| 2027-01-03 | 2 | bizdev | |\n");
	assert_int_equal(hours_of(practice, "2026-W53").total, 75 + 120);
	assert_int_equal(hours_of(practice, "2027-W01").total, 75);
}

static void a_session_lasts_as_long_as_note_engagement_or_setting_say(void **state)
{
	struct practice_fixture *practice = *state;
	practice_engagement(practice,
		"| Field | Value |\n| --- | --- |\n| Client Name | Mia Frost |\n\n"
		"**Engagement Terms:**\n\n| Term | Details |\n| --- | --- |\n| Meeting Length | 45 min |\n");
	practice_session(practice, "Mia Frost", "2026-11-09", "held", "minutes: 30\n");
	practice_session(practice, "Mia Frost", "2026-11-10", "held", "");
	practice_session(practice, "Tom Reed", "2026-11-11", "held", "");
	static const int minutes[] = { 30, 45, 60 };
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(session_length(&practice->records, &practice->settings.hours, &practice->sessions[i]),
			minutes[i]);
	practice->settings.hours = (struct hours_settings){ .prep_minutes = 30, .session_minutes = 50 };
	assert_int_equal(hours_of(practice, "2026-W46").total, 60 + 75 + 80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_held_session_counts_with_its_preparation),
		PRACTICE_TEST(only_planned_and_held_sessions_are_booked),
		PRACTICE_TEST(a_row_replaces_what_it_tells_of),
		PRACTICE_TEST(two_sessions_of_one_day_take_rows_in_order_of_start),
		PRACTICE_TEST(a_missed_session_takes_no_row_from_a_held_one),
		PRACTICE_TEST(rows_count_in_the_week_of_their_date),
		PRACTICE_TEST(a_row_of_another_note_replaces_too),
		PRACTICE_TEST(hours_of_an_unknown_category_stay_out),
		PRACTICE_TEST(the_turn_of_the_year_is_a_week_like_any),
		PRACTICE_TEST(a_session_lasts_as_long_as_note_engagement_or_setting_say),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
