/* What of a note somebody else may read. */
#include "note_fixture.h"

#include "model/plain_text.h"

/* Of the whole note. */
static struct span plain(struct note_fixture *note, const char *text)
{
	const struct document *document = note_parse(note, "Session.md", text);
	return plain_text(&note->arena, &note->aliases, document, document->bytes);
}

static void markdown_is_taken_off(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		const char *plain;
	} cases[] = {
		{ "One.\n\n\n\nTwo.\n", "One.\n\nTwo." },
		{ "\n\nOne\r\nTwo\r\n\r\n", "One\nTwo" },
		{ "She **opens** with _the_ question.\n", "She opens with the question." },
		{ "See [[Resources/Delegation Ladder|the ladder]] and [it](x.md).\n", "See the ladder and it." },
		{ "### Insights\n- one\n  - two\n* three\n1. four\n", "Insights\n- one\n  - two\n- three\n1. four" },
		{ "- [ ] Draft it\n- [x] Send it\n", "- Draft it\n- Send it" },
		{ "Run `make` twice.\n", "Run make twice." },
		{ "[What was said]\n- [Point]\nReal.\n", "Real." },
		{ "3 * 4 = 12\n", "3 4 = 12" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(plain(note, cases[i].text), cases[i].plain);
}

static void what_is_hidden_stays_hidden(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		const char *plain;
	} cases[] = {
		{ "Seen. %%she cried%% Seen too.\n", "Seen. Seen too." },
		{ "Seen. <!-- she cried --> Seen too.\n", "Seen. Seen too." },
		{ "Before.\n\n%%\nshe cried\n%%\n\nAfter.\n", "Before.\n\nAfter." },
		{ "Before.\n\n<!--\nshe cried\n-->\n\nAfter.\n", "Before.\n\nAfter." },
		{ "Before.\n\n```\nshe cried\n```\n\nAfter.\n", "Before.\n\nAfter." },
		{ "%% only this %%\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(plain(note, cases[i].text), cases[i].plain);
}

static void notes_within_the_part_are_left_out(void **state)
{
	struct note_fixture *note = *state;
	assert_span(
		plain(note, "## Summary\nSeen.\n### Notes\nshe cried\n#### Deeper\nshe cried\n### Next\nSeen too.\n"),
		"Summary\nSeen.\nNext\nSeen too.");
	assert_span(plain(note, "## Zusammenfassung\nGut.\n### Notizen\nsie weinte\n"), "Zusammenfassung\nGut.");
	assert_span(plain(note, "## 总结\n很好。\n### 笔记\n她哭了\n"), "总结\n很好。");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(markdown_is_taken_off),
		NOTE_TEST(what_is_hidden_stays_hidden),
		NOTE_TEST(notes_within_the_part_are_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
