#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "practice/note_findings.h"
#include "practice/practice.h"

#include <string.h>

static const struct example examples[] = {
	{ "coach clients", "the roster, with who met last, who is next, and the flags" },
	{ NULL, NULL },
};

struct clients_row {
	struct span name;
	struct span note; /* at == NULL: the roster links none */
	struct span type;
	int status; /* enum client_status */
	struct span frequency;
	struct date end;
	struct date last_session, next_session;
	struct optional_integer package_used, package_total;
	struct result_list flags; /* struct span */
	struct optional_integer open_actions, overdue_actions, coach_actions, unpaid;
};

static const struct result_field row_fields[] = {
	RES_TEXT(struct clients_row, name, "name", "The client"),
	RES_TEXT_OR_NULL(struct clients_row, note, "note", "The note that the roster links"),
	RES_TEXT_OR_NULL(struct clients_row, type, "type", "The kind of engagement"),
	RES_CHOICE(struct clients_row, status, "status", client_status_names, "The status of the roster"),
	RES_TEXT_OR_NULL(struct clients_row, frequency, "frequency", "How often, as the roster has it"),
	RES_DATE_OR_NULL(struct clients_row, end, "programme_end", "Programme End"),
	RES_DATE_OR_NULL(struct clients_row, last_session, "last_session", "The last session held"),
	RES_DATE_OR_NULL(struct clients_row, next_session, "next_session", "The next session planned"),
	RES_INTEGER(struct clients_row, package_used, "package_used", "Sessions used of the package"),
	RES_INTEGER_OR_NULL(struct clients_row, package_total, "package_total", "Sessions of the package"),
	RES_TEXTS(struct clients_row, flags, "flags", "Codes of the red flags that are raised"),
	RES_INTEGER(struct clients_row, open_actions, "open_actions", "Open actions of the client's own"),
	RES_INTEGER(struct clients_row, overdue_actions, "overdue_actions", "Of these, due before today"),
	RES_INTEGER(struct clients_row, coach_actions, "coach_actions", "Open actions with the client that are yours"),
	RES_INTEGER(struct clients_row, unpaid, "unpaid", "Sessions held that are marked as not paid"),
	RES_END,
};

struct clients_result {
	struct result_list clients; /* struct clients_row */
};

static const struct result_field result[] = {
	RES_LIST(struct clients_result, clients, struct clients_row, "clients", row_fields, "The roster, in its order"),
	RES_END,
};

static struct result_list flag_codes(struct arena *arena, const struct client_health *health)
{
	struct span *codes = arena_new_array(arena, health->flag_count, struct span);
	for (size_t i = 0; i < health->flag_count; i++)
		codes[i] = span_of(health_flag_names[health->flags[i].code]);
	return (struct result_list){ codes, health->flag_count };
}

static struct clients_row row_of(struct arena *arena, const struct client_state *state)
{
	const struct roster_client *client = state->client;
	return (struct clients_row){
		.name = client->name,
		.note = span_or_none(client->note),
		.type = span_or_none(client->type),
		.status = (int)client->status,
		.frequency = span_or_none(client->cadence_text),
		.end = client->end,
		.last_session = state->health.last_session,
		.next_session = state->health.next_session,
		.package_used = state->package_used,
		.package_total = state->package_total,
		.flags = flag_codes(arena, &state->health),
		.open_actions = INTEGER_OF(state->health.open_actions),
		.overdue_actions = INTEGER_OF(state->health.overdue_actions),
		.coach_actions = INTEGER_OF(state->health.coach_actions),
		.unpaid = INTEGER_OF((long long)state->unpaid.count),
	};
}

/* --- for people -------------------------------------------------------------------------------------------------- */

static const char *flags_text(struct arena *arena, const struct clients_row *row)
{
	const struct span *codes = row->flags.items;
	const char *text = "";
	for (size_t i = 0; i < row->flags.count; i++)
		text = arena_printf(arena, "%s%s%.*s", text, i ? ", " : "", SPAN_PRINT(codes[i]));
	return text;
}

static const char *count_text(struct arena *arena, struct optional_integer count)
{
	return count.value ? arena_printf(arena, "%lld", count.value) : "";
}

static const char *package_text(struct arena *arena, const struct clients_row *row)
{
	if (row->package_total.known)
		return arena_printf(arena, "%lld of %lld", row->package_used.value, row->package_total.value);
	return count_text(arena, row->package_used);
}

static const char *actions_text(struct arena *arena, const struct clients_row *row)
{
	if (row->overdue_actions.value)
		return arena_printf(arena, "%lld, %lld overdue", row->open_actions.value, row->overdue_actions.value);
	return count_text(arena, row->open_actions);
}

static void add_row(struct report *report, struct report_node *table, const struct clients_row *row)
{
	struct arena *arena = report->arena;
	struct report_cell *cells = report_row(report, table);
	const char *status = client_status_names[row->status];
	report_cell_set(report, &cells[0], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(arena, row->name)));
	report_cell_set(report, &cells[1], TONE_PLAIN, "%s", strcmp(status, "on_hold") == 0 ? "on hold" : status);
	report_cell_set(report, &cells[2], TONE_PLAIN, "%s", date_format(row->last_session).text);
	report_cell_set(report, &cells[3], TONE_PLAIN, "%s", date_format(row->next_session).text);
	report_cell_set(report, &cells[4], TONE_PLAIN, "%s", package_text(arena, row));
	report_cell_set(report, &cells[5], TONE_PLAIN, "%s", date_format(row->end).text);
	report_cell_set(report, &cells[6], TONE_PLAIN, "%s", actions_text(arena, row));
	report_cell_set(report, &cells[7], TONE_PLAIN, "%s", count_text(arena, row->coach_actions));
	report_cell_set(report, &cells[8], TONE_BAD, "%s", flags_text(arena, row));
}

static void report_clients(struct report *report, const struct result_list *clients, bool known)
{
	static const char *const columns[] = { "Client", "Status", "Last", "Next", "Used", "Ends", "Open actions",
		"Yours", "Flags" };
	const struct clients_row *rows = clients->items;
	if (clients->count == 0) {
		report_text(report, NULL, TONE_PLAIN, "%s",
			known ? "The roster has no client."
			      : "Who your clients are is not known: there is no roster that could be read.");
		return;
	}
	struct report_node *table = report_table(report, NULL, columns, 9, "lllllllll");
	for (size_t i = 0; i < clients->count; i++)
		add_row(report, table, &rows[i]);
	report_text(report, NULL, TONE_QUIET, "`coach client NAME` shows one, `coach health` what the flags rest on.");
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct practice practice;
	struct finding_list loading = { .arena = context->arena };
	struct client_state_settings limits = client_state_settings_of(context->configuration);
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES | PRACTICE_ACTIONS;
	if (practice_load(context->arena, context->vault, context->today, parts, &practice, &loading, error))
		return -1;
	struct result_list states =
		client_states_decide(context->arena, &practice.records, &limits, false, context->today);
	const struct client_state *state = states.items;
	struct clients_row *rows = arena_new_array(context->arena, states.count, struct clients_row);
	for (size_t i = 0; i < states.count; i++)
		rows[i] = row_of(context->arena, &state[i]);
	struct clients_result *data = arena_new(context->arena, struct clients_result);
	data->clients = (struct result_list){ rows, states.count };
	note_findings_of_clients(&practice, &loading, context->findings);
	outcome->data = data;
	report_clients(&outcome->report, &data->clients, !(practice.unknown & PRACTICE_PORTFOLIO));
	return 0;
}

const struct command command_clients = {
	.name = "clients",
	.group = GROUP_CLIENTS,
	.summary = "Show the roster, and how each client stands",
	.description =
		"The roster of the client portfolio as it is, in its order: when each client met you last and meets you next, how much "
		"of the package is used, when the programme ends, open actions, and the red flags that are raised.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.result = result,
	.run = run,
};
