#include "practice/new_action.h"

#include "base/buffer.h"
#include "codec/hash.h"
#include "md/edit.h"
#include "md/link.h"
#include "model/note_language.h"
#include "model/week_note.h"
#include "model/wording.h"

#include <string.h>

enum { LINE_MOST = 4096, ID_LENGTH = 4, SECTION_LEVEL = 2 };

/* --- the line ---------------------------------------------------------------------------------------------------- */

static int refuse(struct error *error, const char *message, struct span part, const char *hint)
{
	error_set(error, ERROR_USAGE, "\"%.*s\" %s", SPAN_PRINT(span_slice(part, 0, 60)), message);
	return error_hint(error, "%s", hint);
}

static int check(const struct new_action *action, const struct task *task, struct error *error)
{
	if (task_is_placeholder(task))
		return refuse(error, "says nothing to do", task->text, "write what is to be done");
	if (task->trailing.length)
		return refuse(error, "stands behind the action's fields, which makes them text", task->trailing,
			"write the text before the fields");
	if (task->bad_date.length)
		return refuse(error, "names no day", task->bad_date, "write a day of the calendar as YYYY-MM-DD");
	if (date_is_known(action->due) && date_is_known(task->due))
		return refuse(
			error, "has a due date already", task->whole, "leave it out of the text, or leave out --due");
	return 0;
}

static bool links_to(struct span text, struct span note)
{
	struct link link;
	size_t offset = 0;
	while (link_next(text, &offset, &link))
		if (span_equal(link_name(&link), note))
			return true;
	return false;
}

/* The fields that the text came with stand behind what is added to the text, and before what is added to them. */
static void write_line(struct buffer *line, const struct new_action *action, const struct task *task)
{
	const char *end = task->whole.at + task->whole.length;
	struct span fields = span_trim(span_between(task->text.at + task->text.length, end));
	buffer_printf(line, "- [ ] %.*s", SPAN_PRINT(task->text));
	if (action->client.length && !links_to(task->text, action->client))
		buffer_printf(line, " [[%.*s]]", SPAN_PRINT(action->client));
	if (fields.length)
		buffer_printf(line, " %.*s", SPAN_PRINT(fields));
	if (action->owner != action->usual && !task->owner.length)
		buffer_printf(line, " [owner:: %s]", action_owner_names[action->owner]);
	if (date_is_known(action->due))
		buffer_printf(line, " 📅 %s", date_format(action->due).text);
	if (action->id.length && !task->id.length)
		buffer_printf(line, " 🆔 %.*s", SPAN_PRINT(action->id));
}

int new_action_line(
	struct arena *arena, const struct new_action *action, struct span *line, struct task *task, struct error *error)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(LINE_MOST);
	struct span given = span_of(arena_printf(arena, "- [ ] %.*s", SPAN_PRINT(action->text)));
	if (!task_read_line(given, task) || check(action, task, error))
		return -1;
	write_line(&out, action, task);
	if (out.over)
		return refuse(
			error, "is too long for one action", action->text, "put the details into a note of their own");
	*line = arena_copy_span(arena, buffer_span(&out));
	task_read_line(*line, task);
	return 0;
}

/* --- the id ------------------------------------------------------------------------------------------------------ */

static bool is_taken(const struct action_list *actions, struct span id)
{
	for (size_t i = 0; i < actions->count; i++)
		if (span_equal(actions->items[i].task.id, id))
			return true;
	for (size_t i = 0; i < actions->copy_count; i++)
		if (span_equal(actions->copies[i].task.id, id))
			return true;
	return false;
}

struct span new_action_id(struct arena *arena, const struct action_list *actions, struct span text)
{
	/* Without those that are taken for one another. */
	static const char letters[] = "23456789abcdefghjkmnpqrstuvwxyz";
	char id[ID_LENGTH + 1] = "";
	unsigned long long number = digest_of(text).low;
	do {
		unsigned long long rest = number++;
		for (int i = 0; i < ID_LENGTH; i++, rest /= sizeof(letters) - 1)
			id[i] = letters[rest % (sizeof(letters) - 1)];
	} while (is_taken(actions, span_of(id)));
	return arena_copy_span(arena, span_of(id));
}

/* --- the place --------------------------------------------------------------------------------------------------- */

struct span new_action_add(
	struct arena *arena, const struct aliases *aliases, const struct document *week_note, struct span line)
{
	const struct outline *outline = outline_of(arena, aliases, week_note);
	const struct section *section = week_note_carryover(outline);
	struct edit_list edits = edits_of(arena, week_note);
	if (section)
		edit_append_to_section(&edits, section, line);
	else
		edit_insert_section(&edits, NULL, SECTION_LEVEL,
			wording_word(note_language(outline), ALIAS_HEADING, "carryover"), line);
	return edits_apply(&edits);
}
