/* Roster, engagement files and sessions against each other. */
#include "practice_fixture.h"

#include "rules/lint_practice.h"

static const char *lint(struct practice_fixture *practice)
{
	practice_forget_findings(practice);
	practice_resolve(practice);
	lint_practice(&practice->note.arena, &practice->records, practice_date("2026-11-20"), &practice->note.findings);
	return note_findings(&practice->note);
}

static void add_session(struct practice_fixture *practice, const char *path, const char *client)
{
	struct note_fixture *note = &practice->note;
	const char *text = arena_printf(&note->arena, "---\nclient: %s\ndate: 2026-11-20\n---\n", client);
	struct session *session = &practice->sessions[practice->records.session_count];
	practice->records.session_count += session_read(note_outline(note, path, text), session, &note->findings);
}

static void add_engagement(struct practice_fixture *practice, const char *client)
{
	struct note_fixture *note = &practice->note;
	const char *text = arena_printf(&note->arena, "---\nclient: %s\n---\n# AI Execution Specification\n", client);
	engagement_read(note_outline(note, "e.md", text), &practice->engagements[practice->records.engagement_count++],
		&note->findings);
}

static void active_clients_need_an_engagement_file(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20",
		"| [[Ana Silva]] | 2/month | Active | |\n| Ben | 2/month | Active | |\n| Cem | 2/month | Completed | |");
	assert_string_equal(lint(practice), "no_engagement 5:3, no_engagement 6:3");
	add_engagement(practice, "Ana Silva");
	assert_string_equal(lint(practice), "no_engagement 6:3");
}

static void figures_that_tell_nothing_are_named(void **state)
{
	static const struct {
		const char *metric, *log, *findings;
	} cases[] = {
		{ "| Hours in meetings | 30 | 20 |", "| 2026-11-01 | Hours in meetings | 26 h |", "" },
		{ "| Meetings | 30 | 20 |", "| 2026-11-01 | Meetings | 26 h |\n| 2026-11-02 | Meetings | 25 |",
			"bad_value 9:1" },
		{ "| Followers | 5 | 1.200 |", "| 2026-11-01 | Followers | 7 |\n| 2026-11-02 | Followers | 8 |",
			"bad_value 5:1" },
		{ "| Umsatz | 800 | 1.200 |", "| 2026-11-01 | Umsatz | 1.000 |", "" },
		{ "| Calls | 3 km | 8 % |", "| 2026-11-01 | Calls | 7 |", "bad_value 5:1" },
		{ "| Calls | 3 | 8 |", "| 2026-11-01 | Calls | many |", "bad_value 9:1" },
		{ "| Calls | 3 | 8 or 9 |", "| 2026-11-01 | Calls | 5 |", "bad_value 5:1" },
		{ "| Calls | | 8 |", "| 2026-11-01 | Calls | 5 |", "" },
		{ "| Calm | low | high |", "| 2026-11-01 | Calm | better |", "" },
		{ "| Calls | 3 | 8 |", "| 2026-12-01 | Calls | many |", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_engagement(
			practice, arena_printf(arena,
					  "# AI Execution Specification\n### Client Success Metrics\n"
					  "| Metric | Baseline | Target |\n| --- | --- | --- |\n%s\n### Progress Log\n"
					  "| Date | Metric | Value |\n| --- | --- | --- |\n%s\n",
					  cases[i].metric, cases[i].log));
		const char *got = lint(practice);
		if (strcmp(got, cases[i].findings) != 0)
			fail_msg("%s with %s: %s", cases[i].metric, cases[i].log, got);
	}
}

static void a_client_outside_the_roster_is_named_once(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "| Ana | 2/month | Completed | |");
	add_session(practice, "1.md", "Ana");
	add_session(practice, "2.md", "Stranger");
	add_session(practice, "3.md", "stranger");
	assert_string_equal(lint(practice), "session_unknown_client 2:9");
	assert_string_equal(practice->note.findings.items[0].position.path, "2.md");
	assert_string_equal(
		practice->note.findings.items[0].message, "Stranger is not in the roster, but has 2 sessions");
}

static void a_slip_in_a_name_is_told_from_a_stranger(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "| [[Una Uhr\\|Una]] | 2/month | Completed | |");
	add_session(practice, "1.md", "Una Urh");
	add_session(practice, "2.md", "Stranger");
	assert_string_equal(lint(practice), "session_unknown_client 2:9, session_unknown_client 2:9");
	assert_string_equal(practice->note.findings.items[0].hint, "did you mean Una Uhr?");
	assert_string_equal(
		practice->note.findings.items[1].hint, "add a row to the roster; Completed is a status too");
}

static void without_a_roster_nobody_is_missing_from_it(void **state)
{
	struct practice_fixture *practice = *state;
	add_session(practice, "1.md", "Ana");
	assert_string_equal(lint(practice), "");
	practice_contract(practice, "50/30/20", "| [Client Name] | [e.g., 2/month] | [Active] | |");
	assert_string_equal(lint(practice), "");
}

/* Names that the roster does not have are clients of their own. */
static void clients_outside_the_roster_are_counted_apart(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", "| Ana | 2/month | Completed | |");
	add_session(practice, "1.md", "Stranger");
	add_session(practice, "2.md", "Other");
	add_session(practice, "3.md", "Stranger");
	assert_string_equal(lint(practice), "session_unknown_client 2:9, session_unknown_client 2:9");
	assert_string_equal(
		practice->note.findings.items[0].message, "Stranger is not in the roster, but has 2 sessions");
	assert_string_equal(practice->note.findings.items[1].message, "Other is not in the roster, but has 1 session");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(active_clients_need_an_engagement_file),
		PRACTICE_TEST(figures_that_tell_nothing_are_named),
		PRACTICE_TEST(a_client_outside_the_roster_is_named_once),
		PRACTICE_TEST(a_slip_in_a_name_is_told_from_a_stranger),
		PRACTICE_TEST(clients_outside_the_roster_are_counted_apart),
		PRACTICE_TEST(without_a_roster_nobody_is_missing_from_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
