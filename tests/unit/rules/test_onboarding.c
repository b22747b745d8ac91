/* The first thirty days and the milestones (docs/words.md, "The first thirty days"). */
#include "test.h"

#include "rules/onboarding.h"

#include <string.h>

static struct date day(const char *text)
{
	struct date date = DATE_NONE;
	if (*text)
		assert_true(date_parse_iso(span_of(text), &date));
	return date;
}

static void check(const struct date *dates, int count, const char *const *expected, const char *start)
{
	for (int i = 0; i < count; i++)
		if (strcmp(date_format(dates[i]).text, expected[i]) != 0)
			fail_msg("from %s, %d: %s, expected %s", start, i, date_format(dates[i]).text, expected[i]);
}

/* A day on a weekend is the Friday before. */
static void steps_are_due_on_working_days(void **state)
{
	static const struct {
		const char *start;
		const char *steps[STEP_COUNT]; /* 3, 7, 14, 21 and 30 days later */
	} cases[] = {
		/* a Tuesday: Friday, three Tuesdays, a Thursday */
		{ "2026-12-01", { "2026-12-04", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-31" } },
		/* a Wednesday: day 3 is a Saturday */
		{ "2026-12-02", { "2026-12-04", "2026-12-09", "2026-12-16", "2026-12-23", "2027-01-01" } },
		/* a Thursday: day 3 is a Sunday, day 30 a Saturday */
		{ "2026-12-03", { "2026-12-04", "2026-12-10", "2026-12-17", "2026-12-24", "2027-01-01" } },
		/* a Saturday: three Saturdays; day 3 is a Tuesday, day 30 a Monday */
		{ "2026-12-05", { "2026-12-08", "2026-12-11", "2026-12-18", "2026-12-25", "2027-01-04" } },
		/* across the end of a February */
		{ "2027-02-26", { "2027-03-01", "2027-03-05", "2027-03-12", "2027-03-19", "2027-03-26" } },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct onboarding plan = onboarding_decide(day(cases[i].start), DATE_NONE, day(cases[i].start));
		check(plan.steps, STEP_COUNT, cases[i].steps, cases[i].start);
	}
}

static void milestones_lie_before_the_end(void **state)
{
	static const struct {
		const char *start, *end;
		const char *milestones[MILESTONE_COUNT]; /* onboarded, quick win, 90 days, midway, close */
	} cases[] = {
		/* half of 178 days is 89: 2027-02-28, a Sunday */
		{ "2026-12-01", "2027-05-28",
			{ "2026-12-31", "2026-12-22", "2027-03-01", "2027-02-26", "2027-05-28" } },
		{ "2026-12-01", "", { "2026-12-31", "2026-12-22", "2027-03-01", "", "" } },
		/* six weeks: no review after ninety days */
		{ "2026-12-01", "2027-01-12", { "2026-12-31", "2026-12-22", "", "2026-12-22", "2027-01-12" } },
		/* two weeks: neither a quick win nor thirty days */
		{ "2026-12-01", "2026-12-15", { "", "", "", "2026-12-08", "2026-12-15" } },
		/* the day of the end itself is the end's */
		{ "2026-12-01", "2026-12-22", { "", "", "", "2026-12-11", "2026-12-22" } },
		/* the end is the person's, be it a Sunday */
		{ "2026-12-01", "2027-02-28", { "2026-12-31", "2026-12-22", "", "2027-01-14", "2027-02-28" } },
		/* half of a day is the day it begins on */
		{ "2026-12-01", "2026-12-02", { "", "", "", "2026-12-01", "2026-12-02" } },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct onboarding plan = onboarding_decide(day(cases[i].start), day(cases[i].end), day(cases[i].start));
		check(plan.milestones, MILESTONE_COUNT, cases[i].milestones, cases[i].start);
	}
}

/* From Tuesday 2026-12-01 until 2027-05-28, seen later. */
static void of_what_runs_already_only_what_lies_ahead_is_set(void **state)
{
	static const struct {
		const char *today;
		const char *steps[STEP_COUNT];
		const char *milestones[MILESTONE_COUNT]; /* onboarded, quick win, 90 days, midway, close */
	} cases[] = {
		{ "2026-11-19", { "2026-12-04", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-31" },
			{ "2026-12-31", "2026-12-22", "2027-03-01", "2027-02-26", "2027-05-28" } },
		/* the last day of one counts, the day after does not */
		{ "2026-12-15", { "", "", "2026-12-15", "2026-12-22", "2026-12-31" },
			{ "2026-12-31", "2026-12-22", "2027-03-01", "2027-02-26", "2027-05-28" } },
		{ "2026-12-16", { "", "", "", "2026-12-22", "2026-12-31" },
			{ "2026-12-31", "2026-12-22", "2027-03-01", "2027-02-26", "2027-05-28" } },
		{ "2027-01-01", { "", "", "", "", "" }, { "", "", "2027-03-01", "2027-02-26", "2027-05-28" } },
		/* the halfway Friday is past on the Saturday */
		{ "2027-02-27", { "", "", "", "", "" }, { "", "", "2027-03-01", "", "2027-05-28" } },
		{ "2027-06-01", { "", "", "", "", "" }, { "", "", "", "", "2027-05-28" } },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct onboarding plan = onboarding_decide(day("2026-12-01"), day("2027-05-28"), day(cases[i].today));
		check(plan.steps, STEP_COUNT, cases[i].steps, cases[i].today);
		check(plan.milestones, MILESTONE_COUNT, cases[i].milestones, cases[i].today);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_are_due_on_working_days),
		cmocka_unit_test(milestones_lie_before_the_end),
		cmocka_unit_test(of_what_runs_already_only_what_lies_ahead_is_set),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
