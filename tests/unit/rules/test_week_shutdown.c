/* How week 2026-W47 ends, seen on Friday 2026-11-20 or on the Monday after. */
#include "practice_fixture.h"

#include "rules/week_shutdown.h"

static const struct week_shutdown *shut(
	struct practice_fixture *practice, const struct week_note *generated, const char *today)
{
	struct week_shutdown_settings settings = {
		{ practice->settings, { .silent_days = 21, .stalled_days = 28 }, &practice->note.aliases }, 10
	};
	practice_forget_findings(practice);
	return week_shutdown_decide(&practice->note.arena, &practice->records, &settings,
		practice_week_named("2026-W47"), generated, practice_date(today), &practice->note.findings);
}

/* "open A; done B" */
static const char *states(struct practice_fixture *practice, const struct result_list *items)
{
	const char *text = "";
	for (size_t i = 0; i < items->count; i++) {
		const struct planned_item *item = (const struct planned_item *)items->items + i;
		text = arena_printf(&practice->note.arena, "%s%s%s %.*s", text, *text ? "; " : "",
			planned_state_names[item->state], SPAN_PRINT(item->text));
	}
	return text;
}

static const char *facts(struct practice_fixture *practice, const struct result_list *list)
{
	const char *text = "";
	for (size_t i = 0; i < list->count; i++) {
		const struct client_fact *fact = (const struct client_fact *)list->items + i;
		text = arena_printf(&practice->note.arena, "%s%s%s %.*s:%lld %.*s", text, *text ? "; " : "",
			fact_kind_names[fact->kind], SPAN_PRINT(fact->path), fact->line.value, SPAN_PRINT(fact->fact));
	}
	return text;
}

/* The session of Ana's is prepared in the note, the one of Li's is not. */
static void a_priority_is_done_when_the_plan_asks_for_it_no_more(void **state)
{
	static const struct {
		const char *lines, *states;
	} cases[] = {
		{ "1. **Prepare Ana Silva** — session on Thu\n2. **Prepare Li Wei** — session on Fri\n",
			"done **Prepare Ana Silva** — session on Thu; open **Prepare Li Wei** — session on Fri" },
		{ "1. Rest\n", "unknown Rest" },
		{ "- [x] **Prepare Li Wei** — session on Fri\n- [ ] Rest\n- [-] Run\n",
			"done **Prepare Li Wei** — session on Fri; open Rest; cancelled Run" },
		{ "1. **Prepare Li Wei** — session on Fri\n   - a note of mine\n",
			"open **Prepare Li Wei** — session on Fri" },
		{ "1. **Prepare Li Wei**, in the big room\n", "unknown **Prepare Li Wei**, in the big room" },
		{ "", "" },
	};
	static const char generated[] =
		"---\nweek: 2026-W47\n---\n## Priorities\n"
		"1. **Prepare Ana Silva** — session on Thu\n2. **Prepare Li Wei** — session on Fri\n";
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct week_note base;
		practice_contract(practice, "60% / 25% / 15%",
			"| Ana Silva | weekly | Active | |\n| Li Wei | weekly | Active | |");
		practice_session_note(practice, "Ana Silva", "2026-11-19", "planned", "", "## Agenda\n- One\n");
		practice_session(practice, "Li Wei", "2026-11-20", "planned", "");
		practice_week_note(
			practice, "2026-W47", arena_printf(&practice->note.arena, "## Priorities\n%s", cases[i].lines));
		assert_true(week_note_read(
			note_outline(&practice->note, "base.md", generated), NULL, &base, &practice->note.findings));
		const struct week_shutdown *week = shut(practice, &base, "2026-11-20");
		assert_string_equal(states(practice, &week->priorities), cases[i].states);
	}
}

/* Without what was generated nothing tells which lines are coach's. */
static void without_a_base_no_priority_is_judged(void **state)
{
	struct practice_fixture *practice = *state;
	practice_week_note(practice, "2026-W47", "## Priorities\n1. **Prepare Ana** — session\n");
	assert_string_equal(
		states(practice, &shut(practice, NULL, "2026-11-20")->priorities), "unknown **Prepare Ana** — session");
}

static void rituals_partners_and_carryover_are_told_by_their_boxes(void **state)
{
	struct practice_fixture *practice = *state;
	practice_week_note(practice, "2026-W47",
		"## Rituals\n- [x] Review\n- [ ] Supervision\n## Partner Check-ins\n- [-] Ben\n"
		"## Carryover\n- [x] Call\n- [/] Write\n- [>] Plan\n");
	const struct week_shutdown *week = shut(practice, NULL, "2026-11-23");
	assert_string_equal(states(practice, &week->rituals), "done Review; open Supervision");
	assert_string_equal(states(practice, &week->partners), "cancelled Ben");
	assert_string_equal(states(practice, &week->carried), "done Call; open Write; cancelled Plan");
	assert_int_equal(week->carryover.count, 1);
	assert_span(((const struct week_item *)week->carryover.items)[0].text, "[/] Write");
}

static void a_week_is_judged_when_it_is_over_alone(void **state)
{
	static const struct {
		const char *today;
		bool over;
		enum capacity_status status;
	} cases[] = {
		{ "2026-11-20", false, CAPACITY_IN_PROGRESS },
		{ "2026-11-22", false, CAPACITY_IN_PROGRESS },
		{ "2026-11-23", true, CAPACITY_BREACHED },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
		practice_week_of(practice, "2026-W47", 60, 0, 540);
		const struct week_shutdown *week = shut(practice, NULL, cases[i].today);
		const struct capacity_category *categories = week->capacity->actual->categories.items;
		assert_int_equal(week->over, cases[i].over);
		assert_int_equal(categories[CATEGORY_ADMIN].status, cases[i].status);
	}
}

static void a_week_without_hours_has_no_shares(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
	practice_session(practice, "Ana Silva", "2026-11-18", "held", "");
	practice_session(practice, "Ana Silva", "2026-11-19", "missed", "");
	practice_session(practice, "Ana Silva", "2026-11-20", "cancelled", "");
	practice_session(practice, "Ana Silva", "2026-11-24", "planned", "");
	const struct week_shutdown *week = shut(practice, NULL, "2026-11-23");
	assert_false(week->capacity->actual->hours_total.known);
	assert_int_equal(week->capacity->actual->categories.count, 0);
	assert_int_equal(week->sessions->held.value, 1);
	assert_int_equal(week->sessions->missed.value, 1);
	assert_int_equal(week->sessions->cancelled.value, 1);
	assert_int_equal(week->sessions->planned.value, 0);
}

static void a_metric_is_a_win_when_it_came_closer_to_its_target(void **state)
{
	static const char engagement[] =
		"---\ntype: engagement\nclient: \"[[Ana Silva]]\"\n---\n"
		"## Client Success Metrics\n| Metric | Baseline | Target | Deadline |\n| --- | --- | --- | --- |\n"
		"| Calls | %s | %s | |\n\n## Progress Log\n| Date | Metric | Value |\n| --- | --- | --- |\n%s";
	static const struct {
		const char *baseline, *target, *rows, *wins;
	} cases[] = {
		{ "2", "8", "| 2026-11-18 | Calls | 4 |\n", "metric Clients/engagement.md:8 Calls: 2 → 4, target 8" },
		{ "2", "8", "| 2026-11-10 | Calls | 4 |\n| 2026-11-18 | Calls | 5 |\n",
			"metric Clients/engagement.md:8 Calls: 4 → 5, target 8" },
		{ "9", "3", "| 2026-11-10 | Calls | 7 |\n| 2026-11-18 | Calls | 6 |\n",
			"metric Clients/engagement.md:8 Calls: 7 → 6, target 3" },
		{ "9", "3", "| 2026-11-10 | Calls | 6 |\n| 2026-11-18 | Calls | 7 |\n", "" },
		{ "2", "8", "| 2026-11-10 | Calls | 4 |\n| 2026-11-18 | Calls | 4 |\n", "" },
		{ "2", "8", "| 2026-11-10 | Calls | 4 |\n", "" },
		{ "2", "8", "| 2026-11-23 | Calls | 4 |\n", "" },
		{ "few", "many", "| 2026-11-18 | Calls | more |\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
		practice_engagement(practice, arena_printf(&practice->note.arena, engagement, cases[i].baseline,
						      cases[i].target, cases[i].rows));
		assert_string_equal(facts(practice, &shut(practice, NULL, "2026-11-23")->wins), cases[i].wins);
	}
}

static void an_action_of_the_client_is_a_win_on_the_day_it_was_done(void **state)
{
	static const struct {
		const char *status, *line, *wins;
	} cases[] = {
		{ "Active", "- [x] Draft the memo ✅ 2026-11-18\n",
			"action Sessions/2026-11-10 Ana Silva 0.md:8 done on 2026-11-18: Draft the memo" },
		{ "Active", "- [x] Draft the memo ✅ 2026-11-15\n", "" },
		{ "Active", "- [x] Draft the memo\n", "" },
		{ "Active", "- [x] Send the list [owner:: coach] ✅ 2026-11-18\n", "" },
		{ "On Hold", "- [x] Draft the memo ✅ 2026-11-18\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%",
			arena_printf(&practice->note.arena, "| Ana Silva | weekly | %s | |", cases[i].status));
		practice_session_note(practice, "Ana Silva", "2026-11-10", "held", "",
			arena_printf(&practice->note.arena, "## Action Items\n%s", cases[i].line));
		assert_string_equal(facts(practice, &shut(practice, NULL, "2026-11-23")->wins), cases[i].wins);
	}
}

static void a_concern_is_a_red_flag_with_its_place(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
	practice_session(practice, "Ana Silva", "2026-11-18", "missed", "");
	assert_string_equal(facts(practice, &shut(practice, NULL, "2026-11-23")->concerns),
		"flag Sessions/2026-11-18 Ana Silva 0.md:5 missed on 2026-11-18, and no later session is booked");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_priority_is_done_when_the_plan_asks_for_it_no_more),
		PRACTICE_TEST(without_a_base_no_priority_is_judged),
		PRACTICE_TEST(rituals_partners_and_carryover_are_told_by_their_boxes),
		PRACTICE_TEST(a_week_is_judged_when_it_is_over_alone),
		PRACTICE_TEST(a_week_without_hours_has_no_shares),
		PRACTICE_TEST(a_metric_is_a_win_when_it_came_closer_to_its_target),
		PRACTICE_TEST(an_action_of_the_client_is_a_win_on_the_day_it_was_done),
		PRACTICE_TEST(a_concern_is_a_red_flag_with_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
