/* Markdown's inline links, and what links of both kinds lead to. */
#include "test.h"

#include "md/link_targets.h"
#include "md/markdown_link.h"

static int set_up(void **state)
{
	static struct arena arena;
	arena = (struct arena){ 0 };
	*state = &arena;
	return 0;
}

static int tear_down(void **state)
{
	arena_release(*state);
	return 0;
}

static void a_destination_is_read_with_its_writing(void **state)
{
	static const struct {
		const char *text;
		const char *destination;
		const char *path;
	} cases[] = {
		{ "[x](Una.md)", "Una.md", "Una.md" },
		{ "see [x](Clients/Una%20Uhr.md#Part) and", "Clients/Una%20Uhr.md", "Clients/Una Uhr.md" },
		{ "[x](<Una Uhr.md> \"title\")", "Una Uhr.md", "Una Uhr.md" },
		{ "[x]( ../Una.md 'title' )", "../Una.md", "../Una.md" },
		{ "![x](J%C3%BCrgen.md)", "J%C3%BCrgen.md", "J\xC3\xBCrgen.md" },
		{ "[x](Una(2).md)", "Una(2).md", "Una(2).md" },
		{ "[x](Una\\(2.md)", "Una\\(2.md", "Una(2.md" },
		{ "[![p](#)](100%.md)", "", "" },
		{ "[x](100%.md)", "100%.md", "100%.md" },
		{ "\\[x\\](no.md) [y](Yes.md)", "Yes.md", "Yes.md" },
		{ "[x](https://example.org/Una.md)", "https://example.org/Una.md", NULL },
		{ "[x](mailto:una@example.org)", "mailto:una@example.org", NULL },
		{ "[x](//example.org/Una.md)", "//example.org/Una.md", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct markdown_link link;
		size_t offset = 0;
		assert_true(markdown_link_next(span_of(cases[i].text), &offset, &link));
		assert_span(link.destination, cases[i].destination);
		struct span path = markdown_link_path(*state, &link);
		if (cases[i].path)
			assert_span(path, cases[i].path);
		else
			assert_null(path.at);
	}
}

static void what_only_looks_like_a_link_is_none(void **state)
{
	static const char *const texts[] = { "[x](Una Uhr.md)", "[x](Una.md", "[x](<Una.md)", "[x] (Una.md)",
		"[x](Una.md \"title)", "[x](Una\n.md)", "(Una.md)", "" };
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct markdown_link link;
		size_t offset = 0;
		assert_false(markdown_link_next(span_of(texts[i]), &offset, &link));
	}
}

static void a_name_is_written_as_the_link_writes(void **state)
{
	static const struct {
		struct markdown_link link;
		const char *name;
		const char *written;
	} cases[] = {
		{ { .destination = { "Una.md", 6 } }, "Una (2) 50%", "Una%20%282%29%2050%25" },
		{ { .destination = { "Una Uhr.md", 10 }, .angled = true }, "Una <2>", "Una %3C2%3E" },
		{ { .destination = { "J%C3%BC.md", 10 } }, "J\xC3\xBC", "J%C3%BC" },
		{ { .destination = { "J\xC3\xBC.md", 6 } }, "J\xC3\xBC", "J\xC3\xBC" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(markdown_link_encode(*state, &cases[i].link, span_of(cases[i].name)), cases[i].written);
}

static const struct link_target files[] = { { "Clients/Una/Una.md", NULL }, { "Una.md", NULL },
	{ "Clients/Una/Inbox.md", NULL }, { "Old/Inbox.md", NULL } };

static void a_whole_path_goes_before_the_end_of_another(void **state)
{
	struct link_targets targets = link_targets_of(*state, files, 4);
	struct link_match una = link_targets_wiki(*state, &targets, SPAN("una"));
	assert_int_equal(una.count, 1);
	assert_string_equal(una.first->path, "Una.md");
	assert_string_equal(link_targets_wiki(*state, &targets, SPAN("Una/Una")).first->path, "Clients/Una/Una.md");
	struct link_match inbox = link_targets_wiki(*state, &targets, SPAN("Inbox"));
	assert_int_equal(inbox.count, 2);
	assert_string_equal(inbox.first->path, "Clients/Una/Inbox.md");
}

static void a_markdown_link_counts_from_its_folder(void **state)
{
	static const struct {
		const char *from;
		const char *path;
		const char *leads_to;
		bool outside;
	} cases[] = {
		{ "Clients/Una/Una.md", "Inbox.md", "Clients/Una/Inbox.md", false },
		{ "Old/x.md", "Inbox.md", "Old/Inbox.md", false },
		{ "Clients/Una/Una.md", "../../Old/./Inbox.md", "Old/Inbox.md", false },
		{ "Clients/Una/Una.md", "/Old/Inbox.md", "Old/Inbox.md", false },
		{ "x.md", "Old/Inbox.md", "Old/Inbox.md", false },
		{ "x.md", "Una/Inbox.md", "Clients/Una/Inbox.md", false },
		{ "x.md", "../Readme.md", NULL, true },
		{ "x.md", "Readme.md", NULL, false },
	};
	struct link_targets targets = link_targets_of(*state, files, 4);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct link_match match =
			link_targets_markdown(*state, &targets, cases[i].from, span_of(cases[i].path));
		assert_int_equal(match.outside, cases[i].outside);
		if (cases[i].leads_to)
			assert_string_equal(match.first->path, cases[i].leads_to);
		else
			assert_null(match.first);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_destination_is_read_with_its_writing, set_up, tear_down),
		cmocka_unit_test(what_only_looks_like_a_link_is_none),
		cmocka_unit_test_setup_teardown(a_name_is_written_as_the_link_writes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_whole_path_goes_before_the_end_of_another, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_markdown_link_counts_from_its_folder, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
