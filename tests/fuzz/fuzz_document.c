/* Any bytes are a note: everything is read from them, edits picked by the bytes themselves are applied, and what is
 * read again must show them. */
#include "fuzz/fuzz.h"
#include "md/diff.h"
#include "md/edit.h"
#include "md/field.h"
#include "md/link.h"

static void check_within(const struct document *document, struct span part)
{
	CHECK(part.at >= document->bytes.at);
	CHECK(part.at + part.length <= document->bytes.at + document->bytes.length);
}

static void check_block(const struct document *document, int index)
{
	const struct block *block = &document->blocks[index];
	size_t end = block->offset + block->length;
	CHECK(block->line >= 1 && block->line <= block->last_line && block->last_line <= document->line_count);
	CHECK(end <= document->bytes.length);
	CHECK(document_position(document, block->offset).line == block->line);
	CHECK(block->end > index && block->end <= document->block_count);
	if (block->next != NO_BLOCK)
		CHECK(block->next == block->end && document->blocks[block->next].offset >= end);
	if (block->parent == NO_BLOCK)
		return;
	const struct block *parent = &document->blocks[block->parent];
	CHECK(block->offset >= parent->offset && end <= parent->offset + parent->length);
}

static void check_index(const struct document *document)
{
	for (int i = 0; i < document->block_count; i++)
		check_block(document, i);
	for (size_t i = 1; i < document->hidden_count; i++)
		CHECK(document->hidden[i - 1].offset + document->hidden[i - 1].length <= document->hidden[i].offset);
}

static void check_sections(struct arena *arena, const struct document *document)
{
	struct section_list sections = document_sections(arena, document);
	for (size_t i = 0; i < sections.count; i++) {
		const struct section *section = &sections.items[i];
		CHECK(section->offset <= section->body && section->body <= section->own_end);
		CHECK(section->own_end <= section->end && section->end <= document->bytes.length);
		CHECK(i == 0 || sections.items[i - 1].own_end == section->offset);
		section_has_content(document, section);
	}
}

static void check_inline(struct arena *arena, const struct document *document)
{
	struct link link;
	for (size_t offset = 0; link_next(document->bytes, &offset, &link);)
		check_within(document, link.whole);
	struct span placeholder;
	for (size_t offset = 0; text_next_placeholder(document->bytes, &offset, &placeholder);)
		check_within(document, placeholder);
	CHECK(text_plain(arena, document->bytes).length <= document->bytes.length);
	CHECK(text_value(arena, document->bytes).length <= document->bytes.length);
	struct field_list fields = document_fields(arena, document, 0, document->block_count);
	for (size_t i = 0; i < fields.count; i++)
		check_within(document, fields.items[i].value);
}

static const struct document *apply(struct arena *arena, const struct edit_list *edits)
{
	struct span text = edits_apply(edits);
	diff_unified(arena, "x.md", edits->document->bytes, text);
	return document_parse(arena, "x.md", text, DOCUMENT_DEFAULT_MOST);
}

static void tick_a_task(struct arena *arena, const struct document *document, uint32_t choice)
{
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	if (!tasks.count)
		return;
	const struct task *task = &tasks.items[choice % tasks.count];
	struct edit_list edits = edits_of(arena, document);
	edit_set_task(&edits, task, 'x', date_of(2026, 11, 20));
	const struct document *after = apply(arena, &edits);
	if (after->opaque)
		return; /* the date made the note too large */
	struct task_list again = document_tasks(arena, after, 0, after->block_count);
	CHECK(again.count == tasks.count);
	CHECK(again.items[choice % tasks.count].status == TASK_DONE);
	CHECK(date_is_known(again.items[choice % tasks.count].done));
}

static int choose_table(const struct document *document, uint32_t choice)
{
	int chosen = NO_BLOCK;
	for (int i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind == BLOCK_TABLE && (chosen == NO_BLOCK || choice % (unsigned)(i + 1) == 0))
			chosen = i;
	return chosen;
}

static void set_a_cell(struct arena *arena, const struct document *document, uint32_t choice)
{
	static const struct span texts[] = { { "", 0 }, { "- a|b", 5 }, { "long text", 9 } };
	int block = choose_table(document, choice);
	if (block == NO_BLOCK)
		return;
	struct table table = table_read(arena, document, block);
	if (!table.count)
		return;
	size_t number = choice % table.count;
	int column = (int)(choice / 7 % table.rows[number].count);
	struct span text = texts[choice % 3];
	struct edit_list edits = edits_of(arena, document);
	edit_set_cell(&edits, row_cell(&table.rows[number], column), text);
	const struct document *after = apply(arena, &edits);
	CHECK(after->block_count == document->block_count);
	struct table again = table_read(arena, after, block);
	/* The cell may have held the mark that began or ended a comment over several blocks. */
	if (span_contains(document->bytes, "%%"))
		return;
	CHECK(again.count == table.count);
	CHECK(span_equal(cell_value(arena, row_cell(&again.rows[number], column)), text));
}

static void add_a_row(struct arena *arena, const struct document *document, uint32_t choice)
{
	int block = choose_table(document, choice);
	if (block == NO_BLOCK)
		return;
	struct table table = table_read(arena, document, block);
	const struct span cell = { "a|b", 3 };
	struct edit_list edits = edits_of(arena, document);
	edit_append_row(&edits, &table, &cell, 1);
	const struct document *after = apply(arena, &edits);
	if (after->opaque)
		return;
	CHECK(after->block_count == document->block_count + 1);
	CHECK(after->blocks[block].kind == BLOCK_TABLE);
	CHECK(after->blocks[block].end == document->blocks[block].end + 1);
}

static void set_a_value(struct arena *arena, const struct document *document, uint32_t choice)
{
	struct field_list fields = document_fields(arena, document, 0, document->block_count);
	if (!fields.count)
		return;
	const struct field *field = &fields.items[choice % fields.count];
	struct edit_list edits = edits_of(arena, document);
	edit_set_value(&edits, field->value, SPAN("new"));
	const struct document *after = apply(arena, &edits);
	CHECK(span_equal(span_slice(after->bytes, 0, document_offset(document, field->label)),
		span_slice(document->bytes, 0, document_offset(document, field->label))));
}

static void change_a_section(struct arena *arena, const struct document *document, uint32_t choice)
{
	struct section_list sections = document_sections(arena, document);
	const struct section *section = &sections.items[choice % sections.count];
	struct edit_list edits = edits_of(arena, document);
	if (choice % 3 == 0)
		edit_set_section(&edits, section, SPAN("New\n\ntext"));
	else if (choice % 3 == 1)
		edit_append_to_section(&edits, section, SPAN("- new"));
	else
		edit_insert_section(&edits, section, 2, SPAN("Title"), SPAN("Text"));
	const struct document *after = apply(arena, &edits);
	CHECK(span_equal(span_slice(after->bytes, 0, section->body), span_slice(document->bytes, 0, section->body)));
	size_t tail = document->bytes.length - (choice % 3 == 2 ? section->end : section->own_end);
	CHECK(span_equal(span_from(after->bytes, after->bytes.length - tail),
		span_from(document->bytes, document->bytes.length - tail)));
}

static void set_a_property(struct arena *arena, const struct document *document)
{
	struct edit_list edits = edits_of(arena, document);
	struct error error = ERROR_INIT;
	if (edit_set_property(&edits, "type", SPAN("a: \"b\""), &error))
		return;
	const struct document *after = apply(arena, &edits);
	CHECK(after->opaque || span_is(document_property(after, "type"), "a: \"b\""));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span bytes = input_copy(&arena, data, size);
	const struct document *document = document_parse(&arena, "x.md", bytes, DOCUMENT_DEFAULT_MOST);
	uint32_t choice = input_choice(bytes);
	struct edit_list nothing = edits_of(&arena, document);
	CHECK(span_equal(edits_apply(&nothing), bytes));
	check_index(document);
	check_sections(&arena, document);
	check_inline(&arena, document);
	if (!document->opaque) {
		tick_a_task(&arena, document, choice);
		set_a_cell(&arena, document, choice);
		add_a_row(&arena, document, choice);
		set_a_value(&arena, document, choice);
		change_a_section(&arena, document, choice);
		set_a_property(&arena, document);
	}
	arena_release(&arena);
	return 0;
}
