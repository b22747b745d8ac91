/* A client's row is set in the roster as a person keeps it: table, list, or none yet. */
#include "model/note_fixture.h"

#include "model/portfolio.h"
#include "practice/roster_row.h"

#include <string.h>

#define HEADER                                                                                                          \
	"## 2. Active Roster (Capacity Board)\n\n| Client | Engagement Type | Sessions/Month | Status | Programme End " \
	"|\n| :--- | :--- | :--- | :--- | :--- |\n"

static struct roster_row ida(void)
{
	return (struct roster_row){ SPAN("Ida Invented"), SPAN("Ida Invented"), SPAN("1:1"), SPAN("2/month"), "active",
		SPAN("2027-05-28") };
}

static struct span set(struct note_fixture *note, const struct outline *outline, struct roster_row row)
{
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	if (roster_row_set(outline, &row, &text, &error))
		fail_msg("%s", error.message);
	(void)note;
	return text;
}

/* Set twice, the second time changes nothing, and the roster has her once, active, every two weeks. */
static void check_set_as(struct note_fixture *note, const char *before, struct roster_row row, const char *after)
{
	struct span text = set(note, note_outline(note, "p.md", before), row);
	assert_span(text, after);
	const struct outline *again = note_outline(note, "p.md", arena_copy_text(&note->arena, text));
	assert_span(set(note, again, row), after);
	struct portfolio portfolio;
	size_t found = 0;
	portfolio_read(again, &portfolio, &note->findings);
	for (size_t i = 0; i < portfolio.client_count; i++)
		found += span_is(portfolio.clients[i].name, "Ida Invented");
	assert_int_equal(found, 1);
	const struct roster_client *client = portfolio_client(&note->arena, &portfolio, SPAN("Ida Invented"));
	assert_non_null(client);
	assert_int_equal(client->status, CLIENT_ACTIVE);
	assert_true(client->cadence.known);
	assert_int_equal(fraction_compare(client->cadence.high, fraction_of(6, 13)), 0);
}

static void check_set(struct note_fixture *note, const char *before, const char *after)
{
	check_set_as(note, before, ida(), after);
}

static void a_new_row_goes_behind_the_last(void **state)
{
	check_set(*state, HEADER "| [[Ben Made-Up]] | 1:1 | weekly | Active | TBD |\n\nWords.\n",
		HEADER "| [[Ben Made-Up]] | 1:1 | weekly | Active | TBD |\n"
		       "| [[Ida Invented]] | 1:1 | 2/month | Active | 2027-05-28 |\n\nWords.\n");
}

static void names_in_bold_are_followed(void **state)
{
	check_set(*state, HEADER "| **[[Ben Made-Up]]** | 1:1 | weekly | Active | TBD |\n",
		HEADER "| **[[Ben Made-Up]]** | 1:1 | weekly | Active | TBD |\n"
		       "| **[[Ida Invented]]** | 1:1 | 2/month | Active | 2027-05-28 |\n");
}

static void a_placeholder_makes_way(void **state)
{
	check_set(*state,
		HEADER "| [[Ben Made-Up]] | 1:1 | weekly | Active | TBD |\n"
		       "| **[Client Name]** | [1-on-1] | [e.g., 2/month] | [Active] | [Date] |\n"
		       "| [Client Name] | [Group] | [weekly] | [Active] | [Date] |\n",
		HEADER "| [[Ben Made-Up]] | 1:1 | weekly | Active | TBD |\n"
		       "| **[[Ida Invented]]** | 1:1      | 2/month         | Active   | 2027-05-28 |\n"
		       "| [Client Name] | [Group] | [weekly] | [Active] | [Date] |\n");
}

static void what_was_not_said_stays_a_placeholder(void **state)
{
	struct roster_row row = ida();
	row.type = SPAN_NONE;
	check_set_as(*state, HEADER "| [Client Name] | [1-on-1] | [e.g.] | [Active] | [Date] |\n", row,
		HEADER "| [[Ida Invented]] | [1-on-1] | 2/month | Active   | 2027-05-28 |\n");
}

static void a_row_that_is_there_changes(void **state)
{
	check_set(*state,
		HEADER "| Ida Invented | 1:1 | TBD | Discovery — call on Friday | TBD |\n"
		       "| [[Ben Made-Up]] | 1:1 | weekly | Active | TBD |\n",
		HEADER "| Ida Invented | 1:1 | 2/month | Active                     | 2027-05-28 |\n"
		       "| [[Ben Made-Up]] | 1:1 | weekly | Active | TBD |\n");
}

static void a_link_with_another_label_is_her_row(void **state)
{
	struct note_fixture *note = *state;
	struct roster_row row = ida();
	row.name = SPAN("Ida");
	struct span text = set(
		note, note_outline(note, "p.md", HEADER "| [[Clients/Ida Invented\\|Ida]] | | | Discovery | |\n"), row);
	assert_span(text, HEADER "| [[Clients/Ida Invented\\|Ida]] | 1:1 | 2/month | Active    | 2027-05-28 |\n");
}

/* "Ida/Ivo" cannot be the name of a file, so her note is called otherwise. */
static void a_row_by_the_name_that_was_typed_is_hers(void **state)
{
	struct note_fixture *note = *state;
	struct roster_row row = { SPAN("Ida/Ivo"), SPAN("Ida-Ivo"), SPAN_NONE, SPAN("weekly"), "active", SPAN_NONE };
	struct span text =
		set(note, note_outline(note, "p.md", HEADER "| Ida/Ivo | 1:1 | TBD | Discovery | TBD |\n"), row);
	assert_span(text, HEADER "| Ida/Ivo | 1:1 | weekly | Active    | TBD |\n");
}

static void her_row_may_stand_in_a_second_table(void **state)
{
	check_set(*state,
		"## Active Roster\n### Companies\n| Client | Sessions/Month | Status |\n|---|---|---|\n| [Name] | | |\n"
		"### Private\n| Status | Client | Sessions/Month |\n|---|---|---|\n| Discovery | Ida Invented | TBD |\n",
		"## Active Roster\n### Companies\n| Client | Sessions/Month | Status |\n|---|---|---|\n| [Name] | | |\n"
		"### Private\n| Status | Client | Sessions/Month |\n|---|---|---|\n| Active    | Ida Invented | 2/month |\n");
}

static void columns_stand_in_any_order_and_language(void **state)
{
	check_set(*state,
		"## Aktive Klienten\n| Status | Notiz | Klient | Rhythmus |\n|---|---|---|---|\n"
		"| Aktiv | nett | [[Ben Made-Up]] | wöchentlich |\n",
		"## Aktive Klienten\n| Status | Notiz | Klient | Rhythmus |\n|---|---|---|---|\n"
		"| Aktiv | nett | [[Ben Made-Up]] | wöchentlich |\n| Aktiv | | [[Ida Invented]] | 2/month |\n");
	check_set(*state, "## 当前客户\n| 客户 | 状态 | 频率 |\n|---|---|---|\n| [[王虚构]] | 进行中 | 每周 |\n",
		"## 当前客户\n| 客户 | 状态 | 频率 |\n|---|---|---|\n| [[王虚构]] | 进行中 | 每周 |\n"
		"| [[Ida Invented]] | 进行中 | 2/month |\n");
}

static void a_pipe_stays_in_its_cell(void **state)
{
	struct note_fixture *note = *state;
	struct roster_row row = ida();
	row.type = SPAN("1:1 | hybrid");
	struct span text =
		set(note, note_outline(note, "p.md", HEADER "| [[Ben Made-Up]] | | weekly | Active | |\n"), row);
	assert_span(text, HEADER "| [[Ben Made-Up]] | | weekly | Active | |\n"
				 "| [[Ida Invented]] | 1:1 \\| hybrid | 2/month | Active | 2027-05-28 |\n");
}

static void line_ends_stay(void **state)
{
	struct note_fixture *note = *state;
	const struct outline *outline =
		note_outline_crlf(note, "p.md", HEADER "| Ben Made-Up | | weekly | Active | |\n");
	struct span text = set(note, outline, ida());
	assert_true(span_ends_with(text, "| [[Ida Invented]] | 1:1 | 2/month | Active | 2027-05-28 |\r\n"));
	const struct outline *list = note_outline_crlf(note, "p.md", "## Active Roster\n- [[Ben Made-Up]]: weekly\n");
	assert_span(set(note, list, ida()),
		"## Active Roster\r\n- [[Ben Made-Up]]: weekly\r\n- [[Ida Invented]]: 2/month, Active, until 2027-05-28\r\n");
}

static void a_list_stays_a_list(void **state)
{
	check_set(*state, "## Active Roster\n* **Ben Made-Up** – weekly\n  * likes tea\n\nWords.\n",
		"## Active Roster\n* **Ben Made-Up** – weekly\n  * likes tea\n* **[[Ida Invented]]**: 2/month, Active, until 2027-05-28\n\nWords.\n");
	check_set(*state, "## Active Roster\n- [[Ben Made-Up]]: weekly",
		"## Active Roster\n- [[Ben Made-Up]]: weekly\n"
		"- [[Ida Invented]]: 2/month, Active, until 2027-05-28");
}

static void an_item_keeps_what_else_it_says(void **state)
{
	static const char *const cases[][2] = {
		{ "[[Ida Invented]]", "[[Ida Invented]]: 2/month, Active, until 2027-05-28" },
		{ "[[Ida Invented]]: Discovery, met at the fair",
			"[[Ida Invented]]: 2/month, Active, met at the fair, until 2027-05-28" },
		{ "[[Ida Invented]]: 2/month, on hold (baby)",
			"[[Ida Invented]]: 2/month, Active (baby), until 2027-05-28" },
		{ "**Ida Invented** – 2/month, endet am 28.5.2027", "**Ida Invented** – 2/month, endet am 28.5.2027" },
		{ "**Ida Invented** – 2/month (until 2027-01-31)", "**Ida Invented** – 2/month (until 2027-05-28)" },
		{ "[[Ida Invented]]: weekly, Discovery", "[[Ida Invented]]: 2/month, Active, until 2027-05-28" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct note_fixture *note = *state;
		const char *texts[2];
		for (int k = 0; k < 2; k++)
			texts[k] = arena_printf(
				&note->arena, "## Active Roster\n- %s\n- [[Ben Made-Up]]: weekly\n", cases[i][k]);
		check_set(note, texts[0], texts[1]);
	}
}

static void an_item_says_what_became_of_them(void **state)
{
	static const struct {
		const char *status, *end;
		const char *before, *after;
	} cases[] = {
		{ "completed", "", "[[Ida Invented]]: weekly, Active", "[[Ida Invented]]: weekly, Completed" },
		{ "completed", "", "[[Ida Invented]]: weekly", "[[Ida Invented]]: weekly, Completed" },
		{ "completed", "", "[[Ida Invented]]", "[[Ida Invented]]: Completed" },
		{ "completed", "", "**Ida Invented**: 2/month, Completing (tea)",
			"**Ida Invented**: 2/month, Completed (tea)" },
		{ "completed", "2026-12-18", "[[Ida Invented]]: weekly, Active",
			"[[Ida Invented]]: weekly, Completed, until 2026-12-18" },
		{ "completed", "2026-12-18", "[[Ida Invented]]: weekly, until 2027-05-28",
			"[[Ida Invented]]: weekly, until 2026-12-18, Completed" },
		{ "", "", "[[Ida Invented]]: 2/month, Completed", "[[Ida Invented]]: 2/month, Completed" },
		{ "", "", "[[Ida Invented]]", "[[Ida Invented]]" },
		{ "active", "TBD", "[[Ida Invented]]: weekly, likes tea", "[[Ida Invented]]: weekly, likes tea" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct note_fixture *note = *state;
		struct roster_row row = { .name = SPAN("Ida Invented"),
			.note = SPAN("Ida Invented"),
			.status = *cases[i].status ? cases[i].status : NULL,
			.end = span_of(cases[i].end) };
		const char *before = arena_printf(&note->arena, "## Active Roster\n- %s\n", cases[i].before);
		const char *after = arena_printf(&note->arena, "## Active Roster\n- %s\n", cases[i].after);
		assert_span(set(note, note_outline(note, "p.md", before), row), after);
		assert_span(set(note, note_outline(note, "p.md", after), row), after);
	}
}

static void a_portfolio_without_a_roster_gets_one(void **state)
{
	static const char table[] =
		"| Client | Engagement Type | Sessions/Month | Status | Programme End |\n"
		"| --- | --- | --- | --- | --- |\n| [[Ida Invented]] | 1:1 | 2/month | Active | 2027-05-28 |\n";
	struct note_fixture *note = *state;
	check_set(note, "# CLIENT PORTFOLIO\n\n## Active Roster\n\n## Partners\n",
		arena_printf(&note->arena, "# CLIENT PORTFOLIO\n\n## Active Roster\n\n%s\n## Partners\n", table));
	check_set(note, "# CLIENT PORTFOLIO\n\nWords.\n",
		arena_printf(&note->arena, "# CLIENT PORTFOLIO\n\nWords.\n\n## Active Roster\n\n%s", table));
}

static void a_new_roster_is_in_the_language_of_the_portfolio(void **state)
{
	check_set(*state, "# Klientenportfolio\n\n## Kapazität\n",
		"# Klientenportfolio\n\n## Kapazität\n\n## Aktive Klienten\n\n"
		"| Klient | Art | Sitzungen/Monat | Status | Programmende |\n| --- | --- | --- | --- | --- |\n"
		"| [[Ida Invented]] | 1:1 | 2/month | Aktiv | 2027-05-28 |\n");
	check_set(*state, "# 客户组合\n\n## 活跃客户\n",
		"# 客户组合\n\n## 活跃客户\n\n"
		"| 客户 | 合作类型 | 会谈/月 | 状态 | 结束日期 |\n| --- | --- | --- | --- | --- |\n"
		"| [[Ida Invented]] | 1:1 | 2/month | 进行中 | 2027-05-28 |\n");
}

static void two_columns_of_one_meaning_are_refused(void **state)
{
	struct note_fixture *note = *state;
	struct error error = ERROR_INIT;
	struct roster_row row = ida();
	struct span text = SPAN("untouched");
	const struct outline *outline = note_outline(note, "p.md",
		"## Active Roster\n| Client | Status | Programme End | Ends |\n|---|---|---|---|\n| Ben | Active | | |\n");
	assert_int_equal(roster_row_set(outline, &row, &text, &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_int_equal(error.line, 2);
	assert_string_equal(error.message, "two columns of the roster mean programme end");
	assert_span(text, "untouched");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_new_row_goes_behind_the_last),
		NOTE_TEST(names_in_bold_are_followed),
		NOTE_TEST(a_placeholder_makes_way),
		NOTE_TEST(what_was_not_said_stays_a_placeholder),
		NOTE_TEST(a_row_that_is_there_changes),
		NOTE_TEST(a_link_with_another_label_is_her_row),
		NOTE_TEST(a_row_by_the_name_that_was_typed_is_hers),
		NOTE_TEST(her_row_may_stand_in_a_second_table),
		NOTE_TEST(columns_stand_in_any_order_and_language),
		NOTE_TEST(a_pipe_stays_in_its_cell),
		NOTE_TEST(line_ends_stay),
		NOTE_TEST(a_list_stays_a_list),
		NOTE_TEST(an_item_keeps_what_else_it_says),
		NOTE_TEST(an_item_says_what_became_of_them),
		NOTE_TEST(a_portfolio_without_a_roster_gets_one),
		NOTE_TEST(a_new_roster_is_in_the_language_of_the_portfolio),
		NOTE_TEST(two_columns_of_one_meaning_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
