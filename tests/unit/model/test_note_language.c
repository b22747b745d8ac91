/* The language of a note: its headings, else its status, else the vault's usual one. */
#include "note_fixture.h"

#include "model/note_language.h"

static void a_note_is_in_the_language_of_its_words(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		enum language usual, language;
	} cases[] = {
		/* headings */
		{ "## Notes\n## Summary\n", LANGUAGE_GERMAN, LANGUAGE_ENGLISH },
		{ "# Termin\n## Notizen\n## Zusammenfassung\n", LANGUAGE_ENGLISH, LANGUAGE_GERMAN },
		{ "## 记录\n## 小结\n", LANGUAGE_ENGLISH, LANGUAGE_CHINESE },
		{ "## 1. **Notizen** (Stand heute)\n", LANGUAGE_ENGLISH, LANGUAGE_GERMAN },
		{ "## Zusammenfassung\n## Aufgaben\n## Notes\n", LANGUAGE_ENGLISH, LANGUAGE_GERMAN },
		/* headings come before what coach wrote itself */
		{ "---\nstatus: planned\n---\n## Notizen\n", LANGUAGE_ENGLISH, LANGUAGE_GERMAN },
		/* "Agenda" is German too, and tells nothing */
		{ "## Agenda\n", LANGUAGE_GERMAN, LANGUAGE_GERMAN },
		{ "## Agenda\n", LANGUAGE_ENGLISH, LANGUAGE_ENGLISH },
		/* as many of one as of the other */
		{ "## Notes\n## Zusammenfassung\n", LANGUAGE_CHINESE, LANGUAGE_CHINESE },
		{ "## Notes\n## Zusammenfassung\n", LANGUAGE_GERMAN, LANGUAGE_GERMAN },
		/* the status */
		{ "---\nstatus: geplant\n---\nText\n", LANGUAGE_ENGLISH, LANGUAGE_GERMAN },
		{ "---\n状态: 已安排\n---\n## 闲谈\n", LANGUAGE_ENGLISH, LANGUAGE_CHINESE },
		{ "---\nstatus: planned\n---\nText\n", LANGUAGE_GERMAN, LANGUAGE_ENGLISH },
		/* nothing */
		{ "", LANGUAGE_CHINESE, LANGUAGE_CHINESE },
		{ "# Ana Silva\n\nSome words.\n", LANGUAGE_GERMAN, LANGUAGE_GERMAN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		note->aliases.usual = cases[i].usual;
		enum language language = note_language(note_outline(note, "Note.md", cases[i].text));
		if (language != cases[i].language)
			fail_msg("case %zu is in %s and not in %s", i, language_names[language],
				language_names[cases[i].language]);
	}
}

static void words_of_ones_own_are_of_no_language(void **state)
{
	struct note_fixture *note = *state;
	aliases_add(&note->arena, &note->aliases, ALIAS_HEADING, "notes", SPAN("Scribbles"));
	note->aliases.usual = LANGUAGE_CHINESE;
	assert_int_equal(note_language(note_outline(note, "Note.md", "## Scribbles\n")), LANGUAGE_CHINESE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_note_is_in_the_language_of_its_words),
		NOTE_TEST(words_of_ones_own_are_of_no_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
