/* How Thursday 2026-11-19 ends. */
#include "practice_fixture.h"

#include "rules/day_shutdown.h"
#include "rules/session_completion.h"

static struct result_list sessions_of_the_day(struct practice_fixture *practice)
{
	struct note_fixture *note = &practice->note;
	const struct records *records = &practice->records;
	struct session_facts *facts = arena_new_array(&note->arena, records->session_count, struct session_facts);
	size_t count = 0;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		struct session_outcome *outcome = arena_new(&note->arena, struct session_outcome);
		if (date_compare(session->date, practice_date("2026-11-19")) != 0)
			continue;
		session_outcome_read(
			outline_of(&note->arena, &note->aliases, session->document), outcome, &note->findings);
		facts[count++] = session_facts_of(records, session, outcome);
	}
	return (struct result_list){ facts, count };
}

static const struct day_shutdown *shut(struct practice_fixture *practice)
{
	practice_forget_findings(practice);
	actions_unite(&practice->records.actions, DATE_NONE, &practice->note.findings);
	struct result_list sessions = sessions_of_the_day(practice);
	struct week_plan_settings settings = { practice->settings, { .silent_days = 21, .stalled_days = 28 },
		&practice->note.aliases };
	struct day_settled settled =
		day_settled_of(&practice->note.arena, &practice->records, &settings, practice_date("2026-11-19"));
	return day_shutdown_decide(&practice->note.arena, &practice->note.aliases, &practice->records, &sessions,
		&settled, practice_date("2026-11-19"), &practice->note.findings);
}

static const char *add_texts(struct arena *arena, const char *text, const char *name, const struct result_list *tasks)
{
	for (size_t i = 0; i < tasks->count; i++) {
		const struct shut_task *task = (const struct shut_task *)tasks->items + i;
		text = arena_printf(arena, "%s%s%s %.*s%s%.*s", text, *text ? "; " : "", name, SPAN_PRINT(task->text),
			task->reason.length ? ": " : "", SPAN_PRINT(task->reason));
	}
	return text;
}

/* "done A; blocked B: why" */
static const char *boxes(struct arena *arena, const struct day_shutdown *day)
{
	const char *text = add_texts(arena, "", "done", &day->done);
	text = add_texts(arena, text, "carried", &day->carried);
	text = add_texts(arena, text, "blocked", &day->blocked);
	text = add_texts(arena, text, "cancelled", &day->cancelled);
	text = add_texts(arena, text, "forwarded", &day->forwarded);
	return add_texts(arena, text, "left", &day->left);
}

static void each_box_is_told_by_its_mark_and_its_place(void **state)
{
	static const struct {
		const char *note, *boxes;
	} cases[] = {
		{ "", "" },
		{ "## Top Three\n- [x] A\n- [X] B\n- [-] C\n- [>] D\n- [/] E\n- [ ] F\n",
			"done A; done B; carried E; carried F; cancelled C; forwarded D" },
		{ "## Carryover\n- [ ] A #blocked\n- [/] B [blocked:: waits for Carla]\n- [x] C #blocked\n",
			"done C #blocked; blocked A #blocked; blocked B: waits for Carla" },
		{ "## Log\n- [x] A\n- [ ] B\n", "done A; left B" },
		{ "## Top Three\n- [ ] **Prepare Ana**\n- [x] **Remind Ana**\n",
			"done **Remind Ana**; left **Prepare Ana**" },
		{ "## Top Three\n- [ ] A 🆔 aaaa\n## Carryover\n- [ ] A 🆔 aaaa\n", "carried A" },
		{ "## Top Three\n- [ ] A\n## Shutdown\n- [x] A\n- [ ] B\n", "carried A" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_day(practice, "2026-11-19", cases[i].note);
		assert_string_equal(boxes(&practice->note.arena, shut(practice)), cases[i].boxes);
	}
}

static void what_was_settled_elsewhere_is_done(void **state)
{
	static const struct {
		const char *note, *other, *boxes;
	} cases[] = {
		{ "## Top Three\n- [ ] **Overdue:** Rent\n", "- [x] Rent ✅ 2026-11-19\n", "done **Overdue:** Rent" },
		{ "## Top Three\n- [ ] **Überfällig:** Rent\n", "- [x] Rent ✅ 2026-11-19\n",
			"done **Überfällig:** Rent" },
		{ "## Top Three\n- [ ] **Overdue:** Rent\n", "- [-] Rent\n", "left **Overdue:** Rent" },
		{ "## Top Three\n- [ ] **Overdue:** Rent\n", "- [ ] Rent 📅 2026-12-01\n", "left **Overdue:** Rent" },
		{ "## Top Three\n- [ ] Rent 🆔 aaaa\n", "- [x] Rent 🆔 aaaa ✅ 2026-11-19\n", "done Rent" },
		{ "## Top Three\n- [ ] Rent 🆔 aaaa\n", "- [ ] Rent 🆔 aaaa\n", "carried Rent" },
		{ "## Carryover\n- [ ] Rent\n", "- [x] Rent ✅ 2026-11-19\n", "carried Rent" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_actions(practice, NOTE_OTHER, "Ideas.md", cases[i].other);
		practice_day(practice, "2026-11-19", cases[i].note);
		assert_string_equal(boxes(&practice->note.arena, shut(practice)), cases[i].boxes);
	}
}

static void a_preparation_is_left_while_its_session_is_to_be_prepared(void **state)
{
	static const struct {
		const char *date, *status, *body, *note, *boxes;
	} cases[] = {
		{ "2026-11-19", "planned", "", "- [ ] **Prepare Ana**\n", "left **Prepare Ana**" },
		{ "2026-11-19", "planned", "## Agenda\n- One\n", "- [ ] **Prepare Ana**\n", "done **Prepare Ana**" },
		{ "2026-11-19", "held", "## Agenda\n- One\n", "- [/] **Prepare Ana**\n", "done **Prepare Ana**" },
		{ "2026-11-19", "held", "", "- [ ] **Prepare Ana**\n", "" },
		{ "2026-11-19", "missed", "", "- [/] **Prepare Ana**\n", "" },
		{ "2026-11-19", "cancelled", "", "- [ ] **Prepare Ana**\n", "" },
		{ "2026-11-19", "held", "", "- [x] **Prepare Ana**\n", "done **Prepare Ana**" },
		{ "2026-11-19", "held", "", "- [ ] **Prepare Ana** #blocked\n", "blocked **Prepare Ana** #blocked" },
		{ "2026-11-19", "held", "", "- [ ] **Prepare Ana** and Ben\n", "left **Prepare Ana** and Ben" },
		{ "2026-11-19", "held", "", "- [ ] **Prepare Ben**\n", "left **Prepare Ben**" },
		{ "2026-11-22", "planned", "", "- [ ] **Prepare Ana**\n", "left **Prepare Ana**" },
		{ "2026-11-23", "planned", "", "- [ ] **Prepare Ana**\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| Ana | weekly | Active | |");
		practice_session_note(practice, "Ana", cases[i].date, cases[i].status, "", cases[i].body);
		practice_day(
			practice, "2026-11-19", arena_printf(&practice->note.arena, "## Top Three\n%s", cases[i].note));
		assert_string_equal(boxes(&practice->note.arena, shut(practice)), cases[i].boxes);
	}
}

static void a_box_that_is_ticked_here_alone_is_named(void **state)
{
	static const struct {
		const char *day, *home, *findings;
	} cases[] = {
		{ "- [x] A 🆔 aaaa\n", "- [ ] A 🆔 aaaa\n", "open_at_home" },
		{ "- [x] A 🆔 aaaa\n", "- [/] A 🆔 aaaa\n", "open_at_home" },
		{ "- [x] A 🆔 aaaa\n", "- [x] A 🆔 aaaa\n", "" },
		{ "- [x] A 🆔 aaaa\n", "- [-] A 🆔 aaaa\n", "" },
		{ "- [ ] A 🆔 aaaa\n", "- [x] A 🆔 aaaa\n", "" },
		{ "- [x] A\n", "- [ ] A\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_actions(practice, NOTE_OTHER, "Ideas.md", cases[i].home);
		practice_day(
			practice, "2026-11-19", arena_printf(&practice->note.arena, "## Top Three\n%s", cases[i].day));
		shut(practice);
		assert_string_equal(practice_findings(practice), cases[i].findings);
	}
}

/* The points themselves are those of test_session_completion.c. */
static void a_session_is_closed_when_its_note_says_all_of_it(void **state)
{
	static const char complete[] = "## Summary\nShe opens.\n## Action Items\n- [ ] A 📅 2026-11-27\n";
	static const struct {
		const char *status, *body, *next, *missing;
	} cases[] = {
		{ "held", complete, "planned", "" },
		{ "planned", complete, "planned", "status" },
		{ "planned", "", NULL, "status, summary, actions, next_session" },
		{ "held", "## Summary\nShe opens.\n## Action Items\n- [ ] A\n", NULL, "actions, next_session" },
		{ "held", "## Summary\n[Summary]\n## Action Items\n- [x] A\n", "planned", "summary" },
		{ "held", "## Summary\nS.\n## Action Items\n- [x] A\n## Resources\n- [ ] Send [[B]]\n", "planned",
			"resources" },
		/* Agreed on is not booked yet. */
		{ "held", "## Summary\nS.\n## Action Items\n- [x] A\n## Next Session\n**Date:** 2026-12-04\n", NULL,
			"next_session" },
		{ "held", complete, "cancelled", "next_session" },
		{ "missed", "", NULL, "next_session" },
		{ "missed", "", "planned", "" },
		{ "cancelled", "", NULL, "" },
		{ "rescheduled", "", NULL, "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_session_note(practice, "Ana Silva", "2026-11-19", cases[i].status, "", cases[i].body);
		practice_session(practice, "Li Wei", "2026-11-26", "planned", "");
		if (cases[i].next)
			practice_session(practice, "Ana Silva", "2026-11-27", cases[i].next, "");
		struct result_list sessions = sessions_of_the_day(practice);
		struct result_list missing = session_loose_ends(arena, sessions.items);
		const char *text = "";
		for (size_t k = 0; k < missing.count; k++)
			text = arena_printf(arena, "%s%s%.*s", text, k ? ", " : "",
				SPAN_PRINT(((const struct span *)missing.items)[k]));
		assert_string_equal(text, cases[i].missing);
		assert_int_equal(shut(practice)->sessions.count, missing.count > 0);
	}
}

static void a_session_of_the_package_s_end_needs_no_next_one(void **state)
{
	static const char body[] = "## Summary\nS.\n## Action Items\n- [x] A\n";
	struct practice_fixture *practice = *state;
	practice_engagement(practice, "---\nclient: Ana Silva\n---\n## Objective & Engagement Terms\n"
				      "**Package:** 2 sessions\n");
	practice_session(practice, "Ana Silva", "2026-11-05", "held", "");
	practice_session_note(practice, "Ana Silva", "2026-11-19", "held", "", body);
	assert_int_equal(shut(practice)->sessions.count, 0);
}

static void hours_of_the_day_are_added_up_and_none_are_no_zero(void **state)
{
	struct practice_fixture *practice = *state;
	practice_week(practice, "2026-W46", "| 2026-11-19 | 30m | admin | |\n");
	assert_string_equal(practice_decimal(practice, shut(practice)->hours->total), "0.5");
	practice = practice_again(state);
	practice_week(practice, "2026-W47",
		"| 2026-11-18 | 4 | admin | |\n| 2026-11-19 | 1.5 | coaching | |\n| 2026-11-19 | 20m | admin | |\n"
		"| 2026-11-19 | 2 | gardening | |\n| 2026-11-19 | soon | admin | |\n");
	const struct shut_hours *hours = shut(practice)->hours;
	assert_string_equal(practice_decimal(practice, hours->total), "1.8");
	assert_string_equal(practice_decimal(practice, hours->coaching), "1.5");
	assert_string_equal(practice_decimal(practice, hours->bizdev), "0.0");
	assert_int_equal(hours->unread.value, 2);
	practice = practice_again(state);
	practice_week(practice, "2026-W47", "| 2026-11-18 | 4 | admin | |\n");
	assert_string_equal(practice_decimal(practice, shut(practice)->hours->total), "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(each_box_is_told_by_its_mark_and_its_place),
		PRACTICE_TEST(what_was_settled_elsewhere_is_done),
		PRACTICE_TEST(a_preparation_is_left_while_its_session_is_to_be_prepared),
		PRACTICE_TEST(a_box_that_is_ticked_here_alone_is_named),
		PRACTICE_TEST(a_session_is_closed_when_its_note_says_all_of_it),
		PRACTICE_TEST(a_session_of_the_package_s_end_needs_no_next_one),
		PRACTICE_TEST(hours_of_the_day_are_added_up_and_none_are_no_zero),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
