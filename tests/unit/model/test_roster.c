/* The roster of clients, in one table, several, or a list (vault-template/practice/Client Portfolio.md §2). */
#include "note_fixture.h"

#include "codec/utf8.h"
#include "model/portfolio.h"

static struct portfolio read(struct note_fixture *note, const char *text)
{
	struct portfolio portfolio;
	struct finding_list all = { .arena = &note->arena };
	portfolio_read(note_outline(note, "p.md", text), &portfolio, &all);
	/* What these short notes lack besides is for other tests. */
	note->findings.count = 0;
	for (size_t i = 0; i < all.count; i++) {
		const struct finding *finding = &all.items[i];
		if (finding->code == FINDING_CONTRACT_MISSING || finding->code == FINDING_MAXIMUM_MISSING)
			continue;
		struct finding *kept =
			finding_add(&note->findings, finding->code, finding->position, "%s", finding->message);
		kept->hint = finding->hint;
	}
	return portfolio;
}

/* Each client as "name|note|status|low-high|end", one a line; rates in tenths of sessions a week. */
static const char *clients(struct note_fixture *note, const char *text)
{
	struct portfolio portfolio = read(note, text);
	const char *lines = "";
	for (size_t i = 0; i < portfolio.client_count; i++) {
		const struct roster_client *client = &portfolio.clients[i];
		const char *rate = "?";
		if (client->cadence.known)
			rate = arena_printf(&note->arena, "%lld-%lld", fraction_round(client->cadence.low).tenths,
				fraction_round(client->cadence.high).tenths);
		lines = arena_printf(&note->arena, "%s%.*s|%.*s|%s|%s|%s\n", lines, SPAN_PRINT(client->name),
			SPAN_PRINT(client->note), client_status_names[client->status], rate,
			date_format(client->end).text);
	}
	return lines;
}

static void the_seeds_table_is_read(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(
		clients(note, "## 2. Active Roster (Capacity Board)\n\n"
			      "| Client | Engagement Type | Sessions/Month | Status | Programme End |\n"
			      "| :--- | :--- | :--- | :--- | :--- |\n"
			      "| **Ana Silva** | 1-on-1 | 2/month | Active | 2026-12-18 |\n"
			      "| **[Client Name]** | [1-on-1 / Group] | [e.g., 2/month] | [Active] | [Date] |\n"
			      "| **Li Wei** | 1-on-1 | 1-2/month | **On Hold — back in May** | Q4 2026 |\n"
			      "| **Winter Cohort** | Group | 8 sessions total, weekly | 🟢 Active | TBD |\n"),
		"Ana Silva||active|5-5|2026-12-18\n"
		"Li Wei||on_hold|2-5|2026-12-31\n"
		"Winter Cohort||active|10-10|\n");
	assert_string_equal(note_findings(note), "");
}

static void columns_may_stand_in_any_order_and_language(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(clients(note, "## Aktive Klienten\n\nStatus | Rhythmus | Klient\n--- | --- | ---\n"
					  "aktiv | 2/Monat | Jonas Feld\npausiert | wöchentlich | Heike Sand\n"),
		"Jonas Feld||active|5-5|\nHeike Sand||on_hold|10-10|\n");
	assert_string_equal(
		clients(note, "## 二、活跃客户\n\n| 客户 | 频率 | 状态 |\n| --- | --- | --- |\n"
			      "| 李雷 | 每周 | 活跃 |\n| 赵一鸣 | 两周一次 | 暂停 |\n| 秋季小组 | 待定 | 活跃 |\n"),
		"李雷||active|10-10|\n赵一鸣||on_hold|5-5|\n秋季小组||active|?|\n");
	assert_string_equal(note_findings(note), "");
}

static void names_are_read_as_a_person_reads_them(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(clients(note, "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
					  "| [[Clients/Ana Silva/Ana Silva\\|Ana]] | 2 | Active |\n"
					  "| [[Li Wei]] | 2 | Active |\n"
					  "| **[[Clients/Kim Ode.md]]** | 2 | Active |\n"
					  "| Berg \\| Holm *Partners* | 2 | Active |\n"
					  "| `Rosa Quinn` | 2 | Active |\n"),
		"Ana|Ana Silva|active|5-5|\nLi Wei|Li Wei|active|5-5|\nKim Ode|Kim Ode|active|5-5|\n"
		"Berg | Holm Partners||active|5-5|\nRosa Quinn||active|5-5|\n");
}

static void several_tables_are_one_roster(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(clients(note, "## Active Roster\n\n### One to one\n\n| Client | Sessions/Month | Status |\n"
					  "| --- | --- | --- |\n| Iris Cole | 1-2/month | Active |\n\n### Groups\n\n"
					  "| Group | Cohort | Frequency | Status |\n| --- | --- | --- | --- |\n"
					  "| x | Winter Circle | weekly | Active |\n| x | Iris Cole | 4 | Active |\n"),
		"Iris Cole||active|2-5|\nWinter Circle||active|10-10|\n");
	assert_string_equal(note_findings(note), "roster_several 0:0, duplicate_client 14:7");
}

static void a_person_with_two_rows_is_one_client(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(clients(note, "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
					  "| [[Ana Silva\\|Ana]] | 1 | Active |\n"
					  "| [[Ana Silva]] | 2 | Active |\n"
					  "| ana | 3 | Active |\n"
					  "| [[Ana Lee\\|Ana]] | 4 | Active |\n"
					  "| Ｌi Wei | 1 | Active |\n"
					  "| [[Li Wei]] | 2 | Active |\n"),
		"Ana|Ana Silva|active|2-2|\nAna|Ana Lee|active|9-9|\nＬi Wei||active|2-2|\n");
	assert_string_equal(note_findings(note), "duplicate_client 6:3, duplicate_client 7:3, duplicate_client 10:3");
}

static void a_list_of_names_is_a_roster(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(clients(note, "# Clients\n\n## Who I work with\n\nText.\n\n## My clients\n\n"
					  "- [[Mara Quill]]\n- [[Theo Banks]]: every other week\n"
					  "- **Ida Sol** – *weekly*\n- **Kim Ode**, 2/month\n- a note to myself\n"
					  "- **[Client Name]**: weekly\n- **Jo Park:** monthly\n"
					  "- **Dee Fox** — weekly, on hold until March\n- [[Una Ray]] (completed)\n"
					  "- **Ivo Lem**: alle 2 Wochen\n  er kommt gern dienstags\n"),
		"Mara Quill|Mara Quill|active|?|\nTheo Banks|Theo Banks|active|5-5|\nIda Sol||active|10-10|\n"
		"Kim Ode||active|5-5|\nJo Park||active|2-2|\nDee Fox||on_hold|10-10|\nUna Ray|Una Ray|completed|?|\n"
		"Ivo Lem||active|5-5|\n");
	struct portfolio portfolio = read(note, "## Roster\n\n- [[Mara Quill]]\n");
	assert_true(portfolio.has_roster);
}

static void what_is_hidden_is_no_client(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(
		clients(note,
			"## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
			"| Ana | 1 | Active |\n%% | Ghost | 1 | Active | %%\n"
			"| <!-- Old --> | 1 | Active |\n\n"
			"```\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n| Fenced | 1 | x |\n```\n\n"
			"<!--\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n| Old | 1 | x |\n-->\n"),
		"Ana||active|2-2|\n");
}

static void states_that_say_nothing_are_active_and_named(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(
		clients(note, "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
			      "| Ana | 1 | |\n| Ben | 1 | [Active] |\n| Cy | 1 | sparkling |\n| Dee | 1 |\n"),
		"Ana||empty|2-2|\nBen||empty|2-2|\nCy||unknown|2-2|\nDee||empty|2-2|\n");
	assert_string_equal(
		note_findings(note), "status_empty 5:12, status_empty 6:13, status_unknown 7:12, status_empty 8:3");
	assert_string_equal(clients(note, "## Roster\n\n| Client | Sessions/Month |\n| --- | --- |\n| Ana | 1 |\n"),
		"Ana||active|2-2|\n");
	assert_string_equal(note_findings(note), "roster_no_status 3:1");
}

static void two_columns_of_one_meaning_are_an_error(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio =
		read(note, "## Roster\n\n| Client | Sessions/Month | Frequency | Status |\n| --- | --- | --- | --- |\n"
			   "| Ana | 1 | weekly | Active |\n");
	assert_string_equal(note_findings(note), "duplicate_column 3:29");
	assert_true(portfolio.has_roster);
	assert_true(portfolio.demand_ambiguous);
	assert_int_equal(portfolio.client_count, 1);
	assert_false(portfolio.clients[0].cadence.known);
	portfolio = read(note, "| Client | Sessions/Month | Frequency | Status |\n| --- | --- | --- | --- |\n"
			       "| Ana | 1 | weekly | Active |\n");
	assert_true(portfolio.demand_ambiguous);
	portfolio = read(note, "## Roster\n\n| Client | Name | Sessions/Month | Status |\n| --- | --- | --- | --- |\n"
			       "| Ana | Ana Silva | 1 | Active |\n");
	assert_string_equal(note_findings(note), "duplicate_column 3:12");
	assert_true(portfolio.demand_ambiguous);
	assert_int_equal(portfolio.client_count, 0);
	portfolio = read(note, "## Roster\n\n| Client | Sessions/Month | Status | State |\n| --- | --- | --- | --- |\n"
			       "| Ana | 1 | Active | On Hold |\n");
	assert_true(portfolio.demand_ambiguous);
}

static void dates_are_days_or_quarters(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(
		clients(note,
			"## Roster\n\n| Client | Sessions/Month | Status | Programme End |\n| --- | --- | --- | --- |\n"
			"| A | 1 | Active | 2026-12-18 |\n| B | 1 | Active | Q1 2027 |\n"
			"| C | 1 | Active | 2027-Q2 |\n| D | 1 | Active | 2026-13-45 |\n"
			"| E | 1 | Active | open |\n| F | 1 | Active | 2026-02-30 |\n| G | 1 | Active | **2026-12-01** |\n"),
		"A||active|2-2|2026-12-18\nB||active|2-2|2027-03-31\nC||active|2-2|2027-06-30\nD||active|2-2|\n"
		"E||active|2-2|\nF||active|2-2|\nG||active|2-2|2026-12-01\n");
	assert_string_equal(note_findings(note), "bad_date 8:20, bad_date 10:20");
}

static void programme_ends_are_read_or_named(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(clients(note, "## Klienten\n\n| Klient | Sitzungen/Monat | Status | Programmende |\n"
					  "| --- | --- | --- | --- |\n"
					  "| Ada | 1 | aktiv | **31. Dezember 2026** |\n"
					  "| Ben | 1 | aktiv | 31.12.2026 |\n"
					  "| Cy | 1 | aktiv | Dec 31, 2026 |\n"
					  "| 李雷 | 1 | aktiv | ２０２６年１２月３１日 |\n"
					  "| Dee | 1 | aktiv | 03/04/2026 |\n"
					  "| Eva | 1 | aktiv | Dezember 2026 |\n"
					  "| Fay | 1 | aktiv | offen |\n"),
		"Ada||active|2-2|2026-12-31\nBen||active|2-2|2026-12-31\nCy||active|2-2|2026-12-31\n"
		"李雷||active|2-2|2026-12-31\nDee||active|2-2|\nEva||active|2-2|\nFay||active|2-2|\n");
	assert_string_equal(note_findings(note), "bad_date 9:21, bad_date 10:21");
	assert_string_equal(note->findings.items[0].hint, "write 2026-04-03 or 2026-03-04");
}

static void tables_of_other_things_are_no_roster(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio =
		read(note, "# P\n\n## Referral Network\n\n| Name | Role | Relationship |\n| --- | --- | --- |\n"
			   "| Rosa Quinn | Therapist | mutual |\n\n## Archive\n\n"
			   "| Client | Sessions/Month | Status |\n| --- | --- | --- |\n| Old Friend | 2 | Active |\n");
	assert_false(portfolio.has_roster);
	assert_int_equal(portfolio.client_count, 0);
	assert_string_equal(note_findings(note), "roster_missing 0:0");
}

static void an_empty_roster_is_one(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio =
		read(note, "## Active Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
			   "| [Client Name] | [2/month] | [Active] |\n");
	assert_true(portfolio.has_roster);
	assert_int_equal(portfolio.client_count, 0);
	portfolio = read(note, "## Active Roster\n\nNobody yet.\n");
	assert_false(portfolio.has_roster);
	assert_string_equal(note_findings(note), "roster_missing 1:1");
}

static void what_a_roster_lacks_is_named(void **state)
{
	static const struct {
		const char *table, *findings;
	} cases[] = {
		{ "| Client | Sessions/Month | Status |\n| --- | --- | --- |\n", "roster_empty 3:1" },
		{ "| Client | Sessions/Month |\n| --- | --- |\n", "roster_empty 3:1" },
		{ "| Client | Sessions/Month |\n| --- | --- |\n| Ana | 2/month |\n", "roster_no_status 3:1" },
		{ "| Kundin | Sitzungen/Monat |\n| --- | --- |\n| Ana | 2/Monat |\n", "roster_no_status 3:1" },
		{ "| Client | Status | State |\n| --- | --- | --- |\n| Ana | Active | Active |\n",
			"duplicate_column 3:21" },
		/* The template's own rows are no clients yet. */
		{ "| Client | Status |\n| --- | --- |\n| [Client Name] | [Active] |\n", "" },
		/* Of two, the one with rows counts. */
		{ "| Client | Status |\n| --- | --- |\n\n| Client | Status |\n| --- | --- |\n| Ana | Active |\n",
			"roster_several 0:0" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read(note, arena_printf(&note->arena, "## Active Roster\n\n%s", cases[i].table));
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void clients_are_found_by_part_of_their_name(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio =
		read(note, "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
			   "| [[Clients/Ana Silva\\|Ana]] | 1 | Active |\n| Anna-Lena Bø | 1 | Active |\n"
			   "| Ana Lee | 1 | Active |\n| 韩梅梅 | 1 | Active |\n| ÉLISE Roy | 1 | Active |\n");
	static const struct {
		const char *part;
		size_t count;
		const char *first;
	} cases[] = {
		{ "ana", 1, "Ana" }, /* exact before partial */
		{ "an", 3, "Ana" },
		{ "silva", 1, "Ana" },
		{ "Ana Silva", 1, "Ana" },
		{ "lena", 1, "Anna-Lena Bø" },
		{ "lee", 1, "Ana Lee" },
		{ "梅", 1, "韩梅梅" },
		{ "élise", 1, "ÉLISE Roy" },
		{ "bø", 1, "Anna-Lena Bø" },
		{ "zoe", 0, NULL },
		{ "elise", 0, NULL },
		{ "", 0, NULL },
		{ "il", 0, NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct client_match match =
			portfolio_match(&note->arena, &portfolio, span_of(cases[i].part), NAME_AS_WRITTEN);
		if (match.count != cases[i].count)
			fail_msg("\"%s\" matches %zu", cases[i].part, match.count);
		if (match.count)
			assert_span(match.items[0]->name, cases[i].first);
	}
	assert_int_equal(portfolio_match(&note->arena, &portfolio, SPAN("elise"), NAME_UNMARKED).count, 1);
	assert_int_equal(portfolio_match(&note->arena, &portfolio, SPAN("bo"), NAME_UNMARKED).count, 1);
	assert_int_equal(portfolio_match(&note->arena, &portfolio, SPAN("boe"), NAME_UNMARKED).count, 0);
	assert_int_equal(portfolio_match(&note->arena, &portfolio, SPAN("boe"), NAME_SPELLED_OUT).count, 1);
	assert_span(portfolio_client(&note->arena, &portfolio, SPAN("ANA SILVA"))->name, "Ana");
	assert_null(portfolio_client(&note->arena, &portfolio, SPAN("silva")));
	assert_null(portfolio_client(&note->arena, &portfolio, SPAN("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(the_seeds_table_is_read),
		NOTE_TEST(columns_may_stand_in_any_order_and_language),
		NOTE_TEST(names_are_read_as_a_person_reads_them),
		NOTE_TEST(several_tables_are_one_roster),
		NOTE_TEST(a_person_with_two_rows_is_one_client),
		NOTE_TEST(a_list_of_names_is_a_roster),
		NOTE_TEST(what_is_hidden_is_no_client),
		NOTE_TEST(states_that_say_nothing_are_active_and_named),
		NOTE_TEST(two_columns_of_one_meaning_are_an_error),
		NOTE_TEST(dates_are_days_or_quarters),
		NOTE_TEST(programme_ends_are_read_or_named),
		NOTE_TEST(tables_of_other_things_are_no_roster),
		NOTE_TEST(an_empty_roster_is_one),
		NOTE_TEST(what_a_roster_lacks_is_named),
		NOTE_TEST(clients_are_found_by_part_of_their_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
