/* How much of a package is used. Sessions are "DATE STATUS NUMBER"; a number of 0 is none. */
#include "practice_fixture.h"

#include "rules/package.h"

enum { SESSIONS_MOST = 6 };

struct given {
	const char *date, *status, *number;
};

static struct package decide(struct practice_fixture *practice, const struct given *sessions, const char *terms)
{
	struct note_fixture *note = &practice->note;
	practice_contract(practice, "50/25/25", "| Ana | 8 sessions total, weekly | Active | |");
	practice_engagement(practice,
		arena_printf(&note->arena, "---\nclient: Ana\n---\n## Objective & Engagement Terms\n%s", terms));
	for (const struct given *session = sessions; session->date; session++)
		practice_session(practice, "Ana", session->date, session->status,
			arena_printf(&note->arena, "%s%s%s", session->number ? "number: " : "",
				session->number ? session->number : "", session->number ? "\n" : ""));
	return package_decide(&practice->records, &practice->portfolio.clients[0], &practice->engagements[0],
		practice_date("2026-11-20"));
}

static void sessions_held_before_the_day_are_used(void **state)
{
	static const struct {
		struct given sessions[SESSIONS_MOST];
		const char *terms;
		int used;
	} cases[] = {
		{ { { 0 } }, "", 0 },
		{ { { "2026-11-05", "held", "1" }, { "2026-11-12", "held", "2" } }, "", 2 },
		{ { { "2026-11-05", "held", NULL }, { "2026-11-12", "held", NULL } }, "", 2 },
		{ { { "2026-11-12", "held", "1" }, { "2026-11-20", "held", "2" } }, "", 1 },
		{ { { "2026-11-05", "held", "1" }, { "2026-11-12", "missed", "2" } }, "", 1 },
		{ { { "2026-11-05", "held", "1" }, { "2026-11-12", "missed", "2" } },
			"**Cancellation:** missed sessions count\n", 2 },
		{ { { "2026-11-05", "held", "1" }, { "2026-11-12", "cancelled", "2" } }, "", 1 },
		/* What was held before there were notes. */
		{ { { "2026-11-12", "held", "4" } }, "", 4 },
		{ { { "2026-11-05", "held", NULL }, { "2026-11-12", "held", "4" } }, "", 4 },
		{ { { "2026-11-27", "planned", "4" } }, "", 3 },
		/* One that was noted after a later one. */
		{ { { "2026-11-05", "held", "2" }, { "2026-11-12", "held", "1" } }, "", 2 },
		{ { { "2026-11-05", "held", "6" }, { "2026-11-12", "held", "5" } }, "", 6 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct package package = decide(practice_again(state), cases[i].sessions, cases[i].terms);
		assert_int_equal(package.used, cases[i].used);
	}
}

static void the_terms_say_how_many_there_are_else_the_roster(void **state)
{
	static const struct given none[] = { { 0 } };
	assert_int_equal(decide(*state, none, "").total.value, 8);
	assert_int_equal(decide(practice_again(state), none, "**Sessions:** 12\n").total.value, 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(sessions_held_before_the_day_are_used),
		PRACTICE_TEST(the_terms_say_how_many_there_are_else_the_roster),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
