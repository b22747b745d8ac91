/* What lint sees in a note by itself: headings, columns, dates, bytes. */
#include "model/note_fixture.h"

#include "rules/lint_note.h"

static const char *lint(struct note_fixture *note, enum note_kind kind, const char *text)
{
	note->findings.count = 0;
	lint_note(note_outline(note, "note.md", text), kind, &note->findings);
	return note_findings(note);
}

static const char *hint_of(const struct note_fixture *note, size_t index)
{
	return note->findings.items[index].hint ? note->findings.items[index].hint : "";
}

/* --- headings ---------------------------------------------------------------------------------------------------- */

static void an_unknown_heading_matters_only_where_a_section_is_missing(void **state)
{
	static const struct {
		const char *text;
		const char *found;
	} cases[] = {
		{ "# S\n## Agenda\n## Summary\n## Actions\n## Next time\n## Ideas\n", "" },
		{ "# S\n## Agenda\n## Summary\n## Actions\n## Ideas\n", "unrecognised_heading 5:1" },
		{ "# S\n## Agenda\n## Summary\n## Actions\n", "" },
		{ "# S\ntext\n## Agenda\n## Summary\n### Ideas\n", "" },
		{ "# S\n## Agenda\n## [Heading]\n", "placeholder 3:4" },
		{ "# Agenda\n# Summary\n# Actions\n# Next sesion\n", "unrecognised_heading 4:1" },
		{ "# A title of my own\n## Agenda\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(lint(*state, NOTE_SESSION, cases[i].text), cases[i].found);
}

/* Without Time Log or Priorities any heading may be that; these are there. */
static void a_heading_that_nearly_says_what_is_read_later_is_named(void **state)
{
	static const struct {
		enum note_kind kind;
		const char *heading, *word;
	} cases[] = {
		{ NOTE_WEEK, "Rituale dieser Woche", "rituale diese woche" },
		{ NOTE_WEEK, "My rituals of the week", "rituals" },
		{ NOTE_WEEK, "Ritauls", "rituals" },
		{ NOTE_WEEK, "这周仪式", "仪式" },
		{ NOTE_WEEK, "Rituale", "" },
		{ NOTE_WEEK, "A walk at noon", "" },
		{ NOTE_WEEK, "My priorities", "" },
		{ NOTE_DAY, "Touches of the day", "touches" },
		{ NOTE_DAY, "Garden", "" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = arena_printf(&note->arena,
			"# Note\n## Priorities\n## Carryover\n## Time Log\n## Top Three\n## %s\n", cases[i].heading);
		const char *found = lint(note, cases[i].kind, text);
		assert_string_equal(found, cases[i].word[0] ? "unrecognised_heading 6:1" : "");
		if (cases[i].word[0])
			assert_non_null(
				strstr(hint_of(note, 0), arena_printf(&note->arena, "call it \"%s\"", cases[i].word)));
	}
}

static void the_hint_names_the_missing_section_whose_words_are_near(void **state)
{
	struct note_fixture *note = *state;
	lint(note, NOTE_SESSION, "# S\n## Agnda\n## Summary\n## Actions\n## Nxt meeting\n");
	assert_int_equal(note->findings.count, 2);
	assert_non_null(strstr(hint_of(note, 0), "\"agenda\""));
	assert_non_null(strstr(hint_of(note, 1), "\"next session\""));
}

static void a_heading_of_another_kind_of_note_is_named_for_the_section_it_may_be(void **state)
{
	struct note_fixture *note = *state;
	const char *text = "# Portfolio\n## Aktive Klienten\n## Kapazität\n## Empfehlungsnetzwerk\n"
			   "## Mein Leitbild\n## Rituale\n- jeden Montag planen\n";
	assert_string_equal(lint(note, NOTE_PORTFOLIO, text), "unrecognised_heading 6:1");
	assert_string_equal(note->findings.items[0].message,
		"\"Rituale\" is a heading of another kind of note, and no \"practice rituals\" was found");
	assert_non_null(strstr(hint_of(note, 0), "call it \"practice rituals\""));
	/* Where the section is there, its namesake is the person's own. */
	text = "# Portfolio\n## Roster\n## Capacity\n## Partners\n## Routinen\n## Rituale\n";
	assert_string_equal(lint(note, NOTE_PORTFOLIO, text), "");
	/* One that is akin to nothing that is missing is like any unknown heading. */
	text = "# Portfolio\n## Roster\n## Capacity\n## Partners\n## Carryover\n## Notes\n";
	assert_string_equal(lint(note, NOTE_PORTFOLIO, text), "unrecognised_heading 5:1");
	/* The person's own word makes it a heading of this kind. */
	aliases_add(&note->arena, &note->aliases, ALIAS_HEADING, "practice rituals", SPAN("Rituale"));
	text = "# Portfolio\n## Roster\n## Capacity\n## Partners\n## Mein Leitbild\n## Rituale\n";
	assert_string_equal(lint(note, NOTE_PORTFOLIO, text), "");
}

static void a_roster_by_another_heading_is_not_missing(void **state)
{
	const char *text =
		"# P\n## My dear people\n| Client | Status | Sessions/Month |\n| --- | --- | --- |\n| A | Active | 2 |\n"
		"## Capacity\n## Rhythms\n## Partners\n";
	assert_string_equal(lint(*state, NOTE_PORTFOLIO, text), "");
}

static void a_person_may_teach_a_heading(void **state)
{
	struct note_fixture *note = *state;
	const char *text = "# P\n## Initiatives\n## Wegmarken der Zeit\n";
	assert_string_equal(lint(note, NOTE_PLAN, text), "unrecognised_heading 3:1");
	aliases_add(&note->arena, &note->aliases, ALIAS_HEADING, "milestones", SPAN("Wegmarken der Zeit"));
	assert_string_equal(lint(note, NOTE_PLAN, text), "");
}

/* --- columns ----------------------------------------------------------------------------------------------------- */

static void an_unknown_column_is_named_in_tables_of_known_sections(void **state)
{
	static const struct {
		const char *text;
		const char *found;
	} cases[] = {
		{ "## Time Log\n| Date | Hours | Category |\n| --- | --- | --- |\n", "" },
		{ "## Time Log\n| Date | Hours | Categroy |\n| --- | --- | --- |\n", "unknown_column 2:18" },
		{ "## Time Log\n### Monday\n| Date | Moonphase | Hours |\n| --- | --- | --- |\n",
			"unknown_column 3:10" },
		{ "## Time Log\n| Moonphase | Date |\n| --- | --- |\n", "" },
		{ "## Cats of mine\n| Date | Moonphase |\n| --- | --- |\n", "" },
		{ "## Time Log\n| Date | | [Column] |\n| --- | --- | --- |\n", "placeholder 2:12" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(lint(*state, NOTE_DAY, cases[i].text), cases[i].found);
}

static void the_nearest_column_is_the_hint(void **state)
{
	struct note_fixture *note = *state;
	lint(note, NOTE_DAY, "## Time Log\n| Date | Hours | Categroy |\n| --- | --- | --- |\n");
	assert_string_equal(hint_of(note, 0), "did you mean \"category\"?");
}

/* --- dates, tasks, bytes ----------------------------------------------------------------------------------------- */

static void a_date_that_names_no_day_is_found_wherever_dates_stand(void **state)
{
	static const struct {
		const char *text;
		const char *found;
	} cases[] = {
		{ "| Date |\n| --- |\n| 2026-02-29 |\n", "bad_date 3:3" },
		{ "| Date |\n| --- |\n| 2028-02-29 |\n", "" },
		{ "**Due:** 2026-13-45\n", "bad_date 1:10" },
		{ "---\nend: 2026-04-31\n---\n", "bad_date 2:6" },
		{ "- [ ] call 📅 2026-04-31\n", "bad_date 1:17" },
		{ "- [ ] call [due:: 2026-04-31]\n", "bad_date 1:19" },
		{ "We met on 2026-04-31.\n", "" },
		{ "```\n| Date |\n| --- |\n| 2026-02-29 |\n```\n", "" },
		{ "- [ ] call 📅 2026-04-30 soon\n", "task_trailing_text 1:28" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(lint(*state, NOTE_OTHER, cases[i].text), cases[i].found);
}

static void a_byte_that_is_no_text_is_named_once(void **state)
{
	assert_string_equal(lint(*state, NOTE_OTHER, "Zo\xC3\xAB\nZo\xEB and \xFF\n"), "not_text 2:3");
}

static void templates_are_left_alone(void **state)
{
	assert_string_equal(lint(*state, NOTE_TEMPLATE, "## Agnda\n[Name] 📅 \n- [ ] x 📅 2026-99-99\n"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(an_unknown_heading_matters_only_where_a_section_is_missing),
		NOTE_TEST(a_heading_that_nearly_says_what_is_read_later_is_named),
		NOTE_TEST(the_hint_names_the_missing_section_whose_words_are_near),
		NOTE_TEST(a_heading_of_another_kind_of_note_is_named_for_the_section_it_may_be),
		NOTE_TEST(a_roster_by_another_heading_is_not_missing),
		NOTE_TEST(a_person_may_teach_a_heading),
		NOTE_TEST(an_unknown_column_is_named_in_tables_of_known_sections),
		NOTE_TEST(the_nearest_column_is_the_hint),
		NOTE_TEST(a_date_that_names_no_day_is_found_wherever_dates_stand),
		NOTE_TEST(a_byte_that_is_no_text_is_named_once),
		NOTE_TEST(templates_are_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
