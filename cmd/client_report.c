#include "cmd/client_report.h"

#include "rules/escalation.h"

static const char *place(struct arena *arena, const struct result_list *evidence)
{
	const struct place *first = evidence->items;
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
	if (client->coach_actions.value)
		report_text(report, section, TONE_PLAIN, "%lld open action%s of yours.", client->coach_actions.value,
			report_plural(client->coach_actions.value));
}

static void report_escalations(struct report *report, struct report_node *section, const struct client_fields *client)
{
	const struct escalation_trigger *triggers = client->escalations.items;
	if (!client->escalations.count)
		return;
	report_text(report, section, TONE_PLAIN, "Look at it yourself where one of these holds:");
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < client->escalations.count; i++)
		report_item(
			report, list, TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, triggers[i].text)));
}

void report_health(struct report *report, struct report_node *section, const struct client_fields *client)
{
	report_flags(report, section, client);
	report_indicators(report, section, client);
	report_metrics(report, section, client);
	report_actions(report, section, client);
	report_escalations(report, section, client);
}
