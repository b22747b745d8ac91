/* Who is who across notes: a name, a link's alias and a note's name can be one client. */
#include "note_fixture.h"

#include "model/records.h"

static struct records roster_of_three(struct note_fixture *note, struct portfolio *portfolio)
{
	static const char text[] = "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
				   "| [[Clients/Ana Silva/Ana Silva\\|Ana]] | 1 | Active |\n"
				   "| Li Wei | 1 | Active |\n| 韩梅梅 | 1 | Active |\n";
	portfolio_read(note_outline(note, "p.md", text), portfolio, &note->findings);
	return (struct records){ .portfolio = portfolio };
}

/* The id that a view of that client gets. */
static int id_of(struct note_fixture *note, const struct records *roster, const char *client)
{
	struct session session = { .client = span_of(client) };
	struct records records = { .portfolio = roster->portfolio, .sessions = &session, .session_count = 1 };
	records_resolve(&note->arena, &records);
	return session.client_id;
}

static bool is_one_client(struct note_fixture *note, const struct portfolio *portfolio, const char *a, const char *b)
{
	struct session sessions[] = { { .client = span_of(a) }, { .client = span_of(b) } };
	struct records records = { .portfolio = portfolio, .sessions = sessions, .session_count = 2 };
	records_resolve(&note->arena, &records);
	return sessions[0].client_id != CLIENT_NOBODY && sessions[0].client_id == sessions[1].client_id;
}

static void two_texts_name_one_client(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	roster_of_three(note, &portfolio);
	static const struct {
		const char *a, *b;
		bool same;
	} cases[] = {
		{ "Ana Silva", "Ana", true },
		{ "Ana", "Ana Silva", true },
		{ "ANA SILVA", "ana", true },
		{ "Ａna", "ana silva", true },
		{ "Li  Wei", "li wei", true },
		{ "韩梅梅", "韩梅梅", true },
		{ "Nobody Known", "nobody known", true },
		{ "Ana", "Li Wei", false },
		{ "Ana Silva", "Silva", false },
		{ "Nobody Known", "Ana", false },
		{ "", "", false },
		{ "", "Ana", false },
		{ "Ana", "", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (is_one_client(note, &portfolio, cases[i].a, cases[i].b) != cases[i].same)
			fail_msg("\"%s\" and \"%s\"", cases[i].a, cases[i].b);
	assert_true(is_one_client(note, NULL, "Ana", "ANA"));
	assert_false(is_one_client(note, NULL, "Ana", "Ana Silva"));
}

static void a_client_of_the_roster_is_found_by_name_or_note(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	roster_of_three(note, &portfolio);
	assert_ptr_equal(portfolio_client(&note->arena, &portfolio, SPAN("ana silva")), &portfolio.clients[0]);
	assert_ptr_equal(portfolio_client(&note->arena, &portfolio, SPAN("Ana")), &portfolio.clients[0]);
	assert_null(portfolio_client(&note->arena, &portfolio, SPAN("Rosa")));
	assert_null(portfolio_client(&note->arena, &portfolio, SPAN("")));
}

static void views_of_one_client_have_one_id(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	struct records records = roster_of_three(note, &portfolio);
	struct session sessions[] = { { .client = SPAN("ANA") }, { .client = SPAN("Rosa") },
		{ .client = SPAN("Cleo") } };
	struct engagement engagements[] = { { .client = SPAN("Li Wei") }, { .client = SPAN("Ana Silva") },
		{ .client = SPAN("rosa") } };
	struct inbox inboxes[] = { { .client = SPAN("ana") } };
	struct time_entry entries[] = { { .client = SPAN("ＲＯＳＡ") }, { .client = SPAN("") } };
	struct week_note weeks[] = { { .entries = entries, .entry_count = 2 } };
	struct action actions[] = { { .client = SPAN("Cleo") }, { .client = SPAN("Dan") } };
	records.sessions = sessions;
	records.session_count = 3;
	records.engagements = engagements;
	records.engagement_count = 3;
	records.inboxes = inboxes;
	records.inbox_count = 1;
	records.weeks = weeks;
	records.week_count = 1;
	records.actions.items = actions;
	records.actions.count = 2;
	for (int again = 0; again < 2; again++) {
		records_resolve(&note->arena, &records);
		assert_int_equal(sessions[0].client_id, portfolio.clients[0].id);
		assert_int_equal(engagements[0].client_id, portfolio.clients[1].id);
		assert_int_equal(sessions[1].client_id, 4);
		assert_int_equal(entries[0].client_id, sessions[1].client_id);
		assert_int_equal(entries[1].client_id, CLIENT_NOBODY);
		assert_int_equal(actions[0].client_id, sessions[2].client_id);
		assert_int_equal(actions[1].client_id, records_largest_id(&records));
		assert_int_equal(records_largest_id(&records), 6);
	}
	int ana = portfolio.clients[0].id;
	assert_ptr_equal(records_engagement(&records, ana), &engagements[1]);
	assert_ptr_equal(records_inbox(&records, ana), &inboxes[0]);
	assert_null(records_inbox(&records, portfolio.clients[1].id));
	assert_ptr_equal(records_engagement(&records, sessions[1].client_id), &engagements[2]);
}

static void a_view_that_names_nobody_is_no_clients(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	struct records records = roster_of_three(note, &portfolio);
	struct session sessions[] = { { .client = SPAN("Rosa") }, { .client = SPAN("") } };
	struct engagement engagements[] = { { .client = SPAN("") } };
	struct inbox inboxes[] = { { .client = SPAN("") } };
	records.sessions = sessions;
	records.session_count = 2;
	records.engagements = engagements;
	records.engagement_count = 1;
	records.inboxes = inboxes;
	records.inbox_count = 1;
	records_resolve(&note->arena, &records);
	assert_int_equal(sessions[1].client_id, CLIENT_NOBODY);
	assert_false(records_in_roster(&records, sessions[0].client_id));
	assert_false(records_in_roster(&records, CLIENT_NOBODY));
	assert_true(records_in_roster(&records, portfolio.clients[2].id));
	assert_null(records_engagement(&records, CLIENT_NOBODY));
	assert_null(records_inbox(&records, CLIENT_NOBODY));
}

/* A name that two clients share is the first one's; what links the second one's note is the second's. */
static void clients_of_one_name_keep_their_notes_apart(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	portfolio_read(note_outline(note, "p.md",
			       "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
			       "| [[Ana Silva\\|Ana]] | 1 | Active |\n| [[Ana Sample\\|Ana]] | 1 | Active |\n"),
		&portfolio, &note->findings);
	struct records records = { .portfolio = &portfolio };
	assert_int_equal(portfolio.client_count, 2);
	assert_int_equal(id_of(note, &records, "Ana"), 1);
	assert_int_equal(id_of(note, &records, "ana silva"), 1);
	assert_int_equal(id_of(note, &records, "ana sample"), 2);
	assert_int_equal(portfolio.clients[1].id, 2);
}

/* More names than a table begins with room for. */
static void every_one_of_many_names_keeps_its_id(void **state)
{
	struct note_fixture *note = *state;
	enum { NAMES = 1000 };
	struct session *sessions = arena_new_array(&note->arena, NAMES, struct session);
	struct records records = { .sessions = sessions, .session_count = NAMES };
	for (size_t i = 0; i < NAMES; i++)
		sessions[i].client = span_of(arena_printf(&note->arena, "Client %zu", i / 2));
	records_resolve(&note->arena, &records);
	assert_int_equal(records_largest_id(&records), NAMES / 2);
	for (size_t i = 0; i < NAMES; i++) {
		assert_int_equal(sessions[i].client_id, 1 + (int)i / 2);
	}
}

static void sessions_from_a_day_begin_with_its_first(void **state)
{
	(void)state;
	struct session sessions[] = { { .date = date_of(2026, 11, 2) }, { .date = date_of(2026, 11, 4) },
		{ .date = date_of(2026, 11, 4) }, { .date = date_of(2026, 11, 9) } };
	struct records records = { .sessions = sessions, .session_count = 4 };
	static const struct {
		int day;
		size_t place;
	} cases[] = { { 1, 0 }, { 2, 0 }, { 3, 1 }, { 4, 1 }, { 5, 3 }, { 9, 3 }, { 10, 4 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(records_sessions_from(&records, date_of(2026, 11, cases[i].day)), cases[i].place);
	records.session_count = 0;
	assert_int_equal(records_sessions_from(&records, date_of(2026, 11, 4)), 0);
}

static void plans_and_weeks_are_found_by_date(void **state)
{
	(void)state;
	struct plan plans[] = { { .quarter = { 2026, 3 } }, { .quarter = { 2026, 4 } } };
	struct week_note weeks[] = { { .week = { 2026, 46 } }, { .week = { 2026, 47 } }, { .week = { 2026, 47 } } };
	struct records records = { .plans = plans, .plan_count = 2, .weeks = weeks, .week_count = 3 };
	assert_ptr_equal(records_plan(&records, date_of(2026, 10, 1)), &plans[1]);
	assert_ptr_equal(records_plan(&records, date_of(2026, 9, 30)), &plans[0]);
	assert_null(records_plan(&records, date_of(2027, 1, 1)));
	assert_ptr_equal(records_week(&records, (struct week){ 2026, 47 }), &weeks[1]);
	assert_null(records_week(&records, (struct week){ 2026, 48 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(two_texts_name_one_client),
		NOTE_TEST(a_client_of_the_roster_is_found_by_name_or_note),
		NOTE_TEST(views_of_one_client_have_one_id),
		NOTE_TEST(a_view_that_names_nobody_is_no_clients),
		NOTE_TEST(clients_of_one_name_keep_their_notes_apart),
		NOTE_TEST(every_one_of_many_names_keeps_its_id),
		NOTE_TEST(sessions_from_a_day_begin_with_its_first),
		NOTE_TEST(plans_and_weeks_are_found_by_date),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
