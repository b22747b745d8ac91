#include "cmd/client_fields.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"

struct health_options {
	const char *name;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct health_options, name, const char *, "NAME", false,
		"One client, by any part of the name (default: all who are active)", .completes = COMPLETES_CLIENT),
	OPT_END,
};

struct health_result {
	struct result_list clients; /* struct client_fields */
};

static const struct result_field result[] = {
	RES_LIST(
		struct health_result, clients, struct client_fields, "clients", client_fields, "In the roster's order"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach health", "who is drifting, and why" },
	{ "coach health tom", "one client, with the place that each sign rests on" },
	{ NULL, NULL },
};

/* --- for people -------------------------------------------------------------------------------------------------- */

static const char *place(struct arena *arena, const struct result_list *evidence)
{
	const struct evidence_fields *first = evidence->items;
	return evidence->count == 0 ? ""
				    : arena_printf(arena, " (%.*s:%lld)", SPAN_PRINT(report_escape(arena, first->path)),
					      first->line.value);
}

static void report_flags(struct report *report, struct report_node *section, const struct client_fields *client)
{
	struct arena *arena = report->arena;
	const struct flag_fields *flags = client->flags.items;
	struct report_node *list = client->flags.count ? report_list(report, section) : NULL;
	for (size_t i = 0; i < client->flags.count; i++)
		report_item(report, list, TONE_BAD, "**%s**: %.*s%s", health_flag_names[flags[i].code],
			SPAN_PRINT(flags[i].message), place(arena, &flags[i].evidence));
}

/* What a flag says need not be said twice. */
static void report_indicators(struct report *report, struct report_node *section, const struct client_fields *client)
{
	static const enum report_tone tones[] = { TONE_GOOD, TONE_WARNING, TONE_QUIET };
	static const char *const states[] = { "ok", "attention", "no data" };
	const struct indicator_fields *indicators = client->indicators.items;
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < client->indicators.count; i++) {
		const struct indicator_fields *indicator = &indicators[i];
		const char *name = health_indicator_names[indicator->code];
		if (indicator->state == INDICATOR_ATTENTION)
			report_item(report, list, tones[indicator->state], "%s: %s", name, states[indicator->state]);
		else
			report_item(report, list, tones[indicator->state], "%s: %s, %.*s%s", name,
				states[indicator->state], SPAN_PRINT(indicator->message),
				place(report->arena, &indicator->evidence));
	}
}

static const char *percent(struct arena *arena, struct decimal value)
{
	return value.known ? arena_printf(arena, "%s%%", decimal_text(arena, value)) : "–";
}

static void report_metrics(struct report *report, struct report_node *section, const struct client_fields *client)
{
	static const char *const columns[] = { "Metric", "From", "Now", "To", "Progress", "Time", "Pace" };
	static const enum report_tone tones[] = { TONE_GOOD, TONE_PLAIN, TONE_WARNING, TONE_QUIET };
	static const char *const paces[] = { "ahead", "on pace", "behind", "no data" };
	struct arena *arena = report->arena;
	const struct metric_standing *metrics = client->metrics.items;
	struct report_node *table = client->metrics.count ? report_table(report, section, columns, 7, "llllrrl") : NULL;
	for (size_t i = 0; i < client->metrics.count; i++) {
		const struct metric_standing *metric = &metrics[i];
		struct report_cell *cells = report_row(report, table);
		const struct span texts[] = { metric->name, metric->baseline, metric->value, metric->target };
		for (int column = 0; column < 4; column++)
			report_cell_set(report, &cells[column], TONE_PLAIN, "%.*s",
				SPAN_PRINT(report_escape(arena, texts[column])));
		report_cell_set(report, &cells[4], TONE_PLAIN, "%s", percent(arena, metric->progress));
		report_cell_set(report, &cells[5], TONE_PLAIN, "%s", percent(arena, metric->expected));
		report_cell_set(report, &cells[6], tones[metric->pace], "%s", paces[metric->pace]);
	}
}

static void report_actions(struct report *report, struct report_node *section, const struct client_fields *client)
{
	const char *unknown =
		client->done_unknown.value
			? arena_printf(report->arena, "; %lld more done at an unknown time", client->done_unknown.value)
			: "";
	if (client->due.value)
		report_text(report, section, TONE_PLAIN,
			"Actions of the last three sessions: %lld of %lld due done on time (%s), %lld carried over%s.",
			client->on_time.value, client->due.value, percent(report->arena, client->action_completion),
			client->carried_over.value, unknown);
	if (client->open_actions.value)
		report_text(report, section, TONE_PLAIN, "%lld open action%s, %lld overdue.",
			client->open_actions.value, report_plural(client->open_actions.value),
			client->overdue_actions.value);
}

static void report_triggers(struct report *report, struct report_node *section, const struct client_fields *client)
{
	const struct span *triggers = client->triggers.items;
	if (!client->triggers.count || !client->flags.count)
		return;
	report_text(report, section, TONE_PLAIN, "Look at it yourself where one of these holds:");
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < client->triggers.count; i++)
		report_item(report, list, TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, triggers[i])));
}

static void report_client(struct report *report, const struct client_fields *client)
{
	struct span name = report_escape(report->arena, client->name);
	struct report_node *section = report_section(report, NULL, "%.*s", SPAN_PRINT(name));
	report_flags(report, section, client);
	report_indicators(report, section, client);
	report_metrics(report, section, client);
	report_actions(report, section, client);
	report_triggers(report, section, client);
}

static void report_clients(struct report *report, const struct result_list *clients)
{
	const struct client_fields *client = clients->items;
	size_t flagged = 0;
	for (size_t i = 0; i < clients->count; i++)
		flagged += client[i].flags.count > 0;
	if (clients->count == 0)
		report_text(report, NULL, TONE_PLAIN, "The roster has no active client.");
	else if (clients->count > 1)
		report_text(report, NULL, flagged ? TONE_WARNING : TONE_GOOD,
			"**%zu of %zu** active clients raise a flag.", flagged, clients->count);
	for (size_t i = 0; i < clients->count; i++)
		report_client(report, &client[i]);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int decide(
	const struct context *context, const struct records *records, struct result_list *states, struct error *error)
{
	const struct health_options *asked = context->options;
	struct client_state_settings limits = client_state_settings_of(context->configuration);
	struct client_choice choice;
	if (!asked->name) {
		*states = client_states_decide(context->arena, records, &limits, true, context->today);
		return 0;
	}
	if (client_choose(context->arena, records, span_of(asked->name), &choice, error))
		return -1;
	struct client_state *state = arena_new(context->arena, struct client_state);
	*state = client_state_decide(context->arena, records, &limits, choice.client, context->today);
	*states = (struct result_list){ state, 1 };
	return 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct practice practice;
	struct result_list states;
	struct finding_list loading = { .arena = context->arena };
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES | PRACTICE_ACTIONS;
	if (practice_load(context->arena, context->vault, parts, &practice, &loading, error) ||
		decide(context, &practice.records, &states, error))
		return -1;
	struct health_result *data = arena_new(context->arena, struct health_result);
	note_findings_of_clients(&practice, &loading, context->findings);
	data->clients = client_fields_list(context->arena, &states);
	outcome->data = data;
	report_clients(&outcome->report, &data->clients);
	return 0;
}

const struct command command_health = {
	.name = "health",
	.group = GROUP_CLIENTS,
	.summary = "Show how clients are doing, and what tells so",
	.description =
		"For each active client the red flags that are raised, each with the place it rests on: a missed session and no "
		"later one, agreed actions not done, no message for `health.silent_days`, no metric moving for "
		"`health.stalled_days`. Beside them the four health indicators: **ok** where the files speak for it, **attention** "
		"where a flag speaks against it, else **no data**; nothing is guessed.\n\n"
		"Each success metric with its progress from baseline to target, also where lower is better, and its pace against the "
		"time to its deadline: within `health.pace_points` it is on pace. The engagement's own escalation triggers are "
		"listed for a client who raises a flag.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct health_options),
	.result = result,
	.run = run,
};
