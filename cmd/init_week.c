#include "cmd/commands.h"
#include "cmd/generated_note.h"
#include "cmd/practice_settings.h"
#include "cmd/week_text.h"
#include "practice/practice.h"
#include "practice/week_note_file.h"
#include "rules/week_settled.h"

struct init_week_options {
	struct week week;
};

static const struct option options[] = {
	ARG(OPTION_WEEK, struct init_week_options, week, struct week, "WEEK", false,
		"The week to plan (default: this one)"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach init_week", "plans the running week" },
	{ "coach init_week next --dry-run", "shows what next week's note would be" },
	{ NULL, NULL },
};

struct init_week_result {
	struct week week;
	struct span path;
	bool created;
	bool changed;
	struct result_list priorities, clients, checkpoints, watchlist, rituals, partners, carryover;
	struct optional_integer more_priorities;
	struct optional_integer booked, maximum;
	bool breaker_tripped;
	bool carryover_unknown;
};

static const struct result_field priority_fields[] = {
	RES_CHOICE(struct week_priority, kind, "kind", priority_kind_names, "Why it has its rank"),
	RES_TEXT(struct week_priority, text, "text", "What to do, as Markdown"),
	RES_TEXT(struct week_priority, reason, "reason", "The facts behind it"),
	RES_END,
};

static const struct result_field client_fields[] = {
	RES_TEXT(struct week_client, name, "name", "The client"),
	RES_TEXT_OR_NULL(struct week_client, session, "session",
		"Day and time of the week's session, or of one that was agreed on; null for none"),
	RES_TEXT_OR_NULL(struct week_client, focus, "focus", "The last session's next focus, else the primary goal"),
	RES_TEXT_OR_NULL(struct week_client, goal, "goal", "The primary goal"),
	RES_TEXT_OR_NULL(struct week_client, phase, "phase",
		"The name of the engagement's current phase, else what Current Phase says; null where nothing tells"),
	RES_TEXT_OR_NULL(struct week_client, flags, "flags", "Red flags, by comma; null for none"),
	RES_INTEGER(struct week_client, open_actions, "open_actions", "Open actions of the client's own"),
	RES_INTEGER(struct week_client, overdue_actions, "overdue_actions", "Of these, overdue"),
	RES_TEXT(struct week_client, touch, "touch", "The touch pattern of this kind of week"),
	RES_END,
};

static const struct result_field item_fields[] = {
	RES_TEXT(struct week_item, text, "text", "The item, as Markdown"),
	RES_TEXT_OR_NULL(struct week_item, detail, "detail", "What there is to know of it"),
	RES_DATE_OR_NULL(struct week_item, since, "since", "The day it fell or falls due"),
	RES_END,
};

static const struct result_field fields[] = {
	RES_WEEK(struct init_week_result, week, "week", "The week"),
	RES_TEXT(struct init_week_result, path, "path", "The week note"),
	RES_BOOLEAN(struct init_week_result, created, "created", "There was no note before, or an empty one"),
	RES_BOOLEAN(struct init_week_result, changed, "changed", "The note is (with --dry-run: would be) written"),
	RES_LIST(struct init_week_result, priorities, struct week_priority, "priorities", priority_fields, "By rank"),
	RES_INTEGER(struct init_week_result, more_priorities, "more_priorities",
		"Priorities beyond those listed, which stand in sections of their own"),
	RES_LIST(struct init_week_result, clients, struct week_client, "clients", client_fields, "The active roster"),
	RES_LIST(struct init_week_result, checkpoints, struct week_item, "checkpoints", item_fields,
		"Regular checkpoints of those clients' engagements that fall into the week"),
	RES_LIST(struct init_week_result, watchlist, struct week_item, "watchlist", item_fields, "Risks to watch"),
	RES_LIST(struct init_week_result, rituals, struct week_item, "rituals", item_fields, "Rituals of the week"),
	RES_LIST(struct init_week_result, partners, struct week_item, "partners", item_fields,
		"Partners to check in with"),
	RES_LIST(struct init_week_result, carryover, struct week_item, "carryover", item_fields,
		"Open items of the last week note"),
	RES_INTEGER(struct init_week_result, booked, "sessions_booked", "Sessions planned or held in the week"),
	RES_INTEGER_OR_NULL(struct init_week_result, maximum, "sessions_maximum", "Maximum Weekly Sessions"),
	RES_BOOLEAN(struct init_week_result, breaker_tripped, "circuit_breaker", "The circuit breaker is tripped"),
	RES_END,
};

static struct init_week_result *result_of(struct arena *arena, const struct week_plan *plan, const char *path)
{
	struct init_week_result *result = arena_new(arena, struct init_week_result);
	*result = (struct init_week_result){
		.week = plan->week,
		.path = span_of(path),
		.priorities = plan->priorities,
		.more_priorities = INTEGER_OF(plan->more_priorities),
		.clients = plan->clients,
		.checkpoints = plan->checkpoints,
		.watchlist = plan->watchlist,
		.rituals = plan->rituals,
		.partners = plan->partners,
		.carryover = plan->carryover,
		.carryover_unknown = plan->carryover_unknown,
		.booked = plan->capacity->sessions->booked,
		.maximum = plan->capacity->sessions->maximum,
		.breaker_tripped = plan->capacity->breaker->tripped,
	};
	return result;
}

static void report_priorities(struct report *report, const struct init_week_result *result)
{
	if (result->priorities.count == 0) {
		report_text(report, NULL, TONE_QUIET, "Nothing presses this week.");
		return;
	}
	struct report_node *section = report_section(report, NULL, "Priorities");
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < result->priorities.count; i++) {
		const struct week_priority *priority = (const struct week_priority *)result->priorities.items + i;
		report_item(report, list, priority->kind <= PRIORITY_RED_FLAG ? TONE_WARNING : TONE_PLAIN,
			"%.*s — %.*s", SPAN_PRINT(priority->text), SPAN_PRINT(priority->reason));
	}
	if (result->more_priorities.value)
		report_text(report, section, TONE_QUIET, "and %lld more, in the sections of the note",
			result->more_priorities.value);
}

static void report_counts(struct report *report, const struct init_week_result *result)
{
	report_text(report, NULL, TONE_PLAIN, "%lld session%s booked%s, %zu ritual%s, %zu partner%s, %s.",
		result->booked.value, report_plural(result->booked.value),
		result->maximum.known ? arena_printf(report->arena, " of %lld", result->maximum.value) : "",
		result->rituals.count, report_plural((long long)result->rituals.count), result->partners.count,
		report_plural((long long)result->partners.count),
		result->carryover_unknown ? "what is carried over is not known"
					  : arena_printf(report->arena, "%zu carried over", result->carryover.count));
}

static void report_week(struct report *report, const struct init_week_result *result, bool complete)
{
	const char *done = result->created ? "Planned" : result->changed ? "Brought up to date:" : "Up to date:";
	report_text(report, NULL, TONE_GOOD, "%s **%.*s** for %s", done,
		SPAN_PRINT(report_escape(report->arena, result->path)), week_format(result->week).text);
	/* A note that was there may say it in the person's own words by now. */
	if (result->created)
		report_priorities(report, result);
	if (complete)
		report_counts(report, result);
}

/* --- what could not be read -------------------------------------------------------------------------------------- */

/* What was generated from a portfolio shows that there was one. */
static bool rests_on_portfolio(const struct context *context, const char *path, struct span last)
{
	struct week_note note;
	return generated_week(context, path, last, &note) &&
	       (note.names_clients || note.rituals.count || note.partner_check_ins.count);
}

static void find_lost_portfolio(
	const struct context *context, struct practice *practice, const char *path, struct span last)
{
	if (practice->unknown || practice->records.portfolio || !rests_on_portfolio(context, path, last))
		return;
	practice->unknown = PRACTICE_PORTFOLIO;
	practice->unknown_at = (struct position){ context->vault->configuration.portfolio_path, 0, 0 };
}

/* --- the command ------------------------------------------------------------------------------------------------- */

/* Lines of the note's Priorities that the plan asks for no more, as they were done. */
static struct result_list done_since(const struct context *context, const struct practice *practice,
	const struct week_plan *plan, const char *path, struct span last)
{
	struct week_note generated;
	if (!generated_week(context, path, last, &generated))
		return (struct result_list){ NULL, 0 };
	return week_done_lines(context->arena, plan, records_week(&practice->records, plan->week), &generated);
}

static int write_week(const struct context *context, struct practice *practice, const struct week_plan *plan,
	const struct note_file *file, struct outcome *outcome, struct error *error)
{
	struct arena *arena = context->arena;
	struct generated_note note;
	struct span parts[WEEK_PART_COUNT];
	if (generated_note_begin(context, practice, &week_template, file, &note, error))
		return -1;
	find_lost_portfolio(context, practice, file->path, note.last);
	struct result_list done = done_since(context, practice, plan, file->path, note.last);
	week_text(arena, plan, &done, parts);
	struct span text = week_template_fill(arena, note.template, plan->week, parts);
	outcome->changes = changeset_of(arena, "init_week", arena_printf(arena, "%s", week_format(plan->week).text));
	return generated_note_write(context, outcome, practice, &note, text, error);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct init_week_options *asked = context->options;
	struct arena *arena = context->arena;
	struct practice practice;
	if (practice_load(arena, context->vault, context->today, (unsigned)PRACTICE_ALL & ~(unsigned)PRACTICE_DAYS,
		    &practice, context->findings, error) < 0)
		return -1;
	struct week week = asked->week.year ? asked->week : week_of(context->today);
	struct week_plan_settings limits = week_plan_settings_of(&context->vault->configuration);
	const struct week_plan *plan =
		week_plan_decide(arena, &practice.records, &limits, week, context->today, context->findings);
	struct note_file file;
	if (week_note_file(arena, context->vault, &practice, week, &file, error) < 0)
		return -1;
	struct init_week_result *result = result_of(arena, plan, file.path);
	if (write_week(context, &practice, plan, &file, outcome, error) < 0)
		return -1;
	result->created = !file.document;
	result->changed = changeset_visible(&outcome->changes) > 0;
	outcome->data = result;
	if (!result->changed)
		outcome->unchanged = arena_printf(arena, "%s is already up to date", file.path);
	report_week(&outcome->report, result, !practice.unknown);
	return 0;
}

const struct command command_init_week = {
	.name = "init_week",
	.group = GROUP_WEEK,
	.summary = "Plan a week: priorities, clients, rituals, capacity",
	.description =
		"Reads the portfolio, the quarterly plan, every active engagement, open actions, the last week note and the sessions "
		"booked, and writes the week's note: priorities, each with the reason of its rank, the focus and phase of each client, "
		"regular checkpoints of the engagements, risks, "
		"rituals and partner check-ins due, a capacity check, and what is carried over.\n\n"
		"Run again, it brings the note up to date and keeps what you changed, ticked, added or deleted. A week that was missed "
		"is caught up.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct init_week_options),
	.result = fields,
	.run = run,
};
