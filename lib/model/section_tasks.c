#include "model/section_tasks.h"

#include "codec/utf8.h"

/* Emoji and punctuation that stand around a placeholder say nothing by themselves. */
static bool has_content(struct span text)
{
	uint32_t character = 0;
	while (text.length > 0) {
		text = span_from(text, utf8_decode(text, &character));
		if (utf8_is_word_character(character))
			return true;
	}
	return false;
}

/* True when nothing is left of the text but its placeholders: `[What] 📅 [YYYY-MM-DD]`. */
static bool is_placeholder(const struct task *task)
{
	size_t start = 0;
	size_t offset = 0;
	struct span placeholder;
	while (text_next_placeholder(task->text, &offset, &placeholder)) {
		if (has_content(span_between(task->text.at + start, placeholder.at)))
			return false;
		start = offset;
	}
	return !has_content(span_from(task->text, start));
}

static void report(const struct outline *outline, const struct task *task, struct finding_list *findings)
{
	const struct document *document = outline->document;
	if (task->bad_date.length)
		finding_hint(findings,
			finding_add(findings, FINDING_BAD_DATE, document_position_of(document, task->bad_date),
				"\"%.*s\" names no day", SPAN_PRINT(span_slice(task->bad_date, 0, 40))),
			"write a day of the calendar as YYYY-MM-DD");
	if (task->trailing.length)
		finding_hint(findings,
			finding_add(findings, FINDING_TASK_TRAILING_TEXT,
				document_position_of(document, task->trailing),
				"\"%.*s\" stands behind the action's fields, which makes them text",
				SPAN_PRINT(span_slice(task->trailing, 0, 60))),
			"move the text before the fields");
}

static void add_tasks(const struct outline *outline, int first, int end, struct task_list *kept, size_t *capacity,
	struct finding_list *findings)
{
	struct task_list tasks = document_tasks(outline->arena, outline->document, first, end);
	for (size_t i = 0; i < tasks.count; i++) {
		if (is_placeholder(&tasks.items[i]))
			continue;
		report(outline, &tasks.items[i], findings);
		kept->items = arena_grow(outline->arena, kept->items, kept->count, capacity, sizeof(*kept->items));
		kept->items[kept->count++] = tasks.items[i];
	}
}

struct task_list section_tasks(
	const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	struct task_list kept = { NULL, 0 };
	size_t capacity = 0;
	if (section)
		add_tasks(outline, section->first_block, section->end_block, &kept, &capacity, findings);
	return kept;
}

struct task_list note_tasks_without(
	const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	struct task_list kept = { NULL, 0 };
	size_t capacity = 0;
	int end = outline->document->block_count;
	add_tasks(outline, 0, section ? section->first_block : end, &kept, &capacity, findings);
	if (section)
		add_tasks(outline, section->end_block, end, &kept, &capacity, findings);
	return kept;
}
