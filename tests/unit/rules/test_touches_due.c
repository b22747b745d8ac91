/* Which messages are due to a client on Thursday 2026-11-19. */
#include "practice_fixture.h"

#include "rules/touches_due.h"

static const char terms[] = "---\ntype: engagement\nclient: \"[[Ana Silva]]\"\n---\n## Engagement Terms\n"
			    "| Term | Details |\n| --- | --- |\n| Async Support | %s |\n";

static void lay(struct practice_fixture *practice, const char *status, const char *async, const char *inbox)
{
	struct arena *arena = &practice->note.arena;
	practice_contract(
		practice, "60% / 25% / 15%", arena_printf(arena, "| [[Ana Silva]] | weekly | %s | |", status));
	practice_engagement(practice, arena_printf(arena, terms, async));
	if (*inbox)
		practice_inbox(practice, "Ana Silva", inbox);
}

/* "reply 2026-11-18, check_in 2026-11-18" */
static const char *due_on(struct practice_fixture *practice, const char *day)
{
	struct arena *arena = &practice->note.arena;
	struct link_targets notes = note_links_of(arena, &practice->records);
	struct result_list touches = touches_due(arena, &practice->records, &notes, practice_date(day));
	const char *text = "";
	for (size_t i = 0; i < touches.count; i++) {
		const struct touch *touch = (const struct touch *)touches.items + i;
		text = arena_printf(arena, "%s%s%s %s", text, i ? ", " : "", touch_kind_names[touch->kind],
			date_format(touch->due).text);
	}
	return text;
}

/* A session of that day keeps check-ins away. */
static void a_reply_is_due_when_the_agreed_time_is_over(void **state)
{
	static const struct {
		const char *async, *inbox, *due;
	} cases[] = {
		{ "Slack, within one working day", "- 2026-11-18 09:12 ← [slack] Hm.\n", "reply 2026-11-19" },
		{ "Slack, within two working days", "- 2026-11-18 09:12 ← [slack] Hm.\n", "" },
		{ "Slack, within 24 hours", "- 2026-11-18 23:50 ← [slack] Hm.\n", "reply 2026-11-19" },
		{ "Slack", "- 2026-11-01 09:12 ← [slack] Hm.\n", "" },
		{ "Slack, 1 day", "- 2026-11-16 09:00 ← [slack] A.\n- 2026-11-16 10:00 → [slack] B.\n", "" },
		{ "Slack, 1 day",
			"- 2026-11-10 09:00 ← [slack] A.\n- 2026-11-11 10:00 → [slack] B.\n"
			"- 2026-11-12 09:00 ← [slack] C.\n- 2026-11-17 09:00 ← [slack] D.\n",
			"reply 2026-11-13" },
		{ "Slack, 1 day", "- 2026-11-20 09:00 ← [slack] Tomorrow.\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active", cases[i].async, cases[i].inbox);
		practice_session(practice, "Ana Silva", "2026-11-19", "planned", "");
		assert_string_equal(due_on(practice, "2026-11-19"), cases[i].due);
	}
}

static void a_session_is_reminded_of_on_the_day_before(void **state)
{
	struct practice_fixture *practice = *state;
	lay(practice, "Active", "Slack", "- 2026-11-18 17:00 → [slack] See you.\n");
	practice_session(practice, "Ana Silva", "2026-11-20", "planned", "start: \"10:00\"\n");
	assert_string_equal(due_on(practice, "2026-11-19"), "reminder 2026-11-19");
	assert_string_equal(due_on(practice, "2026-11-18"), "");
	assert_string_equal(due_on(practice, "2026-11-20"), "");
}

static void a_summary_is_due_from_the_day_after_until_something_was_sent(void **state)
{
	static const struct {
		const char *inbox, *day, *due;
	} cases[] = {
		{ "", "2026-11-17", "" },
		{ "", "2026-11-18", "summary 2026-11-18" },
		{ "", "2026-11-22", "summary 2026-11-18" },
		{ "", "2026-11-24", "summary 2026-11-18" },
		{ "", "2026-11-25", "check_in 2026-11-25" },
		{ "- 2026-11-17 08:00 → [slack] Today at ten.\n", "2026-11-18", "summary 2026-11-18" },
		{ "- 2026-11-17 12:00 → [slack] Summary.\n", "2026-11-18", "" },
		{ "- 2026-11-18 → [slack] Summary.\n", "2026-11-18", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active", "Slack", cases[i].inbox);
		practice_session(practice, "Ana Silva", "2026-11-17", "held", "start: \"10:00\"\n");
		assert_string_equal(due_on(practice, cases[i].day), cases[i].due);
	}
}

static void a_week_without_session_asks_for_a_check_in_from_wednesday_on(void **state)
{
	static const struct {
		const char *status, *inbox, *ticked, *day, *due;
	} cases[] = {
		{ "Active", "", "", "2026-11-17", "" },
		{ "Active", "", "", "2026-11-18", "check_in 2026-11-18" },
		{ "Active", "", "", "2026-11-20", "check_in 2026-11-18" },
		{ "On Hold", "", "", "2026-11-18", "" },
		{ "Active", "- 2026-11-16 09:00 → [slack] How is it?\n", "", "2026-11-18", "" },
		{ "Active", "- 2026-11-15 09:00 → [slack] How is it?\n", "", "2026-11-18", "check_in 2026-11-18" },
		{ "Active", "- 2026-11-17 09:00 ← [slack] Fine.\n", "", "2026-11-18", "check_in 2026-11-18" },
		{ "Active", "", "- [x] **Check in with [[Ana Silva]]**\n", "2026-11-19", "" },
		{ "Active", "", "- [ ] **Check in with [[Ana Silva]]**\n", "2026-11-19", "check_in 2026-11-18" },
		{ "Active", "", "- [x] **Check in with [[Ana Silva]]**\n", "2026-11-25", "check_in 2026-11-25" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, cases[i].status, "Slack", cases[i].inbox);
		if (*cases[i].ticked)
			practice_day(practice, "2026-11-18",
				arena_printf(&practice->note.arena, "## Touches\n%s", cases[i].ticked));
		assert_string_equal(due_on(practice, cases[i].day), cases[i].due);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_reply_is_due_when_the_agreed_time_is_over),
		PRACTICE_TEST(a_session_is_reminded_of_on_the_day_before),
		PRACTICE_TEST(a_summary_is_due_from_the_day_after_until_something_was_sent),
		PRACTICE_TEST(a_week_without_session_asks_for_a_check_in_from_wednesday_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
