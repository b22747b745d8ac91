/* The nine lines of a client, from the files alone. Today is Friday 2026-11-20. */
#include "practice_fixture.h"

#include "rules/client_summary.h"

static const struct client_state_settings settings = { { .silent_days = 14, .stalled_days = 30 }, 10 };

static struct practice_fixture *again(void **state)
{
	struct practice_fixture *practice = practice_again(state);
	practice_contract(practice, "50/30/20", "| Ana Silva | weekly | Active | |\n| Cy Holt | weekly | On Hold | |");
	return practice;
}

static struct client_summary summary_of(struct practice_fixture *practice, size_t client)
{
	practice_resolve(practice);
	struct client_state state = client_state_decide(&practice->note.arena, &practice->records, &settings,
		&practice->portfolio.clients[client], practice_date("2026-11-20"));
	return client_summary_decide(
		&practice->note.arena, &practice->records, &state, 42, practice_date("2026-11-20"));
}

static void engagement(struct practice_fixture *practice, const char *rows)
{
	practice_engagement(practice,
		arena_printf(&practice->note.arena,
			"| Field | Value |\n| --- | --- |\n| Client Name | Ana Silva |\n| Current Phase | Active |\n\n"
			"## 1. ENGAGEMENT OBJECTIVE\n**Primary Outcome:**\nThe board hears choices.\n\n**Engagement Terms:**\n"
			"| Term | Details |\n| --- | --- |\n| Async Support | Slack |\n%s",
			rows));
}

static void the_next_step_is_the_first_that_is_due(void **state)
{
	static const struct {
		const char *session, *date, *status, *body, *terms, *step;
	} cases[] = {
		{ "Ana Silva", "2026-11-19", "planned", "", "", "Say what became of the session of 2026-11-19." },
		{ "Ana Silva", "2026-11-13", "held", "", "", "Book the next session." },
		{ "Ana Silva", "2026-11-27", "planned", "", "", "Prepare the session of 2026-11-27." },
		{ "Ana Silva", "2026-11-27", "planned", "## Agenda\n- Rehearse\n", "",
			"Hold the session of 2026-11-27." },
		{ "Ana Silva", "2026-11-27", "planned", "## Agenda\n- Rehearse\n", "| Renewal | 2026-12-31 |\n",
			"Talk about the renewal on 2026-12-31." },
		{ "Ana Silva", "2026-11-27", "planned", "## Agenda\n- Rehearse\n", "| Renewal | 2027-01-02 |\n",
			"Hold the session of 2026-11-27." },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		practice_session_note(practice, cases[i].session, cases[i].date, cases[i].status, "", cases[i].body);
		engagement(practice, cases[i].terms);
		struct client_summary summary = summary_of(practice, 0);
		if (!span_is(summary.next_step, cases[i].step))
			fail_msg("%s %s: %.*s", cases[i].date, cases[i].status, SPAN_PRINT(summary.next_step));
	}
}

static void what_the_files_do_not_tell_is_missing_and_not_made_up(void **state)
{
	struct practice_fixture *practice = again(state);
	struct client_summary summary = summary_of(practice, 0);
	assert_null(summary.outcome.at);
	assert_null(summary.stage.at);
	assert_null(summary.expectations.at);
	assert_int_equal(summary.risks.count, 0);
	const struct span *improvements = summary.improvements.items;
	assert_int_equal(summary.improvements.count, 1);
	assert_span(improvements[0], "Write the engagement down: there is no note of it.");
	practice = again(state);
	engagement(practice, "");
	summary = summary_of(practice, 0);
	improvements = summary.improvements.items;
	assert_span(summary.outcome, "The board hears choices.");
	assert_span(summary.communication, "Between sessions: Slack");
	assert_int_equal(summary.improvements.count, 1);
	assert_span(improvements[0], "Agree on a metric, with a baseline and a target.");
}

static void of_a_client_on_hold_nothing_is_asked(void **state)
{
	struct practice_fixture *practice = again(state);
	assert_span(summary_of(practice, 1).next_step, "None: the client is not active.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(the_next_step_is_the_first_that_is_due),
		PRACTICE_TEST(what_the_files_do_not_tell_is_missing_and_not_made_up),
		PRACTICE_TEST(of_a_client_on_hold_nothing_is_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
