/* What a week asks for: links that lead somewhere, and what is missing to plan by. */
#include "practice_fixture.h"

#include "rules/week_plan.h"

static const struct week_plan *plan_of(struct practice_fixture *practice)
{
	struct week_plan_settings settings = { practice->settings, { .silent_days = 21, .stalled_days = 28 } };
	practice_forget_findings(practice);
	return week_plan_decide(&practice->note.arena, &practice->records, &settings, practice_week_named("2026-W47"),
		practice_date("2026-11-16"), &practice->note.findings);
}

static struct span first_link(const struct week_plan *plan)
{
	assert_true(plan->clients.count > 0);
	return ((const struct week_client *)plan->clients.items)[0].link;
}

static void a_client_is_linked_by_a_note_that_is_there(void **state)
{
	static const char engagement[] = "---\ntype: engagement\nclient: \"[[%s]]\"\n---\n";
	static const struct {
		const char *row;
		const char *engaged; /* whose note "Clients/engagement.md" is */
		const char *link;
	} cases[] = {
		{ "Ana Silva", "", "Ana Silva" },
		{ "Ana Silva", "Li Wei", "Ana Silva" },
		{ "Ana Silva", "Ana Silva", "[[engagement|Ana Silva]]" },
		{ "[[Ana Silva]]", "", "[[Ana Silva]]" },
		{ "[[Ana Silva\\|Ana]]", "Ana Silva", "[[Ana Silva|Ana]]" },
		{ "Engagement", "Engagement", "[[engagement|Engagement]]" },
		{ "engagement", "Engagement", "[[engagement]]" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_contract(
			practice, "60% / 25% / 15%", arena_printf(arena, "| %s | weekly | Active | |", cases[i].row));
		if (cases[i].engaged[0])
			practice_engagement(practice, arena_printf(arena, engagement, cases[i].engaged));
		assert_span(first_link(plan_of(practice)), cases[i].link);
	}
}

static void engagement_notes_of_one_name_are_linked_by_their_path(void **state)
{
	struct practice_fixture *practice = *state;
	struct note_fixture *note = &practice->note;
	static const char *const clients[] = { "Ana Silva", "Li Wei" };
	practice_contract(
		practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |\n| Li Wei | weekly | Active | |");
	for (size_t i = 0; i < 2; i++) {
		const char *path = arena_printf(&note->arena, "Clients/%s/Engagement.md", clients[i]);
		practice->engagements[i] = (struct engagement){ .document = note_parse(note, path, "# Engagement\n"),
			.client = span_of(clients[i]) };
	}
	practice->records.engagement_count = 2;
	practice_resolve(practice);
	assert_span(first_link(plan_of(practice)), "[[Clients/Ana Silva/Engagement|Ana Silva]]");
}

static bool misses_plan(struct practice_fixture *practice)
{
	plan_of(practice);
	const struct finding_list *findings = &practice->note.findings;
	for (size_t i = 0; i < findings->count; i++) {
		if (findings->items[i].code != FINDING_NO_PLAN)
			continue;
		assert_string_equal(findings->items[i].message, "no quarterly plan covers 2026-W47");
		assert_string_equal(findings->items[i].hint, "a note titled \"# Quarterly Plan: Q4 2026\" is one");
		return true;
	}
	return false;
}

static void a_practice_without_a_plan_of_the_quarter_is_told(void **state)
{
	struct practice_fixture *practice = *state;
	assert_false(misses_plan(practice));
	practice_session(practice, "Ana Silva", "2026-11-02", "held", "");
	assert_true(misses_plan(practice));
	practice = practice_again(state);
	practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
	practice_plan(practice, "# Quarterly Plan: Q3 2026\n");
	assert_true(misses_plan(practice));
	practice_plan(practice, "# Quarterly Plan: Q4 2026\n");
	assert_false(misses_plan(practice));
}

static void a_ritual_without_a_rhythm_is_named_with_its_place(void **state)
{
	struct practice_fixture *practice = *state;
	practice_portfolio(practice, "## Practice Rituals\n\n- **Accounts:** monthly\n- **Reading** — when I like\n");
	plan_of(practice);
	assert_string_equal(practice_findings(practice), "ritual_undated");
	const struct finding *finding = &practice->note.findings.items[0];
	assert_string_equal(finding->message, "how often \"Reading\" comes could not be read");
	assert_string_equal(finding->position.path, "portfolio.md");
	assert_int_equal(finding->position.line, 4);
	assert_int_equal(finding->position.column, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_client_is_linked_by_a_note_that_is_there),
		PRACTICE_TEST(engagement_notes_of_one_name_are_linked_by_their_path),
		PRACTICE_TEST(a_practice_without_a_plan_of_the_quarter_is_told),
		PRACTICE_TEST(a_ritual_without_a_rhythm_is_named_with_its_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
