#include "base/join.h"
#include "cmd/action_fields.h"
#include "cmd/commands.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "practice/client_choice.h"
#include "practice/new_action.h"
#include "practice/note_findings.h"
#include "practice/week_note_file.h"
#include "rules/repetition.h"

enum owner_given { OWNER_GIVEN_COACH, OWNER_GIVEN_CLIENT };

static const char *const owners_given[] = { "coach", "client", NULL };

struct add_options {
	struct words text;
	const char *client;
	struct date due;
	int owner;
};

static const struct option options[] = {
	ARG(OPTION_WORDS, struct add_options, text, struct words, "TEXT", true, "What is to be done"),
	OPT_TEXT(struct add_options, client, 'c', "client", "NAME", "The client it is for, by any part of the name",
		.completes = COMPLETES_CLIENT),
	OPT_DATE(struct add_options, due, 'd', "due", "DATE", "By when"),
	OPT_CHOICE(struct add_options, owner, 'w', "owner", "WHO", owners_given, "Whose it is to do (default: coach)"),
	OPT_END,
};

struct add_result {
	const struct action_fields *action;
};

static const struct result_field result[] = {
	RES_OBJECT(struct add_result, action, struct action_fields, "action", action_fields, "The new action"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach add Order the workbooks --due fri", "for yourself, this week" },
	{ "coach add Send the outline --client Ada --due +3d", "with a link to the client" },
	{ "coach add 'Water the plants 🔁 every week' --due mon", "one that comes again when it is done" },
	{ NULL, NULL },
};

/* One run. */
struct adding {
	const struct context *context;
	const struct add_options *given;
	struct practice practice;
	struct finding_list loading;
	struct new_action action;
	struct span line;
	struct task task;
	struct note_file file;
};

/* Said now, while the words are at hand, and not only when it is ticked. */
static int check_repetition(const struct task *task, struct error *error)
{
	struct repetition repetition;
	if (!task->recurrence.length || repetition_read(task->recurrence, &repetition))
		return 0;
	error_set(error, ERROR_USAGE, "\"%.*s\" does not say when the action comes again",
		SPAN_PRINT(span_slice(task->recurrence, 0, 60)));
	return error_hint(
		error, "write it as every week, every 2 weeks, every month on the 1st, every Friday when done");
}

static int read_action(struct adding *adding, struct error *error)
{
	const struct context *context = adding->context;
	const struct add_options *given = adding->given;
	struct new_action *action = &adding->action;
	struct client_choice choice = { .note = SPAN_NONE };
	const struct records *records = &adding->practice.records;
	if (given->client && client_choose(context->arena, records, span_of(given->client), &choice, error))
		return -1;
	action->text = utf8_sentence(context->arena, words_join(context->arena, given->text.items, given->text.count));
	action->client = choice.note;
	action->owner = given->owner == OWNER_GIVEN_CLIENT ? OWNER_CLIENT : OWNER_COACH;
	action->usual = OWNER_COACH; /* in a week note */
	action->due = given->due;
	action->id = new_action_id(context->arena, &records->actions, action->text);
	if (new_action_line(context->arena, action, &adding->line, &adding->task, error))
		return -1;
	return check_repetition(&adding->task, error);
}

static int write_action(struct adding *adding, struct outcome *outcome, struct error *error)
{
	const struct context *context = adding->context;
	struct arena *arena = context->arena;
	struct week week = week_of(context->today);
	struct note_file *file = &adding->file;
	if (week_note_file(arena, context->vault, &adding->practice, week, file, error) ||
		week_note_begin(arena, context->vault, week, file, error))
		return -1;
	const struct week_note *note = records_week(&adding->practice.records, week);
	if (note)
		week_note_report_unknown_list(note, context->findings);
	struct span text = new_action_add(arena, adding->practice.aliases, file->document, adding->line);
	outcome->changes.subject = arena_printf(arena, "%s", week_format(week).text);
	changeset_put(&outcome->changes, file->path, file->before, text);
	return 0;
}

/* Where the line came to stand: the last of that text, as its id is no other's. */
static unsigned line_of(struct adding *adding, struct span after)
{
	struct document *document =
		document_parse(adding->context->arena, adding->file.path, after, DOCUMENT_DEFAULT_MOST);
	struct task_list tasks = document_tasks(adding->context->arena, document, 0, document->block_count);
	unsigned line = 0;
	for (size_t i = 0; i < tasks.count; i++)
		if (span_equal(tasks.items[i].whole, adding->line))
			line = tasks.items[i].line;
	return line;
}

/* The action as it would be read from the note. */
static const struct action *read_back(struct adding *adding, struct span after)
{
	struct arena *arena = adding->context->arena;
	struct document *document = arena_new(arena, struct document);
	struct action_list *actions = arena_new(arena, struct action_list);
	struct action_source source = { NOTE_WEEK, SPAN_NONE, DATE_NONE };
	*actions = (struct action_list){ .arena = arena, .portfolio = adding->practice.records.portfolio };
	document->path = adding->file.path;
	adding->task.line = line_of(adding, after);
	actions_add(actions, adding->practice.aliases, document, &source, &adding->task);
	return actions->items;
}

static void describe(struct adding *adding, struct outcome *outcome)
{
	struct arena *arena = adding->context->arena;
	struct action_fields *fields = arena_new(arena, struct action_fields);
	struct add_result *data = arena_new(arena, struct add_result);
	*fields = action_fields_of(arena, read_back(adding, outcome->changes.items[0].after));
	data->action = fields;
	outcome->data = data;
}

static void report(struct adding *adding, struct report *report)
{
	struct arena *arena = report->arena;
	const struct task *task = &adding->task;
	const char *due = date_is_known(task->due)
				  ? arena_printf(arena, ", due %s %s", weekday_name(date_weekday(task->due)),
					    date_format(task->due).text)
				  : "";
	report_text(report, NULL, TONE_GOOD, "Added: **%.*s**%s.",
		SPAN_PRINT(report_escape(arena, text_plain(arena, task->text))), due);
	report_text(report, NULL, TONE_QUIET, "`coach done %.*s` ticks it.", SPAN_PRINT(task->id));
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct adding adding = { .context = context, .given = context->options };
	unsigned parts = PRACTICE_WEEKS | PRACTICE_ACTIONS | PRACTICE_PORTFOLIO |
			 (adding.given->client ? PRACTICE_ENGAGEMENTS : 0u);
	adding.loading = (struct finding_list){ .arena = context->arena };
	if (practice_load(
		    context->arena, context->vault, context->today, parts, &adding.practice, &adding.loading, error) ||
		read_action(&adding, error) || write_action(&adding, outcome, error))
		return -1;
	note_findings_of_path(adding.file.path, &adding.loading, context->findings);
	describe(&adding, outcome);
	report(&adding, &outcome->report);
	return 0;
}

const struct command command_add = {
	.name = "add",
	.group = GROUP_FOUNDATION,
	.summary = "Add an action to the week",
	.description =
		"Adds one task to the Carryover of the running week's note, which is made where it is not there: "
		"`- [ ] Order the workbooks 📅 2026-11-27 🆔 k3f9`. The id is short and no "
		"other action's, so that `coach done` can name it.\n\n"
		"With --client the text links the client. The text may end with fields of its own, as Obsidian Tasks writes "
		"them.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct add_options),
	.result = result,
	.run = run,
};
