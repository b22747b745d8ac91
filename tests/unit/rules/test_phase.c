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

static void a_phase_is_of_a_kind_by_its_name_its_word_or_its_place(void **state)
{
	static const char own[] = "### Discovery (Sessions 1-2)\n\n### Team (Sessions 3-4)\n\n"
				  "### Board (Sessions 5-6)\n\n### Farewell (Sessions 7-8)\n";
	static const char german[] =
		"### Phase 1: Festigung (Sitzungen 1-2)\n\n### Phase 2: Umsetzung (Sitzungen 3-4)\n";
	static const struct {
		const char *phase, *phases;
		int session;
		enum phase_kind kind;
	} cases[] = {
		/* its own name */
		{ "", PHASES, 7, PHASE_OPTIMIZATION },
		{ "Active", PHASES, 7, PHASE_IMPLEMENTATION },
		{ "Active", german, 1, PHASE_IMPLEMENTATION },
		{ "", german, 1, PHASE_OPTIMIZATION },
		{ "Maintenance", PHASES, 1, PHASE_OPTIMIZATION },
		/* its place, where the name says nothing */
		{ "", own, 1, PHASE_ONBOARDING },
		{ "", own, 3, PHASE_IMPLEMENTATION },
		{ "Board", own, 1, PHASE_IMPLEMENTATION },
		{ "Farewell", own, 1, PHASE_OPTIMIZATION },
		{ "Offboarding", own, 5, PHASE_IMPLEMENTATION },
		{ "", "### The work (Sessions 1-9)\n", 2, PHASE_IMPLEMENTATION },
		{ "", "### Start (Sessions 1-2)\n\n### Work (Sessions 3-9)\n", 3, PHASE_IMPLEMENTATION },
		/* Current Phase, where there is no more */
		{ "Optimization", own, 1, PHASE_OPTIMIZATION },
		{ "Onboarding", "", 1, PHASE_ONBOARDING },
		{ "Active", "", 1, PHASE_IMPLEMENTATION },
		{ "Offboarding", "", 1, PHASE_KIND_COUNT },
		{ "", "", 1, PHASE_KIND_COUNT },
		{ "", PHASES, 9, PHASE_KIND_COUNT },
	};
	struct practice_fixture *practice = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct engagement *engagement = read_phase(practice, cases[i].phase, cases[i].phases);
		assert_int_equal(
			phase_stand(&practice->note.arena, &practice->note.aliases, engagement, cases[i].session).kind,
			cases[i].kind);
	}
}

#define FOCUSES                                                                                                           \
	"### Phase 1: Onboarding (Sessions 1-2)\n\n| Session | Focus |\n|---|---|\n| 1 | The whole picture |\n\n"         \
	"### Phase 2: Implementation (Sessions 3-6)\n\n| Month | Focus Area |\n|---|---|\n| Month 1 | Team |\n"           \
	"| Month 2 | Board |\n\n"                                                                                         \
	"### Phase 3: Optimization (Sessions 7-8)\n\n| Focus | Activities |\n|---|---|\n| Review | a |\n| Hand over | b " \
	"|\n"

static void a_phase_names_the_focus_of_a_session(void **state)
{
	static const struct {
		const char *phase;
		int session;
		const char *date, *focus;
	} cases[] = {
		{ "Onboarding", 1, "2026-09-01", "The whole picture" },
		{ "Onboarding", 2, "2026-09-15", "" },
		/* months from session 3 on, 2026-10-01; the last day of a month counts where there is no such day */
		{ "Active", 3, "2026-10-01", "Team" },
		{ "", 4, "2026-10-31", "Team" },
		{ "Active", 4, "2026-11-01", "Board" },
		{ "Active", 5, "2026-12-01", "" },
		{ "Active", 7, "2026-11-15", "Board" },
		{ "", 7, "2026-12-15", "Review; Hand over" },
		{ "", 0, "2026-12-15", "" },
	};
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "| Ana | weekly | Active | |");
	practice_session(practice, "Ana", "2026-09-01", "held", "number: 1\n");
	practice_session(practice, "Ana", "2026-09-20", "cancelled", "number: 3\n");
	practice_session(practice, "Ben", "2026-09-21", "held", "number: 3\n");
	practice_session(practice, "Ana", "2026-10-01", "held", "number: 3\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct engagement *engagement = read_phase(practice, cases[i].phase, FOCUSES);
		struct session session = { .client_id = practice->portfolio.clients[0].id,
			.number = cases[i].session,
			.date = practice_date(cases[i].date) };
		assert_span(phase_focus(&practice->note.arena, &practice->note.aliases, &practice->records, engagement,
				    &session),
			cases[i].focus);
	}
}

static void the_first_session_of_a_phase_is_in_its_first_month(void **state)
{
	struct practice_fixture *practice = *state;
	const struct engagement *engagement = read_phase(practice, "Active", FOCUSES);
	struct session session = { .client_id = 1, .number = 3, .date = practice_date("2026-10-01") };
	struct arena *arena = &practice->note.arena;
	const struct aliases *aliases = &practice->note.aliases;
	assert_span(phase_focus(arena, aliases, &practice->records, engagement, &session), "Team");
	session.number = 4;
	assert_span(phase_focus(arena, aliases, &practice->records, engagement, &session), "");
	assert_span(phase_focus(arena, aliases, &practice->records, NULL, &session), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(the_current_phase_is_the_one_that_is_named),
		PRACTICE_TEST(the_next_phase_comes_when_the_sessions_are_done),
		PRACTICE_TEST(phases_that_say_no_sessions_propose_nothing),
		PRACTICE_TEST(a_phase_is_of_a_kind_by_its_name_its_word_or_its_place),
		PRACTICE_TEST(a_phase_names_the_focus_of_a_session),
		PRACTICE_TEST(the_first_session_of_a_phase_is_in_its_first_month),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
