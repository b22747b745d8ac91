/* An engagement stands in the phase that it names, and the next one is proposed when its sessions are done. */
#include "practice_fixture.h"

#include "rules/phase.h"

#define PHASES                                                                                                         \
	"### Phase 1: Onboarding (Sessions 1-2)\n\n### Phase 2: Implementation (Sessions 3-6)\n\n"                     \
	"### Phase 3: Optimization (Sessions 7-8)\n"

static const struct engagement *read_phase(struct practice_fixture *practice, const char *phase, const char *phases)
{
	practice->records.engagement_count = 0;
	practice_engagement(
		practice, arena_printf(&practice->note.arena,
				  "## Document Metadata\n| Field | Value |\n|---|---|\n| Current Phase | %s |\n\n"
				  "## 4. Engagement Structure\n\n%s",
				  phase, phases));
	return &practice->engagements[0];
}

static void the_current_phase_is_the_one_that_is_named(void **state)
{
	static const struct {
		const char *phase;
		int session;
		const char *current;
	} cases[] = {
		{ "Onboarding", 7, "Onboarding" },
		{ "**implementation**", 1, "Implementation" },
		{ "Active", 1, "Implementation" },
		{ "Aktiv", 1, "Implementation" },
		{ "Optimization", 1, "Optimization" },
		/* no name that is known: by the session's number */
		{ "", 2, "Onboarding" },
		{ "Somewhere", 3, "Implementation" },
		{ "", 8, "Optimization" },
		{ "", 9, NULL },
		{ "", 0, NULL },
	};
	struct practice_fixture *practice = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct engagement *engagement = read_phase(practice, cases[i].phase, PHASES);
		const struct engagement_phase *current =
			phase_current(&practice->note.arena, &practice->note.aliases, engagement, cases[i].session);
		assert_int_equal(current != NULL, cases[i].current != NULL);
		if (current)
			assert_span(current->name, cases[i].current);
	}
}

static void the_next_phase_comes_when_the_sessions_are_done(void **state)
{
	static const struct {
		const char *phase;
		int session;
		const char *done, *next;
	} cases[] = {
		{ "Onboarding", 1, NULL, NULL },
		{ "Onboarding", 2, "Onboarding", "Implementation" },
		{ "Onboarding", 5, "Onboarding", "Implementation" },
		{ "Active", 5, NULL, NULL },
		{ "Active", 6, "Implementation", "Optimization" },
		{ "", 6, "Implementation", "Optimization" },
		{ "Optimization", 8, NULL, NULL },
		{ "", 9, NULL, NULL },
		{ "Onboarding", 0, NULL, NULL },
	};
	struct practice_fixture *practice = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct engagement *engagement = read_phase(practice, cases[i].phase, PHASES);
		const struct engagement_phase *done = NULL;
		const struct engagement_phase *next = phase_proposed(
			&practice->note.arena, &practice->note.aliases, engagement, cases[i].session, &done);
		assert_int_equal(next != NULL, cases[i].next != NULL);
		assert_int_equal(done != NULL, cases[i].next != NULL);
		if (!next)
			continue;
		assert_span(next->name, cases[i].next);
		assert_span(done->name, cases[i].done);
	}
}

static void phases_that_say_no_sessions_propose_nothing(void **state)
{
	struct practice_fixture *practice = *state;
	const struct engagement_phase *done = NULL;
	const struct engagement *engagement =
		read_phase(practice, "Onboarding", "### Phase 1: Onboarding\n\n### Phase 2: Implementation\n");
	assert_int_equal(engagement->phase_count, 2);
	assert_null(phase_proposed(&practice->note.arena, &practice->note.aliases, engagement, 9, &done));
	engagement = read_phase(practice, "Active", "");
	assert_int_equal(engagement->phase_count, 0);
	assert_null(phase_current(&practice->note.arena, &practice->note.aliases, engagement, 1));
	assert_null(phase_proposed(&practice->note.arena, &practice->note.aliases, engagement, 1, &done));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(the_current_phase_is_the_one_that_is_named),
		PRACTICE_TEST(the_next_phase_comes_when_the_sessions_are_done),
		PRACTICE_TEST(phases_that_say_no_sessions_propose_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
