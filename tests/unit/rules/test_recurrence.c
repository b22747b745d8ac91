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
		{ { { "A", 1 }, { RHYTHM_WEEK, 1 }, -1, 0, { 0, 0 } }, "2026-11-20", "due" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, -1, { 0, 0 } }, "2026-11-20", "2026-10-30" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, -1, { 0, 0 } }, "2026-11-27", "2026-11-27" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, -1, 0, { 0, 0 } }, "2026-11-20", "2026-11-02" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, FRIDAY, -1, { 0, 0 } }, "2026-11-20", "2026-09-25" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, MONDAY, 2, { 0, 0 } }, "2026-11-20", "2026-01-12" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, -1, 0, { 6, 15 } }, "2026-11-20", "2026-06-15" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, -1, 0, { 6, 15 } }, "2026-03-20", "2025-06-15" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, FRIDAY, -1, { 6, 0 } }, "2026-11-20", "2026-06-26" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, -1, 0, { 3, 20 } }, "2026-12-19", "2026-12-20" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, -1, 0, { 0, 15 } }, "2026-11-14", "2026-11-15" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, -1, 0, { 0, 31 } }, "2026-11-30", "2026-11-30" },
		{ { { "A", 1 }, { RHYTHM_NONE, 0 }, -1, 0, { 0, 0 } }, "2026-11-20", "-" },
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
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, -1, { 0, 0 } }, "1900-01-02", "1899-12-29" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, FRIDAY, -1, { 0, 0 } }, "1900-01-02", "1899-12-29" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, FRIDAY, 0, { 0, 0 } }, "1900-01-02", "1900-01-05" },
		{ { { "A", 1 }, { RHYTHM_MONTH, 999 }, -1, 0, { 0, 0 } }, "1900-01-02", "1900-01-01" },
		{ { { "A", 1 }, { RHYTHM_WEEK, 999 }, -1, 0, { 0, 0 } }, "1900-01-02", "due" },
		/* The week of 2999-12-31 ends in 3000. */
		{ { { "A", 1 }, { RHYTHM_MONTH, 1 }, FRIDAY, 0, { 0, 0 } }, "2999-12-31", "3000-01-03" },
		{ { { "A", 1 }, { RHYTHM_QUARTER, 1 }, MONDAY, -1, { 0, 0 } }, "2999-12-31", "2999-12-30" },
		{ { { "A", 1 }, { RHYTHM_YEAR, 1 }, MONDAY, 0, { 0, 0 } }, "2999-12-31", "2999-01-07" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(due(*state, &cases[i].recurrence, cases[i].day), cases[i].due);
}

static void week_with(struct practice_fixture *practice, const char *week, const char *section, const char *task)
{
	struct note_fixture *note = &practice->note;
	const char *text =
		arena_printf(&note->arena, "---\ntype: week\nweek: %s\n---\n## %s\n- [x] %s\n", week, section, task);
	assert_true(week_note_read(note_outline(note, "Weeks/week.md", text), NULL,
		&practice->weeks[practice->records.week_count++], &note->findings));
}

/* Of two names in the portfolio; the task was ticked in W47. Which of the two are done? */
static void a_task_ticks_the_one_name_that_it_is_of(void **state)
{
	static const struct {
		const char *names[2];
		const char *task;
		bool done[2];
	} cases[] = {
		{ { "Review", "Pipeline Review" }, "Review — weekly", { true, false } },
		{ { "Review", "Pipeline Review" }, "Pipeline Review — weekly", { false, true } },
		{ { "Review", "Pipeline Review" }, "Pipeline Review", { false, true } },
		{ { "Review", "Pipeline Review" }, "did the Pipeline Review", { false, true } },
		{ { "Review", "Pipeline Review" }, "the review, at last", { true, false } },
		{ { "Review", "Pipeline Review" }, "Review — before the Pipeline Review", { true, false } },
		{ { "Review", "Pipeline Review" }, "**Review** - short", { true, false } },
		{ { "Review", "Pipeline Review" }, "Reviewers asked", { false, false } },
		{ { "Review", "Review — money" }, "Review — money — monthly", { false, true } },
		{ { "Ann", "Joanna" }, "Joanna — call", { false, true } },
		{ { "Ann", "Joanna" }, "called Joanna", { false, true } },
		{ { "Ann", "Joanna" }, "called Ann", { true, false } },
		{ { "Jürg", "Jürgen" }, "Anruf bei Jürgen", { false, true } },
		{ { "复盘", "月度复盘" }, "已完成月度复盘", { false, true } },
		{ { "复盘", "月度复盘" }, "已完成复盘了", { true, false } },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_portfolio(practice,
			arena_printf(&practice->note.arena, "## Practice Rituals\n* **%s:** weekly\n* **%s:** weekly\n",
				cases[i].names[0], cases[i].names[1]));
		week_with(practice, "2026-W47", "Rituals", cases[i].task);
		for (int k = 0; k < 2; k++)
			if (recurrence_is_done(&practice->note.arena, &practice->records, RECURRENCE_RITUALS,
				    span_of(cases[i].names[k]), practice_week_named("2026-W47")) != cases[i].done[k])
				fail_msg("\"%s\" and %s", cases[i].task, cases[i].names[k]);
	}
}

static void what_was_ticked_since_its_day_is_not_due(void **state)
{
	struct practice_fixture *practice = *state;
	const struct recurrence review = { SPAN("Review"), { RHYTHM_MONTH, 1 }, -1, 0, { 0, 0 } };
	const struct recurrence pipeline = { SPAN("Pipeline Review"), { RHYTHM_MONTH, 1 }, -1, 0, { 0, 0 } };
	practice_portfolio(practice, "## Practice Rituals\n* **Review:** monthly\n* **Pipeline Review:** monthly\n");
	week_with(practice, "2026-W45", "Rituals", "Pipeline Review — monthly");
	assert_string_equal(due(practice, &pipeline, "2026-11-11"), "-");
	/* Week notes since then do not mention it. */
	assert_string_equal(due(practice, &review, "2026-11-11"), "-");
	assert_string_equal(due(practice, &review, "2026-11-02"), "2026-11-02");
	const struct recurrence partner = { SPAN("Ann"), { RHYTHM_WEEK, 4 }, -1, 0, { 0, 0 } };
	week_with(practice, "2026-W46", "Partner Check-ins", "Joanna — call");
	struct date since;
	practice_portfolio(practice,
		"## Referral Network & Partners\n| Partner | Role | Comm Channel |\n| --- | --- | --- |\n"
		"| Ann | Peer | weekly call |\n| Joanna | Peer | weekly call |\n");
	assert_true(recurrence_is_due(&practice->note.arena, &practice->records, RECURRENCE_PARTNERS, &partner,
		practice_week_named("2026-W47"), &since));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(each_period_has_one_day),
		PRACTICE_TEST(the_first_and_the_last_week_have_neighbours),
		PRACTICE_TEST(a_task_ticks_the_one_name_that_it_is_of),
		PRACTICE_TEST(what_was_ticked_since_its_day_is_not_due),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
