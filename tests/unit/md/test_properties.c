/* What must hold for every edit of every note: it changes its own lines alone, and reading again shows it. */
#include "spec_examples.h"

#include "md/edit.h"
#include "md/field.h"

/* Stands before each example, so that each note has something to edit. */
static const char head[] =
	"# Client [[Ana]]\n\n- [ ] Send the memo 📅 2026-11-27 ^b1\n> 1. [/] In a quote\n\n"
	"> | Client | Hours |\n> |---|---|\n> | [[Ana\\|A]] | 2 |\n\nName | Note\n-----|---\nLi | `x`\n\n"
	"* **Maximum:** 2 sessions\n\n## Notes\n\n";

/* False where the note has nothing to edit. */
typedef bool (*property)(struct arena *arena, const struct document *document, uint32_t *random);

/* Runs the property on each example in each dress; most of them must have something to edit. */
static void over_examples(property check)
{
	struct arena arena = ARENA_INIT;
	struct examples examples = read_examples(&arena);
	uint32_t random = 20261120;
	size_t checked = 0;
	for (size_t i = 0; i < examples.count; i++) {
		for (int variant = 0; variant < VARIANTS; variant++) {
			struct arena one = ARENA_INIT;
			struct span whole = span_of(arena_printf(&one, "%s%.*s", head, SPAN_PRINT(examples.items[i])));
			struct span text = variant_of(&one, whole, variant, &random);
			checked += check(&one, document_parse(&one, "x.md", text, DOCUMENT_DEFAULT_MOST), &random);
			arena_release(&one);
		}
	}
	assert_true(checked > examples.count * VARIANTS / 2);
	arena_release(&arena);
}

static const struct document *read_again(struct arena *arena, const struct edit_list *edits)
{
	return document_parse(arena, "x.md", edits_apply(edits), DOCUMENT_DEFAULT_MOST);
}

/* The same lines with the same ends, but for one. */
static void assert_one_line_changed(const struct document *before, const struct document *after, unsigned changed)
{
	assert_int_equal(before->line_count, after->line_count);
	for (unsigned line = 1; line <= before->line_count; line++) {
		size_t start = before->line_offsets[line - 1];
		size_t new_start = after->line_offsets[line - 1];
		struct span old = span_slice(before->bytes, start, before->line_offsets[line] - start);
		struct span new = span_slice(after->bytes, new_start, after->line_offsets[line] - new_start);
		if (line != changed)
			assert_true(span_equal(old, new));
	}
}

static void assert_same_blocks(const struct document *before, const struct document *after)
{
	assert_int_equal(before->block_count, after->block_count);
	for (int i = 0; i < before->block_count; i++) {
		assert_int_equal(before->blocks[i].kind, after->blocks[i].kind);
		assert_int_equal(before->blocks[i].line, after->blocks[i].line);
	}
}

static bool no_edit_changes_nothing(struct arena *arena, const struct document *document, uint32_t *random)
{
	(void)random;
	struct edit_list edits = edits_of(arena, document);
	assert_true(span_equal(edits_apply(&edits), document->bytes));
	assert_true(edits_change_nothing(&edits));
	return true;
}

static bool a_tick_shows(struct arena *arena, const struct document *document, uint32_t *random)
{
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	if (!tasks.count)
		return false;
	size_t chosen = next_random(random) % tasks.count;
	struct edit_list edits = edits_of(arena, document);
	edit_set_task(&edits, &tasks.items[chosen], 'x', date_of(2026, 11, 20));
	const struct document *after = read_again(arena, &edits);
	assert_one_line_changed(document, after, tasks.items[chosen].line);
	struct task_list again = document_tasks(arena, after, 0, after->block_count);
	assert_int_equal(again.count, tasks.count);
	assert_int_equal(again.items[chosen].status, TASK_DONE);
	assert_int_equal(date_compare(again.items[chosen].done, date_of(2026, 11, 20)), 0);
	assert_int_equal(date_compare(again.items[chosen].due, tasks.items[chosen].due), 0);
	return true;
}

static int random_table(const struct document *document, uint32_t *random)
{
	int chosen = NO_BLOCK;
	uint32_t seen = 0;
	for (int i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind == BLOCK_TABLE && next_random(random) % ++seen == 0)
			chosen = i;
	return chosen;
}

static bool a_cell_shows(struct arena *arena, const struct document *document, uint32_t *random)
{
	static const char *const texts[] = { "", "x", "- x", "a|b", "# [[Ana|A]]", "> 漢字", "```",
		"a longer text than before" };
	int block = random_table(document, random);
	if (block == NO_BLOCK)
		return false;
	struct table table = table_read(arena, document, block);
	if (!table.count)
		return false;
	size_t number = next_random(random) % table.count;
	int column = (int)(next_random(random) % table.rows[number].count);
	struct span text = span_of(texts[next_random(random) % (sizeof(texts) / sizeof(*texts))]);
	struct edit_list edits = edits_of(arena, document);
	edit_set_cell(&edits, row_cell(&table.rows[number], column), text);
	const struct document *after = read_again(arena, &edits);
	assert_one_line_changed(document, after, table.rows[number].line);
	assert_same_blocks(document, after);
	struct table again = table_read(arena, after, block);
	struct span value = cell_value(arena, row_cell(&again.rows[number], column));
	assert_true(span_equal(value, text));
	return true;
}

static bool a_row_shows(struct arena *arena, const struct document *document, uint32_t *random)
{
	int block = random_table(document, random);
	if (block == NO_BLOCK)
		return false;
	struct table table = table_read(arena, document, block);
	const struct span cells[] = { { "new", 3 }, { "a|b", 3 } };
	struct edit_list edits = edits_of(arena, document);
	edit_append_row(&edits, &table, cells, 2);
	const struct document *after = read_again(arena, &edits);
	assert_int_equal(after->line_count, document->line_count + 1);
	struct table again = table_read(arena, after, block);
	assert_int_equal(again.count, table.count + 1);
	const struct row *row = &again.rows[table.count];
	assert_span(cell_value(arena, row_cell(row, 0)), "new");
	if (table.header.count > 1)
		assert_span(cell_value(arena, row_cell(row, 1)), "a|b");
	assert_int_equal(row->count, table.header.count);
	return true;
}

static bool a_value_shows(struct arena *arena, const struct document *document, uint32_t *random)
{
	struct field_list fields = document_fields(arena, document, 0, document->block_count);
	if (!fields.count)
		return false;
	size_t chosen = next_random(random) % fields.count;
	struct edit_list edits = edits_of(arena, document);
	edit_set_value(&edits, fields.items[chosen].value, SPAN("3 sessions"));
	const struct document *after = read_again(arena, &edits);
	struct field_list again = document_fields(arena, after, 0, after->block_count);
	assert_true(again.count > chosen);
	assert_true(span_equal(again.items[chosen].label, fields.items[chosen].label));
	assert_span(again.items[chosen].value, "3 sessions");
	return true;
}

static bool a_section_shows(struct arena *arena, const struct document *document, uint32_t *random)
{
	struct section_list sections = document_sections(arena, document);
	size_t chosen = 1 + next_random(random) % sections.count;
	if (chosen >= sections.count)
		return false;
	const struct section *section = &sections.items[chosen];
	struct edit_list edits = edits_of(arena, document);
	edit_set_section(&edits, section, SPAN("New text.\nMore."));
	const struct document *after = read_again(arena, &edits);
	assert_true(
		span_equal(span_slice(after->bytes, 0, section->body), span_slice(document->bytes, 0, section->body)));
	struct section_list again = document_sections(arena, after);
	assert_int_equal(again.count, sections.count);
	const struct section *new = &again.items[chosen];
	assert_true(span_equal(new->title, section->title));
	assert_true(section_has_content(after, new));
	struct span body = span_trim(span_slice(after->bytes, new->body, new->own_end - new->body));
	assert_true(span_starts_with(body, "New text.") && span_ends_with(body, "More."));
	size_t tail = document->bytes.length - section->own_end;
	assert_true(span_equal(
		span_from(after->bytes, after->bytes.length - tail), span_from(document->bytes, section->own_end)));
	return true;
}

static bool a_property_shows(struct arena *arena, const struct document *document, uint32_t *random)
{
	static const char *const values[] = { "session", "a: b", "", "'quoted' \"text\"", "#5", "yes" };
	struct span value = span_of(values[next_random(random) % (sizeof(values) / sizeof(*values))]);
	struct edit_list edits = edits_of(arena, document);
	struct error error = ERROR_INIT;
	assert_int_equal(edit_set_property(&edits, "type", value, &error), 0);
	const struct document *after = read_again(arena, &edits);
	assert_null(after->front_matter.problem);
	assert_true(span_equal(document_property(after, "type"), value));
	size_t old_start = document->front_matter.present ? document->blocks[0].length : 0;
	struct span old = span_from(document->bytes, document->line_offsets[0] + old_start);
	struct span new = span_from(after->bytes, after->bytes.length - old.length);
	assert_true(span_equal(old, new));
	return true;
}

#define PROPERTY_TEST(name, check)                                                                                     \
	static void name(void **state)                                                                                 \
	{                                                                                                              \
		(void)state;                                                                                           \
		over_examples(check);                                                                                  \
	}

PROPERTY_TEST(without_edits_every_byte_stays, no_edit_changes_nothing)
PROPERTY_TEST(a_ticked_task_changes_one_line, a_tick_shows)
PROPERTY_TEST(a_set_cell_changes_one_line, a_cell_shows)
PROPERTY_TEST(an_added_row_is_read_back, a_row_shows)
PROPERTY_TEST(a_set_value_is_read_back, a_value_shows)
PROPERTY_TEST(a_set_section_is_read_back, a_section_shows)
PROPERTY_TEST(a_set_property_is_read_back, a_property_shows)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_edits_every_byte_stays),
		cmocka_unit_test(a_ticked_task_changes_one_line),
		cmocka_unit_test(a_set_cell_changes_one_line),
		cmocka_unit_test(an_added_row_is_read_back),
		cmocka_unit_test(a_set_value_is_read_back),
		cmocka_unit_test(a_set_section_is_read_back),
		cmocka_unit_test(a_set_property_is_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
