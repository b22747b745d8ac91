/* What a message has to say, and what it must not. */
#include "rules/practice_fixture.h"

#include "rules/message.h"

static const char engagement[] =
	"**Client Name:** Ana\n\n**Primary Goal:** Speak to the board\n\n"
	"### Client Success Metrics\n| Metric | Baseline | Target |\n|---|---|---|\n| Calls | 2 | 10 |\n"
	"| Hours | 30 | 20 |\n\n### Progress Log\n| Date | Metric | Value |\n|---|---|---|\n"
	"| 2026-11-09 | Calls | 4 |\n| 2026-11-09 | Hours | 22 |\n\n"
	"## Engagement Structure\n### Phase 1: Onboarding (Sessions 1-9)\n| Session | Focus |\n|---|---|\n"
	"| 2 | The whole picture |\n\n"
	"### Coaching Resources\n| Source | Location | When to Use |\n|---|---|---|\n"
	"| [[Ladder]] | https://example.org/ladder | delegation |\n| [[Memo]] | Resources/Memo.md | board paper |\n";

static const char held[] = "## Notes\nShe cried. She will leave the firm.\n- [ ] A private task 📅 2026-11-12\n\n"
			   "## Summary\nShe **opens** with the question.\n### Notes\nShe cried.\n\n"
			   "## Action Items\n- [ ] Draft the [[Memo]] 📅 2026-11-17 🆔 a1\n- [x] Record it ✅ 2026-11-14\n"
			   "- [-] Dropped\n- [ ] Send the paper [owner:: coach]\n- [ ] [What]\n\n"
			   "## Next Session\n**Focus:** Delegation\n**Date:** 2026-11-24 10:00\n";

static struct practice_fixture *lay(void **state, const char *body)
{
	struct practice_fixture *practice = practice_again(state);
	practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n");
	practice_engagement(practice, engagement);
	practice_session_note(practice, "Ana", "2026-11-10", "held", "number: 1\nstart: \"10:00\"\n", body);
	return practice;
}

static bool gather(
	struct practice_fixture *practice, enum touch_kind kind, const char *day, struct message_facts *facts)
{
	return message_gather(&practice->note.arena, &practice->note.aliases, &practice->records,
		&practice->settings.hours, &practice->portfolio.clients[0], kind, day ? practice_date(day) : DATE_NONE,
		practice_date("2026-11-16"), facts);
}

/* "Draft the Memo 2026-11-17; coach: Send the paper" */
static const char *actions(struct practice_fixture *practice, const struct message_facts *facts)
{
	const char *text = "";
	for (size_t i = 0; i < facts->actions.count; i++) {
		const struct message_action *action = (const struct message_action *)facts->actions.items + i;
		text = arena_printf(&practice->note.arena, "%s%s%s%.*s%s%s", text, i ? "; " : "",
			action->by_coach ? "coach: " : "", SPAN_PRINT(action->text),
			date_is_known(action->due) ? " " : "", date_format(action->due).text);
	}
	return text;
}

static void a_summary_holds_summary_and_action_items_alone(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, held);
	assert_true(gather(practice, TOUCH_SUMMARY, NULL, &facts));
	assert_span(facts.summary, "She opens with the question.");
	assert_string_equal(actions(practice, &facts), "Draft the Memo 2026-11-17; Record it; coach: Send the paper");
	assert_int_equal(date_compare(facts.day, practice_date("2026-11-10")), 0);
	assert_int_equal(date_compare(facts.next.date, practice_date("2026-11-24")), 0);
	assert_int_equal(facts.next.start, 10 * 60);
}

/* Without the section, tasks are read from the whole note: also from Notes. */
static void tasks_of_a_note_without_action_items_go_nowhere(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, "## Notes\n- [ ] A private task\n\n## Summary\nGood.\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "");
	assert_true(gather(practice, TOUCH_SUMMARY, NULL, &facts));
	assert_string_equal(actions(practice, &facts), "");
	assert_true(gather(practice, TOUCH_REMINDER, NULL, &facts));
	assert_string_equal(actions(practice, &facts), "");
	assert_true(gather(practice, TOUCH_CHECK_IN, NULL, &facts));
	assert_string_equal(actions(practice, &facts), "");
	practice = lay(state, "## Notes\n- [ ] A private task\n");
	assert_false(gather(practice, TOUCH_SUMMARY, NULL, &facts));
	assert_non_null(facts.session);
}

static void a_reminder_has_the_focus_and_what_the_client_has_open(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, held);
	assert_false(gather(practice, TOUCH_REMINDER, NULL, &facts));
	assert_null(facts.session);
	practice_session(practice, "Ana", "2026-11-20", "planned", "number: 2\nminutes: 45\n");
	assert_true(gather(practice, TOUCH_REMINDER, NULL, &facts));
	assert_span(facts.focus, "Delegation");
	assert_int_equal(facts.minutes, 45);
	assert_string_equal(actions(practice, &facts), "Draft the Memo 2026-11-17");
	assert_int_equal(facts.summary.length, 0);
	assert_false(gather(practice, TOUCH_REMINDER, "2026-11-19", &facts));
	assert_true(gather(practice, TOUCH_REMINDER, "2026-11-20", &facts));
}

/* The goal is the coach's own text: it is not quoted. */
static void without_an_agreed_focus_the_phase_names_one(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, "## Summary\nGood.\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "number: 2\n");
	assert_true(gather(practice, TOUCH_REMINDER, NULL, &facts));
	assert_span(facts.focus, "The whole picture");
	practice = lay(state, "## Summary\nGood.\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "number: 3\n");
	assert_true(gather(practice, TOUCH_REMINDER, NULL, &facts));
	assert_int_equal(facts.focus.length, 0);
}

static void a_check_in_has_a_win_and_the_metric_that_came_farthest(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, held);
	assert_true(gather(practice, TOUCH_CHECK_IN, NULL, &facts));
	assert_span(facts.win, "Record it");
	/* Calls: 2 of 8, 25 %. Hours: 8 of 10, 80 %. */
	assert_span(facts.metric, "Hours");
	assert_span(facts.metric_from, "30");
	assert_span(facts.metric_to, "22");
	assert_int_equal(date_compare(facts.day, practice_date("2026-11-18")), 0);
}

static void a_welcome_holds_what_was_agreed_on_and_nothing_else(void **state)
{
	static const struct {
		const char *engagement, *expected;
	} cases[] = {
		{ "", "2026-11-16: , , , , 0" },
		{ "**Start Date:** 2026-11-23\n", "2026-11-23: 2026-11-23, , , , 0" },
		{ "**Start Date:** [DATE]\n**Primary Outcome:** [The one]\n**Primary Goal:** Not told\n",
			"2026-11-16: , , , , 0" },
		{ "**Start Date:** 2026-11-23\n\n**Primary Outcome:** A **signed** plan\n\n**Engagement Terms:**\n"
		  "| Term | Details |\n|---|---|\n| Meeting Cadence | 2/month |\n| Meeting Length | 45 min |\n"
		  "| Async Support | Signal, within a day |\n",
			"2026-11-23: 2026-11-23, A signed plan, 2/month, Signal, within a day, 45" },
		{ "**Engagement Terms:**\n| Term | Details |\n|---|---|\n| Meeting Cadence | TBD |\n",
			"2026-11-16: , , , , 0" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct message_facts facts;
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n");
		practice_engagement(practice,
			arena_printf(&practice->note.arena, "**Client Name:** Ana\n\n%s", cases[i].engagement));
		assert_true(gather(practice, TOUCH_WELCOME, NULL, &facts));
		const char *found = arena_printf(&practice->note.arena, "%s: %s, %.*s, %.*s, %.*s, %d",
			date_format(facts.day).text, date_format(facts.start).text, SPAN_PRINT(facts.outcome),
			SPAN_PRINT(facts.cadence), SPAN_PRINT(facts.channel), facts.minutes);
		if (strcmp(found, cases[i].expected) != 0)
			fail_msg("case %zu: %s, expected %s", i, found, cases[i].expected);
	}
}

/* Seen from 2026-11-16; held on 2026-11-10. */
static void a_check_in_knows_of_a_session_that_was_missed(void **state)
{
	static const struct {
		const char *date, *status, *missed;
	} cases[] = {
		{ "2026-11-13", "missed", "2026-11-13" },
		{ "2026-11-16", "missed", "2026-11-16" },
		{ "2026-11-13", "cancelled", "" },
		{ "2026-11-13", "planned", "" },
		{ "2026-11-17", "missed", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct message_facts facts;
		struct practice_fixture *practice = lay(state, held);
		practice_session(practice, "Ana", cases[i].date, cases[i].status, "");
		assert_true(gather(practice, TOUCH_CHECK_IN, NULL, &facts));
		assert_string_equal(date_format(facts.missed).text, cases[i].missed);
		practice_session(practice, "Ana", "2026-11-20", "planned", "");
		assert_true(gather(practice, TOUCH_CHECK_IN, NULL, &facts));
		assert_string_equal(date_format(facts.missed).text, cases[i].missed);
		assert_true(gather(practice, TOUCH_REMINDER, NULL, &facts));
		assert_string_equal(date_format(facts.missed).text, "");
	}
	struct message_facts facts;
	struct practice_fixture *practice = practice_again(state);
	practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n| Ben | weekly | Active | |\n");
	practice_session(practice, "Ana", "2026-11-06", "missed", "");
	practice_session(practice, "Ben", "2026-11-09", "missed", "");
	practice_session(practice, "Ana", "2026-11-13", "held", "");
	assert_true(gather(practice, TOUCH_CHECK_IN, NULL, &facts));
	assert_string_equal(date_format(facts.missed).text, "");
}

static void a_resource_fits_the_focus_else_the_goal(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, held);
	assert_true(gather(practice, TOUCH_RESOURCE, NULL, &facts));
	assert_span(facts.resource, "Ladder");
	assert_span(facts.location, "https://example.org/ladder");
	assert_span(facts.word, "delegation");
	practice = lay(state, "## Summary\nGood.\n");
	assert_true(gather(practice, TOUCH_RESOURCE, NULL, &facts));
	assert_span(facts.resource, "Memo");
	assert_int_equal(facts.location.length, 0); /* a path of the vault is of no use to a client */
	assert_span(facts.word, "board");
	practice = lay(state, "## Next Session\n**Focus:** Sleep\n");
	assert_false(gather(practice, TOUCH_RESOURCE, NULL, &facts));
	assert_non_null(facts.session);
}

static void only_a_held_session_has_a_summary(void **state)
{
	struct message_facts facts;
	struct practice_fixture *practice = lay(state, held);
	practice_session(practice, "Ana", "2026-11-12", "missed", "");
	assert_true(gather(practice, TOUCH_SUMMARY, NULL, &facts));
	assert_int_equal(date_compare(facts.day, practice_date("2026-11-10")), 0);
	assert_false(gather(practice, TOUCH_SUMMARY, "2026-11-12", &facts));
	assert_null(facts.session);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_summary_holds_summary_and_action_items_alone),
		PRACTICE_TEST(tasks_of_a_note_without_action_items_go_nowhere),
		PRACTICE_TEST(a_reminder_has_the_focus_and_what_the_client_has_open),
		PRACTICE_TEST(without_an_agreed_focus_the_phase_names_one),
		PRACTICE_TEST(a_check_in_has_a_win_and_the_metric_that_came_farthest),
		PRACTICE_TEST(a_welcome_holds_what_was_agreed_on_and_nothing_else),
		PRACTICE_TEST(a_check_in_knows_of_a_session_that_was_missed),
		PRACTICE_TEST(a_resource_fits_the_focus_else_the_goal),
		PRACTICE_TEST(only_a_held_session_has_a_summary),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
