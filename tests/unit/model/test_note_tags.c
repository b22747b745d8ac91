#include "test.h"

#include "model/note_tags.h"

static bool has(const char *note, const char *tag)
{
	struct arena arena = ARENA_INIT;
	const struct document *document = document_parse(&arena, "a.md", span_of(note), DOCUMENT_DEFAULT_MOST);
	bool found = note_tags_have(&arena, document, span_of(tag));
	arena_release(&arena);
	return found;
}

static void a_tag_stands_in_the_text_or_the_front_matter(void **state)
{
	(void)state;
	static const struct {
		const char *note, *tag;
		bool found;
	} cases[] = {
		{ "A #board day", "board", true },
		{ "A #board day", "#Board", true },
		{ "(#board)", "board", true },
		{ "#board/memo", "board", true },
		{ "#board/memo", "board/memo", true },
		{ "#board", "board/memo", false },
		{ "#boards", "board", false },
		{ "# board", "board", false },
		{ "##board", "board", false },
		{ "a#board", "board", false },
		{ "https://x.org/#board", "board", false },
		{ "[[#board]]", "board", false },
		{ "`#board`", "board", false },
		{ "```\n#board\n```\n", "board", false },
		{ "%% #board %%", "board", false },
		{ "<!-- #board -->", "board", false },
		{ "#项目/进度", "项目", true },
		{ "#ÜBERGABE", "übergabe", true },
		{ "---\ntags: [a, board/memo]\n---\n", "board", true },
		{ "---\ntags:\n  - a\n  - \"#board\"\n---\n", "board", true },
		{ "---\ntags: a, board\n---\n", "board", true },
		{ "---\ntag: a board\n---\n", "board", true },
		{ "---\ntags: [boards]\ntitle: \"#board\"\n---\n", "board", false },
		{ "---\ntags: [broken\n---\n#board\n", "board", true },
		{ "", "board", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (has(cases[i].note, cases[i].tag) != cases[i].found)
			fail_msg("%s in \"%s\"", cases[i].tag, cases[i].note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tag_stands_in_the_text_or_the_front_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
