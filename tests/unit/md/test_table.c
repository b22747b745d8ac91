#include "test.h"

#include "md/table.h"

static struct table read_first(struct arena *arena, const char *text)
{
	const struct document *document = document_parse(arena, "x.md", span_of(text), DOCUMENT_DEFAULT_MOST);
	for (int i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind == BLOCK_TABLE) {
			struct table table = table_read(arena, document, i);
			assert_int_equal(table_width(document, i), table.header.count);
			return table;
		}
	fail_msg("no table in %s", text);
	return (struct table){ .block = NO_BLOCK };
}

static void assert_cells(const struct row *row, const char *const *texts, size_t count)
{
	assert_int_equal(row->count, count);
	for (size_t i = 0; i < count; i++)
		assert_span(row->cells[i].text, texts[i]);
}

static void cells_are_split_at_pipes_without_backslash(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct table table = read_first(&arena, "| a | b |\n|---|---|\n| [[N\\|x]] | `c|d |\n| \\\\| | e |\n");
	assert_cells(&table.header, (const char *const[]){ "a", "b" }, 2);
	assert_cells(&table.delimiter, (const char *const[]){ "---", "---" }, 2);
	assert_int_equal(table.count, 2);
	assert_cells(&table.rows[0], (const char *const[]){ "[[N\\|x]]", "`c", "d" }, 3);
	assert_cells(&table.rows[1], (const char *const[]){ "\\\\|", "e" }, 2);
	assert_span(table.rows[0].cells[0].field, " [[N\\|x]] ");
	arena_release(&arena);
}

static void outer_pipes_and_cells_may_be_missing(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct table table = read_first(&arena, "a | b\n--|--\n1 | 2\n3\n|4| |\n||\n");
	assert_int_equal(table.count, 4);
	assert_cells(&table.rows[0], (const char *const[]){ "1", "2" }, 2);
	assert_cells(&table.rows[1], (const char *const[]){ "3" }, 1);
	assert_cells(&table.rows[2], (const char *const[]){ "4", "" }, 2);
	assert_cells(&table.rows[3], (const char *const[]){ "" }, 1);
	assert_span(row_cell(&table.rows[0], 1).text, "2");
	assert_null(row_cell(&table.rows[1], 1).text.at);
	assert_null(row_cell(&table.rows[1], -1).text.at);
	arena_release(&arena);
}

static void tables_stand_in_quotes_and_items_too(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct table table = read_first(&arena, "> text\n> | a | b |\n> |---|---|\n>| 1 | 2 |\n");
	assert_cells(&table.header, (const char *const[]){ "a", "b" }, 2);
	assert_cells(&table.rows[0], (const char *const[]){ "1", "2" }, 2);
	assert_int_equal(table.header.line, 2);
	assert_int_equal(table.rows[0].line, 4);
	table = read_first(&arena, "- | a |\n  |---|\n  | 1 |\n");
	assert_cells(&table.header, (const char *const[]){ "a" }, 1);
	assert_cells(&table.delimiter, (const char *const[]){ "---" }, 1);
	assert_cells(&table.rows[0], (const char *const[]){ "1" }, 1);
	arena_release(&arena);
}

static void rows_in_comments_are_left_out(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct table table = read_first(&arena, "| a |\n|---|\n| 1 |\n\n%%\n| b |\n|---|\n| 2 |\n%%\n");
	assert_int_equal(table.count, 1);
	const struct document *document = table.document;
	int last = NO_BLOCK;
	for (int i = 0; i < document->block_count; i++)
		last = document->blocks[i].kind == BLOCK_TABLE ? i : last;
	assert_int_equal(table_read(&arena, document, last).count, 0);
	arena_release(&arena);
}

static void a_value_is_what_the_cell_says(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *value;
	} cases[] = {
		{ "**Ana**", "Ana" },
		{ " *Ana* ", "Ana" },
		{ "`a\\|b`", "a|b" },
		{ "`a\\*b`", "a\\*b" },
		{ "a \\* \\| b", "a * | b" },
		{ "[[Ana\\|A]]", "[[Ana|A]]" },
		{ "**a** and **b**", "**a** and **b**" },
		{ "snake_case_", "snake_case_" },
		{ "**", "**" },
		{ "", "" },
		{ "C:\\dir", "C:\\dir" },
	};
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(text_value(&arena, span_of(cases[i].text)), cases[i].value);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_split_at_pipes_without_backslash),
		cmocka_unit_test(outer_pipes_and_cells_may_be_missing),
		cmocka_unit_test(tables_stand_in_quotes_and_items_too),
		cmocka_unit_test(rows_in_comments_are_left_out),
		cmocka_unit_test(a_value_is_what_the_cell_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
