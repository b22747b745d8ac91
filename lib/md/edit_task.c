#include "md/edit.h"
#include "md/task_fields.h"

enum { BOX = 3, BEFORE_MARK = 1 };

/* The task's text up to a block id, its box included. */
static struct span box_and_text(const struct edit_list *edits, const struct task *task)
{
	size_t before = task->mark_offset - BEFORE_MARK - document_offset(edits->document, task->whole);
	struct span whole = span_from(task->whole, before);
	size_t length = task_length_before_block_id(whole);
	return span_slice(whole, 0, length > BOX ? length : BOX);
}

static bool find_field(struct span text, enum field_kind kind, struct task_field *field)
{
	while (task_take_field(&text, field))
		if (field->kind == kind)
			return true;
	return false;
}

/* True where what a plugin reads stands in brackets, and nothing as an emoji. Owner and goal always do. */
static bool has_dataview_fields(struct span text)
{
	bool bracketed = false;
	struct task_field field;
	while (task_take_field(&text, &field)) {
		if (!field.bracketed)
			return false;
		bracketed = bracketed || field.kind < FIELD_OWNER;
	}
	return bracketed;
}

void edit_set_task(struct edit_list *edits, const struct task *task, char mark, struct date done)
{
	struct task_field field;
	struct span text = box_and_text(edits, task);
	struct date_text date = date_format(done);
	edit_splice(edits, task->mark_offset, 1, (struct span){ &mark, 1 });
	if (!date_is_known(done))
		return;
	if (find_field(span_from(text, BOX), FIELD_DONE, &field)) {
		edit_replace(edits, field.value, span_of(date.text));
		return;
	}
	const char *written = has_dataview_fields(span_from(text, BOX))
				      ? arena_printf(edits->arena, " [completion:: %s]", date.text)
				      : arena_printf(edits->arena, " ✅ %s", date.text);
	edit_splice(edits, document_offset(edits->document, text) + text.length, 0, span_of(written));
}

/* --- once more --------------------------------------------------------------------------------------------------- */

/* The line as it becomes, changed from its end, so that what stands before a change keeps its place. */
struct changing {
	struct arena *arena;
	const char *start; /* of the line that it is made from */
	struct span line;
};

static void change(struct changing *changing, const char *from, size_t length, const char *text)
{
	size_t at = (size_t)(from - changing->start);
	changing->line =
		span_of(arena_printf(changing->arena, "%.*s%s%.*s", SPAN_PRINT(span_slice(changing->line, 0, at)), text,
			SPAN_PRINT(span_from(changing->line, at + length))));
}

static void move_date(struct changing *changing, struct span value, int days)
{
	struct date date;
	if (date_parse_iso(value, &date))
		change(changing, value.at, value.length, date_format(date_add(date, days)).text);
}

static void change_field(struct changing *changing, const struct task_field *field, int days, struct date today)
{
	struct span value = field->value;
	const char *start = field->whole.at;
	size_t length = field->whole.length;
	switch (field->kind) {
	case FIELD_DUE:
	case FIELD_SCHEDULED:
	case FIELD_START:
		move_date(changing, value, days);
		break;
	case FIELD_CREATED:
		change(changing, value.at, value.length, date_format(today).text);
		break;
	case FIELD_DONE:
	case FIELD_CANCELLED:
	case FIELD_ID:
		while (start[-1] == ' ' || start[-1] == '\t') {
			start--;
			length++;
		}
		change(changing, start, length, "");
		break;
	case FIELD_PRIORITY:
	case FIELD_RECURRENCE:
	case FIELD_OWNER:
	case FIELD_GOAL:
	case FIELD_OTHER:
		break;
	}
}

void edit_repeat_task(struct edit_list *edits, const struct task *task, int days, struct date today)
{
	struct task_field field;
	struct span line = document_line(edits->document, task->line);
	struct span text = box_and_text(edits, task);
	const char *mark = text.at + BEFORE_MARK;
	struct changing changing = { edits->arena, line.at, span_between(line.at, text.at + text.length) };
	for (text = span_from(text, BOX); task_take_field(&text, &field);)
		change_field(&changing, &field, days, today);
	change(&changing, mark, 1, " ");
	edit_splice(edits, document_offset(edits->document, line), 0,
		span_of(arena_printf(edits->arena, "%.*s%s", SPAN_PRINT(changing.line), edits->document->line_end)));
}
