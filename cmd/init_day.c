#include "cmd/commands.h"
#include "cmd/day_fields.h"
#include "cmd/day_text.h"
#include "cmd/generated_note.h"
#include "cmd/practice_settings.h"
#include "cmd/regenerate.h"
#include "practice/day_note_file.h"

struct init_day_options {
	struct date date;
};

static const struct option options[] = {
	ARG(OPTION_DATE, struct init_day_options, date, struct date, "DATE", false, "The day to plan (default: today)"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach init_day", "plans today" },
	{ "coach init_day tomorrow --dry-run", "shows what tomorrow's note would be" },
	{ NULL, NULL },
};

struct init_day_result {
	struct span path;
	bool created;
	bool changed;
	struct day_plan plan;
	struct result_list sessions, coming, unsettled; /* struct day_session_row */
	struct result_list touches;                     /* struct day_touch_row */
};

static const struct result_field fields[] = {
	RES_DATE(struct init_day_result, plan.date, "date", "The day"),
	RES_TEXT(struct init_day_result, path, "path", "The day note"),
	RES_BOOLEAN(struct init_day_result, created, "created", "There was no note before, or an empty one"),
	RES_BOOLEAN(struct init_day_result, changed, "changed", "The note is (with --dry-run: would be) written"),
	RES_LIST(struct init_day_result, sessions, struct day_session_row, "sessions", day_session_fields,
		"Sessions of the day, by start; those cancelled or moved away left out"),
	RES_LIST(struct init_day_result, coming, struct day_session_row, "coming", day_session_fields,
		"Sessions of the next day, on Friday and Saturday of those up to Monday, that are not prepared or not booked"),
	RES_LIST(struct init_day_result, unsettled, struct day_session_row, "unsettled", day_session_fields,
		"Sessions of past days that are still planned, the first one of each client"),
	RES_LIST(struct init_day_result, plan.top_three, struct day_top, "top_three", day_top_fields,
		"What matters most, less what is ticked already"),
	RES_LIST(struct init_day_result, plan.due, struct day_action, "due", day_action_fields,
		"Open actions due on the day"),
	RES_LIST(struct init_day_result, plan.overdue, struct day_action, "overdue", day_action_fields,
		"Open actions due before it, the oldest first"),
	RES_LIST(struct init_day_result, touches, struct day_touch_row, "touches", touch_fields,
		"Messages that are due to clients"),
	RES_LIST(struct init_day_result, plan.carryover, struct day_carried, "carryover", day_carried_fields,
		"What the last day note left open, without what is among the top three"),
	RES_DATE_OR_NULL(struct init_day_result, plan.carried_from, "carried_from",
		"The day of that note; null where the last seven days have none"),
	RES_END,
};

/* --- what it says ------------------------------------------------------------------------------------------------ */

static void report_sessions(
	struct report *report, const char *title, const struct result_list *sessions, bool of_the_day)
{
	if (sessions->count == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "%s", title));
	for (size_t i = 0; i < sessions->count; i++) {
		const struct day_session_row *row = (const struct day_session_row *)sessions->items + i;
		const struct day_session *session = &row->session;
		const char *state =
			session->status > SESSION_PLANNED ? session_status_names[session->status] : "prepared";
		report_item(report, list, row->todo.length ? TONE_WARNING : TONE_PLAIN, "%s%s%.*s%s%.*s — %.*s",
			of_the_day ? "" : date_format(session->date).text, of_the_day ? "" : " ",
			SPAN_PRINT(session->start), session->start.length ? " " : "", SPAN_PRINT(session->link),
			SPAN_PRINT(row->todo.length ? row->todo : span_of(state)));
	}
}

static void report_top_three(struct report *report, const struct result_list *top_three)
{
	if (top_three->count == 0) {
		report_text(report, NULL, TONE_QUIET, "Nothing presses today.");
		return;
	}
	struct report_node *list = report_list(report, report_section(report, NULL, "Top Three"));
	for (size_t i = 0; i < top_three->count; i++) {
		const struct day_top *top = (const struct day_top *)top_three->items + i;
		report_item(report, list, TONE_PLAIN, "%.*s — %.*s", SPAN_PRINT(top->what), SPAN_PRINT(top->reason));
	}
}

static void report_counts(struct report *report, const struct day_plan *plan)
{
	report_text(report, NULL, TONE_PLAIN, "%zu due, %zu overdue, %zu touch%s due, %zu carried over%s%s.",
		plan->due.count, plan->overdue.count, plan->touches.count, plan->touches.count == 1 ? "" : "es",
		plan->carryover.count, plan->carryover.count ? " from " : "",
		plan->carryover.count ? date_format(plan->carried_from).text : "");
}

static void report_day(struct report *report, const struct init_day_result *result, bool complete)
{
	const char *done = result->created ? "Planned" : result->changed ? "Brought up to date:" : "Up to date:";
	report_text(report, NULL, TONE_GOOD, "%s **%.*s** for %s %s", done,
		SPAN_PRINT(report_escape(report->arena, result->path)), weekday_name(date_weekday(result->plan.date)),
		date_format(result->plan.date).text);
	if (result->created) {
		report_sessions(report, "Sessions", &result->sessions, true);
		report_top_three(report, &result->plan.top_three);
	}
	report_sessions(report, "Not prepared", &result->coming, false);
	report_sessions(report, "To close", &result->unsettled, false);
	if (complete)
		report_counts(report, &result->plan);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int write_day(const struct context *context, const struct practice *practice, const struct day_plan *plan,
	const struct note_file *file, struct outcome *outcome, struct error *error)
{
	struct arena *arena = context->arena;
	struct generated_note note;
	struct span parts[DAY_PART_COUNT];
	if (generated_note_begin(context, practice, &day_template, file, &note, error))
		return -1;
	day_text(arena, note.language, plan, parts);
	struct span text = day_template_fill(arena, note.template, note.language, plan->date, parts);
	outcome->changes = changeset_of(arena, "init_day", arena_printf(arena, "%s", date_format(plan->date).text));
	return generated_note_write(context, outcome, practice, &note, text, error);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct init_day_options *asked = context->options;
	struct arena *arena = context->arena;
	struct practice practice;
	struct note_file file;
	if (practice_load(arena, context->vault, context->today, (unsigned)PRACTICE_ALL | PRACTICE_DRAFTS, &practice,
		    context->findings, error))
		return -1;
	struct date day = date_is_known(asked->date) ? asked->date : context->today;
	struct week_plan_settings limits = week_plan_settings_of(&context->vault->configuration);
	if (day_note_file(arena, context->vault, &practice, day, &file, error))
		return -1;
	struct span last;
	struct day_note generated;
	if (generated_last(context, file.path, &last, error))
		return -1;
	bool kept = generated_day(context, file.path, last, &generated);
	const struct day_plan *plan =
		day_plan_decide(arena, &practice.records, &limits, day, kept ? &generated : NULL, context->findings);
	if (write_day(context, &practice, plan, &file, outcome, error))
		return -1;
	struct init_day_result *result = arena_new(arena, struct init_day_result);
	*result = (struct init_day_result){
		.path = span_of(file.path),
		.created = !file.document,
		.plan = *plan,
		.sessions = day_session_rows(arena, plan, &plan->sessions),
		.coming = day_session_rows(arena, plan, &plan->coming),
		.unsettled = day_session_rows(arena, plan, &plan->unsettled),
		.touches = day_touch_rows(arena, plan),
	};
	result->changed = changeset_visible(&outcome->changes) > 0;
	outcome->data = result;
	if (!result->changed)
		outcome->unchanged = arena_printf(arena, "%s is already up to date", file.path);
	report_day(&outcome->report, result, !practice.unknown);
	return 0;
}

const struct command command_init_day = {
	.name = "init_day",
	.group = GROUP_WEEK,
	.summary = "Plan a day: sessions, top three, what is due",
	.description =
		"Writes the day's note: its sessions and whether they are prepared, the three things that matter most with the "
		"reason of each, actions due and overdue, messages that are due to clients, and what the last day note left open.\n\n"
		"Run again, it brings the note up to date and keeps what you changed, ticked, added or deleted. After days without a "
		"note, the last one of the seven days before is carried on.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct init_day_options),
	.result = fields,
	.run = run,
};
