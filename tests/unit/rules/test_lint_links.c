/* Wikilinks against the files of a vault. */
#include "model/note_fixture.h"

#include "rules/lint_links.h"

static const char *lint(struct note_fixture *note, const char *text)
{
	const struct document *ana = note_parse(note, "Clients/Ana Silva/Ana Silva.md",
		"# Ana\n\n## 2. **Goals** & more\n\nOne day ^first\n\n- x\n^list\n");
	const struct link_target files[] = {
		{ "Clients/Ana Silva/Ana Silva.md", ana },
		{ "Clients/Zo\xC3\xAB/Zo\xC3\xAB.md", NULL },
		{ "Inbox.md", NULL },
		{ "Other/Inbox.md", NULL },
		{ "images/chart.png", NULL },
	};
	struct link_targets targets = link_targets_of(&note->arena, files, sizeof(files) / sizeof(*files));
	note->findings.count = 0;
	lint_links(&note->arena, &targets, note_parse(note, "note.md", text), &note->findings);
	return note_findings(note);
}

static void a_target_is_found_by_name_or_end_of_path_in_any_case(void **state)
{
	static const char *const good[] = { "[[Ana Silva]]", "[[ana silva]]", "[[Ana Silva.md]]",
		"[[Ana Silva/Ana Silva]]", "[[/Clients/Ana Silva/Ana Silva]]", "[[../Clients/Ana Silva/Ana Silva|Ana]]",
		"[[Inbox]]", "[[Other/Inbox]]", "[[Zoe\xCC\x88]]", "![[chart.png]]", "[[images/chart.png]]",
		"| [[Ana Silva\\|Ana]] |" };
	static const char *const broken[] = { "[[Ana Silv]]", "[[Silva]]", "[[Clients/Inbox]]",
		"[[ents/Ana Silva/Ana Silva]]", "[[chart]]", "[[Ana Silva/]]" };
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_string_equal(lint(*state, good[i]), "");
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		assert_string_equal(lint(*state, broken[i]), "broken_link 1:1");
}

static void a_markdown_link_to_a_note_of_the_vault_is_looked_for(void **state)
{
	static const char *const good[] = { "[x](Clients/Ana%20Silva/Ana%20Silva.md#Gone)", "[x](<Inbox.md>)",
		"[x](https://example.org/Gone.md)", "[x](Gone.pdf)", "[x](../Gone.md)", "`[x](Gone.md)`",
		"[x](#Gone)" };
	static const char *const broken[] = { "[x](Gone.md)", "[x](<Ana Silv.md>)", "[x](Clients/Inbox.md)" };
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_string_equal(lint(*state, good[i]), "");
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		assert_string_equal(
			lint(*state, broken[i]), broken[i][4] == '<' ? "broken_link 1:6" : "broken_link 1:5");
	lint(*state, "[x](Inbix.md)");
	assert_string_equal(((struct note_fixture *)*state)->findings.items[0].hint, "did you mean Inbox.md?");
}

static void headings_and_blocks_are_looked_for_in_the_target(void **state)
{
	static const char *const good[] = { "[[Ana Silva#Ana]]", "[[Ana Silva#2. Goals & more]]",
		"[[Ana Silva#Ana#2. goals & more]]", "[[Ana Silva#^first]]", "[[Ana Silva#^list]]", "# Here\n[[#Here]]",
		"[[#^end]] ^end", "[[Inbox#Anything]]" };
	static const char *const broken[] = { "[[Ana Silva#Gone]]", "[[Ana Silva#Ana#Gone]]", "[[Ana Silva#^firs]]",
		"[[Ana Silva#^irst]]", "[[#Here]]", "[[#^end]]" };
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_string_equal(lint(*state, good[i]), "");
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		assert_string_equal(lint(*state, broken[i]), "broken_link 1:1");
}

static void code_comments_placeholders_and_slots_are_no_links(void **state)
{
	assert_string_equal(
		lint(*state, "`[[Nowhere]]` <!-- [[Nowhere]] --> %% [[Nowhere]] %% [[{client}]] [[[Name]]]\n\n"
			     "```\n[[Nowhere]]\n```\n"),
		"");
}

static void front_matter_and_several_links_of_a_line_count(void **state)
{
	assert_string_equal(lint(*state, "---\nclient: \"[[Nobody]]\"\n---\n[[Nowhere]] [[Inbox]] [[Neither]]\n"),
		"broken_link 2:10, broken_link 4:1, broken_link 4:23");
}

static void the_nearest_note_is_the_hint(void **state)
{
	struct note_fixture *note = *state;
	lint(note, "[[Anna Silva]]");
	assert_string_equal(note->findings.items[0].hint, "did you mean [[Ana Silva]]?");
}

static void without_a_vault_only_links_within_the_note_are_followed(void **state)
{
	struct note_fixture *note = *state;
	lint_links(&note->arena, NULL, note_parse(note, "-", "[[Nowhere]] [[#Gone]]"), &note->findings);
	assert_string_equal(note_findings(note), "broken_link 1:13");
}

/* Of all notes together: each looks at the names of all files. */
static void a_run_gives_a_few_hints_only(void **state)
{
	struct note_fixture *note = *state;
	const struct link_target files[] = { { "Ana Silva.md", NULL } };
	struct link_targets targets = link_targets_of(&note->arena, files, 1);
	size_t hints = 0;
	for (int i = 0; i < 60; i++)
		lint_links(&note->arena, &targets,
			note_parse(note, arena_printf(&note->arena, "%d.md", i), "[[Ana Silvs]]\n[[Ana Silvas]]\n"),
			&note->findings);
	assert_int_equal(note->findings.count, 120);
	for (size_t i = 0; i < note->findings.count; i++)
		hints += note->findings.items[i].hint != NULL;
	assert_int_equal(hints, 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_target_is_found_by_name_or_end_of_path_in_any_case),
		NOTE_TEST(a_markdown_link_to_a_note_of_the_vault_is_looked_for),
		NOTE_TEST(headings_and_blocks_are_looked_for_in_the_target),
		NOTE_TEST(code_comments_placeholders_and_slots_are_no_links),
		NOTE_TEST(front_matter_and_several_links_of_a_line_count),
		NOTE_TEST(the_nearest_note_is_the_hint),
		NOTE_TEST(a_run_gives_a_few_hints_only),
		NOTE_TEST(without_a_vault_only_links_within_the_note_are_followed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
