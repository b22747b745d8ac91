#include "cmd/action_fields.h"
#include "cmd/client_report.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"
#include "practice/practice.h"
#include "rules/client_summary.h"

enum { RENEWAL_DAYS = 42 };

struct client_options {
	const char *name;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct client_options, name, const char *, "NAME", true,
		"The client: any part of the name that is clear enough", .completes = COMPLETES_CLIENT),
	OPT_END,
};

struct client_result {
	struct span name;
	struct client_summary summary;
	const struct client_fields *health;
	struct result_list actions; /* struct action_fields, open or in progress */
	struct optional_integer package_used, package_total, package_left;
	struct date renewal;
	struct result_list unpaid;   /* struct unpaid_session */
	struct result_list consents; /* struct consent */
	struct span history, considerations, growth;
};

/* --- fields ------------------------------------------------------------------------------------------------------ */

static const struct result_field unpaid_fields[] = {
	RES_DATE(struct unpaid_session, date, "date", "The session's day"),
	RES_TEXT(struct unpaid_session, path, "path", "Its note"),
	RES_END,
};

static const struct result_field result[] = {
	RES_TEXT(struct client_result, name, "name", "The client"),
	RES_TEXT_OR_NULL(struct client_result, summary.type, "client_type", "Kind of engagement"),
	RES_TEXT_OR_NULL(struct client_result, summary.outcome, "desired_outcome", "What it is for"),
	RES_TEXT_OR_NULL(struct client_result, summary.stage, "current_stage", "Current phase"),
	RES_TEXT_OR_NULL(struct client_result, summary.expectations, "main_expectations", "Targets of the metrics"),
	RES_TEXT_OR_NULL(
		struct client_result, summary.scope, "scope_and_boundaries", "Duration, package, cancellation"),
	RES_TEXT_OR_NULL(struct client_result, summary.communication, "communication_model", "Between the sessions"),
	RES_TEXTS(struct client_result, summary.risks, "risks", "Flags, blockers, constraints"),
	RES_TEXTS(struct client_result, summary.improvements, "recommended_improvements", "The most pressing first"),
	RES_TEXT(struct client_result, summary.next_step, "recommended_next_step", "One sentence"),
	RES_OBJECT(struct client_result, health, struct client_fields, "health", client_fields,
		"As `coach health` has it"),
	RES_LIST(struct client_result, actions, struct action_fields, "actions", action_fields, "Open and in progress"),
	RES_INTEGER(struct client_result, package_used, "package_used", "Sessions used of the package"),
	RES_INTEGER_OR_NULL(struct client_result, package_total, "package_total", "Sessions of the package"),
	RES_INTEGER_OR_NULL(struct client_result, package_left, "package_left", "Sessions that are left of it"),
	RES_DATE_OR_NULL(struct client_result, renewal, "renewal", "When to talk about going on"),
	RES_LIST(struct client_result, unpaid, struct unpaid_session, "unpaid", unpaid_fields,
		"Sessions held that are marked as not paid"),
	RES_LIST(struct client_result, consents, struct consent, "consents", consent_fields,
		"What the client agreed to"),
	RES_TEXT_OR_NULL(struct client_result, history, "relationship_history", "How it began"),
	RES_TEXT_OR_NULL(struct client_result, considerations, "unique_considerations", "What is special"),
	RES_TEXT_OR_NULL(struct client_result, growth, "growth_opportunities", "What could follow"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach client ada", "all that the files tell of one client" },
	{ "coach client 李 --json", "the same for a program" },
	{ NULL, NULL },
};

/* --- what there is ----------------------------------------------------------------------------------------------- */

static struct result_list open_actions(struct arena *arena, const struct records *records, int client_id)
{
	const struct action_list *actions = &records->actions;
	struct action_fields *items = arena_new_array(arena, actions->count, struct action_fields);
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (actions->items[i].client_id == client_id && task_is_unfinished(&actions->items[i].task))
			items[count++] = action_fields_of(arena, &actions->items[i]);
	return (struct result_list){ items, count };
}

static struct optional_integer left(const struct client_state *state)
{
	if (!state->package_total.known)
		return INTEGER_UNKNOWN;
	long long rest = state->package_total.value - state->package_used.value;
	return INTEGER_OF(rest > 0 ? rest : 0);
}

static const struct client_result *describe(
	const struct context *context, const struct records *records, const struct client_state *state)
{
	struct arena *arena = context->arena;
	struct client_result *data = arena_new(arena, struct client_result);
	struct client_fields *health = arena_new(arena, struct client_fields);
	const struct engagement *engagement = state->engagement;
	*health = client_fields_of(arena, state);
	*data = (struct client_result){
		.name = state->client->name,
		.summary = client_summary_decide(arena, records, state, RENEWAL_DAYS, context->today),
		.health = health,
		.actions = open_actions(arena, records, state->client->id),
		.package_used = state->package_used,
		.package_total = state->package_total,
		.package_left = left(state),
		.renewal = engagement ? engagement->renewal : DATE_NONE,
		.unpaid = state->unpaid,
	};
	if (!engagement)
		return data;
	data->consents = (struct result_list){ engagement->consents, engagement->consent_count };
	data->history = span_or_none(engagement->profile.history);
	data->considerations = span_or_none(engagement->profile.considerations);
	data->growth = span_or_none(engagement->profile.growth);
	return data;
}

/* --- for people -------------------------------------------------------------------------------------------------- */

static void term(struct report *report, struct report_node *terms, const char *name, struct span value)
{
	if (value.length)
		report_term(report, terms, name, "%.*s", SPAN_PRINT(report_escape(report->arena, value)));
}

static void report_texts(
	struct report *report, const char *title, const struct result_list *texts, enum report_tone tone)
{
	const struct span *items = texts->items;
	if (texts->count == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "%s", title));
	for (size_t i = 0; i < texts->count; i++)
		report_item(report, list, tone, "%.*s", SPAN_PRINT(report_escape(report->arena, items[i])));
}

static void report_summary(struct report *report, const struct client_result *data)
{
	const struct client_summary *summary = &data->summary;
	struct span name = report_escape(report->arena, data->name);
	struct report_node *section = report_section(report, NULL, "%.*s", SPAN_PRINT(name));
	struct report_node *terms = report_terms(report, section);
	term(report, terms, "Client type", summary->type);
	term(report, terms, "Desired outcome", summary->outcome);
	term(report, terms, "Current stage", summary->stage);
	term(report, terms, "Main expectations", summary->expectations);
	term(report, terms, "Scope and boundaries", summary->scope);
	term(report, terms, "Communication", summary->communication);
	report_term(
		report, terms, "Next step", "**%.*s**", SPAN_PRINT(report_escape(report->arena, summary->next_step)));
	if (date_is_known(data->health->last_session))
		report_term(report, terms, "Last session", "%s", date_format(data->health->last_session).text);
	if (date_is_known(data->health->next_session))
		report_term(report, terms, "Next session", "%s", date_format(data->health->next_session).text);
	if (data->package_left.known)
		report_term(report, terms, "Package", "%lld of %lld sessions used, %lld left", data->package_used.value,
			data->package_total.value, data->package_left.value);
	if (date_is_known(data->renewal))
		report_term(report, terms, "Renewal", "%s", date_format(data->renewal).text);
}

static void report_open(struct report *report, const struct client_result *data)
{
	const struct action_fields *actions = data->actions.items;
	if (data->actions.count == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "Open actions"));
	for (size_t i = 0; i < data->actions.count; i++) {
		const char *due = date_is_known(actions[i].due)
					  ? arena_printf(report->arena, "**%s** ", date_format(actions[i].due).text)
					  : "";
		report_item(report, list, TONE_PLAIN, "%s%.*s (%s)", due,
			SPAN_PRINT(report_escape(report->arena, actions[i].text)),
			action_owner_names[actions[i].owner]);
	}
}

static void report_record(struct report *report, const struct client_result *data)
{
	const struct consent *consents = data->consents.items;
	const struct unpaid_session *unpaid = data->unpaid.items;
	struct report_node *section = report_section(report, NULL, "On record");
	struct report_node *terms = report_terms(report, section);
	for (size_t i = 0; i < data->consents.count; i++)
		report_term(report, terms, arena_printf(report->arena, "Consent: %.*s", SPAN_PRINT(consents[i].scope)),
			"%.*s %s", SPAN_PRINT(report_escape(report->arena, consents[i].status)),
			date_format(consents[i].date).text);
	if (data->consents.count == 0)
		report_term(report, terms, "Consent", "none is on record");
	for (size_t i = 0; i < data->unpaid.count; i++)
		report_term(report, terms, "Not paid", "%s", date_format(unpaid[i].date).text);
	term(report, terms, "How it began", data->history);
	term(report, terms, "What is special", data->considerations);
	term(report, terms, "What could follow", data->growth);
}

static void report_client(struct report *report, const struct client_result *data)
{
	report_summary(report, data);
	report_health(report, report_section(report, NULL, "Health"), data->health);
	report_texts(report, "Risks", &data->summary.risks, TONE_WARNING);
	report_texts(report, "What could be better", &data->summary.improvements, TONE_PLAIN);
	report_open(report, data);
	report_record(report, data);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct client_options *asked = context->options;
	struct practice practice;
	struct client_choice choice;
	struct finding_list loading = { .arena = context->arena };
	struct client_state_settings limits = client_state_settings_of(context->configuration);
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES | PRACTICE_ACTIONS;
	if (practice_load(context->arena, context->vault, context->today, parts, &practice, &loading, error) ||
		client_choose(context->arena, &practice.records, span_of(asked->name), &choice, error))
		return -1;
	struct client_state state =
		client_state_decide(context->arena, &practice.records, &limits, choice.client, context->today);
	const struct client_result *data = describe(context, &practice.records, &state);
	note_findings_of_client(&practice, choice.client, &loading, context->findings);
	outcome->data = data;
	report_client(&outcome->report, data);
	return 0;
}

const struct command command_client = {
	.name = "client",
	.group = GROUP_CLIENTS,
	.summary = "Show all that the files tell of one client",
	.description =
		"Sums a client up in nine lines: type, desired outcome, stage, expectations, scope, communication, risks, what could "
		"be better, and one next step. Below it health as `coach health` has it, open actions, the package and what is left "
		"of it, renewal, sessions not paid, consents, and the notes on the relationship.\n\n"
		"Nothing is guessed: what the files do not tell is left out, and said where it is missing.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct client_options),
	.result = result,
	.run = run,
};
