#include "cmd/capacity_report.h"
#include "cmd/commands.h"
#include "cmd/generated_note.h"
#include "cmd/practice_settings.h"
#include "cmd/regenerate.h"
#include "cmd/shutdown_text.h"
#include "model/note_language.h"
#include "practice/practice_language.h"
#include "practice/week_note_file.h"
#include "rules/lint_form.h"

struct shutdown_week_options {
	struct week week;
};

static const struct option options[] = {
	ARG(OPTION_WEEK, struct shutdown_week_options, week, struct week, "WEEK", false,
		"The week to close (default: this one)"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach shutdown_week", "closes the running week" },
	{ "coach shutdown_week last --dry-run", "shows what last week's note would say" },
	{ NULL, NULL },
};

struct shutdown_week_result {
	struct span path;
	bool created;
	bool changed;
	struct week_shutdown week;
};

static const struct result_field planned_fields[] = {
	RES_TEXT(struct planned_item, text, "text", "The line, without box and fields"),
	RES_CHOICE(struct planned_item, state, "state", planned_state_names, "What became of it"),
	RES_END,
};

static const struct result_field sessions_fields[] = {
	RES_INTEGER(struct week_sessions, planned, "planned", "Still planned"),
	RES_INTEGER(struct week_sessions, held, "held", "Held"),
	RES_INTEGER(struct week_sessions, missed, "missed", "Missed"),
	RES_INTEGER(struct week_sessions, cancelled, "cancelled", "Cancelled"),
	RES_INTEGER(struct week_sessions, rescheduled, "rescheduled", "Rescheduled"),
	RES_END,
};

static const struct result_field fact_fields[] = {
	RES_TEXT(struct client_fact, client, "client", "The client"),
	RES_CHOICE(struct client_fact, kind, "kind", fact_kind_names, "What kind of fact"),
	RES_TEXT(struct client_fact, fact, "fact", "The fact"),
	RES_TEXT_OR_NULL(struct client_fact, path, "path", "The note that tells it"),
	RES_INTEGER(struct client_fact, line, "line", "Its line there; 0 for the whole note"),
	RES_END,
};

static const struct result_field item_fields[] = {
	RES_TEXT(struct week_item, text, "text", "The task's line, from its box on"),
	RES_DATE_OR_NULL(struct week_item, since, "due", "The day it fell or falls due"),
	RES_END,
};

#define PLANNED(field_, name_, help_)                                                                                  \
	RES_LIST(struct shutdown_week_result, week.field_, struct planned_item, name_, planned_fields, help_)

static const struct result_field fields[] = {
	RES_WEEK(struct shutdown_week_result, week.week, "week", "The week"),
	RES_TEXT(struct shutdown_week_result, path, "path", "The week note"),
	RES_BOOLEAN(struct shutdown_week_result, created, "created", "There was no note before, or an empty one"),
	RES_BOOLEAN(struct shutdown_week_result, changed, "changed", "The note is (with --dry-run: would be) written"),
	RES_BOOLEAN(struct shutdown_week_result, week.over, "over", "The week is over, and was judged"),
	RES_OBJECT(struct shutdown_week_result, week.capacity, struct capacity, "capacity", capacity_result,
		"Contract against actual, as capacity_check has it"),
	RES_OBJECT(struct shutdown_week_result, week.sessions, struct week_sessions, "sessions", sessions_fields,
		"Sessions of the week by their status"),
	PLANNED(priorities, "priorities", "Lines of Priorities"),
	PLANNED(checkpoints, "checkpoints", "Lines of Regular Checkpoints"),
	PLANNED(rituals, "rituals", "Lines of Rituals"),
	PLANNED(partners, "partners", "Lines of Partner Check-ins"),
	PLANNED(carried, "carried", "Lines of Carryover"),
	RES_LIST(struct shutdown_week_result, week.wins, struct client_fact, "wins", fact_fields,
		"What active clients achieved in the week"),
	RES_LIST(struct shutdown_week_result, week.concerns, struct client_fact, "concerns", fact_fields,
		"Their red flags"),
	RES_LIST(struct shutdown_week_result, week.carryover, struct week_item, "carryover", item_fields,
		"What init_week takes over into the week after"),
	RES_END,
};

/* --- what it says ------------------------------------------------------------------------------------------------ */

static void report_facts(
	struct report *report, const char *title, enum report_tone tone, const struct result_list *facts)
{
	if (facts->count == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "%s", title));
	for (size_t i = 0; i < facts->count; i++) {
		const struct client_fact *fact = (const struct client_fact *)facts->items + i;
		report_item(report, list, tone, "%.*s: %.*s", SPAN_PRINT(fact->link), SPAN_PRINT(fact->fact));
	}
}

static void report_planned(
	struct report *report, struct report_node *terms, const char *name, const struct result_list *items)
{
	if (items->count)
		report_term(report, terms, name, "%zu of %zu done", planned_count(items, PLANNED_DONE), items->count);
}

static void report_capacity(struct report *report, const struct capacity *capacity)
{
	const struct result_list *categories = &capacity->actual->categories;
	struct report_node *section = report_section(report, NULL, "Contract against actual");
	if (categories->count == 0) {
		report_text(report, section, TONE_QUIET, "No data: no hours to judge by.");
		return;
	}
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < categories->count; i++) {
		const struct capacity_category *category = (const struct capacity_category *)categories->items + i;
		bool over = category->status == CAPACITY_ELEVATED || category->status == CAPACITY_BREACHED;
		report_item(report, list, over ? TONE_WARNING : TONE_PLAIN, "%.*s",
			SPAN_PRINT(category_text(report->arena, LANGUAGE_ENGLISH, category)));
	}
}

static void report_week(struct report *report, const struct shutdown_week_result *result)
{
	const struct week_shutdown *week = &result->week;
	report_text(report, NULL, TONE_GOOD, "%s is closed in **%.*s**%s", week_format(week->week).text,
		SPAN_PRINT(result->path), week->over ? "." : ": the week is not over, and not judged yet.");
	report_capacity(report, week->capacity);
	struct report_node *terms = report_terms(report, report_section(report, NULL, "Planned and done"));
	struct span sessions = week_sessions_text(report->arena, LANGUAGE_ENGLISH, week->sessions);
	report_term(report, terms, "Sessions", "%.*s", SPAN_PRINT(sessions));
	report_planned(report, terms, "Priorities", &week->priorities);
	report_planned(report, terms, "Checkpoints", &week->checkpoints);
	report_planned(report, terms, "Rituals", &week->rituals);
	report_planned(report, terms, "Partner check-ins", &week->partners);
	report_planned(report, terms, "Carryover", &week->carried);
	report_facts(report, "Wins", TONE_GOOD, &week->wins);
	report_facts(report, "Concerns", TONE_WARNING, &week->concerns);
	if (week->carryover_unknown)
		report_text(report, NULL, TONE_WARNING, "What is carried over to %s is not known.",
			week_format(week_add(week->week, 1)).text);
	else
		report_text(report, NULL, TONE_PLAIN, "%zu carried over to %s.", week->carryover.count,
			week_format(week_add(week->week, 1)).text);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int write_shutdown(const struct context *context, const struct practice *practice,
	const struct week_shutdown *shutdown, struct note_file *file, struct outcome *outcome, struct error *error)
{
	struct arena *arena = context->arena;
	enum language language = practice_language(practice);
	if (week_note_begin(arena, context->vault, shutdown->week, file, error))
		return -1;
	note_language_shown(outline_of(arena, practice->aliases, file->document), &language);
	const struct generated_section section = { "shutdown", language, shutdown_week_label,
		shutdown_week_text(arena, language, shutdown), practice->unknown ? &practice->unknown_at : NULL };
	outcome->changes =
		changeset_of(arena, "shutdown_week", arena_printf(arena, "%s", week_format(shutdown->week).text));
	return regenerate_section(context, outcome, file->document, file->before, &section, error);
}

static int decide(const struct context *context, const struct practice *practice, struct week week, const char *path,
	struct week_shutdown *shutdown, struct error *error)
{
	const struct configuration *configuration = context->configuration;
	struct week_shutdown_settings limits = { week_plan_settings_of(configuration),
		configuration->health_pace_points };
	struct span last;
	struct week_note generated;
	if (generated_last(context, path, &last, error))
		return -1;
	bool kept = generated_week(context, path, last, &generated);
	*shutdown = *week_shutdown_decide(context->arena, &practice->records, &limits, week, kept ? &generated : NULL,
		context->today, context->findings);
	return 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct shutdown_week_options *asked = context->options;
	struct arena *arena = context->arena;
	struct week week = asked->week.year ? asked->week : week_of(context->today);
	struct practice practice;
	struct note_file file;
	if (date_compare(week_monday(week), context->today) > 0) {
		error_set(error, ERROR_USAGE, "%s is still to come", week_format(week).text);
		return error_hint(error, "a week is closed when it is over, or at its end");
	}
	if (practice_load(arena, context->vault, context->today, (unsigned)PRACTICE_ALL & ~(unsigned)PRACTICE_DAYS,
		    &practice, context->findings, error) ||
		week_note_file(arena, context->vault, &practice, week, &file, error))
		return -1;
	struct shutdown_week_result *result = arena_new(arena, struct shutdown_week_result);
	*result = (struct shutdown_week_result){ .path = span_of(file.path), .created = !file.document };
	if (decide(context, &practice, week, file.path, &result->week, error) ||
		write_shutdown(context, &practice, &result->week, &file, outcome, error))
		return -1;
	if (file.document)
		lint_near_headings(outline_of(arena, practice.aliases, file.document), NOTE_WEEK, context->findings);
	result->changed = changeset_visible(&outcome->changes) > 0;
	outcome->data = result;
	if (!result->changed)
		outcome->unchanged = arena_printf(arena, "%s is already up to date", file.path);
	report_week(&outcome->report, result);
	return 0;
}

const struct command command_shutdown_week = {
	.name = "shutdown_week",
	.group = GROUP_WEEK,
	.summary = "Close a week: contract and actual, planned and done",
	.description =
		"Sets the contract against the week's hours, says what became of its priorities, checkpoints, rituals, check-ins and carryover, "
		"counts its sessions, names clients' wins and concerns with the fact behind each, and what the next week takes over. "
		"All of it goes into the Shutdown section of the week's note.\n\n"
		"A week that is not over is shown and not judged. Run again, it brings the section up to date and keeps what you "
		"wrote there.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct shutdown_week_options),
	.result = fields,
	.run = run,
};
