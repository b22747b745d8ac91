#include "cmd/action_fields.h"

#include "md/link.h"
#include "model/words.h"

const struct result_field action_fields[] = {
	RES_TEXT(struct action_fields, path, "path", "The note it stands in"),
	RES_INTEGER(struct action_fields, line, "line", "The line"),
	RES_TEXT(struct action_fields, text, "text", "What is to be done"),
	RES_TEXT(struct action_fields, mark, "mark", "What stands in the box"),
	RES_CHOICE(struct action_fields, status, "status", task_status_names, "What the mark means"),
	RES_DATE_OR_NULL(struct action_fields, due, "due", "By when"),
	RES_TEXT_OR_NULL(struct action_fields, client, "client", "The client it is for; null where it is for none"),
	RES_CHOICE(struct action_fields, owner, "owner", action_owner_names, "Who does it"),
	RES_TEXT_OR_NULL(struct action_fields, id, "id", "Its 🆔; null where it has none"),
	RES_END,
};

struct action_fields action_fields_of(struct arena *arena, const struct action *action)
{
	const struct task *task = &action->task;
	return (struct action_fields){
		.path = span_of(action->document->path),
		.line = INTEGER_OF(task->line),
		.text = text_plain(arena, task->text),
		.mark = span_of(arena_printf(arena, "%c", task->mark)),
		.status = (int)task->status,
		.due = task->due,
		.client = span_or_none(action->client),
		.owner = (int)action->owner,
		.id = span_or_none(task->id),
	};
}
