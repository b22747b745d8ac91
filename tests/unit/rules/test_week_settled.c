/* What week 2026-W47 asked for and was done by Thursday 2026-11-19. */
#include "practice_fixture.h"

#include "rules/week_settled.h"

static const struct week_plan *plan_of(struct practice_fixture *practice)
{
	struct week_plan_settings settings = { practice->settings, { .silent_days = 21, .stalled_days = 28 },
		&practice->note.aliases };
	actions_unite(&practice->records.actions, DATE_NONE, &practice->note.findings);
	return week_plan_decide(&practice->note.arena, &practice->records, &settings, practice_week_named("2026-W47"),
		practice_date("2026-11-19"), &practice->note.findings);
}

static const char *standing_of(const struct week_plan *plan, const char *line)
{
	static const char *const names[] = {
		[STANDING_ASKED] = "asked",
		[STANDING_SETTLED] = "settled",
		[STANDING_WITHDRAWN] = "withdrawn",
	};
	return names[week_plan_standing(plan, span_of(line))];
}

static void a_session_line_is_settled_by_what_became_of_the_session(void **state)
{
	static const struct {
		const char *date, *status, *body, *line, *standing;
	} cases[] = {
		{ "2026-11-20", "planned", "", "**Prepare [[Ana]]** — session on Fri", "asked" },
		{ "2026-11-20", "planned", "## Agenda\n- One\n", "**Prepare [[Ana]]** — session on Fri", "settled" },
		{ "2026-11-18", "held", "", "**Prepare [[Ana]]** — session on Wed", "withdrawn" },
		{ "2026-11-18", "held", "## Agenda\n- One\n", "**Prepare [[Ana]]** — session on Wed", "settled" },
		{ "2026-11-20", "cancelled", "", "**Prepare [[Ana]]** — session on Fri", "withdrawn" },
		{ "2026-11-27", "planned", "", "**Prepare [[Ana]]** — session on Fri", "withdrawn" },
		{ "2026-11-20", "planned", "", "**Prepare [[Ana B]]** — session on Fri", "withdrawn" },
		{ "2026-11-27", "planned", "", "**Book [[Ana]]** — agreed for Thu", "settled" },
		{ "2026-11-20", "cancelled", "", "**Book [[Ana]]** — agreed for Thu", "withdrawn" },
		{ "2026-11-17", "planned", "", "**Mark [[2026-11-17 Ana 0]] held or missed** — planned", "asked" },
		{ "2026-11-17", "missed", "", "**Mark [[2026-11-17 Ana 0]] held or missed** — planned", "settled" },
		{ "2026-11-17", "held", "",
			"**Mark [[2026-11-17 Ana 0]], [[2026-11-18 Ana 1]] held or missed** — planned", "withdrawn" },
		{ "2026-11-17", "missed", "", "**Reach out to [[Ana]]** — missed on 2026-11-17", "asked" },
		{ "2026-11-17", "held", "", "**Reach out to [[Ana]]** — missed on 2026-11-17", "settled" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "50/30/20", "| [[Ana]] | weekly | Active | |");
		practice_session_note(practice, "Ana", cases[i].date, cases[i].status, "", cases[i].body);
		assert_string_equal(standing_of(plan_of(practice), cases[i].line), cases[i].standing);
	}
}

static void an_action_is_settled_by_being_ticked(void **state)
{
	static const struct {
		const char *lines, *standing;
	} cases[] = {
		{ "- [ ] Rent 📅 2026-11-18", "asked" },
		{ "- [x] Rent 📅 2026-11-18 ✅ 2026-11-18", "settled" },
		{ "- [x] Rent 📅 2026-11-18", "settled" },
		{ "- [x] Rent 📅 2026-10-18 ✅ 2026-10-18", "withdrawn" },
		{ "- [x] Rent 📅 2026-10-18 ✅ 2026-10-18\n- [ ] Rent 📅 2026-12-18", "withdrawn" },
		{ "- [x] Rent 📅 2026-11-18 ✅ 2026-11-18\n- [ ] Rent 📅 2026-12-18 🔁 every month", "settled" },
		{ "- [-] Rent 📅 2026-11-18", "withdrawn" },
		{ "- [ ] Rent 📅 2026-11-25", "withdrawn" },
		{ "", "withdrawn" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_actions(practice, NOTE_INBOX, "a.md", cases[i].lines);
		assert_string_equal(standing_of(plan_of(practice), "Rent — due on Wed 2026-11-18, noted in [[a]]"),
			cases[i].standing);
	}
}

static void what_was_carried_over_is_settled_where_it_was_ticked(void **state)
{
	static const struct {
		const char *own, *home, *standing;
	} cases[] = {
		{ "", "", "asked" },
		{ "- [x] Rent 🆔 a1b2\n", "", "settled" },
		{ "", "- [x] Rent 🆔 a1b2\n", "settled" },
		{ "- [-] Rent 🆔 a1b2\n", "", "withdrawn" },
		{ "", "- [-] Rent 🆔 a1b2\n", "withdrawn" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_week_note(practice, "2026-W46", "## Carryover\n- [ ] Rent 🆔 a1b2\n");
		practice_week_note(
			practice, "2026-W47", arena_printf(&practice->note.arena, "## Carryover\n%s", cases[i].own));
		practice_actions(practice, NOTE_INBOX, "a.md", cases[i].home);
		assert_string_equal(
			standing_of(plan_of(practice), "Rent — carried over from 2026-W46"), cases[i].standing);
	}
}

/* "A; B": the lines that are done, of those that coach wrote. */
static void the_done_lines_are_coachs_own_that_nobody_changed(void **state)
{
	static const char generated[] = "---\nweek: 2026-W47\n---\n## Priorities\n"
					"1. Rent — due\n2. Tax — due\n3. Memo — due\n4. ~~Call — due~~\n";
	static const struct {
		const char *lines, *done;
	} cases[] = {
		{ "1. Rent — due\n2. Tax — due\n3. Memo — due\n4. ~~Call — due~~\n", "Rent — due; Call — due" },
		{ "1. Rent — today\n2. Tax — due\n3. [x] Memo\n", "" },
		{ "1. [x] Rent — due\n2. Tax — due\n3. ~~Memo — due~~\n", "" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		struct week_note base;
		const char *text = "";
		practice_week_note(practice, "2026-W47", arena_printf(arena, "## Priorities\n%s", cases[i].lines));
		practice_actions(practice, NOTE_INBOX, "a.md", "- [x] Rent 📅 2026-11-18\n- [ ] Tax 📅 2026-11-18\n");
		assert_true(week_note_read(
			note_outline(&practice->note, "base.md", generated), NULL, &base, &practice->note.findings));
		struct result_list done = week_done_lines(arena, plan_of(practice), &practice->weeks[0], &base);
		for (size_t k = 0; k < done.count; k++)
			text = arena_printf(arena, "%s%s%.*s", text, k ? "; " : "",
				SPAN_PRINT(((const struct span *)done.items)[k]));
		assert_string_equal(text, cases[i].done);
		assert_int_equal(week_done_lines(arena, plan_of(practice), &practice->weeks[0], NULL).count, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_session_line_is_settled_by_what_became_of_the_session),
		PRACTICE_TEST(an_action_is_settled_by_being_ticked),
		PRACTICE_TEST(what_was_carried_over_is_settled_where_it_was_ticked),
		PRACTICE_TEST(the_done_lines_are_coachs_own_that_nobody_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
