/* Which messages are due, worked out by hand from the engagement's times. 2026-11-18 is a Wednesday. */
#include "rules/practice_fixture.h"

#include "rules/touches.h"

static const char protocols[] =
	"| Field | Value |\n|---|---|\n| Client Name | Ana |\n\n"
	"### Async Channel\n| Type | Response Time |\n|---|---|\n| Quick questions | 24 hours |\n\n"
	"### Email Templates\n- **Session reminder:** 2 days before\n"
	"- **Session summary:** Within 24 hours after\n- **Check-in:** Mid-week between sessions\n"
	"- **Resource share:** As relevant\n\n"
	"### Coaching Resources\n| Source | Location | When to Use |\n|---|---|---|\n"
	"| [[Board Memo]] | Resources/Board Memo.md | board paper |\n";

static void lay(struct practice_fixture *practice, const char *status)
{
	practice_contract(
		practice, "60/20/20", arena_printf(&practice->note.arena, "| Ana | weekly | %s | |\n", status));
	practice_engagement(practice, protocols);
}

/* "reminder 2026-11-18; summary 2026-11-19 11:00 late" */
static const char *due(struct practice_fixture *practice, const char *today)
{
	struct arena *arena = &practice->note.arena;
	const struct hours_settings *hours = &practice->settings.hours;
	struct result_list list = touches_decide(arena, &practice->records, hours, practice_date(today));
	const struct touch *touches = list.items;
	const char *text = "";
	for (size_t i = 0; i < list.count; i++)
		text = arena_printf(arena, "%s%s%s %s%s%s%s", text, i ? "; " : "", touch_kind_names[touches[i].kind],
			date_format(touches[i].due).text, touches[i].due_time < 0 ? "" : " ",
			touches[i].due_time < 0 ? "" : clock_time_format(touches[i].due_time).text,
			touches[i].late ? " late" : "");
	return text;
}

static void draft(struct practice_fixture *practice, enum touch_kind kind, const char *date)
{
	static struct draft drafts[1];
	drafts[0] = (struct draft){ 1, kind, practice_date(date) };
	practice->records.drafts = drafts;
	practice->records.draft_count = 1;
}

static void a_reminder_is_due_days_before_the_next_session(void **state)
{
	static const struct {
		const char *today;
		const char *expected;
	} cases[] = {
		{ "2026-11-17", "" },
		{ "2026-11-18", "reminder 2026-11-18" },
		{ "2026-11-19", "reminder 2026-11-18 late" },
		{ "2026-11-20", "reminder 2026-11-18 late" },
		{ "2026-11-21", "" },
	};
	struct practice_fixture *practice = *state;
	lay(practice, "Active");
	practice_session(practice, "Ana", "2026-11-20", "planned", "start: \"10:00\"\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(due(practice, cases[i].today), cases[i].expected);
	draft(practice, TOUCH_REMINDER, "2026-11-13");
	assert_string_equal(due(practice, "2026-11-18"), "reminder 2026-11-18");
	draft(practice, TOUCH_REMINDER, "2026-11-20");
	assert_string_equal(due(practice, "2026-11-18"), "");
}

/* The same as is due, had it not been done; 0 where nothing would be. */
static void what_was_drafted_or_written_is_settled_while_it_would_be_due(void **state)
{
	static const struct {
		const char *today, *session, *status, *inbox;
		int draft; /* -1: none */
		const char *drafted_for;
		unsigned settled;
	} cases[] = {
		{ "2026-11-18", "2026-11-20", "planned", "", -1, NULL, 0 },
		{ "2026-11-18", "2026-11-20", "planned", "", TOUCH_REMINDER, "2026-11-20", 1u << TOUCH_REMINDER },
		{ "2026-11-17", "2026-11-20", "planned", "", TOUCH_REMINDER, "2026-11-20", 0 },
		{ "2026-11-18", "2026-11-20", "cancelled", "", TOUCH_REMINDER, "2026-11-20", 0 },
		{ "2026-11-18", "2026-11-18", "held", "", TOUCH_SUMMARY, "2026-11-18", 1u << TOUCH_SUMMARY },
		{ "2026-11-27", "2026-11-18", "held", "", TOUCH_SUMMARY, "2026-11-18", 0 },
		{ "2026-11-18", "2026-11-17", "held", "- 2026-11-18 09:00 → Here is the summary\n", -1, NULL,
			1u << TOUCH_SUMMARY | 1u << TOUCH_REPLY },
		{ "2026-11-18", "2026-11-20", "planned", "- 2026-11-17 09:00 ← Hello\n- 2026-11-18 09:00 → Hi\n", -1,
			NULL, 1u << TOUCH_REPLY },
		{ "2026-11-18", "2026-11-20", "planned", "- 2026-11-18 09:00 → Hi\n- 2026-11-18 09:30 ← Hello\n", -1,
			NULL, 0 },
		{ "2026-11-18", "2026-11-11", "held", "", TOUCH_CHECK_IN, "2026-11-18", 1u << TOUCH_CHECK_IN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active");
		practice_session(practice, "Ana", cases[i].session, cases[i].status, "start: \"10:00\"\n");
		if (cases[i].inbox[0])
			practice_inbox(practice, "Ana", cases[i].inbox);
		if (cases[i].draft >= 0)
			draft(practice, (enum touch_kind)cases[i].draft, cases[i].drafted_for);
		unsigned settled = touches_settled(&practice->note.arena, &practice->records, &practice->settings.hours,
			&practice->records.portfolio->clients[0], practice_date(cases[i].today));
		assert_int_equal(settled, cases[i].settled);
	}
}

static void hours_before_a_session_count_from_its_start(void **state)
{
	static const struct {
		const char *front;
		const char *said;
		const char *expected;
	} cases[] = {
		{ "start: \"10:00\"\n", "36 hours before", "reminder 2026-11-18 22:00" },
		{ "start: \"10:00\"\n", "24 hours before", "" },
		{ "", "36 hours before", "reminder 2026-11-18" },
		{ "start: \"10:00\"\n", "[X] days before", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n");
		practice_engagement(
			practice, arena_printf(&practice->note.arena,
					  "**Client Name:** Ana\n\n### Email Templates\n- **Session reminder:** %s\n",
					  cases[i].said));
		practice_session(practice, "Ana", "2026-11-20", "planned", cases[i].front);
		assert_string_equal(due(practice, "2026-11-18"), cases[i].expected);
	}
}

static void a_summary_is_due_from_the_session_until_it_was_sent(void **state)
{
	static const struct {
		const char *today;
		const char *expected;
	} cases[] = {
		{ "2026-11-15", "" }, { "2026-11-16", "summary 2026-11-17 11:00" },
		{ "2026-11-17", "summary 2026-11-17 11:00" }, { "2026-11-24", "summary 2026-11-17 11:00 late" },
		{ "2026-11-25", "check_in 2026-11-25" }, /* a week late: let go */
	};
	struct practice_fixture *practice = *state;
	lay(practice, "Active");
	practice_session(practice, "Ana", "2026-11-16", "held", "start: \"10:00\"\nminutes: 60\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(due(practice, cases[i].today), cases[i].expected);
	draft(practice, TOUCH_SUMMARY, "2026-11-16");
	assert_string_equal(due(practice, "2026-11-17"), "");
}

static void a_message_after_the_session_counts_as_its_summary(void **state)
{
	static const struct {
		const char *line;
		const char *expected;
	} cases[] = {
		{ "- 2026-11-16 11:30 → [email] What we agreed.\n", "" },
		{ "- 2026-11-17 → [email] What we agreed.\n", "" },
		{ "- 2026-11-16 09:00 → [slack] See you.\n", "summary 2026-11-17 11:00" },
		{ "- 2026-11-16 → [slack] See you.\n", "summary 2026-11-17 11:00" },
		{ "- 2026-11-16 11:30 ← [slack] Thank you.\n", "summary 2026-11-17 11:00; reply 2026-11-17 11:30" },
		{ "- 2026-11-18 08:00 → [slack] Tomorrow's.\n", "summary 2026-11-17 11:00" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active");
		practice_session(practice, "Ana", "2026-11-16", "held", "start: \"10:00\"\nminutes: 60\n");
		practice_inbox(practice, "Ana", cases[i].line);
		if (strcmp(due(practice, "2026-11-17"), cases[i].expected) != 0)
			fail_msg("%s: %s", cases[i].line, due(practice, "2026-11-17"));
	}
}

static void a_check_in_is_due_in_the_middle_of_a_week_without_a_session(void **state)
{
	static const struct {
		const char *next; /* a session in the week or after it; NULL: none */
		const char *status;
		const char *today;
		const char *expected;
	} cases[] = {
		{ NULL, NULL, "2026-11-17", "check_in 2026-11-11 late" }, /* last week's */
		{ NULL, NULL, "2026-11-18", "check_in 2026-11-18" },
		{ NULL, NULL, "2026-11-22", "check_in 2026-11-18 late" },
		{ NULL, NULL, "2026-11-23", "check_in 2026-11-18 late" },
		{ NULL, NULL, "2026-11-25", "check_in 2026-11-25" },
		{ "2026-11-24", "planned", "2026-11-23", "reminder 2026-11-22 late" },
		{ "2026-11-18", "planned", "2026-11-23", "" },
		{ "2026-11-18", "missed", "2026-11-23", "check_in 2026-11-18 late" },
		{ "2026-11-20", "missed", "2026-11-18", "check_in 2026-11-18" },
		{ "2026-11-17", "rescheduled", "2026-11-18", "check_in 2026-11-18" },
		{ "2026-11-22", "planned", "2026-11-18", "" },
		{ "2026-11-23", "planned", "2026-11-18", "check_in 2026-11-18" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active");
		practice_session(practice, "Ana", "2026-11-02", "held", "");
		if (cases[i].next)
			practice_session(practice, "Ana", cases[i].next, cases[i].status, "");
		if (strcmp(due(practice, cases[i].today), cases[i].expected) != 0)
			fail_msg("case %zu: %s", i, due(practice, cases[i].today));
	}
}

static void a_check_in_is_done_by_a_message_or_a_draft_of_the_week(void **state)
{
	struct practice_fixture *practice = *state;
	lay(practice, "Active");
	practice_session(practice, "Ana", "2026-11-02", "held", "");
	practice_inbox(practice, "Ana", "- 2026-11-15 → [slack] Last week.\n");
	assert_string_equal(due(practice, "2026-11-18"), "check_in 2026-11-18");
	draft(practice, TOUCH_CHECK_IN, "2026-11-11");
	assert_string_equal(due(practice, "2026-11-18"), "check_in 2026-11-18");
	draft(practice, TOUCH_CHECK_IN, "2026-11-18");
	assert_string_equal(due(practice, "2026-11-20"), "");
	practice = practice_again(state);
	lay(practice, "Active");
	practice_session(practice, "Ana", "2026-11-02", "held", "");
	practice_inbox(practice, "Ana", "- 2026-11-16 → [slack] How is it going?\n");
	assert_string_equal(due(practice, "2026-11-18"), "");
}

static void a_check_in_that_was_promised_is_done_when_the_action_is(void **state)
{
	static const struct {
		const char *task, *expected;
		bool promised;
	} cases[] = {
		{ "- [ ] Check in with Ana [owner:: coach] 📅 2026-11-18", "check_in 2026-11-18", true },
		{ "- [/] Nachfragen [owner:: coach] 📅 2026-11-20", "check_in 2026-11-18", true },
		{ "- [x] Check in with Ana [owner:: coach] 📅 2026-11-18 ✅ 2026-11-17", "", false },
		{ "- [-] Check in with Ana [owner:: coach] 📅 2026-11-18", "", false },
		{ "- [x] Check in with Ana [owner:: coach] 📅 2026-11-11", "check_in 2026-11-18", false },
		{ "- [x] Check in with Ana [owner:: coach]", "check_in 2026-11-18", false },
		{ "- [x] Read the memo 📅 2026-11-18", "check_in 2026-11-18", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		lay(practice, "Active");
		practice_session_note(practice, "Ana", "2026-11-02", "held", "",
			arena_printf(arena, "## Action Items\n\n## Next Session\n\n%s\n", cases[i].task));
		if (strcmp(due(practice, "2026-11-18"), cases[i].expected) != 0)
			fail_msg("%s: %s", cases[i].task, due(practice, "2026-11-18"));
		struct result_list list = touches_decide(
			arena, &practice->records, &practice->settings.hours, practice_date("2026-11-18"));
		assert_int_equal(list.count && ((const struct touch *)list.items)->promised, cases[i].promised);
	}
}

/* Nobody is checked on before the first session, and the day may be another one. */
static void the_check_in_is_as_the_engagement_says(void **state)
{
	static const struct {
		const char *text;
		const char *expected;
	} cases[] = {
		{ "### Email Templates\n- **Check-in:** on Fridays\n", "check_in 2026-11-20" },
		{ "### Email Templates\n- **Check-in:** 17 days after\n", "check_in 2026-11-19 late" },
		{ "### Email Templates\n- **Check-in:** [when]\n", "" },
		{ "### Touch Patterns\n| Week Pattern | Touch Points |\n|---|---|\n| Non-session week | Check-in message > "
		  "Response |\n",
			"check_in 2026-11-18 late" },
		{ "### Touch Patterns\n| Week Pattern | Touch Points |\n|---|---|\n| Non-session week | Response |\n",
			"" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n");
		practice_engagement(
			practice, arena_printf(&practice->note.arena, "**Client Name:** Ana\n\n%s", cases[i].text));
		assert_string_equal(due(practice, "2026-11-20"), "");
		practice_session(practice, "Ana", "2026-11-02", "held", "");
		if (strcmp(due(practice, "2026-11-20"), cases[i].expected) != 0)
			fail_msg("%s: %s", cases[i].text, due(practice, "2026-11-20"));
	}
}

static void a_resource_that_fits_the_focus_is_due_the_day_after(void **state)
{
	static const struct {
		const char *focus;
		const char *inbox;
		const char *expected;
	} cases[] = {
		{ "Rehearse the board questions", "", "summary 2026-11-17; resource 2026-11-17" },
		{ "Rehearse the board questions", "- 2026-11-17 → [slack] Here is the Board Memo.\n", "" },
		{ "Rehearse the board questions", "- 2026-11-17 → [slack] Hello.\n", "resource 2026-11-17" },
		{ "Delegate", "", "summary 2026-11-17" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active");
		practice_session_note(practice, "Ana", "2026-11-16", "held", "",
			arena_printf(&practice->note.arena, "## Next Session\n**Focus:** %s\n", cases[i].focus));
		practice_inbox(practice, "Ana", cases[i].inbox);
		if (strcmp(due(practice, "2026-11-17"), cases[i].expected) != 0)
			fail_msg("case %zu: %s", i, due(practice, "2026-11-17"));
	}
}

static void an_answer_is_due_within_the_promised_time(void **state)
{
	static const struct {
		const char *lines;
		const char *today;
		const char *expected;
	} cases[] = {
		{ "- 2026-11-17 09:12 ← [slack] A question.\n", "2026-11-17", "" },
		{ "- 2026-11-17 09:12 ← [slack] A question.\n", "2026-11-18", "reply 2026-11-18 09:12" },
		{ "- 2026-11-17 09:12 ← [slack] A question.\n", "2026-12-18", "reply 2026-11-18 09:12 late" },
		{ "- 2026-11-17 ← [slack] A question.\n", "2026-11-18", "reply 2026-11-18" },
		{ "- 2026-11-16 09:00 ← [slack] One.\n- 2026-11-17 09:12 ← [slack] Two.\n", "2026-11-18",
			"reply 2026-11-17 09:00 late" },
		{ "- 2026-11-16 09:00 ← [slack] One.\n- 2026-11-16 10:00 → [slack] Answer.\n", "2026-11-18", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, "Active");
		practice_inbox(practice, "Ana", cases[i].lines);
		if (strcmp(due(practice, cases[i].today), cases[i].expected) != 0)
			fail_msg("%s: %s", cases[i].lines, due(practice, cases[i].today));
	}
}

/* 2026-11-19 is a Thursday. */
static void what_is_said_in_working_days_leaves_out_the_weekend(void **state)
{
	static const struct {
		const char *within, *message, *today, *expected;
	} cases[] = {
		{ "two working days", "- 2026-11-19 15:10 ← [slack] Hm.\n", "2026-11-22", "" },
		{ "two working days", "- 2026-11-19 15:10 ← [slack] Hm.\n", "2026-11-23", "reply 2026-11-23 15:10" },
		{ "1 Werktag", "- 2026-11-21 20:05 ← [slack] Hm.\n", "2026-11-23", "reply 2026-11-23 20:05" },
		{ "两个工作日", "- 2026-11-20 ← [slack] Hm.\n", "2026-11-24", "reply 2026-11-24" },
		{ "two days", "- 2026-11-19 15:10 ← [slack] Hm.\n", "2026-11-22", "reply 2026-11-21 15:10 late" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n");
		practice_engagement(
			practice, arena_printf(&practice->note.arena,
					  "| Field | Value |\n|---|---|\n| Client Name | Ana |\n\n### Async Channel\n"
					  "| Type | Response Time |\n|---|---|\n| Quick questions | %s |\n",
					  cases[i].within));
		practice_inbox(practice, "Ana", cases[i].message);
		if (strcmp(due(practice, cases[i].today), cases[i].expected) != 0)
			fail_msg("%s, %s: %s", cases[i].within, cases[i].today, due(practice, cases[i].today));
	}
}

static void a_session_answers_the_messages_before_it(void **state)
{
	struct practice_fixture *practice = *state;
	lay(practice, "Active");
	practice_session(practice, "Ana", "2026-11-17", "held", "");
	practice_inbox(practice, "Ana", "- 2026-11-16 09:00 ← [slack] A question.\n");
	assert_string_equal(due(practice, "2026-11-17"), "summary 2026-11-18");
}

static void the_evidence_is_where_it_stands(void **state)
{
	struct practice_fixture *practice = *state;
	lay(practice, "Active");
	practice_inbox(practice, "Ana", "- 2026-11-17 09:12 ← [slack] A question.\n");
	const struct hours_settings *hours = &practice->settings.hours;
	struct result_list list =
		touches_decide(&practice->note.arena, &practice->records, hours, practice_date("2026-11-18"));
	const struct touch *touch = list.items;
	assert_int_equal(list.count, 1);
	assert_string_equal(touch->evidence.path, "Clients/Inbox.md");
	assert_int_equal(touch->evidence.line, 5);
	assert_span(touch_reason(&practice->note.arena, LANGUAGE_ENGLISH, touch),
		"message of 2026-11-17 09:12 by slack not answered; \"24 hours\"");
}

static void who_is_not_active_is_left_alone(void **state)
{
	static const char *const statuses[] = { "On Hold", "Completed", "Waitlist" };
	for (size_t i = 0; i < 3; i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice, statuses[i]);
		practice_session(practice, "Ana", "2026-11-20", "planned", "");
		assert_string_equal(due(practice, "2026-11-18"), "");
		struct result_list own = touches_of(&practice->note.arena, &practice->records,
			&practice->settings.hours, &practice->portfolio.clients[0], practice_date("2026-11-18"));
		assert_int_equal(own.count, 1);
	}
}

static void without_an_engagement_nothing_is_due(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60/20/20", "| Ana | weekly | Active | |\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "");
	assert_string_equal(due(practice, "2026-11-19"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_reminder_is_due_days_before_the_next_session),
		PRACTICE_TEST(what_was_drafted_or_written_is_settled_while_it_would_be_due),
		PRACTICE_TEST(hours_before_a_session_count_from_its_start),
		PRACTICE_TEST(a_summary_is_due_from_the_session_until_it_was_sent),
		PRACTICE_TEST(a_message_after_the_session_counts_as_its_summary),
		PRACTICE_TEST(a_check_in_is_due_in_the_middle_of_a_week_without_a_session),
		PRACTICE_TEST(a_check_in_is_done_by_a_message_or_a_draft_of_the_week),
		PRACTICE_TEST(a_check_in_that_was_promised_is_done_when_the_action_is),
		PRACTICE_TEST(the_check_in_is_as_the_engagement_says),
		PRACTICE_TEST(a_resource_that_fits_the_focus_is_due_the_day_after),
		PRACTICE_TEST(an_answer_is_due_within_the_promised_time),
		PRACTICE_TEST(what_is_said_in_working_days_leaves_out_the_weekend),
		PRACTICE_TEST(a_session_answers_the_messages_before_it),
		PRACTICE_TEST(the_evidence_is_where_it_stands),
		PRACTICE_TEST(who_is_not_active_is_left_alone),
		PRACTICE_TEST(without_an_engagement_nothing_is_due),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
