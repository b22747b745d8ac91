#include "cmd/action_fields.h"
#include "cmd/commands.h"
#include "model/section_tasks.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"
#include "practice/practice.h"

#include <stdlib.h>

enum owner_asked { OWNER_ANY, OWNER_ASKED_CLIENT, OWNER_ASKED_COACH };

static const char *const owners_asked[] = { "any", "client", "coach", NULL };

struct actions_options {
	const char *client;
	struct date due;
	bool overdue;
	int owner;
	bool all;
};

static const struct option options[] = {
	OPT_TEXT(struct actions_options, client, 'c', "client", "NAME", "Those of one client, by any part of the name",
		.completes = COMPLETES_CLIENT),
	OPT_DATE(struct actions_options, due, 'd', "due", "DATE", "Those due on that day or before"),
	OPT_FLAG(struct actions_options, overdue, 'o', "overdue", "Those open and due before today"),
	OPT_CHOICE(struct actions_options, owner, 'w', "owner", "WHO", owners_asked, "Whose they are to do"),
	OPT_FLAG(struct actions_options, all, 'a', "all", "Also those done, cancelled and forwarded"),
	OPT_END,
};

struct actions_result {
	struct result_list actions; /* struct action_fields */
};

static const struct result_field result[] = {
	RES_LIST(struct actions_result, actions, struct action_fields, "actions", action_fields,
		"By due date, those without one last; then by note and line"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach actions", "everything that is not done yet, yours and your clients'" },
	{ "coach actions --due fri --owner coach", "what you have to do until Friday" },
	{ "coach actions --client Ada --all", "what was ever agreed with one client" },
	{ NULL, NULL },
};

struct listing {
	const struct context *context;
	const struct actions_options *asked;
	struct practice practice;
	struct finding_list loading;
	struct client_choice choice;
};

/* --- which ------------------------------------------------------------------------------------------------------- */

static bool is_due_by(const struct action *action, struct date day)
{
	return date_is_known(action->task.due) && date_compare(action->task.due, day) <= 0;
}

static bool is_asked_for(const struct listing *listing, const struct action *action)
{
	const struct actions_options *asked = listing->asked;
	if (asked->client && action->client_id != listing->choice.client->id)
		return false;
	if (asked->owner != OWNER_ANY && (asked->owner == OWNER_ASKED_CLIENT) != (action->owner == OWNER_CLIENT))
		return false;
	if (asked->overdue && !action_is_overdue(action, listing->context->today))
		return false;
	return !date_is_known(asked->due) || is_due_by(action, asked->due);
}

/* Days without a date come last. */
static int compare_due(struct date a, struct date b)
{
	if (date_is_known(a) != date_is_known(b))
		return date_is_known(a) ? -1 : 1;
	return date_compare(a, b);
}

static int compare_actions(const void *left, const void *right)
{
	const struct action *a = *(const struct action *const *)left;
	const struct action *b = *(const struct action *const *)right;
	int order = compare_due(a->task.due, b->task.due);
	return order ? order : (a > b) - (a < b);
}

static struct result_list list_actions(const struct listing *listing)
{
	struct arena *arena = listing->context->arena;
	const struct action_list *actions = &listing->practice.records.actions;
	const struct action **found = arena_new_array(arena, actions->count, const struct action *);
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (is_asked_for(listing, &actions->items[i]))
			found[count++] = &actions->items[i];
	if (count > 1)
		qsort(found, count, sizeof(*found), compare_actions);
	struct action_fields *items = arena_new_array(arena, count, struct action_fields);
	for (size_t i = 0; i < count; i++)
		items[i] = action_fields_of(arena, found[i]);
	return (struct result_list){ items, count };
}

/* --- for people -------------------------------------------------------------------------------------------------- */

static enum report_tone tone_of(const struct action_fields *action, struct date today)
{
	if (!task_status_is_unfinished((enum task_status)action->status))
		return TONE_QUIET;
	if (!date_is_known(action->due) || date_compare(action->due, today) > 0)
		return TONE_PLAIN;
	bool overdue = action->status == TASK_OPEN && date_compare(action->due, today) < 0;
	return overdue ? TONE_BAD : TONE_WARNING;
}

static void report_action(const struct listing *listing, struct report *report, struct report_node *table,
	const struct action_fields *action)
{
	static const char *const states[] = { "", "done", "in progress", "cancelled", "forwarded" };
	struct arena *arena = report->arena;
	struct report_cell *cells = report_row(report, table);
	const char *state = action->status == TASK_OPEN ? "" : arena_printf(arena, " (%s)", states[action->status]);
	enum report_tone tone = tone_of(action, listing->context->today);
	if (date_is_known(action->due))
		report_cell_set(report, &cells[0], tone, "%s", date_format(action->due).text);
	report_cell_set(report, &cells[1], TONE_PLAIN, "%.*s%s", SPAN_PRINT(report_escape(arena, action->text)), state);
	report_cell_set(report, &cells[2], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(arena, action->client)));
	report_cell_set(report, &cells[3], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(arena, action->id)));
	report_cell_set(report, &cells[4], TONE_QUIET, "%.*s:%lld", SPAN_PRINT(report_escape(arena, action->path)),
		action->line.value);
}

static void report_owner(const struct listing *listing, struct report *report, const struct result_list *actions,
	enum action_owner owner, const char *title)
{
	static const char *const columns[] = { "Due", "Action", "Client", "Id", "Where" };
	struct report_node *table = NULL;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action_fields *action = (const struct action_fields *)actions->items + i;
		if (action->owner != (int)owner)
			continue;
		if (!table)
			table = report_table(report, report_section(report, NULL, "%s", title), columns, 5, "lllll");
		report_action(listing, report, table, action);
	}
}

static void report_actions(const struct listing *listing, struct report *report, const struct result_list *actions)
{
	report_owner(listing, report, actions, OWNER_COACH, "Yours");
	report_owner(listing, report, actions, OWNER_CLIENT, "Your clients'");
	if (actions->count == 0)
		report_text(report, NULL, TONE_GOOD, "Nothing of that is left to do.");
	else
		report_text(report, NULL, TONE_QUIET, "`coach done` with an id, or a part of the text, ticks one.");
}

/* --- the command ------------------------------------------------------------------------------------------------- */

/* A field that cannot be read may hide a date. */
static void check_tasks(const struct listing *listing)
{
	const struct action_list *actions = &listing->practice.records.actions;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		bool of_client = !listing->choice.client || action->client_id == listing->choice.client->id;
		if (of_client && task_is_unfinished(&action->task))
			task_check(action->document, &action->task, listing->context->findings);
	}
}

static int load(struct listing *listing, struct error *error)
{
	const struct context *context = listing->context;
	unsigned parts = PRACTICE_PORTFOLIO | (listing->asked->client ? PRACTICE_ENGAGEMENTS : 0u) |
			 (listing->asked->all ? PRACTICE_ACTIONS : PRACTICE_OPEN_ACTIONS);
	listing->loading = (struct finding_list){ .arena = context->arena };
	if (practice_load(context->arena, context->vault, context->today, parts, &listing->practice, &listing->loading,
		    error))
		return -1;
	return !listing->asked->client ? 0
				       : client_choose(context->arena, &listing->practice.records,
						 span_of(listing->asked->client), &listing->choice, error);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct listing listing = { .context = context, .asked = context->options };
	if (load(&listing, error))
		return -1;
	struct actions_result *data = arena_new(context->arena, struct actions_result);
	data->actions = list_actions(&listing);
	note_findings_of_actions(&listing.practice, listing.choice.client, &listing.loading, context->findings);
	check_tasks(&listing);
	outcome->data = data;
	report_actions(&listing, &outcome->report, &data->actions);
	return 0;
}

const struct command command_actions = {
	.name = "actions",
	.group = GROUP_FOUNDATION,
	.summary = "List the actions of all notes",
	.description =
		"Action items are tasks in any note: `- [ ] Draft the memo 📅 2026-11-27 [owner:: client]`. Lists those that are "
		"open or in progress, with the note and line where each stands. Checklists of an engagement (health indicators, "
		"red flags, regular checkpoints, completion standards) and a cohort's attendance are no actions.\n\n"
		"The same id in several notes is one action, and so is one text that week and day notes carry on; it is shown "
		"where it was agreed.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct actions_options),
	.result = result,
	.run = run,
};
