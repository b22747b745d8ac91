/* What a day asks for, seen on Thursday 2026-11-19. */
#include "practice_fixture.h"

#include "rules/day_plan.h"

static const struct day_plan *plan_over(
	struct practice_fixture *practice, const char *day, const struct day_note *generated)
{
	struct week_plan_settings settings = { practice->settings, { .silent_days = 21, .stalled_days = 28 },
		&practice->note.aliases };
	practice_forget_findings(practice);
	actions_unite(&practice->records.actions, DATE_NONE, &practice->note.findings);
	return day_plan_decide(&practice->note.arena, &practice->records, &settings, practice_date(day), generated,
		&practice->note.findings);
}

static const struct day_plan *plan_on(struct practice_fixture *practice, const char *day)
{
	return plan_over(practice, day, NULL);
}

/* "[ ] **Prepare Ana Silva**; [ ] Call the bank 🆔 a7k2" */
static const char *top_three(struct practice_fixture *practice, const struct day_plan *plan)
{
	const char *text = "";
	for (size_t i = 0; i < plan->top_three.count; i++)
		text = arena_printf(&practice->note.arena, "%s%s%.*s", text, *text ? "; " : "",
			SPAN_PRINT(day_top_text(&practice->note.arena, LANGUAGE_ENGLISH,
				(const struct day_top *)plan->top_three.items + i)));
	return text;
}

static const char *carried(struct practice_fixture *practice, const struct day_plan *plan)
{
	const char *text = "";
	for (size_t i = 0; i < plan->carryover.count; i++)
		text = arena_printf(&practice->note.arena, "%s%s%.*s", text, *text ? "; " : "",
			SPAN_PRINT(((const struct day_carried *)plan->carryover.items)[i].text));
	return text;
}

static void sessions_come_first_then_what_is_due_then_the_oldest_overdue(void **state)
{
	static const struct {
		const char *actions, *top;
	} cases[] = {
		{ "", "[ ] **Prepare Ana Silva**; [ ] **Prepare Li Wei**" },
		{ "- [ ] Today 📅 2026-11-19\n",
			"[ ] **Prepare Ana Silva**; [ ] **Due:** Today; [ ] **Prepare Li Wei**" },
		{ "- [ ] Today 📅 2026-11-19 🆔 aaaa\n- [ ] Late 📅 2026-11-16\n- [ ] Later 📅 2026-11-17\n",
			"[ ] **Prepare Ana Silva**; [ ] Today 📅 2026-11-19 🆔 aaaa; [ ] **Overdue:** Late" },
		{ "- [ ] Late 📅 2026-11-17\n- [ ] Oldest 📅 2026-11-02\n",
			"[ ] **Prepare Ana Silva**; [ ] **Overdue:** Oldest; [ ] **Prepare Li Wei**" },
		{ "- [ ] Hers 📅 2026-11-19 [owner:: client]\n", "[ ] **Prepare Ana Silva**; [ ] **Prepare Li Wei**" },
		{ "- [x] Done 📅 2026-11-19\n- [ ] Sunday 📅 2026-11-22\n",
			"[ ] **Prepare Ana Silva**; [ ] **Prepare Li Wei**; [ ] **Due:** Sunday" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%",
			"| Ana Silva | weekly | Active | |\n| Li Wei | weekly | Active | |");
		practice_session(practice, "Ana Silva", "2026-11-19", "planned", "");
		practice_session(practice, "Li Wei", "2026-11-20", "planned", "");
		practice_actions(practice, NOTE_OTHER, "Ideas.md", cases[i].actions);
		assert_string_equal(top_three(practice, plan_on(practice, "2026-11-19")), cases[i].top);
	}
}

static void what_is_ticked_keeps_its_place(void **state)
{
	static const struct {
		const char *note, *top;
	} cases[] = {
		{ "## Top Three\n- [ ] **Overdue:** A\n",
			"[ ] **Overdue:** A; [ ] **Overdue:** B; [ ] **Overdue:** C" },
		{ "## Top Three\n- [x] **Overdue:** A\n", "[ ] **Overdue:** B; [ ] **Overdue:** C" },
		{ "## Die drei Wichtigsten\n- [x] **Überfällig:** A\n", "[ ] **Overdue:** B; [ ] **Overdue:** C" },
		{ "## Top Three\n- [x] **Overdue:** A\n- [-] Mine\n- [x] More\n- [x] Four\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_actions(practice, NOTE_OTHER, "Ideas.md",
			"- [ ] A 📅 2026-11-01\n- [ ] B 📅 2026-11-02\n- [ ] C 📅 2026-11-03\n- [ ] D 📅 2026-11-04\n");
		practice_day(practice, "2026-11-19", cases[i].note);
		assert_string_equal(top_three(practice, plan_on(practice, "2026-11-19")), cases[i].top);
	}
}

/* A is done at its home, B not; what coach generated has boxes for both. */
static void what_was_done_since_is_ticked_and_keeps_its_place(void **state)
{
	static const char generated[] = "---\ndate: 2026-11-19\n---\n## Top Three\n%s";
	static const struct {
		const char *generated, *note, *done, *top;
	} cases[] = {
		{ "- [ ] **Overdue:** A\n- [ ] **Overdue:** B\n", "- [ ] **Overdue:** A\n- [ ] **Overdue:** B\n",
			"[x] **Overdue:** A", "[ ] **Overdue:** B; [ ] **Overdue:** C" },
		{ "- [x] **Overdue:** A\n- [ ] **Overdue:** B\n", "- [x] **Overdue:** A\n- [ ] **Overdue:** B\n",
			"[x] **Overdue:** A", "[ ] **Overdue:** B; [ ] **Overdue:** C" },
		{ "- [ ] **Overdue:** A\n", "- [x] **Overdue:** A\n", "", "[ ] **Overdue:** B; [ ] **Overdue:** C" },
		{ "- [x] **Overdue:** A\n", "- [ ] **Overdue:** A\n", "",
			"[ ] **Overdue:** B; [ ] **Overdue:** C; [ ] **Overdue:** D" },
		{ "", "- [ ] **Overdue:** A\n", "", "[ ] **Overdue:** B; [ ] **Overdue:** C; [ ] **Overdue:** D" },
		{ "- [ ] **Overdue:** A\n", "", "", "[ ] **Overdue:** B; [ ] **Overdue:** C; [ ] **Overdue:** D" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		struct day_note base;
		practice_actions(practice, NOTE_OTHER, "Ideas.md",
			"- [x] A 📅 2026-11-01\n- [ ] B 📅 2026-11-02\n- [ ] C 📅 2026-11-03\n- [ ] D 📅 2026-11-04\n");
		practice_day(practice, "2026-11-19", arena_printf(arena, "## Top Three\n%s", cases[i].note));
		assert_true(day_note_read(
			note_outline(&practice->note, "base.md", arena_printf(arena, generated, cases[i].generated)),
			DATE_NONE, &base, &practice->note.findings));
		const struct day_plan *plan = plan_over(practice, "2026-11-19", &base);
		const struct span *done = plan->done_top.items;
		assert_int_equal(plan->done_top.count, cases[i].done[0] != 0);
		if (plan->done_top.count)
			assert_span(done[0], cases[i].done);
		assert_string_equal(top_three(practice, plan), cases[i].top);
	}
}

/* Each text: a note of Monday 2026-11-16, one of another kind, and what Thursday carries on. */
static void what_the_last_day_left_open_is_carried_over(void **state)
{
	static const struct {
		const char *day, *note, *other, *carried;
	} cases[] = {
		{ "2026-11-16", "## Top Three\n- [ ] A\n- [x] B\n## Carryover\n- [/] C\n- [-] D\n- [>] E\n", "",
			"[ ] A; [/] C" },
		{ "2026-11-16", "## Top Three\n- [ ] **Prepare Ana Silva**\n## Touches\n- [ ] T\n## Log\n- [ ] L\n", "",
			"" },
		{ "2026-11-16", "## Top Three\n- [ ] A 🆔 aaaa\n## Carryover\n- [ ] A 🆔 aaaa\n- [ ] B\n- [ ] b\n", "",
			"[ ] A 🆔 aaaa; [ ] B" },
		{ "2026-11-16", "## Carryover\n- [ ] A 🆔 aaaa\n- [ ] B 🆔 bbbb\n",
			"- [x] A 🆔 aaaa ✅ 2026-11-17\n- [ ] B 🆔 bbbb\n", "[ ] B 🆔 bbbb" },
		{ "2026-11-12", "## Carryover\n- [ ] A\n", "", "[ ] A" },
		{ "2026-11-11", "## Carryover\n- [ ] A\n", "", "" },
		{ "2026-11-20", "## Carryover\n- [ ] A\n", "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_actions(practice, NOTE_OTHER, "Ideas.md", cases[i].other);
		practice_day(practice, cases[i].day, cases[i].note);
		assert_string_equal(carried(practice, plan_on(practice, "2026-11-19")), cases[i].carried);
		bool missed = strstr(practice_findings(practice), "missed_day") != NULL;
		assert_int_equal(missed, strcmp(cases[i].day, "2026-11-11") == 0);
	}
}

/* The one that is due today is among the three, and not carried over beside that. */
static void no_action_stands_in_two_lists(void **state)
{
	struct practice_fixture *practice = *state;
	practice_day(practice, "2026-11-18", "## Carryover\n- [ ] Call the bank 📅 2026-11-19\n- [ ] Tidy up\n");
	const struct day_plan *plan = plan_on(practice, "2026-11-19");
	assert_string_equal(top_three(practice, plan), "[ ] Call the bank 📅 2026-11-19");
	assert_string_equal(carried(practice, plan), "[ ] Tidy up");
	assert_int_equal(plan->due.count, 1);
}

static void a_session_says_what_is_to_be_done_before_it(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
	practice_session_note(
		practice, "Ana Silva", "2026-11-12", "held", "", "## Next Session\n**Date:** 2026-11-19 14:00\n");
	const struct day_plan *plan = plan_on(practice, "2026-11-19");
	const struct day_session *sessions = plan->sessions.items;
	assert_int_equal(plan->sessions.count, 1);
	assert_int_equal(sessions[0].status, -1);
	assert_int_equal(sessions[0].todo, TODO_BOOK);
	assert_span(sessions[0].start, "14:00");
	practice_session_note(
		practice, "Ana Silva", "2026-11-19", "planned", "start: \"14:00\"\n", "## Agenda\n- One\n");
	practice_session_note(practice, "Ana Silva", "2026-11-19", "cancelled", "start: \"15:00\"\n", "");
	practice_session_note(practice, "Guest", "2026-11-19", "planned", "start: \"16:00\"\n", "");
	plan = plan_on(practice, "2026-11-19");
	sessions = plan->sessions.items;
	assert_int_equal(plan->sessions.count, 2);
	assert_true(sessions[0].prepared);
	assert_int_equal(sessions[0].todo, TODO_NOTHING);
	assert_int_equal(sessions[0].minutes.value, 60);
	assert_span(sessions[1].client, "Guest");
	assert_int_equal(sessions[1].todo, TODO_AGENDA);
}

/* "2026-11-10 Ana Silva: settle, 2 later; …" */
static const char *asked_for(struct practice_fixture *practice, const struct result_list *sessions)
{
	static const char *const todos[] = { "nothing", "agenda", "book", "settle" };
	struct arena *arena = &practice->note.arena;
	const char *text = "";
	for (size_t i = 0; i < sessions->count; i++) {
		const struct day_session *session = (const struct day_session *)sessions->items + i;
		text = arena_printf(arena, "%s%s%s %.*s: %s%s", text, *text ? "; " : "",
			date_format(session->date).text, SPAN_PRINT(session->client), todos[session->todo],
			session->later ? arena_printf(arena, ", %zu later", session->later) : "");
	}
	return text;
}

/* Seen from Thursday 2026-11-19, or the day that is said. */
static void what_is_not_prepared_for_the_next_day_is_named(void **state)
{
	static const struct {
		const char *day, *date, *status, *body, *coming;
	} cases[] = {
		{ "2026-11-19", "2026-11-20", "planned", "", "2026-11-20 Ana: agenda" },
		{ "2026-11-19", "2026-11-20", "planned", "## Agenda\n- One\n", "" },
		{ "2026-11-19", "2026-11-20", "cancelled", "", "" },
		{ "2026-11-19", "2026-11-21", "planned", "", "" },
		{ "2026-11-20", "2026-11-23", "planned", "", "2026-11-23 Ana: agenda" },
		{ "2026-11-21", "2026-11-23", "planned", "", "2026-11-23 Ana: agenda" },
		{ "2026-11-20", "2026-11-24", "planned", "", "" },
		{ "2026-11-22", "2026-11-23", "planned", "", "2026-11-23 Ana: agenda" },
		{ "2026-11-22", "2026-11-10", "held", "## Next Session\n**Date:** 2026-11-23 14:00\n",
			"2026-11-23 Ana: book" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| Ana | weekly | Active | |");
		practice_session_note(practice, "Ana", cases[i].date, cases[i].status, "", cases[i].body);
		assert_string_equal(asked_for(practice, &plan_on(practice, cases[i].day)->coming), cases[i].coming);
	}
}

static void sessions_that_nobody_settled_are_named_with_what_settles_them(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(
		practice, "60% / 25% / 15%", "| Ana | weekly | Active | |\n| Li Wei | weekly | Completed | |");
	practice_session(practice, "Ana", "2026-11-03", "held", "");
	practice_session(practice, "Li Wei", "2026-11-09", "planned", "");
	practice_session(practice, "Ana", "2026-11-10", "planned", "");
	practice_session(practice, "Guest", "2026-11-11", "planned", "");
	practice_session(practice, "Ana", "2026-11-12", "missed", "");
	practice_session(practice, "Ana", "2026-11-17", "planned", "");
	practice_session(practice, "Ana", "2026-11-18", "planned", "");
	practice_session(practice, "Li Wei", "2026-11-19", "planned", "");
	assert_string_equal(asked_for(practice, &plan_on(practice, "2026-11-19")->unsettled),
		"2026-11-09 Li Wei: settle; 2026-11-10 Ana: settle, 2 later; 2026-11-11 Guest: settle");
	assert_string_equal(asked_for(practice, &plan_on(practice, "2026-11-09")->unsettled), "");
}

static void an_empty_practice_has_a_calm_day(void **state)
{
	const struct day_plan *plan = plan_on(*state, "2026-11-19");
	assert_int_equal(plan->sessions.count + plan->top_three.count + plan->due.count + plan->overdue.count +
				 plan->touches.count + plan->carryover.count,
		0);
	assert_false(date_is_known(plan->carried_from));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(sessions_come_first_then_what_is_due_then_the_oldest_overdue),
		PRACTICE_TEST(what_is_ticked_keeps_its_place),
		PRACTICE_TEST(what_was_done_since_is_ticked_and_keeps_its_place),
		PRACTICE_TEST(what_the_last_day_left_open_is_carried_over),
		PRACTICE_TEST(no_action_stands_in_two_lists),
		PRACTICE_TEST(a_session_says_what_is_to_be_done_before_it),
		PRACTICE_TEST(what_is_not_prepared_for_the_next_day_is_named),
		PRACTICE_TEST(sessions_that_nobody_settled_are_named_with_what_settles_them),
		PRACTICE_TEST(an_empty_practice_has_a_calm_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
