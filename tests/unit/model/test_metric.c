/* Readings of a metric, and when two values say the same (docs/words.md, "Progress of a metric"). */
#include "note_fixture.h"

#include "model/metric.h"

static const char log_text[] =
	"# AI Execution Specification\n### Progress Log\n| Date | Metric | Value |\n"
	"| --- | --- | --- |\n"
	"| 2026-11-12 | Calls | 5 |\n| 2026-11-05 | **calls** | 4 |\n| 2026-11-12 | Calls | 6 |\n"
	"| 2026-12-01 | Calls | 9 |\n| 2026-11-13 | Calls (new) | 1 |\n";

static void the_latest_reading_is_that_of_the_last_day_up_to_today(void **state)
{
	static const struct {
		const char *metric, *today, *latest, *first;
	} cases[] = {
		{ "Calls", "2026-11-20", "6", "4" },
		{ "CALLS", "2026-11-11", "4", "4" },
		{ "Calls", "2026-11-04", "", "" },
		{ "Calls", "2026-12-01", "9", "4" },
		{ "Calls", "", "9", "4" },
		{ "Calls (new)", "2026-11-20", "1", "1" },
		{ "Other", "", "", "" },
	};
	struct note_fixture *note = *state;
	struct engagement engagement;
	engagement_read(note_outline(note, "e.md", log_text), &engagement, &note->findings);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span metric = span_of(cases[i].metric);
		struct span day = span_of(cases[i].today);
		struct date today = DATE_NONE;
		date_read_iso(&day, &today);
		const struct progress_entry *latest = metric_latest(&note->arena, &engagement, metric, today);
		const struct progress_entry *first = metric_first(&note->arena, &engagement, metric, today);
		if (!span_is(latest ? latest->value : SPAN_NONE, cases[i].latest) ||
			!span_is(first ? first->value : SPAN_NONE, cases[i].first))
			fail_msg("%s on %s", cases[i].metric, cases[i].today);
	}
}

static void values_say_the_same_by_their_figures(void **state)
{
	static const struct {
		const char *value, *other;
		bool same;
	} cases[] = {
		{ "15 %", "15%", true },
		{ "$40k", "$ 40,000", true },
		{ "1.5h", "90 min", true },
		{ "26 h", "26", true },
		{ "26 h", "26 min", false },
		{ "3 → 8", "8", true },
		{ "5", "6", false },
		{ "5 %", "5 $", false },
		{ "1.200", "1.200", true },
		{ "1.200", "1200", true },
		{ "low", "**Low**", true },
		{ "low", "high", false },
		{ "low", "5", false },
		{ "", "", true },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (metric_value_is(&note->arena, span_of(cases[i].value), span_of(cases[i].other)) != cases[i].same)
			fail_msg("%s and %s", cases[i].value, cases[i].other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(the_latest_reading_is_that_of_the_last_day_up_to_today),
		NOTE_TEST(values_say_the_same_by_their_figures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
