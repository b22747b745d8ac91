/* Which actions and resources come out of a session, from notes and answers: lines of lists. */
#include "base/buffer.h"
#include "cmd/closing.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "model/note_language.h"
#include "model/text_reading.h"
#include "model/wording.h"
#include "practice/new_action.h"

/* Notes may hold a NUL, which ends no line. */
static void add_line(struct buffer *lines, struct span line)
{
	buffer_add_byte(lines, '\n');
	buffer_add(lines, line);
}

/* --- actions ----------------------------------------------------------------------------------------------------- */

/* `Draft the memo by fri [owner:: coach]`: a day at the end of what is to be done goes into the due date. */
static void cut_due(struct arena *arena, struct new_action *action, struct date agreed)
{
	struct task task;
	struct span line = span_of(arena_printf(arena, "- [ ] %.*s", SPAN_PRINT(action->text)));
	if (date_is_known(action->due) || !task_read_line(line, &task) || date_is_known(task.due))
		return;
	struct span text = task.text;
	struct span fields = span_between(text.at + text.length, line.at + line.length);
	if (text_cut_due(&text, agreed, &action->due))
		action->text = span_of(arena_printf(arena, "%.*s%.*s", SPAN_PRINT(text), SPAN_PRINT(fields)));
}

static int action_line(
	struct arena *arena, struct new_action action, struct date agreed, struct span *line, struct error *error)
{
	struct task task;
	action.usual = OWNER_CLIENT;
	cut_due(arena, &action, agreed);
	return new_action_line(arena, &action, line, &task, error);
}

const char *closing_settle_action(
	const struct question *question, struct arena *arena, struct span *answer, struct date today)
{
	const struct closing_run *run = question->run;
	(void)today;
	struct new_action action = { .text = *answer, .owner = OWNER_CLIENT, .due = DATE_NONE };
	struct error error = ERROR_INIT;
	struct span line;
	if (action_line(arena, action, run->session.date, &line, &error))
		return arena_printf(arena, "no action: %s; %s", error.message, error.hint);
	span_skip(&line, "- [ ] ");
	*answer = line;
	return NULL;
}

static int read_action(
	const struct closing_run *run, const struct yaml_node *node, struct new_action *action, struct error *error)
{
	const struct yaml_node *due = yaml_get(node, "due");
	const struct yaml_node *owner = yaml_get(node, "owner");
	struct span said = yaml_text(owner);
	*action = (struct new_action){ .owner = OWNER_CLIENT, .due = DATE_NONE };
	action->text = utf8_sentence(run->arena, yaml_text(node->kind == YAML_SCALAR ? node : yaml_get(node, "text")));
	if (yaml_text(due).length && !text_agreed_day(yaml_text(due), run->session.date, &action->due))
		return answers_refuse(&run->answers, due, "no day", "write due: 2026-12-04, fri, +7d", error);
	if (said.length && alias_is(run->practice.aliases, ALIAS_STATE, utf8_fold_title(run->arena, said), "coach"))
		action->owner = OWNER_COACH;
	else if (said.length &&
		 !alias_is(run->practice.aliases, ALIAS_STATE, utf8_fold_title(run->arena, said), "client"))
		return answers_refuse(
			&run->answers, owner, "nobody who has an action", "write owner: client or owner: coach", error);
	return 0;
}

/* The item's first line behind its marker, a box included. */
static struct span item_text(const struct document *document, int block)
{
	struct span text = item_first_line(document, block);
	struct span rest = text;
	int number;
	if (span_read_digits(&rest, &number) && (span_skip(&rest, ". ") || span_skip(&rest, ") ")))
		return span_trim_start(rest);
	return text;
}

static bool may_be_action(const struct document *document, int block)
{
	const struct block *item = &document->blocks[block];
	return item->kind == BLOCK_ITEM && document->blocks[item->parent].parent == NO_BLOCK && block + 1 < item->end &&
	       document->blocks[block + 1].kind == BLOCK_PARAGRAPH && !document_is_hidden(document, item->offset);
}

/* False for one that is ticked, and for what cannot be an action, such as a line with a NUL. */
static bool read_item(const struct closing_run *run, struct span text, struct span *line)
{
	struct new_action action = { .text = text, .owner = OWNER_CLIENT, .due = DATE_NONE };
	struct error unheard = ERROR_INIT;
	struct task task;
	if (span_find_byte(text, '\0') < text.length)
		return false;
	if (!span_skip(&action.text, "[ ] ") &&
		task_read_line(span_of(arena_printf(run->arena, "- %.*s", SPAN_PRINT(text))), &task))
		return false;
	return action_line(run->arena, action, run->session.date, line, &unheard) == 0;
}

/* An item of a list in the notes is an action as one that is answered: it gets a box, and the day at its end is its due
 * date. */
static struct span actions_of_notes(const struct closing_run *run)
{
	const struct document *document = document_parse(run->arena, "", run->raw.actions, SIZE_MAX);
	struct edit_list edits = edits_of(run->arena, document);
	for (int block = 0; block < document->block_count; block++) {
		struct span text = may_be_action(document, block) ? item_text(document, block) : SPAN_NONE;
		struct span line;
		if (text.length && read_item(run, text, &line) && span_skip(&line, "- "))
			edit_replace(&edits, text, line);
	}
	return edits_apply(&edits);
}

int closing_understand_actions(struct closing_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(SIZE_MAX);
	buffer_add(&lines, actions_of_notes(run));
	if (answers_list(run->arena, &run->answers, "actions", &items, &count, error))
		return -1;
	for (size_t i = 0; i < count; i++) {
		struct new_action action;
		struct span line;
		if (read_action(run, items[i], &action, error))
			return -1;
		if (action_line(run->arena, action, run->session.date, &line, error)) {
			struct position place = answers_position(&run->answers, items[i]);
			struct error told = *error;
			error_at(error, ERROR_PARSE, place, "%s", told.message);
			return error_hint(error, "%s", told.hint);
		}
		add_line(&lines, line);
	}
	run->closing.actions = buffer_finish(run->arena, &lines);
	return 0;
}

void closing_check_actions(const struct closing_run *run)
{
	const struct task_list *actions = &run->after.actions;
	struct finding_list *findings = run->context->findings;
	for (size_t i = 0; i < actions->count; i++) {
		const struct task *task = &actions->items[i];
		if (!task_is_overdue(task, run->session.date))
			continue;
		finding_hint(findings,
			finding_add(findings, FINDING_DUE_BEFORE, task_position(run->after.document, task, task->text),
				"\"%.*s\" is due on %s, before the session itself", SPAN_PRINT(task->text),
				date_format(task->due).text),
			"look at the day, the month and the year");
	}
}

/* --- resources --------------------------------------------------------------------------------------------------- */

/* Whole lines of a list are kept; a name alone is to be sent, by the coach. */
static struct span resource_line(const struct closing_run *run, struct span said)
{
	struct arena *arena = run->arena;
	struct task task;
	struct span text = utf8_sentence(arena, said);
	if (task_read_line(text, &task) || span_starts_with(text, "- "))
		return text;
	bool linked = span_contains(text, "[[") || span_contains(text, "](") || span_contains(text, "://");
	const struct slot resource = { "resource",
		linked ? text : span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(text))) };
	struct span send = wording_text(arena, note_language(run->note), "send", &resource, 1);
	return span_of(arena_printf(arena, "- [ ] %.*s [owner:: coach]", SPAN_PRINT(send)));
}

int closing_understand_resources(struct closing_run *run, struct error *error)
{
	const struct yaml_node **items;
	size_t count;
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(SIZE_MAX);
	buffer_add(&lines, run->raw.resources);
	if (answers_list(run->arena, &run->answers, "resources", &items, &count, error))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (yaml_text(items[i]).length)
			add_line(&lines, resource_line(run, yaml_text(items[i])));
	run->closing.resources = buffer_finish(run->arena, &lines);
	return 0;
}
