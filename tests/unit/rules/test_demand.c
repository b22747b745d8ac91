/* What the roster asks for, in sessions a week (docs/words.md, "Active"). */
#include "practice_fixture.h"

#include "base/buffer.h"
#include "rules/demand.h"

static const char header[] = "| Client | Sessions/Month | Status | Programme End |\n| --- | --- | --- | --- |\n";

/* "2.3-2.5" and who is unknown: "2.3-2.5; Ana, Ben". */
static const char *demand(struct practice_fixture *practice, const char *rows)
{
	struct arena *arena = &practice->note.arena;
	practice_portfolio(practice, arena_printf(arena, "## Active Roster\n\n%s%s", header, rows));
	practice_forget_findings(practice);
	const struct capacity_demand *result = demand_decide(
		arena, practice->records.portfolio, practice_date("2026-11-20"), &practice->note.findings);
	const char *text = arena_printf(arena, "%s-%s", practice_decimal(practice, result->per_week_low),
		practice_decimal(practice, result->per_week_high));
	const struct span *unknown = result->unknown.items;
	for (size_t i = 0; i < result->unknown.count; i++)
		text = arena_printf(arena, "%s%s%.*s", text, i ? ", " : "; ", SPAN_PRINT(unknown[i]));
	return text;
}

static void rates_add_up_exactly_and_are_rounded_once(void **state)
{
	static const struct {
		const char *rows;
		const char *demand;
	} cases[] = {
		{ "", "0.0-0.0" },
		{ "| A | 2/month | Active | |\n", "0.5-0.5" },
		{ "| A | 2/month | Active | |\n| B | 2/month | Active | |\n| C | weekly | Active | |\n"
		  "| D | 8 sessions total, weekly | Active | |\n",
			"2.9-2.9" },
		{ "| A | 1-2/month | Active | |\n| B | bi-weekly | Active | |\n| C | every 3 weeks | Active | |\n"
		  "| D | 4 | Active | |\n| E | 8 sessions total, weekly | Active | |\n",
			"3.0-3.2" },
		/* Half away from zero: 1/2 + 1/4. */
		{ "| A | bi-weekly | Active | |\n| B | every 4 weeks | Active | |\n", "0.8-0.8" },
		{ "| A | 1/month | Active | |\n| B | 1/month | Active | |\n| C | 1/month | Active | |\n", "0.7-0.7" },
		{ "| A | 每周 | 活跃 | |\n| B | 两周一次 | 活跃 | |\n| C | 每月２次 | 活跃 | |\n", "2.0-2.0" },
		{ "| A | 2/Monat | aktiv | |\n| B | wöchentlich | aktiv | |\n| C | alle 3 Wochen | aktiv | |\n",
			"1.8-1.8" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(demand(*state, cases[i].rows), cases[i].demand);
}

/* Rates of 1,000 clients whose common denominator has hundreds of digits: the sum of 1/i weeks, i = 1.01 to 11.00. */
static void odd_rates_of_many_clients_add_up(void **state)
{
	struct practice_fixture *practice = *state;
	struct arena *arena = &practice->note.arena;
	struct buffer rows = BUFFER_INIT(1 << 20);
	double expected = 0;
	for (int i = 101; i <= 1100; i++) {
		buffer_printf(&rows, "| Client %d | every %d.%02d weeks | Active | |\n", i, i / 100, i % 100);
		expected += 100.0 / i;
	}
	const char *sum = demand(practice, arena_copy_text(arena, buffer_span(&rows)));
	buffer_release(&rows);
	assert_string_equal(sum, arena_printf(arena, "%.1f-%.1f", expected, expected));
}

static void figures_that_nobody_means_are_unknown(void **state)
{
	assert_string_equal(
		demand(*state, "| Ana | 1.123456789/month | Active | |\n| Ben | 1.987654321/month | Active | |\n"
			       "| Cy | 1.5-1.123/month | Active | |\n| Dee | 1000/month | Active | |\n"
			       "| Eve | 999.99/week | Active | |\n"),
		"1000.0-1000.0; Ana, Ben, Cy, Dee");
}

static void only_active_clients_ask_for_sessions(void **state)
{
	struct practice_fixture *practice = *state;
	assert_string_equal(
		demand(practice,
			"| Active | weekly | Active | |\n| Completing | weekly | Completing | |\n"
			"| Discovery | weekly | Discovery | |\n| Empty | weekly | | |\n| Odd | weekly | sparkling | |\n"
			"| Held | weekly | **On Hold — back in May** | |\n| Done | weekly | Completed | |\n"
			"| No | weekly | Declined | |\n| Waits | TBD | Waitlist | |\n"
			"| **[Client Name]** | [e.g., 2/month] | [Active] | [Date] |\n"),
		"5.0-5.0");
	assert_string_equal(practice_findings(practice), "");
}

static void what_is_unknown_is_named_and_adds_nothing(void **state)
{
	struct practice_fixture *practice = *state;
	assert_string_equal(
		demand(practice, "| Rhea | TBD | Discovery | |\n| Ana | weekly | Active | |\n| **Ben** | | Active | |\n"
				 "| [[Clients/Cy Ode\\|Cy]] | whenever | Active | |\n| Dee | [2/month] | Active | |\n"),
		"1.0-1.0; Rhea, Ben, Cy, Dee");
	assert_string_equal(
		practice_findings(practice), "demand_unknown, demand_unknown, demand_unknown, demand_unknown");
	assert_int_equal(practice->note.findings.items[0].position.line, 5);
}

static void an_active_client_past_the_end_still_counts(void **state)
{
	struct practice_fixture *practice = *state;
	assert_string_equal(
		demand(practice, "| Gus | weekly | Active | 2026-11-19 |\n"
				 "| Ana | weekly | Active | 2026-11-20 |\n| Ida | weekly | Active | Q3 2026 |\n"
				 "| Old | weekly | Completed | 2026-01-01 |\n"),
		"3.0-3.0");
	assert_string_equal(practice_findings(practice), "past_end, past_end");
	assert_string_equal(practice->note.findings.items[0].message,
		"the programme of Gus ended on 2026-11-19, and the status is active");
}

static void a_roster_that_cannot_be_understood_has_no_demand(void **state)
{
	struct practice_fixture *practice = *state;
	struct arena *arena = &practice->note.arena;
	struct date today = practice_date("2026-11-20");
	assert_null(demand_decide(arena, NULL, today, &practice->note.findings));
	practice_portfolio(practice, "# P\n\nNothing yet.\n");
	assert_null(demand_decide(arena, practice->records.portfolio, today, &practice->note.findings));
	practice_portfolio(practice, "| Client | Sessions/Month | Frequency | Status |\n| --- | --- | --- | --- |\n"
				     "| Ana | 2/month | weekly | Active |\n");
	assert_null(demand_decide(arena, practice->records.portfolio, today, &practice->note.findings));
}

static void programmes_that_end_free_room(void **state)
{
	struct practice_fixture *practice = *state;
	struct arena *arena = &practice->note.arena;
	demand(practice, "| Before | weekly | Active | 2026-11-15 |\n| First | 1-2/month | Active | 2026-11-16 |\n"
			 "| Last | TBD | Completing | 2026-12-20 |\n| After | weekly | Active | 2026-12-21 |\n"
			 "| Held | weekly | On Hold | 2026-12-01 |\n| Open | weekly | Active | TBD |\n");
	struct result_list list = programme_endings(
		arena, practice->records.portfolio, practice_date("2026-11-16"), practice_date("2026-12-20"));
	const struct capacity_ending *endings = list.items;
	assert_int_equal(list.count, 2);
	assert_span(endings[0].client, "First");
	assert_ptr_equal(endings[0].row, &practice->portfolio.clients[1]);
	assert_string_equal(date_format(endings[0].end).text, "2026-11-16");
	assert_string_equal(practice_decimal(practice, endings[0].freed_per_week), "0.5");
	assert_span(endings[1].client, "Last");
	assert_false(endings[1].freed_per_week.known);
	assert_int_equal(
		programme_endings(arena, NULL, practice_date("2026-11-16"), practice_date("2026-12-20")).count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(rates_add_up_exactly_and_are_rounded_once),
		PRACTICE_TEST(odd_rates_of_many_clients_add_up),
		PRACTICE_TEST(figures_that_nobody_means_are_unknown),
		PRACTICE_TEST(only_active_clients_ask_for_sessions),
		PRACTICE_TEST(what_is_unknown_is_named_and_adds_nothing),
		PRACTICE_TEST(an_active_client_past_the_end_still_counts),
		PRACTICE_TEST(a_roster_that_cannot_be_understood_has_no_demand),
		PRACTICE_TEST(programmes_that_end_free_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
