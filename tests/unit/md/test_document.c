#include "test.h"

#include "md/document.h"

static struct document *parse(struct arena *arena, const char *text)
{
	return document_parse(arena, "Note.md", span_of(text), DOCUMENT_DEFAULT_MOST);
}

/* Kind, first and last line of each block, as "2 4-6 …". */
static void assert_blocks(const char *text, const char *expected)
{
	struct arena arena = ARENA_INIT;
	const struct document *document = parse(&arena, text);
	const char *actual = "";
	for (int i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		actual = arena_printf(
			&arena, "%s%s%d %u-%u", actual, i ? " " : "", block->kind, block->line, block->last_line);
	}
	assert_string_equal(actual, expected);
	arena_release(&arena);
}

static void lines_end_in_any_of_three_ways(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const struct document *document = parse(&arena, "\xEF\xBB\xBF# a\r\nb\rc\n\nd");
	assert_int_equal(document->line_count, 5);
	assert_span(document_line(document, 1), "# a");
	assert_span(document_line(document, 2), "b");
	assert_span(document_line(document, 3), "c");
	assert_span(document_line(document, 4), "");
	assert_span(document_line(document, 5), "d");
	assert_span(document_line(document, 6), "");
	assert_string_equal(document->line_end, "\n");
	assert_string_equal(parse(&arena, "a\r\nb\r\nc\n")->line_end, "\r\n");
	assert_int_equal(parse(&arena, "")->line_count, 0);
	assert_int_equal(parse(&arena, "\n")->line_count, 1);
	arena_release(&arena);
}

static void positions_count_from_one_and_leave_the_bom_out(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const struct document *document = parse(&arena, "\xEF\xBB\xBF"
							"ab\ncd");
	struct position position = document_position(document, 4);
	assert_int_equal(position.line, 1);
	assert_int_equal(position.column, 2);
	position = document_position_of(document, document_line(document, 2));
	assert_int_equal(position.line, 2);
	assert_int_equal(position.column, 1);
	assert_string_equal(position.path, "Note.md");
	arena_release(&arena);
}

static void blocks_end_with_their_content(void **state)
{
	(void)state;
	assert_blocks("# a\n\n- b\n- c\n\n\nd\n", "1 1-1 3 3-4 4 3-3 2 3-3 4 4-4 2 4-4 2 7-7");
	assert_blocks("Title\n---\ntext\n", "1 1-2 2 3-3");
	assert_blocks("<!-- a\n\nb -->\n\n    code\n\n", "9 1-3 8 5-5");
	assert_blocks("> ```\n> x\n\n```\nopen\n\n", "7 1-2 8 1-2 8 4-5");
	assert_blocks("***\n<div>\n</div>\n", "10 1-1 9 2-3");
}

static void a_table_begins_with_its_header(void **state)
{
	(void)state;
	assert_blocks("text\nmore\na | b\n--|--\n1 | 2\n", "2 1-2 5 3-5 6 3-3 6 5-5");
	assert_blocks("> | a |\n> |---|\n", "7 1-2 5 1-2 6 1-1");
}

static void front_matter_is_no_content(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const struct document *document = parse(&arena, "---\ntype: week\nweek: 2026-W47 # this\n---\n# Week\n");
	assert_true(document->front_matter.present);
	assert_span(document_property(document, "type"), "week");
	assert_span(document_property(document, "week"), "2026-W47");
	assert_span(document_property(document, "absent"), "");
	assert_int_equal(document->blocks[0].kind, BLOCK_FRONT_MATTER);
	assert_int_equal(document->blocks[1].kind, BLOCK_HEADING);
	assert_int_equal(document->blocks[1].line, 5);
	assert_int_equal(document->blocks[0].next, 1);
	arena_release(&arena);
}

static void broken_front_matter_is_a_problem_and_no_stop(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const struct document *document = parse(&arena, "---\na: [\n---\n# Week\n");
	assert_true(document->front_matter.present);
	assert_null(document->front_matter.root);
	assert_int_equal(document->front_matter.problem->class, ERROR_PARSE);
	assert_int_equal(document->block_count, 2);
	assert_null(parse(&arena, "---\n- a\n---\n")->front_matter.root);
	assert_false(parse(&arena, "---\na: b\n")->front_matter.present);
	assert_false(parse(&arena, " ---\na: b\n---\n")->front_matter.present);
	arena_release(&arena);
}

static void assert_hidden(const char *text, const char *expected)
{
	struct arena arena = ARENA_INIT;
	const struct document *document = parse(&arena, text);
	char *shown = arena_copy_text(&arena, span_of(text));
	for (size_t i = 0; i < document->bytes.length; i++)
		if (document_is_hidden(document, i))
			shown[i] = '~';
	assert_string_equal(shown, expected);
	for (size_t i = 0; i < document->bytes.length; i++) {
		size_t change = document_hidden_change(document, i);
		assert_true(change > i && change <= document->bytes.length);
		for (size_t k = i; k < change; k++)
			assert_int_equal(document_is_hidden(document, k), document_is_hidden(document, i));
	}
	arena_release(&arena);
}

static void front_matter_that_is_never_closed_is_a_problem(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool problem;
	} cases[] = {
		{ "---\ntype: session\ndate: 2026-11-20\n\n# Ana\n", true },
		{ "---\ntype: session\ntags:\n  - x\n- y\n# Ana\n", true },
		{ "\xEF\xBB\xBF---\r\nclient:\r\ndate: x", true },
		{ "---\na: b\nc: d\n---\n", false },
		{ "---\nNote: call Ana\n\nDate: never\n", false },
		{ "---\n\na: b\nc: d\n", false },
		{ "---\nIt is so: a\nand so: b\n", false },
		{ "a: b\nc: d\n", false },
		{ "---", false },
		{ "---\n", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		const struct document *document = parse(&arena, cases[i].text);
		assert_false(document->front_matter.problem && document->front_matter.present);
		if ((document->front_matter.problem != NULL) != cases[i].problem)
			fail_msg("case %zu", i);
		arena_release(&arena);
	}
}

static void comments_and_code_are_hidden(void **state)
{
	(void)state;
	assert_hidden("a `b` c", "a ~~~ c");
	assert_hidden("a ``b`c`` `d", "a ~~~~~~~ `d");
	assert_hidden("\\`a` `b`", "\\`a~~~b`");
	assert_hidden("a <!-- b --> c", "a ~~~~~~~~~~ c");
	assert_hidden("a <!-- b\n\nc -->", "a <!-- b\n\nc -->");
	assert_hidden("a %%b%% 50%% c\n\n60%% d", "a ~~~~~ 50%% c\n\n60%% d");
	assert_hidden("%%\na\n\n# b\n%% c", "~~~~~~~~~~~~ c");
	assert_hidden("%%\nnever closed", "%%\nnever closed");
	assert_hidden("```\na\n```\nb", "~~~~~~~~~\nb");
	assert_hidden("| a `b | c` |\n|---|---|", "| a `b | c` |\n|---|---|");
	assert_hidden("<!-- `a --> `b`", "~~~~~~~~~~~ `b`");
}

static void assert_opaque(struct arena *arena, struct span text, const char *reason)
{
	const struct document *document = document_parse(arena, "x.md", text, DOCUMENT_DEFAULT_MOST);
	if (!reason) {
		assert_null(document->opaque);
		return;
	}
	assert_non_null(document->opaque);
	assert_string_equal(document->opaque, reason);
	assert_int_equal(document->block_count, 0);
}

static struct span repeated(struct arena *arena, const char *start, const char *piece, size_t count)
{
	size_t length = strlen(start) + count * strlen(piece);
	char *text = arena_allocate(arena, length + 1);
	memcpy(text, start, strlen(start));
	for (size_t i = 0; i < count; i++)
		memcpy(text + strlen(start) + i * strlen(piece), piece, strlen(piece));
	return (struct span){ text, length };
}

static void what_would_take_too_long_is_opaque(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_opaque(&arena, repeated(&arena, "", "a", 1 << 20), NULL);
	assert_opaque(&arena, repeated(&arena, "", "a", (1 << 20) + 1), "is too large");
	assert_opaque(&arena, repeated(&arena, "", ">", 1000), "is nested too deeply");
	assert_opaque(&arena, repeated(&arena, "a\n\n", "1. ", 1000), "is nested too deeply");
	assert_opaque(&arena, repeated(&arena, "", "* ", 1000), NULL); /* a rule */
	assert_opaque(&arena, repeated(&arena, "a|b\n-|-\n", "|", 1000), "has a table of more than 200 columns");
	assert_opaque(&arena, repeated(&arena, "", "|", 1000), NULL); /* no table */
	assert_opaque(&arena, repeated(&arena, "a|b\n-|-\n", "a\n", 300000), "has a table of too many cells");
	assert_opaque(&arena, repeated(&arena, "", "a|b\n|-\n", 50000), "has too many rows of dashes in one paragraph");
	assert_opaque(&arena, span_of("\xFF\xFEx"), "is UTF-16, not UTF-8");
	arena_release(&arena);
}

static void nesting_over_many_lines_is_opaque_too(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const char *text = "";
	for (int i = 0; i < 40; i++)
		text = arena_printf(&arena, "%s%*s- a\n", text, 2 * i, "");
	assert_opaque(&arena, span_of(text), "is nested too deeply");
	arena_release(&arena);
}

static void two_hundred_columns_are_read(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct span header = repeated(&arena, "|", "a|", DOCUMENT_MOST_COLUMNS);
	struct span delimiter = repeated(&arena, "|", "-|", DOCUMENT_MOST_COLUMNS);
	const char *text = arena_printf(&arena, "%.*s\n%.*s\n", SPAN_PRINT(header), SPAN_PRINT(delimiter));
	const struct document *document = parse(&arena, text);
	assert_null(document->opaque);
	assert_int_equal(document->blocks[0].kind, BLOCK_TABLE);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_in_any_of_three_ways),
		cmocka_unit_test(positions_count_from_one_and_leave_the_bom_out),
		cmocka_unit_test(blocks_end_with_their_content),
		cmocka_unit_test(a_table_begins_with_its_header),
		cmocka_unit_test(front_matter_is_no_content),
		cmocka_unit_test(broken_front_matter_is_a_problem_and_no_stop),
		cmocka_unit_test(front_matter_that_is_never_closed_is_a_problem),
		cmocka_unit_test(comments_and_code_are_hidden),
		cmocka_unit_test(what_would_take_too_long_is_opaque),
		cmocka_unit_test(nesting_over_many_lines_is_opaque_too),
		cmocka_unit_test(two_hundred_columns_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
