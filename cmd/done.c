#include "base/join.h"
#include "cmd/action_fields.h"
#include "cmd/commands.h"
#include "cmd/milestone_done.h"
#include "cmd/place_fields.h"
#include "practice/action_choice.h"
#include "practice/action_tick.h"
#include "practice/client_choice.h"
#include "rules/repetition.h"

struct done_options {
	struct words action;
	const char *client;
	struct date date;
	bool once;
};

static const struct option options[] = {
	ARG(OPTION_WORDS, struct done_options, action, struct words, "ACTION", true,
		"Its id, words of its text that fit no other, where it stands (PATH:LINE), or the name of a milestone"),
	OPT_TEXT(struct done_options, client, 'c', "client", "NAME", "Among those of one client",
		.completes = COMPLETES_CLIENT),
	OPT_DATE(struct done_options, date, 'd', "date", "DATE", "The day it was done (default: today)"),
	OPT_FLAG(struct done_options, once, 0, "once", "Where it says when it comes again: not this time"),
	OPT_END,
};

struct done_next {
	struct span path;
	struct optional_integer line;
	struct date due;
};

struct done_result {
	const struct action_fields *action; /* NULL for a milestone */
	struct result_list copies;          /* struct place */
	const struct done_next *next;       /* NULL where it does not come again */
	const struct milestone_fields *milestone;
};

static const struct result_field next_fields[] = {
	RES_TEXT(struct done_next, path, "path", "The note"),
	RES_INTEGER(struct done_next, line, "line", "The line"),
	RES_DATE_OR_NULL(struct done_next, due, "due", "By when; null where the action has no due date"),
	RES_END,
};

static const struct result_field result[] = {
	RES_OBJECT_OR_NULL(struct done_result, action, struct action_fields, "action", action_fields,
		"The action as it is now; null for a milestone"),
	RES_LIST(struct done_result, copies, struct place, "copies", place_fields,
		"Where else it stood and was ticked: in weeks and days"),
	RES_OBJECT_OR_NULL(struct done_result, next, struct done_next, "next", next_fields,
		"The next time of an action that comes again; null where it does not"),
	RES_OBJECT_OR_NULL(struct done_result, milestone, struct milestone_fields, "milestone", milestone_fields,
		"The milestone of an engagement that was ticked; null for an action"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach done 8zwa", "by its id" },
	{ "coach done outline price --date yesterday", "by words of its text, on another day" },
	{ "coach done \"Weeks/2026-W46.md:45\"", "by where it stands, as `coach actions` prints it" },
	{ "coach done memo --client Ada --dry-run", "see the lines before they change" },
	{ "coach done 90-day review --client Ada", "a milestone of an engagement, by its name" },
	{ NULL, NULL },
};

/* One run. */
struct ticking {
	const struct context *context;
	const struct done_options *given;
	struct outcome *outcome;
	struct practice practice;
	struct date day;
	const struct action *action;
	struct action_tick tick;
	const struct done_result *data;
};

/* --- when it comes again ----------------------------------------------------------------------------------------- */

/* The date that the others keep their distance to, as Obsidian Tasks has it. */
static struct date reference(const struct task *task)
{
	if (date_is_known(task->due))
		return task->due;
	return date_is_known(task->scheduled) ? task->scheduled : task->start;
}

static int refuse_repetition(const struct action *action, const char *message, struct error *error)
{
	error_at(error, ERROR_PARSE, task_position(action->document, &action->task, action->task.recurrence),
		"\"%.*s\" %s", SPAN_PRINT(action->task.recurrence), message);
	return error_hint(error,
		"write it as every 2 weeks, every month on the 1st, every Friday when done; or tick it with "
		"--once, and it does not come again");
}

static int find_next(struct ticking *ticking, struct error *error)
{
	struct repetition repetition;
	const struct task *task = &ticking->action->task;
	struct action_tick *tick = &ticking->tick;
	tick->again = task->recurrence.length && !ticking->given->once;
	if (!tick->again)
		return 0;
	if (!repetition_read(task->recurrence, &repetition))
		return refuse_repetition(ticking->action, "does not say when the action comes again", error);
	struct date from = reference(task);
	if (!date_is_known(from))
		return 0;
	struct date next = repetition_next(&repetition, repetition.when_done ? ticking->day : from);
	if (!date_may_be_said(next))
		return refuse_repetition(ticking->action, "names a day that never comes", error);
	tick->days_to_next = date_difference(from, next);
	return 0;
}

/* --- the result -------------------------------------------------------------------------------------------------- */

static struct result_list places(struct arena *arena, const struct action_tick *tick)
{
	struct place *copies = arena_new_array(arena, tick->copy_count, struct place);
	for (size_t i = 0; i < tick->copy_count; i++)
		copies[i] = (struct place){ span_of(tick->copies[i]->document->path),
			INTEGER_OF(tick->copies[i]->task.line) };
	return (struct result_list){ copies, tick->copy_count };
}

static const struct done_next *next_of(struct arena *arena, const struct action_tick *tick)
{
	struct date due = tick->action->task.due;
	struct done_next *next = arena_new(arena, struct done_next);
	*next = (struct done_next){ span_of(tick->action->document->path), INTEGER_OF(tick->action->task.line),
		date_is_known(due) ? date_add(due, tick->days_to_next) : DATE_NONE };
	return tick->again ? next : NULL;
}

/* Of one that was done before, with nothing ticked. */
static void describe(struct ticking *ticking)
{
	struct arena *arena = ticking->context->arena;
	struct done_result *data = arena_new(arena, struct done_result);
	struct action_fields *action = arena_new(arena, struct action_fields);
	*action = action_fields_of(arena, ticking->tick.action);
	action->line.value += ticking->tick.again;
	action->mark = SPAN("x");
	action->status = TASK_DONE;
	*data = (struct done_result){ action, places(arena, &ticking->tick), next_of(arena, &ticking->tick), NULL };
	ticking->data = data;
	ticking->outcome->data = data;
}

static void report(const struct ticking *ticking)
{
	struct report *report = &ticking->outcome->report;
	const struct done_result *data = ticking->data;
	const struct action_fields *action = data->action;
	const char *client = action->client.length ? arena_printf(report->arena, " (%.*s)",
							     SPAN_PRINT(report_escape(report->arena, action->client)))
						   : "";
	report_text(report, NULL, TONE_GOOD, "Done: **%.*s**%s.",
		SPAN_PRINT(report_escape(report->arena, action->text)), client);
	if (data->copies.count)
		report_text(report, NULL, TONE_QUIET, "Ticked in %zu more place%s that carried it on.",
			data->copies.count, report_plural((long long)data->copies.count));
	if (data->next && date_is_known(data->next->due))
		report_text(report, NULL, TONE_PLAIN, "It comes again on %s %s.",
			weekday_name(date_weekday(data->next->due)), date_format(data->next->due).text);
	else if (data->next)
		report_text(report, NULL, TONE_PLAIN, "It comes again.");
}

/* --- actions ----------------------------------------------------------------------------------------------------- */

static int read_day(struct ticking *ticking, struct error *error)
{
	struct date given = ticking->given->date;
	ticking->day = date_is_known(given) ? given : ticking->context->today;
	if (date_compare(ticking->day, ticking->context->today) <= 0)
		return 0;
	error_set(error, ERROR_USAGE, "%s is still to come", date_format(ticking->day).text);
	return error_hint(error, "--date takes the day on which it was done: yesterday, last fri, 2026-11-20");
}

static int load(struct ticking *ticking, unsigned actions, struct error *error)
{
	const struct context *context = ticking->context;
	struct finding_list unheard = { .arena = context->arena };
	unsigned parts = PRACTICE_PORTFOLIO | actions | (ticking->given->client ? PRACTICE_ENGAGEMENTS : 0u);
	return practice_load(
		context->arena, context->vault, context->today, parts, &ticking->practice, &unheard, error);
}

static int choose(struct ticking *ticking, struct span words, struct error *error)
{
	const struct context *context = ticking->context;
	const struct records *records = &ticking->practice.records;
	struct client_choice client;
	int client_id = CLIENT_NOBODY;
	if (ticking->given->client) {
		if (client_choose(context->arena, records, span_of(ticking->given->client), &client, error))
			return -1;
		client_id = client.client->id;
	}
	return action_choose(context->arena, &records->actions, client_id, words, &ticking->action, error);
}

/* True where one that is done already is meant; then there is nothing to do. */
static bool is_done_already(struct ticking *ticking, struct span words)
{
	struct error ignored = ERROR_INIT;
	if (load(ticking, PRACTICE_ACTIONS, &ignored) || choose(ticking, words, &ignored))
		return false;
	const struct task *task = &ticking->action->task;
	if (task->status != TASK_DONE)
		return false;
	struct arena *arena = ticking->context->arena;
	ticking->outcome->unchanged = date_is_known(task->done)
					      ? arena_printf(arena, "it was done on %s", date_format(task->done).text)
					      : "it is done already";
	return true;
}

static int tick(struct ticking *ticking, struct error *error)
{
	const struct context *context = ticking->context;
	ticking->tick = action_tick_of(context->arena, &ticking->practice.records, ticking->action);
	ticking->tick.day = ticking->day;
	ticking->tick.today = context->today;
	if (find_next(ticking, error))
		return -1;
	ticking->outcome->changes.subject = arena_printf(context->arena, "%s", date_format(ticking->day).text);
	action_tick_write(context->arena, context->vault, &ticking->practice, &ticking->tick,
		&ticking->outcome->changes, context->findings);
	return 0;
}

static int tick_action(struct ticking *ticking, struct error *error)
{
	if (tick(ticking, error))
		return -1;
	describe(ticking);
	report(ticking);
	return 0;
}

/* --- milestones -------------------------------------------------------------------------------------------------- */

static void describe_milestone(struct ticking *ticking, const struct milestone_choice *choice)
{
	struct arena *arena = ticking->context->arena;
	struct done_result *data = arena_new(arena, struct done_result);
	struct milestone_fields *milestone = arena_new(arena, struct milestone_fields);
	*milestone = milestone_fields_of(arena, choice);
	data->milestone = milestone;
	ticking->data = data;
	ticking->outcome->data = data;
}

static int tick_milestone(struct ticking *ticking, const struct milestone_search *search, struct error *error)
{
	struct arena *arena = ticking->context->arena;
	struct report *report = &ticking->outcome->report;
	if (date_is_known(ticking->given->date) || ticking->given->once) {
		error_set(error, ERROR_USAGE, "a milestone keeps no day, and does not come again");
		return error_hint(error, "leave out --date and --once");
	}
	ticking->outcome->changes.subject = arena_printf(arena, "%s", date_format(ticking->day).text);
	milestone_tick(arena, &search->practice, &search->open, &ticking->outcome->changes);
	describe_milestone(ticking, &search->open);
	const struct milestone_fields *milestone = ticking->data->milestone;
	report_text(report, NULL, TONE_GOOD, "Done: **%.*s**, a milestone of %.*s.",
		SPAN_PRINT(report_escape(arena, milestone->name)), SPAN_PRINT(report_escape(arena, milestone->client)));
	return 0;
}

/* What the words say in full comes before what only holds them, and an action before a milestone. What is done already
 * is left as it is, and nothing is ticked in its place that fits less well. `refused`: why no single action fits. */
static int tick_other(struct ticking *ticking, struct span words, const struct error *refused, struct error *error)
{
	bool fits = refused->class == ERROR_NONE;
	const struct action *first = ticking->action;
	struct milestone_search search;
	if (milestone_search(ticking->context, ticking->given->client, words, &search, error))
		return -1;
	if (search.is_open && search.open.whole)
		return tick_milestone(ticking, &search, error);
	if (fits)
		return tick_action(ticking, error);
	if (!first && is_done_already(ticking, words)) {
		ticking->tick.action = ticking->action;
		describe(ticking);
		return 0;
	}
	if (!first && search.is_reached && (search.reached.whole || !search.open.milestone)) {
		ticking->outcome->unchanged = "that milestone is ticked already";
		describe_milestone(ticking, &search.reached);
		return 0;
	}
	if (!first && search.is_open)
		return tick_milestone(ticking, &search, error);
	*error = !first && search.open.milestone ? search.several : *refused;
	return -1;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct error none = ERROR_INIT;
	struct ticking ticking = { .context = context, .given = context->options, .outcome = outcome };
	struct span words = words_join(context->arena, ticking.given->action.items, ticking.given->action.count);
	if (read_day(&ticking, error) || load(&ticking, PRACTICE_OPEN_ACTIONS, error))
		return -1;
	if (choose(&ticking, words, &none) == 0 && action_is_whole(context->arena, ticking.action, words))
		return tick_action(&ticking, error);
	return tick_other(&ticking, words, &none, error);
}

const struct command command_done = {
	.name = "done",
	.group = GROUP_FOUNDATION,
	.summary = "Tick an action, or a milestone",
	.description =
		"Ticks an action where it stands and writes the day behind it: `- [x] Draft the memo ✅ 2026-11-20`. Copies of it "
		"that week and day notes carry on are ticked too.\n\n"
		"An action that says when it comes again (`🔁 every 2 weeks`, `🔁 every month on the 1st when done`) gets a new "
		"line above it for the next time, as Obsidian Tasks writes it: dates moved on, without its id.\n\n"
		"Words that are the name of an engagement's milestone, or fit no action, tick that: a ✅ behind what its row says "
		"under Status, else under Success Indicator, and no day.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct done_options),
	.result = result,
	.run = run,
};
