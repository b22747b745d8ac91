/* Any bytes are a note: where a scan of its lines has no doubt, it finds the tasks and headings that parsing it finds;
 * and every task is among the lines that look like one. */
#include "fuzz/fuzz.h"
#include "md/task_scan.h"

static void check_task(const struct scanned_task *scanned, const struct scanned_task *parsed)
{
	const struct task *a = &scanned->task;
	const struct task *b = &parsed->task;
	CHECK(a->line == b->line && a->column == b->column && a->mark_offset == b->mark_offset);
	CHECK(span_equal(a->whole, b->whole) && a->whole.at == b->whole.at);
	CHECK(scanned->heading == parsed->heading);
}

static void check_same(const struct task_scan *scanned, const struct task_scan *parsed)
{
	CHECK(scanned->heading_count == parsed->heading_count);
	for (size_t i = 0; i < parsed->heading_count; i++) {
		CHECK(span_equal(scanned->headings[i].title, parsed->headings[i].title));
		CHECK(scanned->headings[i].level == parsed->headings[i].level);
		CHECK(scanned->headings[i].line == parsed->headings[i].line);
	}
	CHECK(scanned->task_count == parsed->task_count);
	for (size_t i = 0; i < parsed->task_count; i++)
		check_task(&scanned->tasks[i], &parsed->tasks[i]);
}

static void check_lines(struct span note, const struct task_scan *parsed)
{
	size_t offset = 0;
	struct task_line line;
	for (size_t i = 0; i < parsed->task_count; i++)
		do
			CHECK(task_line_next(note, &offset, &line));
		while (line.text.at != note.at + parsed->tasks[i].task.mark_offset - 1);
}

static void scan_parsed(struct arena *arena, struct span note, struct task_scan *scan)
{
	const struct document *document = document_parse(arena, "x.md", note, DOCUMENT_DEFAULT_MOST);
	struct section_list sections = document_sections(arena, document);
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	task_scan_parsed(arena, &sections, &tasks, scan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct task_scan scanned;
	struct task_scan parsed;
	struct span note = input_copy(&arena, data, size);
	scan_parsed(&arena, note, &parsed);
	if (task_scan_lines(&arena, note, &scanned))
		check_same(&scanned, &parsed);
	check_lines(note, &parsed);
	arena_release(&arena);
	return 0;
}
