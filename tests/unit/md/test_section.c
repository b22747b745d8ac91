#include "test.h"

#include "md/section.h"

static struct section_list read(struct arena *arena, const char *text, const struct document **document)
{
	*document = document_parse(arena, "x.md", span_of(text), DOCUMENT_DEFAULT_MOST);
	return document_sections(arena, *document);
}

static void headings_make_sections(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const struct document *document;
	static const char text[] =
		"---\na: b\n---\nintro\n\n# One ##\ntext\n## Two\n### Three\n## Four\nSet\next\n---\n# Five #5\n";
	struct section_list list = read(&arena, text, &document);
	static const char *const titles[] = { "", "One", "Two", "Three", "Four", "Set\next", "Five #5" };
	static const int parents[] = { -1, -1, 1, 2, 1, 1, -1 };
	static const unsigned lines[] = { 1, 6, 8, 9, 10, 11, 14 };
	assert_int_equal(list.count, 7);
	for (size_t i = 0; i < list.count; i++) {
		assert_span(list.items[i].title, titles[i]);
		assert_int_equal(list.items[i].parent, parents[i]);
		assert_int_equal(list.items[i].line, lines[i]);
	}
	struct section *one = &list.items[1];
	assert_span(span_slice(document->bytes, one->body, one->own_end - one->body), "text\n");
	assert_int_equal(one->end, list.items[6].offset);
	assert_int_equal(one->end_block, list.items[6].heading);
	assert_int_equal(list.items[0].own_end, one->offset);
	assert_span(span_slice(document->bytes, list.items[0].body, 5), "intro");
	arena_release(&arena);
}

static void headings_in_quotes_and_code_make_none(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const struct document *document;
	assert_int_equal(read(&arena, "> # a\n\n- # b\n\n```\n# c\n```\n#d\n", &document).count, 1);
	assert_int_equal(read(&arena, "", &document).count, 1);
	arena_release(&arena);
}

static void content_is_what_a_person_filled_in(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		bool content;
	} cases[] = {
		{ "", false },
		{ "text", true },
		{ "### Sub\n", false },
		{ "### Sub\ntext", true },
		{ "[Your Name]", false },
		{ "* **[X]%** [and [more]]", false },
		{ "[N] sessions", true },
		{ "**Focus:** [one line]\n**Date:**", false },
		{ "**Focus:** Rehearse", true },
		{ "- [ ] ", false },
		{ "- [ ] [Task]", false },
		{ "- [ ] Call", true },
		{ "- [[Ana]]", true },
		{ "[a link](b.md)", true },
		{ "<!-- comment -->", false },
		{ "%%\ncomment\n%%", false },
		{ "---", false },
		{ "```\ncode\n```", false },
		{ "| Metric | Value |\n| --- | --- |\n", false },
		{ "| Metric | Value |\n| --- | --- |\n| [Name] |  |\n", false },
		{ "| Metric | Value |\n| --- | --- |\n| [High \\| Low] |  |\n", false },
		{ "| Metric | Value |\n| --- | --- |\n| [High] \\| Low |  |\n", true },
		{ "| Metric | Value |\n| --- | --- |\n| Sleep |  |\n", true },
		{ "> quoted", true },
		{ "TBD", true },
	};
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct document *document;
		struct section_list list =
			read(&arena, arena_printf(&arena, "## Title\n%s\n", cases[i].body), &document);
		if (section_has_content(document, &list.items[1]) != cases[i].content)
			fail_msg("%s: expected %d", cases[i].body, cases[i].content);
	}
	arena_release(&arena);
}

static void placeholders_stand_in_brackets(void **state)
{
	(void)state;
	static const char *const placeholders[] = { "[Client Name]", "**[X]%**", "[e.g., 2/month]", "", " ",
		"[a] / [b]", "**[On Hold — [reason]]**", "→ [How]", "[YYYY-MM-DD]" };
	static const char *const others[] = { "[[Ana]]", "[a](b)", "[ ] a", "- [x]", "a [b]", "[owner:: client]", "-",
		"TBD", "[^1]", "\\[a]", "[a", "漢字 [b]" };
	for (size_t i = 0; i < sizeof(placeholders) / sizeof(*placeholders); i++)
		if (!text_is_placeholder(span_of(placeholders[i])))
			fail_msg("%s should be a placeholder", placeholders[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (text_is_placeholder(span_of(others[i])))
			fail_msg("%s should be no placeholder", others[i]);
}

static void placeholders_are_found_one_by_one(void **state)
{
	(void)state;
	struct span text = SPAN("a [b [c]] [[d]] [e](f) [open [g]");
	size_t offset = 0;
	struct span found;
	assert_true(text_next_placeholder(text, &offset, &found));
	assert_span(found, "[b [c]]");
	assert_true(text_next_placeholder(text, &offset, &found));
	assert_span(found, "[g]");
	assert_false(text_next_placeholder(text, &offset, &found));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_make_sections),
		cmocka_unit_test(headings_in_quotes_and_code_make_none),
		cmocka_unit_test(content_is_what_a_person_filled_in),
		cmocka_unit_test(placeholders_stand_in_brackets),
		cmocka_unit_test(placeholders_are_found_one_by_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
