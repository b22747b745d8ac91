/* The coaching mode: red flags first, then the phase that the session lies in, each with its reason. */
#include "practice_fixture.h"

#include "rules/coaching_mode.h"

#define PHASES                                                                                                         \
	"### Phase 1: Onboarding (Sessions 1-2)\n\n### Phase 2: Umsetzung (Sessions 3-6)\n\n"                          \
	"### Phase 3: The board (Sessions 7-8)\n"

static void the_phase_decides_and_says_so(void **state)
{
	static const struct {
		const char *phase, *phases;
		int session;
		enum coaching_mode mode;
		const char *reason;
	} cases[] = {
		{ "Onboarding", PHASES, 1, MODE_FACILITATIVE,
			"phase Onboarding: let the client put goals into their own words" },
		{ "Active", PHASES, 4, MODE_DIRECTIVE,
			"phase Umsetzung (Current Phase is Active): execute against the plan" },
		{ "**Umsetzung**", PHASES, 4, MODE_DIRECTIVE, "phase Umsetzung: execute against the plan" },
		{ "", PHASES, 7, MODE_ANALYTICAL,
			"phase The board (session 7): review what works and make it a system" },
		{ "Offboarding", PHASES, 7, MODE_ANALYTICAL,
			"phase The board (session 7): review what works and make it a system" },
		{ "Active", "", 4, MODE_DIRECTIVE, "Current Phase is Active: execute against the plan" },
		{ "", PHASES, 9, MODE_FACILITATIVE, "nothing calls for more than good questions" },
		{ "", PHASES, 0, MODE_FACILITATIVE, "nothing calls for more than good questions" },
	};
	struct client_health health = { .flag_count = 0 };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_engagement(practice,
			arena_printf(arena,
				"## Document Metadata\n| Field | Value |\n|---|---|\n| Current Phase | %s |\n\n"
				"## 4. Engagement Structure\n\n%s",
				cases[i].phase, cases[i].phases));
		struct mode_suggestion mode = coaching_mode_suggest(
			arena, &practice->note.aliases, &health, &practice->engagements[0], cases[i].session);
		assert_int_equal(mode.mode, cases[i].mode);
		assert_string_equal(mode.reason, cases[i].reason);
	}
}

static void flags_come_before_the_phase(void **state)
{
	static const struct {
		enum health_flag_code first, second;
		enum coaching_mode mode;
	} cases[] = {
		{ FLAG_STALLED, FLAG_STALLED, MODE_ANALYTICAL },
		{ FLAG_ASSIGNMENTS, FLAG_STALLED, MODE_DIRECTIVE },
		{ FLAG_ASSIGNMENTS, FLAG_SILENT, MODE_SUPPORTIVE },
		{ FLAG_MISSED_SESSION, FLAG_STALLED, MODE_SUPPORTIVE },
	};
	struct practice_fixture *practice = *state;
	practice_engagement(
		practice, "## Document Metadata\n| Field | Value |\n|---|---|\n| Current Phase | Onboarding |\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct health_flag flags[] = { { .code = (int)cases[i].first }, { .code = (int)cases[i].second } };
		struct client_health health = { .flags = flags, .flag_count = 2 };
		struct mode_suggestion mode = coaching_mode_suggest(
			&practice->note.arena, &practice->note.aliases, &health, &practice->engagements[0], 1);
		assert_int_equal(mode.mode, cases[i].mode);
	}
}

static void without_an_engagement_there_are_good_questions(void **state)
{
	struct practice_fixture *practice = *state;
	struct client_health health = { .flag_count = 0 };
	struct mode_suggestion mode =
		coaching_mode_suggest(&practice->note.arena, &practice->note.aliases, &health, NULL, 3);
	assert_int_equal(mode.mode, MODE_FACILITATIVE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(the_phase_decides_and_says_so),
		PRACTICE_TEST(flags_come_before_the_phase),
		PRACTICE_TEST(without_an_engagement_there_are_good_questions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
