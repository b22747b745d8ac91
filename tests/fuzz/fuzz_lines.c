/* The first line of the input is read by the scanners alone, and as a line of a note: what they find in the note they
 * find in the line. As a row of a table its cells and the pipes between are all of it, beside other rows or alone. */
#include "fuzz/fuzz.h"
#include "md/field.h"
#include "md/link.h"
#include "md/table.h"
#include "md/task.h"

static const struct document *note_around(struct arena *arena, const char *before, struct span line)
{
	struct span text = span_of(arena_printf(arena, "%s%.*s\n", before, SPAN_PRINT(line)));
	return document_parse(arena, "x.md", text, DOCUMENT_DEFAULT_MOST);
}

static void check_same_task(const struct task *a, const struct task *b)
{
	CHECK(a->mark == b->mark && a->status == b->status && a->priority == b->priority);
	CHECK(span_equal(a->whole, b->whole) && span_equal(a->text, b->text));
	CHECK(span_equal(a->trailing, b->trailing) && span_equal(a->bad_date, b->bad_date));
	CHECK(span_equal(a->id, b->id) && span_equal(a->recurrence, b->recurrence));
	CHECK(span_equal(a->owner, b->owner) && span_equal(a->goal, b->goal));
	CHECK(date_compare(a->due, b->due) == 0 && date_compare(a->done, b->done) == 0);
	CHECK(date_compare(a->scheduled, b->scheduled) == 0 && date_compare(a->start, b->start) == 0);
	CHECK(date_compare(a->created, b->created) == 0 && date_compare(a->cancelled, b->cancelled) == 0);
}

/* A task's line is read again from what was kept of it (model/glance.h). */
static void check_tasks(struct arena *arena, const struct document *document)
{
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	for (size_t i = 0; i < tasks.count; i++) {
		const struct task *task = &tasks.items[i];
		struct task again;
		CHECK(document->bytes.at[task->mark_offset] == task->mark);
		CHECK(task->whole.at + task->whole.length <= document->bytes.at + document->bytes.length);
		CHECK(document_position_of(document, task->whole).column == task->column);
		CHECK(task_read_line(task->whole, &again));
		check_same_task(task, &again);
	}
}

static void check_line_task(struct arena *arena, const struct document *document, struct span line)
{
	struct task alone;
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	if (tasks.count == 1 && tasks.items->line == 3 && task_read_line(line, &alone))
		check_same_task(tasks.items, &alone);
}

static void check_links(const struct document *document, struct span line)
{
	struct link there = { .embed = false };
	struct link here = { .embed = false };
	size_t at = 0;
	size_t offset = 0;
	while (link_next(line, &at, &here)) {
		CHECK(link_next(document->bytes, &offset, &there));
		CHECK(span_equal(here.whole, there.whole) && span_equal(here.target, there.target));
		CHECK(span_equal(here.heading, there.heading) && span_equal(here.block_id, there.block_id));
		CHECK(span_equal(here.alias, there.alias) && here.embed == there.embed);
	}
	CHECK(!link_next(document->bytes, &offset, &there));
}

static bool is_field_of_line(struct span line, const struct field *field)
{
	struct span whole;
	struct span label;
	struct span value;
	if (field_read_label(line, &label, &value) != FIELD_LABEL_NONE && span_equal(label, field->label) &&
		span_equal(value, field->value))
		return true;
	for (size_t offset = 0; field_next_bracketed(line, &offset, &whole, &label, &value);)
		if (span_equal(label, field->label) && span_equal(value, field->value))
			return true;
	return false;
}

static void check_fields(struct arena *arena, const struct document *document)
{
	struct field_list fields = document_fields(arena, document, 0, document->block_count);
	for (size_t i = 0; i < fields.count; i++) {
		const struct block *block = &document->blocks[fields.items[i].block];
		if (block->parent == NO_BLOCK && block->line == 3 && block->last_line == 3)
			CHECK(is_field_of_line(
				span_trim(document_block(document, fields.items[i].block)), &fields.items[i]));
	}
}

/* Fields in order, a pipe between each two, and nothing but the outer pipes and space around them. */
static void check_row(const struct document *document, const struct row *row)
{
	const char *end = document->bytes.at + document->bytes.length;
	for (size_t i = 0; i < row->count; i++) {
		struct span field = row->cells[i].field;
		struct span text = row->cells[i].text;
		CHECK(text.at >= field.at && text.at + text.length <= field.at + field.length);
		CHECK(field.at + field.length <= end);
		CHECK(i == 0 || field.at == row->cells[i - 1].field.at + row->cells[i - 1].field.length + 1);
		CHECK(i == 0 || field.at[-1] == '|');
	}
}

static struct table last_table(struct arena *arena, const struct document *document)
{
	struct table table = { .count = 0 };
	for (int i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind == BLOCK_TABLE)
			table = table_read(arena, document, i);
	return table;
}

static void check_table(struct arena *arena, struct span line)
{
	const struct document *alone = note_around(arena, "| a | b |\n| - | - |\n", line);
	const struct document *among = note_around(arena, "| a | b |\n| - | - |\n| c | d |\n", line);
	struct table one = last_table(arena, alone);
	struct table two = last_table(arena, among);
	if (!one.count)
		return;
	CHECK(two.count == one.count + 1);
	const struct row *row = &one.rows[0];
	const struct row *again = &two.rows[1];
	check_row(alone, row);
	check_row(among, again);
	CHECK(row->count == again->count);
	for (size_t i = 0; i < row->count; i++)
		CHECK(span_equal(cell_value(arena, row->cells[i]), cell_value(arena, again->cells[i])));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span text = input_copy(&arena, data, size);
	struct span line = SPAN_NONE;
	span_next_line(&text, &line);
	line = span_slice(line, 0, span_find_byte(line, '\0'));
	const struct document *document = note_around(&arena, "# Title\n\n", line);
	check_tasks(&arena, document);
	check_line_task(&arena, document, line);
	check_links(document, line);
	check_fields(&arena, document);
	check_table(&arena, line);
	arena_release(&arena);
	return 0;
}
