/* When a task comes again (docs/formats.md, "Tasks"), as Obsidian Tasks has it. */
#include "test.h"

#include "rules/repetition.h"

static const char *next_of(const char *words, const char *day)
{
	static struct date_text text;
	struct repetition repetition;
	struct date from;
	if (!repetition_read(span_of(words), &repetition))
		return "not understood";
	date_parse_iso(span_of(day), &from);
	text = date_format(repetition_next(&repetition, from));
	return text.text;
}

static void the_next_day_is_counted_from_the_one_before(void **state)
{
	(void)state;
	/* 2026-11-20 is a Friday. */
	static const struct {
		const char *words, *day, *next;
	} cases[] = {
		{ "every day", "2026-11-30", "2026-12-01" },
		{ "every 3 days", "2026-11-30", "2026-12-03" },
		{ "every other day", "2026-11-20", "2026-11-22" },
		{ "every weekday", "2026-11-20", "2026-11-23" },
		{ "every weekday", "2026-11-23", "2026-11-24" },
		{ "every week", "2026-11-20", "2026-11-27" },
		{ "Every 2 Weeks", "2026-11-20", "2026-12-04" },
		{ "every week on Monday", "2026-11-20", "2026-11-23" },
		{ "every week on Mon, Thu and Fri", "2026-11-19", "2026-11-20" },
		{ "every 2 weeks on Monday, Thursday", "2026-11-16", "2026-11-19" },
		{ "every 2 weeks on Monday, Thursday", "2026-11-19", "2026-11-30" },
		{ "every Tuesday", "2026-11-24", "2026-12-01" },
		{ "every Tuesday and Friday", "2026-11-20", "2026-11-24" },
		{ "every month", "2026-11-20", "2026-12-20" },
		{ "every month", "2026-01-31", "2026-02-28" },
		{ "every 3 months", "2026-11-30", "2027-02-28" },
		{ "every month on the 1st", "2026-11-20", "2026-12-01" },
		{ "every month on the 1st", "2026-11-01", "2026-12-01" },
		{ "every month on the 1st and 15th", "2026-11-01", "2026-11-15" },
		{ "every month on the 31st", "2026-10-31", "2026-12-31" },
		{ "every month on the last", "2026-11-30", "2026-12-31" },
		{ "every month on the last", "2026-11-20", "2026-11-30" },
		{ "every 2 months on the 15th", "2026-11-15", "2027-01-15" },
		{ "every month on the last Friday", "2026-11-20", "2026-11-27" },
		{ "every month on the last Friday", "2026-11-27", "2026-12-25" },
		{ "every month on the 2nd Tuesday", "2026-11-20", "2026-12-08" },
		{ "every month on the 5th Friday", "2026-11-20", "2027-01-29" },
		{ "every January on the 15th", "2026-11-20", "2027-01-15" },
		{ "every January and July", "2026-11-20", "2027-01-20" },
		{ "every February on the 29th", "2026-11-20", "2028-02-29" },
		{ "every February on the 30th", "2026-11-20", "" },
		{ "every year", "2028-02-29", "2029-02-28" },
		{ "every 2 years", "2026-11-20", "2028-11-20" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (strcmp(next_of(cases[i].words, cases[i].day), cases[i].next) != 0)
			fail_msg("%s after %s: %s, not %s", cases[i].words, cases[i].day,
				next_of(cases[i].words, cases[i].day), cases[i].next);
}

static void other_words_are_not_understood(void **state)
{
	(void)state;
	static const char *const words[] = { "", "every", "week", "every 0 days", "every 1000 days", "every fortnight",
		"every week on", "every week on the 1st", "every month on", "every month on the 32nd",
		"every month on the 6th Friday", "every month on the 1st Friday and 3rd", "every week or so",
		"every mo", "every 2 January", "when done", "jede Woche", "every day every day",
		"every a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(next_of(words[i], "2026-11-20"), "not understood") != 0)
			fail_msg("\"%s\" is read as %s", words[i], next_of(words[i], "2026-11-20"));
}

static void it_says_whether_the_day_it_was_done_counts(void **state)
{
	(void)state;
	struct repetition repetition;
	assert_true(repetition_read(SPAN("every 2 weeks when done"), &repetition));
	assert_true(repetition.when_done);
	assert_int_equal(repetition.every, 2);
	assert_true(repetition_read(SPAN("every month on the 1st When Done"), &repetition));
	assert_true(repetition.when_done && repetition.days == 2);
	assert_true(repetition_read(SPAN("every day"), &repetition));
	assert_false(repetition.when_done);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_next_day_is_counted_from_the_one_before),
		cmocka_unit_test(other_words_are_not_understood),
		cmocka_unit_test(it_says_whether_the_day_it_was_done_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
