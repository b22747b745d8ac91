#include "cmd/client_report.h"
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

static void report_client(struct report *report, const struct client_fields *client)
{
	struct span name = report_escape(report->arena, client->name);
	struct report_node *section = report_section(report, NULL, "%.*s", SPAN_PRINT(name));
	report_health(report, section, client);
}

static void report_clients(struct report *report, const struct result_list *clients, bool known)
{
	const struct client_fields *client = clients->items;
	size_t flagged = 0;
	for (size_t i = 0; i < clients->count; i++)
		flagged += client[i].flags.count > 0;
	if (clients->count == 0)
		report_text(report, NULL, TONE_PLAIN, "%s",
			known ? "The roster has no active client."
			      : "Who your clients are is not known: there is no roster that could be read.");
	else if (clients->count > 1)
		report_text(report, NULL, flagged ? TONE_WARNING : TONE_GOOD,
			"**%zu of %zu** active clients raise a flag.", flagged, clients->count);
	for (size_t i = 0; i < clients->count; i++)
		report_client(report, &client[i]);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int decide(const struct context *context, const struct records *records, struct client_choice *choice,
	struct result_list *states, struct error *error)
{
	const struct health_options *asked = context->options;
	struct client_state_settings limits = client_state_settings_of(context->configuration);
	if (!asked->name) {
		*states = client_states_decide(context->arena, records, &limits, true, context->today);
		return 0;
	}
	if (client_choose(context->arena, records, span_of(asked->name), choice, error))
		return -1;
	struct client_state *state = arena_new(context->arena, struct client_state);
	*state = client_state_decide(context->arena, records, &limits, choice->client, context->today);
	*states = (struct result_list){ state, 1 };
	return 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct practice practice;
	struct result_list states;
	struct client_choice choice = { .client = NULL };
	struct finding_list loading = { .arena = context->arena };
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES | PRACTICE_ACTIONS;
	if (practice_load(context->arena, context->vault, context->today, parts, &practice, &loading, error) ||
		decide(context, &practice.records, &choice, &states, error))
		return -1;
	struct health_result *data = arena_new(context->arena, struct health_result);
	if (choice.client)
		note_findings_of_client(&practice, choice.client, &loading, context->findings);
	else
		note_findings_of_clients(&practice, &loading, context->findings);
	data->clients = client_fields_list(context->arena, &states);
	outcome->data = data;
	report_clients(&outcome->report, &data->clients, !(practice.unknown & PRACTICE_PORTFOLIO));
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
