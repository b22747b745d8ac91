#include "md/task.h"

#include "md/task_fields.h"

static bool is_blank_byte(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* Steps over a list marker and the space behind it. */
static bool skip_marker(struct span *rest)
{
	struct span marker = *rest;
	int number;
	bool bullet = marker.length && (*marker.at == '-' || *marker.at == '*' || *marker.at == '+');
	if (bullet)
		marker = span_from(marker, 1);
	else if (!span_read_digits(&marker, &number) || (!span_skip(&marker, ".") && !span_skip(&marker, ")")))
		return false;
	if (!marker.length || !is_blank_byte(*marker.at))
		return false;
	*rest = span_trim_start(marker);
	return true;
}

static struct span skip_outer_markers(struct span line)
{
	while (line.length && (is_blank_byte(*line.at) || *line.at == '>'))
		line = span_from(line, 1);
	return line;
}

enum task_status task_status_of(char mark)
{
	switch (mark) {
	case 'x':
	case 'X':
		return TASK_DONE;
	case '/':
		return TASK_IN_PROGRESS;
	case '-':
		return TASK_CANCELLED;
	case '>':
	case '<':
		return TASK_FORWARDED;
	default:
		return TASK_OPEN;
	}
}

static bool is_box(struct span text)
{
	if (text.length < 3 || text.at[0] != '[' || text.at[2] != ']' || text.at[1] < ' ' || text.at[1] == ']')
		return false;
	return text.length == 3 || is_blank_byte(text.at[3]) || span_starts_with(span_from(text, 3), "\xC2\xA0");
}

struct span without_task_box(struct span text)
{
	return is_box(text) ? span_trim_start(span_from(text, 3)) : text;
}

static void clear_dates(struct task *task)
{
	task->due = task->done = task->scheduled = DATE_NONE;
	task->start = task->created = task->cancelled = DATE_NONE;
}

bool task_read_line(struct span line, struct task *task)
{
	struct span whole = skip_outer_markers(line);
	struct span rest = whole;
	bool item = false;
	while (skip_marker(&rest)) {
		item = true;
		if (is_box(rest))
			break;
		whole = rest; /* an item whose only text is another item */
	}
	if (!item || !is_box(rest))
		return false;
	*task = (struct task){ .whole = whole, .mark = rest.at[1], .status = task_status_of(rest.at[1]) };
	task->column = (unsigned)(whole.at - line.at) + 1;
	task->mark_offset = (size_t)(rest.at + 1 - line.at);
	task->priority = TASK_PRIORITY_NONE;
	clear_dates(task);
	task_read_fields(span_from(rest, 3), task);
	return true;
}

bool task_status_is_unfinished(enum task_status status)
{
	return status == TASK_OPEN || status == TASK_IN_PROGRESS;
}

bool task_is_unfinished(const struct task *task)
{
	return task_status_is_unfinished(task->status);
}

struct span task_from_box(const struct task *task)
{
	return span_from(task->whole, span_find_byte(task->whole, '['));
}

struct position task_position(const struct document *document, const struct task *task, struct span part)
{
	return (struct position){ document->path, task->line, task->column + (unsigned)(part.at - task->whole.at) };
}

struct task_list document_tasks(struct arena *arena, const struct document *document, int first, int end)
{
	struct task_list list = { NULL, 0 };
	size_t capacity = 0;
	for (int i = first; i < end; i++) {
		const struct block *block = &document->blocks[i];
		if (block->kind != BLOCK_ITEM || document_is_hidden(document, block->offset))
			continue;
		struct span line = document_line_content(document, i, block->line);
		struct task task;
		/* `- - [ ] text`: the task is the inner item. */
		bool holds_item = i + 1 < block->end && document->blocks[i + 1].kind == BLOCK_LIST &&
				  document->blocks[i + 1].line == block->line;
		if (holds_item || !task_read_line(line, &task))
			continue;
		task.line = block->line;
		task.column += (unsigned)(line.at - document_line(document, block->line).at);
		task.block = i;
		task.mark_offset += block->offset;
		list.items = arena_grow(arena, list.items, list.count, &capacity, sizeof(*list.items));
		list.items[list.count++] = task;
	}
	return list;
}
