/* Who is who across notes: a name, a link's alias and a note's name can be one client. */
#include "note_fixture.h"

#include "model/records.h"

static struct records roster_of_three(struct note_fixture *note, struct portfolio *portfolio)
{
	static const char text[] = "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
				   "| [[Clients/Ana Silva/Ana Silva\\|Ana]] | 1 | Active |\n"
				   "| Li Wei | 1 | Active |\n| 韩梅梅 | 1 | Active |\n";
	portfolio_read(&note->arena, &note->aliases, note_parse(note, "p.md", text), portfolio, &note->findings);
	return (struct records){ .portfolio = portfolio };
}

static void two_texts_name_one_client(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	struct records records = roster_of_three(note, &portfolio);
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
		if (records_same_client(&note->arena, &records, span_of(cases[i].a), span_of(cases[i].b)) !=
			cases[i].same)
			fail_msg("\"%s\" and \"%s\"", cases[i].a, cases[i].b);
	struct records nothing = { .portfolio = NULL };
	assert_true(records_same_client(&note->arena, &nothing, SPAN("Ana"), SPAN("ANA")));
	assert_false(records_same_client(&note->arena, &nothing, SPAN("Ana"), SPAN("Ana Silva")));
}

static void records_are_found_by_client(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	struct records records = roster_of_three(note, &portfolio);
	struct engagement engagements[] = { { .client = SPAN("Li Wei") }, { .client = SPAN("Ana Silva") } };
	struct inbox inboxes[] = { { .client = SPAN("ana") } };
	records.engagements = engagements;
	records.engagement_count = 2;
	records.inboxes = inboxes;
	records.inbox_count = 1;
	assert_ptr_equal(records_client(&note->arena, &records, SPAN("ana silva")), &portfolio.clients[0]);
	assert_ptr_equal(records_client(&note->arena, &records, SPAN("Ana")), &portfolio.clients[0]);
	assert_null(records_client(&note->arena, &records, SPAN("Rosa")));
	assert_null(records_client(&note->arena, &records, SPAN("")));
	assert_ptr_equal(records_engagement(&note->arena, &records, SPAN("Ana")), &engagements[1]);
	assert_ptr_equal(records_inbox(&note->arena, &records, SPAN("Ana Silva")), &inboxes[0]);
	assert_null(records_inbox(&note->arena, &records, SPAN("Li Wei")));
	assert_null(records_engagement(&note->arena, &records, SPAN("")));
	records.portfolio = NULL;
	assert_null(records_client(&note->arena, &records, SPAN("Ana")));
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
		NOTE_TEST(records_are_found_by_client),
		NOTE_TEST(plans_and_weeks_are_found_by_date),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
