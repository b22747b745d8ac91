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
		struct onboarding plan = onboarding_decide(day(cases[i].start), DATE_NONE);
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
		struct onboarding plan = onboarding_decide(day(cases[i].start), day(cases[i].end));
		check(plan.milestones, MILESTONE_COUNT, cases[i].milestones, cases[i].start);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_are_due_on_working_days),
		cmocka_unit_test(milestones_lie_before_the_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
