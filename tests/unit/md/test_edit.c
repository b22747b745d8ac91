#include "test.h"

#include "md/edit.h"
#include "md/field.h"

struct note {
	struct arena arena;
	const struct document *document;
	struct edit_list edits;
	struct section_list sections;
};

static struct note *note_of(const char *text)
{
	struct arena arena = ARENA_INIT;
	struct note *note = arena_new(&arena, struct note);
	note->document = document_parse(&arena, "x.md", span_of(text), DOCUMENT_DEFAULT_MOST);
	note->sections = document_sections(&arena, note->document);
	note->arena = arena;
	note->edits = edits_of(&note->arena, note->document);
	return note;
}

/* Applies what was collected, compares, and gives the note back. */
static void assert_result(struct note *note, const char *expected)
{
	assert_span(edits_apply(&note->edits), expected);
	struct arena arena = note->arena;
	arena_release(&arena);
}

static void edits_come_in_any_order(void **state)
{
	(void)state;
	struct note *note = note_of("abcdef");
	edit_splice(&note->edits, 4, 1, SPAN("E"));
	edit_splice(&note->edits, 1, 0, SPAN("1"));
	edit_splice(&note->edits, 1, 0, SPAN("2"));
	edit_splice(&note->edits, 1, 1, SPAN("B"));
	assert_false(edits_change_nothing(&note->edits));
	assert_result(note, "a12BcdEf");
	note = note_of("abc");
	edit_splice(&note->edits, 1, 1, SPAN("b"));
	assert_true(edits_change_nothing(&note->edits));
	assert_result(note, "abc");
}

static struct table first_table(struct note *note)
{
	for (int i = 0; i < note->document->block_count; i++)
		if (note->document->blocks[i].kind == BLOCK_TABLE)
			return table_read(&note->arena, note->document, i);
	fail();
	return (struct table){ .block = NO_BLOCK };
}

static void assert_cell_set(const char *text, size_t row, int column, const char *value, const char *expected)
{
	struct note *note = note_of(text);
	struct table table = first_table(note);
	edit_set_cell(&note->edits, row_cell(&table.rows[row], column), span_of(value));
	assert_result(note, expected);
}

static void a_cell_keeps_its_width_where_the_text_fits(void **state)
{
	(void)state;
	assert_cell_set("|a|b|\n|-|-|\n| one  | two |\n", 0, 0, "1", "|a|b|\n|-|-|\n| 1    | two |\n");
	assert_cell_set("|a|b|\n|-|-|\n| 漢字 | two |\n", 0, 0, "abc", "|a|b|\n|-|-|\n| abc  | two |\n");
	assert_cell_set("|a|b|\n|-|-|\n| one | two |\n", 0, 1, "longer", "|a|b|\n|-|-|\n| one | longer |\n");
	assert_cell_set("|a|b|\n|-|-|\n|one||\n", 0, 1, "x", "|a|b|\n|-|-|\n|one| x |\n");
	assert_cell_set("|a|\n|-|\n| 1 |\n", 0, 0, "x|y\nz", "|a|\n|-|\n| x\\|y<br>z |\n");
}

static void a_row_without_outer_pipes_stays_a_row(void **state)
{
	(void)state;
	assert_cell_set("a|b\n-|-\n1 | 2\n", 0, 0, "- x", "a|b\n-|-\n| - x | 2\n");
	assert_cell_set("a|b\n-|-\n1 | 2\n", 0, 1, "3", "a|b\n-|-\n1 | 3\n");
	assert_cell_set("a|b\n-|-\n1\n", 0, 0, "", "a|b\n-|-\n|  |\n");
	assert_cell_set("a|b\n-|-\n```c | `d\n", 0, 1, "e", "a|b\n-|-\n|```c | e\n");
}

static void cells_of_one_row_are_set_together(void **state)
{
	(void)state;
	struct note *note = note_of("a|b\n-|-\n```c | `d\n");
	struct table table = first_table(note);
	edit_set_cell(&note->edits, row_cell(&table.rows[0], 1), SPAN("2"));
	edit_set_cell(&note->edits, row_cell(&table.rows[0], 0), SPAN("1"));
	assert_result(note, "a|b\n-|-\n| 1   | 2\n");
}

static void a_row_is_added_as_the_last_one_is_written(void **state)
{
	(void)state;
	const struct span cells[] = { SPAN("x"), SPAN("longer text") };
	struct note *note = note_of("> | a | b |\r\n> |---|---|\r\n> | one | 2   |\r\n\r\nend\r\n");
	struct table table = first_table(note);
	edit_append_row(&note->edits, &table, cells, 2);
	assert_result(note, "> | a | b |\r\n> |---|---|\r\n> | one | 2   |\r\n> | x   | longer text |\r\n\r\nend\r\n");
	note = note_of("- | a | b |\n  |---|---|");
	table = first_table(note);
	edit_append_row(&note->edits, &table, cells, 1);
	assert_result(note, "- | a | b |\n  |---|---|\n  | x | |");
	note = note_of("| a | b |\n|---|---|\r\n| 1 | 2 |\n\r\nend\r\n");
	table = first_table(note);
	edit_append_row(&note->edits, &table, cells, 1);
	assert_result(note, "| a | b |\n|---|---|\r\n| 1 | 2 |\n| x | |\n\r\nend\r\n");
}

static void a_value_is_replaced_behind_its_label(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{ "**A:** old\n", "**A:** new text\n" },
		{ "**A:**   old\nmore\n", "**A:** new text\n" },
		{ "* **A:**\n", "* **A:** new text\n" },
		{ "**A:**old  \n**B:** c\n", "**A:** new text  \n**B:** c\n" },
		{ "- x [a:: b] y\n", "- x [a:: new text] y\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct note *note = note_of(cases[i][0]);
		struct field_list fields =
			document_fields(&note->arena, note->document, 0, note->document->block_count);
		assert_true(fields.count > 0);
		edit_set_value(&note->edits, fields.items[0].value, SPAN("new\ntext"));
		assert_result(note, cases[i][1]);
	}
}

static void assert_ticked(const char *text, const char *expected)
{
	struct note *note = note_of(text);
	struct task_list tasks = document_tasks(&note->arena, note->document, 0, note->document->block_count);
	assert_int_equal(tasks.count, 1);
	edit_set_task(&note->edits, &tasks.items[0], 'x', date_of(2026, 11, 20));
	assert_result(note, expected);
}

static void a_task_is_ticked_with_its_date(void **state)
{
	(void)state;
	assert_ticked("- [ ] a 📅 2026-11-27 ^b1\n", "- [x] a 📅 2026-11-27 ✅ 2026-11-20 ^b1\n");
	assert_ticked("> 1. [/] a  \r\n", "> 1. [x] a ✅ 2026-11-20  \r\n");
	assert_ticked("- [ ] a ✅ 2026-11-01 #t\n", "- [x] a ✅ 2026-11-20 #t\n");
	assert_ticked("- [ ] a [due:: 2026-11-27]\n", "- [x] a [due:: 2026-11-27] [completion:: 2026-11-20]\n");
	assert_ticked("- [ ] a [owner:: coach]\n", "- [x] a [owner:: coach] ✅ 2026-11-20\n");
	assert_ticked(
		"- [ ] a [p:: 1] 📅 2026-11-27 (done:: x)\n", "- [x] a [p:: 1] 📅 2026-11-27 (done:: 2026-11-20)\n");
	assert_ticked("- [ ]", "- [x] ✅ 2026-11-20");
}

static void assert_repeated(const char *text, const char *expected)
{
	struct note *note = note_of(text);
	struct task_list tasks = document_tasks(&note->arena, note->document, 0, note->document->block_count);
	edit_repeat_task(&note->edits, &tasks.items[0], 7, date_of(2026, 11, 28));
	assert_result(note, expected);
}

static void a_task_comes_again_above_the_one_that_is_done(void **state)
{
	(void)state;
	assert_repeated("Before\n\n- [ ] a 🔁 every week 📅 2026-11-27 ^b1\n",
		"Before\n\n- [ ] a 🔁 every week 📅 2026-12-04\n- [ ] a 🔁 every week 📅 2026-11-27 ^b1\n");
	assert_repeated("> 1. [/] a [repeat:: every week] [scheduled:: 2026-12-27]  \r\n",
		"> 1. [ ] a [repeat:: every week] [scheduled:: 2027-01-03]\r\n"
		"> 1. [/] a [repeat:: every week] [scheduled:: 2026-12-27]  \r\n");
	assert_repeated("- [ ] a 🆔 x1 ➕ 2026-11-01 🛫 2026-11-02 ⏫ ✅ 2026-11-03 🔁 every week #t\n",
		"- [ ] a ➕ 2026-11-28 🛫 2026-11-09 ⏫ 🔁 every week #t\n"
		"- [ ] a 🆔 x1 ➕ 2026-11-01 🛫 2026-11-02 ⏫ ✅ 2026-11-03 🔁 every week #t\n");
	assert_repeated("- [ ] a 🔁 every week", "- [ ] a 🔁 every week\n- [ ] a 🔁 every week");
}

static void assert_section_set(const char *text, const char *body, const char *expected)
{
	struct note *note = note_of(text);
	edit_set_section(&note->edits, &note->sections.items[1], span_of(body));
	assert_result(note, expected);
}

static void a_section_is_replaced_between_its_blank_lines(void **state)
{
	(void)state;
	assert_section_set("# A\n\nold\n\nolder\n\n\n# B\n", "new\nlines\n", "# A\n\nnew\nlines\n\n\n# B\n");
	assert_section_set("# A\nold\n# B\n", "new", "# A\nnew\n# B\n");
	assert_section_set("# A\n# B\n", "new", "# A\nnew\n# B\n");
	assert_section_set("# A\n\n# B\n", "new", "# A\n\nnew\n\n# B\n");
	assert_section_set("# A", "new", "# A\n\nnew\n");
	assert_section_set("# A\r\nold\r\n## Sub\r\n", "new\nlines", "# A\r\nnew\r\nlines\r\n## Sub\r\n");
	assert_section_set("# A\n\nold\n\n# B\n", "", "# A\n\n# B\n");
}

static void lines_are_added_behind_the_last_content(void **state)
{
	(void)state;
	static const char *const cases[][3] = {
		{ "# A\n- a\n\n# B\n", "- b", "# A\n- a\n- b\n\n# B\n" },
		{ "# A\n| a |\n|---|\n\n# B\n", "| b |", "# A\n| a |\n|---|\n| b |\n\n# B\n" },
		{ "# A\ntext\n", "- b", "# A\ntext\n\n- b\n" },
		{ "# A\n\n# B\n", "- b", "# A\n\n- b\n\n# B\n" },
		{ "# A\n- a", "- b", "# A\n- a\n- b" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct note *note = note_of(cases[i][0]);
		edit_append_to_section(&note->edits, &note->sections.items[1], span_of(cases[i][1]));
		assert_result(note, cases[i][2]);
	}
}

static void a_section_is_inserted_behind_another(void **state)
{
	(void)state;
	struct note *note = note_of("# A\n\ntext\n\n## Sub\n\n# B\n");
	edit_insert_section(&note->edits, &note->sections.items[1], 2, SPAN("New"), SPAN("body\n"));
	assert_result(note, "# A\n\ntext\n\n## Sub\n\n## New\n\nbody\n\n# B\n");
	note = note_of("# A\ntext\n# B\nlast");
	edit_insert_section(&note->edits, NULL, 1, SPAN("New"), SPAN("body"));
	assert_result(note, "# A\ntext\n# B\nlast\n# New\nbody\n");
	note = note_of("");
	edit_insert_section(&note->edits, NULL, 1, SPAN("New"), SPAN(""));
	assert_result(note, "# New\n");
}

static void assert_property_set(const char *text, const char *key, const char *value, const char *expected)
{
	struct note *note = note_of(text);
	struct error error = ERROR_INIT;
	assert_int_equal(edit_set_property(&note->edits, key, span_of(value), &error), 0);
	assert_result(note, expected);
}

static void a_property_keeps_comments_quotes_and_order(void **state)
{
	(void)state;
	assert_property_set("---\na: b # why\nc: d\n---\n", "a", "x", "---\na: x # why\nc: d\n---\n");
	assert_property_set("---\na: \"b\"\n---\n", "a", "x", "---\na: \"x\"\n---\n");
	assert_property_set("---\na:\nc: d\n---\n", "a", "x", "---\na: x\nc: d\n---\n");
	assert_property_set("---\na: b\n---\n", "e", "f", "---\na: b\ne: f\n---\n");
	assert_property_set("---\r\na: b\r\n---\r\n", "e", "f", "---\r\na: b\r\ne: f\r\n---\r\n");
	assert_property_set("---\n---\n", "e", "f", "---\ne: f\n---\n");
	assert_property_set("# T\n", "e", "f", "---\ne: f\n---\n# T\n");
}

static void a_dot_in_a_key_is_part_of_its_name(void **state)
{
	(void)state;
	assert_property_set("---\na:\n  b: c\n---\n", "a.b", "x", "---\na:\n  b: c\na.b: x\n---\n");
	assert_property_set("---\na.b: c\n---\n", "a.b", "x", "---\na.b: x\n---\n");
	assert_property_set("# T\n", "a.b", "x", "---\na.b: x\n---\n# T\n");
}

static void a_property_that_cannot_be_set_is_an_error(void **state)
{
	(void)state;
	static const char *const notes[] = { "---\na: [b]\n---\n", "---\na: [\n---\n" };
	for (size_t i = 0; i < 2; i++) {
		struct note *note = note_of(notes[i]);
		struct error error = ERROR_INIT;
		assert_int_equal(edit_set_property(&note->edits, "a", SPAN("x"), &error), -1);
		assert_int_equal(error.class, ERROR_PARSE);
		assert_true(error.line >= 2);
		assert_result(note, notes[i]);
	}
}

/* A value that alone is more than front matter may be. */
static struct span too_long(struct arena *arena)
{
	char *text = arena_allocate(arena, DOCUMENT_MOST_FRONT_MATTER + 1);
	memset(text, 'x', DOCUMENT_MOST_FRONT_MATTER);
	return (struct span){ text, DOCUMENT_MOST_FRONT_MATTER };
}

static void what_would_not_read_back_is_not_written(void **state)
{
	(void)state;
	static const char text[] = "---\n?\n\n---\n";
	struct note *note = note_of(text);
	struct error error = ERROR_INIT;
	assert_int_equal(edit_set_property(&note->edits, "a", SPAN("x"), &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_true(error.hint[0] != '\0');
	assert_result(note, text);

	note = note_of("# T\n");
	assert_int_equal(edit_set_property(&note->edits, "a", too_long(note->edits.arena), &error), -1);
	assert_result(note, "# T\n");
}

static void assert_yaml_set(const char *source, const char *path, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct yaml_node *root;
	struct error error = ERROR_INIT;
	struct span result;
	assert_int_equal(yaml_parse(&arena, span_of(source), 1 << 14, "config.yaml", 1, &root, &error), 0);
	assert_int_equal(edit_set_yaml(&arena, span_of(source), root, path, SPAN("x"), &result, &error), 0);
	assert_span(result, expected);
	arena_release(&arena);
}

static void a_configuration_entry_is_set_at_its_path(void **state)
{
	(void)state;
	assert_yaml_set("a:\n  b: 1 # c\n  d: 2\n", "a.b", "a:\n  b: x # c\n  d: 2\n");
	assert_yaml_set("a:\n    b: 1\nc: 2\n", "a.d", "a:\n    b: 1\n    d: x\nc: 2\n");
	assert_yaml_set("a: 1\n", "b.c.d", "a: 1\nb:\n  c:\n    d: x\n");
	assert_yaml_set("", "a.b", "a:\n  b: x\n");
	assert_yaml_set("# only a comment", "a", "# only a comment\na: x\n");
	assert_yaml_set("a:\nb: 1\n", "a.c", "a:\n  c: x\nb: 1\n");
}

static void an_entry_that_would_change_another_is_not_set(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct yaml_node *root;
	struct error error = ERROR_INIT;
	struct span result = SPAN_NONE;
	/* The line end that has to follow would become one of the text. */
	const struct span source = SPAN("a: |\n  text");
	assert_int_equal(yaml_parse(&arena, source, 1 << 14, "config.yaml", 1, &root, &error), 0);
	assert_int_equal(edit_set_yaml(&arena, source, root, "b", SPAN("x"), &result, &error), -1);
	assert_string_equal(error.message, "b cannot be set in this YAML without writing it anew");
	assert_null(result.at);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_that_would_change_another_is_not_set),
		cmocka_unit_test(edits_come_in_any_order),
		cmocka_unit_test(a_cell_keeps_its_width_where_the_text_fits),
		cmocka_unit_test(a_row_without_outer_pipes_stays_a_row),
		cmocka_unit_test(cells_of_one_row_are_set_together),
		cmocka_unit_test(a_row_is_added_as_the_last_one_is_written),
		cmocka_unit_test(a_value_is_replaced_behind_its_label),
		cmocka_unit_test(a_task_is_ticked_with_its_date),
		cmocka_unit_test(a_task_comes_again_above_the_one_that_is_done),
		cmocka_unit_test(a_section_is_replaced_between_its_blank_lines),
		cmocka_unit_test(lines_are_added_behind_the_last_content),
		cmocka_unit_test(a_section_is_inserted_behind_another),
		cmocka_unit_test(a_property_keeps_comments_quotes_and_order),
		cmocka_unit_test(a_dot_in_a_key_is_part_of_its_name),
		cmocka_unit_test(a_property_that_cannot_be_set_is_an_error),
		cmocka_unit_test(what_would_not_read_back_is_not_written),
		cmocka_unit_test(a_configuration_entry_is_set_at_its_path),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
