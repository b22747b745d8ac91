/* Which regular checkpoints fall into a week: counted from the engagement's start, at the edges of months and years. */
#include "practice_fixture.h"

#include "rules/checkpoints.h"

static struct date day_of(const char *text)
{
	return *text ? practice_date(text) : DATE_NONE;
}

static void a_checkpoint_falls_into_its_week(void **state)
{
	static const struct {
		const char *rhythm;
		const char *start;
		const char *first, *last;
		const char *day; /* NULL: it does not fall there */
	} cases[] = {
		/* By the week, from that of the start on. */
		{ "weekly", "2026-09-15", "2026-W47", "2026-W47", "" },
		{ "weekly", "2026-09-15", "2026-W38", "2026-W38", "" },
		{ "weekly", "2026-09-15", "2026-W37", "2026-W37", NULL },
		{ "weekly", "", "2026-W47", "2026-W47", "" },
		{ "daily", "2026-09-15", "2026-W47", "2026-W47", "" },
		{ "every 2 weeks", "2026-09-15", "2026-W38", "2026-W38", "" },
		{ "every 2 weeks", "2026-09-15", "2026-W39", "2026-W39", NULL },
		{ "every 2 weeks", "2026-09-15", "2026-W40", "2026-W40", "" },
		{ "every 2 weeks", "2026-09-15", "2026-W40", "2026-W41", "" },
		{ "every 2 weeks", "", "2026-W40", "2026-W40", NULL },
		/* Over the end of an ISO year of 53 weeks. */
		{ "every 2 weeks", "2026-12-21", "2026-W53", "2026-W53", NULL },
		{ "every 2 weeks", "2026-12-21", "2027-W01", "2027-W01", "" },
		/* By the month: never in the start's own week, then in each that holds the day, Monday to Sunday. */
		{ "monthly", "2026-09-15", "2026-W38", "2026-W38", NULL },
		{ "monthly", "2026-09-15", "2026-W42", "2026-W42", "2026-10-15" },
		{ "monthly", "2026-09-15", "2026-W41", "2026-W41", NULL },
		{ "monthly", "2026-09-15", "2026-W46", "2026-W46", "2026-11-15" },
		{ "monthly", "2026-09-15", "2026-W47", "2026-W47", NULL },
		{ "monthly", "2026-09-16", "2026-W47", "2026-W47", "2026-11-16" },
		{ "monthly", "2027-09-15", "2026-W46", "2026-W46", NULL },
		{ "monthly", "", "2026-W46", "2026-W46", NULL },
		/* A week with two months. */
		{ "monthly", "2026-09-01", "2026-W49", "2026-W49", "2026-12-01" },
		{ "monthly", "2026-08-30", "2026-W49", "2026-W49", "2026-11-30" },
		{ "monthly", "2026-08-30", "2026-W48", "2026-W48", NULL },
		{ "monthly", "2026-08-29", "2026-W48", "2026-W48", "2026-11-29" },
		/* Shorter months, and back to the 31st. */
		{ "monthly", "2026-08-31", "2026-W49", "2026-W49", "2026-11-30" },
		{ "monthly", "2026-08-31", "2027-W08", "2027-W08", "2027-02-28" },
		{ "monthly", "2026-08-31", "2027-W13", "2027-W13", "2027-03-31" },
		{ "monthly", "2027-12-31", "2028-W09", "2028-W09", "2028-02-29" },
		{ "monthly", "2028-02-29", "2028-W13", "2028-W13", "2028-03-29" },
		/* By the engagement's quarter, not the calendar's. */
		{ "quarterly", "2026-09-15", "2026-W51", "2026-W51", "2026-12-15" },
		{ "quarterly", "2026-09-15", "2026-W42", "2026-W42", NULL },
		{ "quarterly", "2026-09-15", "2026-W40", "2026-W40", NULL },
		{ "quarterly", "2026-11-30", "2027-W08", "2027-W08", "2027-02-28" },
		{ "quarterly", "2026-11-30", "2027-W21", "2027-W21", "2027-05-30" },
		{ "every 2 months", "2026-09-15", "2026-W46", "2026-W46", "2026-11-15" },
		{ "every 2 months", "2026-09-15", "2026-W42", "2026-W42", NULL },
		{ "yearly", "2024-02-29", "2027-W08", "2027-W08", "2027-02-28" },
		{ "yearly", "2024-02-29", "2028-W09", "2028-W09", "2028-02-29" },
		/* Over several weeks the latest day counts. */
		{ "monthly", "2026-09-15", "2026-W42", "2026-W47", "2026-11-15" },
		{ "monthly", "2026-09-15", "2026-W38", "2026-W41", NULL },
		{ "monthly", "2026-09-15", "2026-W20", "2026-W42", "2026-10-15" },
		{ "now and then", "2026-09-15", "2026-W42", "2026-W42", NULL },
	};
	struct practice_fixture *practice = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct rhythm rhythm =
			rhythm_find(&practice->note.arena, &practice->note.aliases, span_of(cases[i].rhythm));
		struct date day;
		bool falls = checkpoint_falls(rhythm, day_of(cases[i].start), practice_week_named(cases[i].first),
			practice_week_named(cases[i].last), &day);
		if (falls != (cases[i].day != NULL) || (falls && strcmp(date_format(day).text, cases[i].day) != 0))
			fail_msg("%s from %s in %s–%s: %d %s", cases[i].rhythm, cases[i].start, cases[i].first,
				cases[i].last, falls, date_format(day).text);
	}
}

/* Whatever the start, each month has one week of it, and no week has two. */
static void a_monthly_checkpoint_comes_once_a_month(void **state)
{
	(void)state;
	for (int offset = 0; offset < 800; offset++) {
		struct date start = date_add(practice_date("2026-01-01"), offset);
		struct week week = week_of(start);
		int count = 0;
		struct date last = start;
		for (int i = 0; i < 120; i++, week = week_add(week, 1)) {
			struct date day;
			if (!checkpoint_falls((struct rhythm){ RHYTHM_MONTH, 1 }, start, week, week, &day))
				continue;
			count++;
			assert_int_equal(week_compare(week_of(day), week), 0);
			assert_int_equal(date_compare(day, date_add_months(start, count)), 0);
			assert_true(date_difference(last, day) >= 28 && date_difference(last, day) <= 31);
			last = day;
		}
		assert_true(count >= 27);
	}
}

static void an_engagement_starts_by_its_date_or_its_first_session(void **state)
{
	static const struct {
		const char *start;
		const char *status; /* of a session on 2026-10-01; the next one, held, is on 2026-10-08 */
		const char *day;
	} cases[] = {
		{ "2026-09-15", "held", "2026-09-15" },
		{ "2026-10-05", "held", "2026-10-05" },
		{ "[DATE]", "held", "2026-10-01" },
		{ "TBD", "missed", "2026-10-01" },
		{ "TBD", "cancelled", "2026-10-08" },
		{ "TBD", "rescheduled", "2026-10-08" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_engagement(
			practice, arena_printf(&practice->note.arena,
					  "---\ntype: engagement\nclient: \"[[Ana]]\"\n---\n## Document Metadata\n"
					  "| Field | Value |\n|---|---|\n| Start Date | %s |\n",
					  cases[i].start));
		practice_session_note(practice, "Ben", "2026-09-01", "held", "", "");
		practice_session_note(practice, "Ana", "2026-10-01", cases[i].status, "", "");
		practice_session_note(practice, "Ana", "2026-10-08", "held", "", "");
		struct date start = engagement_start(&practice->records, &practice->records.engagements[0]);
		assert_string_equal(date_format(start).text, cases[i].day);
	}
}

static void those_of_a_week_stand_in_order_of_the_note(void **state)
{
	struct practice_fixture *practice = *state;
	practice_engagement(practice, "---\ntype: engagement\nclient: \"[[Ana]]\"\n---\n### Regular Checkpoints\n"
				      "- **Quarterly:** Health\n- **Monthly:** Figures\n- **Weekly:** Actions\n");
	struct week week = practice_week_named("2026-W46");
	struct result_list due = checkpoints_due(
		&practice->note.arena, &practice->records.engagements[0], practice_date("2026-09-15"), week, week);
	const struct due_checkpoint *items = due.items;
	assert_int_equal(due.count, 2);
	assert_span(items[0].text, "Figures");
	assert_span(items[0].rhythm, "monthly");
	assert_string_equal(date_format(items[0].date).text, "2026-11-15");
	assert_span(items[1].text, "Actions");
	assert_string_equal(date_format(items[1].date).text, "");
	assert_int_equal(checkpoints_due(&practice->note.arena, NULL, DATE_NONE, week, week).count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_checkpoint_falls_into_its_week, practice_set_up, practice_tear_down),
		cmocka_unit_test(a_monthly_checkpoint_comes_once_a_month),
		cmocka_unit_test_setup_teardown(
			an_engagement_starts_by_its_date_or_its_first_session, practice_set_up, practice_tear_down),
		cmocka_unit_test_setup_teardown(
			those_of_a_week_stand_in_order_of_the_note, practice_set_up, practice_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
