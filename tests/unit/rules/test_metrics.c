/* Where metrics stand (docs/words.md, "Progress of a metric"). */
#include "practice_fixture.h"

#include "rules/metrics.h"

/* From 2026-09-01 to 2026-12-10 are 100 days; by 2026-10-31 60 of them have passed. */
static const char head[] = "# AI Execution Specification\n| Field | Value |\n| --- | --- |\n| Client Name | Ana |\n"
			   "| Start Date | 2026-09-01 |\n\n### Client Success Metrics\n"
			   "| Metric | Baseline | Target | Deadline |\n| --- | --- | --- | --- |\n";
static const char log_head[] = "\n### Progress Log\n| Date | Metric | Value | Note |\n| --- | --- | --- | --- |\n";

static struct metric_standing standing_of(void **state, const char *metric, const char *log, const char *today)
{
	struct practice_fixture *practice = practice_again(state);
	struct arena *arena = &practice->note.arena;
	practice_engagement(practice, arena_printf(arena, "%s%s%s%s", head, metric, log_head, log));
	struct result_list list = metrics_decide(arena, practice->engagements, 10, practice_date(today));
	assert_int_equal(list.count, 1);
	return *(const struct metric_standing *)list.items;
}

static void progress_is_the_part_of_the_way_and_pace_its_distance_from_the_time(void **state)
{
	static const struct {
		const char *metric, *log, *progress, *pace;
	} cases[] = {
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-10-13 | Calls | 7 | |", "62.5", "on_pace" },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-10-13 | Calls | 8 | |", "75.0", "ahead" },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-10-13 | Calls | 6 | |", "50.0", "behind" },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-10-13 | Calls | 1 | |", "-12.5", "behind" },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-10-13 | Calls | 12 | |", "125.0", "ahead" },
		/* lower is better */
		{ "| Hours in meetings | 31 | 20 | 2026-12-10 |", "| 2026-10-13 | hours in meetings | 24 | |", "63.6",
			"on_pace" },
		{ "| Churn | 8% | 3 % | 2026-12-10 |", "| 2026-10-13 | Churn | 7% | |", "20.0", "behind" },
		/* units */
		{ "| Revenue | $40k | $60,000 | 2026-12-10 |", "| 2026-10-13 | Revenue | $52.5k | |", "62.5",
			"on_pace" },
		{ "| Preparation | 1.5h | 30 min | 2026-12-10 |", "| 2026-10-13 | Preparation | 45 min | |", "75.0",
			"ahead" },
		{ "| Umsatz | 40.000 € | 60.000 € | 2026-12-10 |", "| 2026-10-13 | **Umsatz** | 50.000 € | |", "50.0",
			"behind" },
		{ "| Umsatz | 800 | 1.200 | 2026-12-10 |", "| 2026-10-13 | Umsatz | 1.000 | |", "50.0", "behind" },
		{ "| Value | $500M | $2B | 2026-12-10 |", "| 2026-10-13 | Value | $1B | |", "33.3", "behind" },
		{ "| Leave | 5 days | 1 day | 2026-12-10 |", "| 2026-10-13 | Leave | 3 days | |", "50.0", "behind" },
		{ "| Preparation | 2h 15min | 1:15 | 2026-12-10 |", "| 2026-10-13 | Preparation | 1:45 | |", "50.0",
			"behind" },
		/* a unit in some of the cells */
		{ "| Hours in meetings | 30 | 20 | 2026-12-10 |", "| 2026-10-13 | Hours in meetings | 26 h | |", "40.0",
			"behind" },
		{ "| Hours in meetings | 30 | 20 | 2026-12-10 |", "| 2026-10-13 | Hours in meetings | 1560 min | |",
			"40.0", "behind" },
		{ "| Meetings | 30 h | 20 | 2026-12-10 |", "| 2026-10-13 | Meetings | 26 | |", "40.0", "behind" },
		{ "| Meetings | 30 | 20 h | 2026-12-10 |", "| 2026-10-13 | Meetings | 26 h | |", "40.0", "behind" },
		{ "| New clients | 2 | 10 | 2026-12-10 |", "| 2026-10-13 | New clients | 7 clients | |", "62.5",
			"on_pace" },
		/* the latest row by today counts, of one day the last */
		{ "| Calls | 2 | 10 | 2026-12-10 |",
			"| 2026-10-20 | Calls | 7 | |\n| 2026-10-13 | Calls | 9 | |\n| 2026-11-02 | Calls | 10 | |",
			"62.5", "on_pace" },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-10-20 | Calls | 9 | |\n| 2026-10-20 | Calls | 7 | |",
			"62.5", "on_pace" },
		/* where it began */
		{ "| Calls | | 3 → 8 | 2026-12-10 |", "| 2026-10-20 | Calls | 6 | |", "60.0", "on_pace" },
		{ "| Calls | | 8 | 2026-12-10 |", "| 2026-09-05 | Calls | 4 | |\n| 2026-10-20 | Calls | 6 | |", "50.0",
			"behind" },
		{ "| Calls | 5 | 5 | 2026-12-10 |", "| 2026-10-20 | Calls | 5 | |", "100.0", "ahead" },
		/* no data */
		{ "| Calls | 2 | 10 | 2026-12-10 |", "", "-", "no_data" },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "| 2026-11-02 | Calls | 7 | |", "-", "no_data" },
		{ "| Calls | 2 | 10 | |", "| 2026-10-13 | Calls | 7 | |", "62.5", "no_data" },
		{ "| Calm | low | high | 2026-12-10 |", "| 2026-10-13 | Calm | better | |", "-", "no_data" },
		{ "| Calls | 2 | 10% | 2026-12-10 |", "| 2026-10-13 | Calls | 7 km | |", "-", "no_data" },
		{ "| Calls | 5 | 5 | 2026-12-10 |", "| 2026-10-20 | Calls | 4 | |", "-", "no_data" },
		{ "| Meetings | 30 | 20 | 2026-12-10 |", "| 2026-10-13 | Meetings | 26 h | |", "-", "no_data" },
		{ "| Share | 0.2 | 0.5 | 2026-12-10 |", "| 2026-10-13 | Share | 35 % | |", "-", "no_data" },
		{ "| Revenue | 40 | 80 | 2026-12-10 |", "| 2026-10-13 | Revenue | $60k | |", "-", "no_data" },
		{ "| Meetings | 30 h | 600 min | 2026-12-10 |", "| 2026-10-13 | Meetings | 26 | |", "-", "no_data" },
		{ "| Followers | 5 | 1.200 | 2026-12-10 |", "| 2026-10-13 | Followers | 7 | |", "-", "no_data" },
		{ "| Value | €2 Mrd | €4 Fantastillionen | 2026-12-10 |", "| 2026-10-13 | Value | €3 | |", "-",
			"no_data" },
		/* the largest there are */
		{ "| Value | -1000B | 1000B $ | 2026-12-10 |", "| 2026-10-13 | Value | 1000B $ | |", "-", "no_data" },
		{ "| Value | -1000B $ | 1000B $ | 2026-12-10 |", "| 2026-10-13 | Value | 1000B $ | |", "100.0",
			"ahead" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct metric_standing standing = standing_of(state, cases[i].metric, cases[i].log, "2026-10-31");
		const char *progress = practice_decimal(*state, standing.progress);
		if (strcmp(progress, cases[i].progress) != 0 ||
			strcmp(metric_pace_names[standing.pace], cases[i].pace) != 0)
			fail_msg("%s with %s: %s, %s", cases[i].metric, cases[i].log, progress,
				metric_pace_names[standing.pace]);
	}
}

static void behind_its_deadline_a_metric_is_reached_or_not(void **state)
{
	static const struct {
		const char *value, *today, *pace;
	} cases[] = {
		{ "9.9", "2026-12-10", "on_pace" },
		{ "9.9", "2026-12-11", "behind" },
		{ "10", "2026-12-11", "on_pace" },
		{ "10", "2026-09-02", "no_data" },
		{ "10", "2026-10-31", "ahead" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char row[64];
		snprintf(row, sizeof(row), "| 2026-10-13 | Calls | %s | |", cases[i].value);
		struct metric_standing standing =
			standing_of(state, "| Calls | 2 | 10 | 2026-12-10 |", row, cases[i].today);
		if (strcmp(metric_pace_names[standing.pace], cases[i].pace) != 0)
			fail_msg("%s on %s is %s", cases[i].value, cases[i].today, metric_pace_names[standing.pace]);
	}
}

static void the_time_that_has_passed_counts_from_the_start(void **state)
{
	static const struct {
		const char *today, *expected;
	} cases[] = {
		{ "2026-08-01", "0.0" },
		{ "2026-09-01", "0.0" },
		{ "2026-10-31", "60.0" },
		{ "2026-12-10", "100.0" },
		{ "2027-01-01", "100.0" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct metric_standing standing =
			standing_of(state, "| Calls | 2 | 10 | 2026-12-10 |", "", cases[i].today);
		assert_string_equal(practice_decimal(*state, standing.expected), cases[i].expected);
	}
}

static void a_metric_is_reached_at_its_target_or_past_it(void **state)
{
	static const struct {
		const char *metric, *value;
		bool reached;
	} cases[] = {
		{ "| Calls | 2 | 10 | 2026-12-10 |", "9.9", false },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "10", true },
		{ "| Calls | 2 | 10 | 2026-12-10 |", "12", true },
		{ "| Calls | 10 | 2 | 2026-12-10 |", "1", true },
		{ "| Calls | | 3 → 8 | 2026-12-10 |", "8", true },
		{ "| Calls | low | 8 calls | 2026-12-10 |", "8 calls", true },
		{ "| Calm | low | high | 2026-12-10 |", "**High**", true },
		{ "| Calm | low | high | 2026-12-10 |", "higher", false },
		{ "| Calm | low | | 2026-12-10 |", "[ ]", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *name = strstr(cases[i].metric, "Calm") ? "Calm" : "Calls";
		char row[64];
		snprintf(row, sizeof(row), "| 2026-10-13 | %s | %s | |", name, cases[i].value);
		struct metric_standing standing = standing_of(state, cases[i].metric, row, "2026-10-31");
		if (standing.reached != cases[i].reached)
			fail_msg("%s at %s", cases[i].metric, cases[i].value);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(progress_is_the_part_of_the_way_and_pace_its_distance_from_the_time),
		PRACTICE_TEST(behind_its_deadline_a_metric_is_reached_or_not),
		PRACTICE_TEST(a_metric_is_reached_at_its_target_or_past_it),
		PRACTICE_TEST(the_time_that_has_passed_counts_from_the_start),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
