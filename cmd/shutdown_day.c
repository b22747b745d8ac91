#include "cmd/commands.h"
#include "cmd/day_fields.h"
#include "cmd/practice_settings.h"
#include "cmd/regenerate.h"
#include "cmd/shutdown_text.h"
#include "model/note_language.h"
#include "practice/day_note_file.h"
#include "practice/practice_language.h"
#include "rules/lint_form.h"

struct shutdown_day_options {
	struct date date;
};

static const struct option options[] = {
	ARG(OPTION_DATE, struct shutdown_day_options, date, struct date, "DATE", false,
		"The day to close (default: today)"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach shutdown_day", "closes today" },
	{ "coach shutdown_day yesterday --dry-run", "shows what yesterday's note would say" },
	{ NULL, NULL },
};

struct shutdown_day_result {
	struct span path;
	bool created;
	bool changed;
	struct day_shutdown day;
};

static const struct result_field task_fields[] = {
	RES_TEXT(struct shut_task, text, "text", "The task, without box and fields"),
	RES_TEXT_OR_NULL(struct shut_task, reason, "reason", "Why it is blocked; null where nothing says"),
	RES_INTEGER(struct shut_task, line, "line", "Its line in the day note"),
	RES_END,
};

static const struct result_field session_fields[] = {
	RES_TEXT(struct shut_session, client, "client", "The client, or the cohort"),
	RES_TEXT(struct shut_session, path, "path", "The session note"),
	RES_CHOICE(struct shut_session, status, "status", session_status_names, "Its status"),
	RES_TEXTS(
		struct shut_session, missing, "missing", "status, summary, actions, resources, next_session, progress"),
	RES_END,
};

static const struct result_field hours_fields[] = {
	RES_DECIMAL_OR_NULL(struct shut_hours, total, "total", "Hours logged for the day; null for none"),
	RES_DECIMAL_OR_NULL(struct shut_hours, coaching, "coaching", "Of these, coaching"),
	RES_DECIMAL_OR_NULL(struct shut_hours, bizdev, "bizdev", "Business development"),
	RES_DECIMAL_OR_NULL(struct shut_hours, admin, "admin", "Admin"),
	RES_INTEGER(struct shut_hours, unread, "unread", "Rows of the day that could not be read"),
	RES_END,
};

#define TASKS(field_, name_, help_)                                                                                    \
	RES_LIST(struct shutdown_day_result, day.field_, struct shut_task, name_, task_fields, help_)

static const struct result_field fields[] = {
	RES_DATE(struct shutdown_day_result, day.date, "date", "The day"),
	RES_TEXT(struct shutdown_day_result, path, "path", "The day note"),
	RES_BOOLEAN(struct shutdown_day_result, created, "created", "There was no note before, or an empty one"),
	RES_BOOLEAN(struct shutdown_day_result, changed, "changed", "The note is (with --dry-run: would be) written"),
	TASKS(done, "done", "Ticked"),
	TASKS(carried, "carried", "Open in Top Three or Carryover: the next day note takes them"),
	TASKS(blocked, "blocked", "Open, and marked as blocked"),
	TASKS(cancelled, "cancelled", "Cancelled"),
	TASKS(forwarded, "forwarded", "Forwarded"),
	TASKS(left, "left", "Open, and not carried: reminders, and boxes of other sections"),
	RES_LIST(struct shutdown_day_result, day.sessions, struct shut_session, "sessions", session_fields,
		"Sessions of the day that lack something"),
	RES_LIST(struct shutdown_day_result, day.carryover, struct day_carried, "carryover", day_carried_fields,
		"What the next day note takes over"),
	RES_OBJECT(struct shutdown_day_result, day.hours, struct shut_hours, "hours", hours_fields,
		"Hours in the Time Log for the day"),
	RES_END,
};

/* --- what it says ------------------------------------------------------------------------------------------------ */

static void report_tasks(
	struct report *report, const char *title, enum report_tone tone, const struct result_list *tasks)
{
	if (tasks->count == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "%s", title));
	for (size_t i = 0; i < tasks->count; i++) {
		const struct shut_task *task = (const struct shut_task *)tasks->items + i;
		report_item(report, list, tone, "%.*s%s%.*s", SPAN_PRINT(task->text), task->reason.length ? " — " : "",
			SPAN_PRINT(task->reason));
	}
}

static void report_sessions(struct report *report, const struct result_list *sessions)
{
	if (sessions->count == 0)
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "Sessions to close"));
	for (size_t i = 0; i < sessions->count; i++) {
		const struct shut_session *session = (const struct shut_session *)sessions->items + i;
		report_item(report, list, TONE_WARNING, "%.*s lacks: %.*s", SPAN_PRINT(session->path),
			SPAN_PRINT(loose_ends_text(report->arena, LANGUAGE_ENGLISH, &session->missing)));
	}
}

static void report_day(struct report *report, const struct shutdown_day_result *result)
{
	const struct day_shutdown *day = &result->day;
	report_text(report, NULL, TONE_GOOD, "%s %s is closed in **%.*s**: %zu done, %zu carried over, %zu blocked.",
		weekday_name(date_weekday(day->date)), date_format(day->date).text, SPAN_PRINT(result->path),
		day->done.count, day->carried.count, day->blocked.count);
	report_tasks(report, "Done", TONE_GOOD, &day->done);
	report_tasks(report, "Carried over", TONE_PLAIN, &day->carried);
	report_tasks(report, "Blocked", TONE_WARNING, &day->blocked);
	report_tasks(report, "Left", TONE_QUIET, &day->left);
	report_sessions(report, &day->sessions);
	struct span hours = hours_logged_text(report->arena, LANGUAGE_ENGLISH, day->hours);
	report_text(report, NULL, TONE_PLAIN, "Hours: %.*s.", SPAN_PRINT(hours));
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int write_shutdown(const struct context *context, const struct practice *practice,
	const struct day_shutdown *shutdown, struct note_file *file, struct outcome *outcome, struct error *error)
{
	struct arena *arena = context->arena;
	enum language language = practice_language(practice);
	if (day_note_begin(arena, context->vault, language, shutdown->date, file, error))
		return -1;
	note_language_shown(outline_of(arena, practice->aliases, file->document), &language);
	const struct generated_section section = { "shutdown", language, shutdown_day_label,
		shutdown_day_text(arena, language, shutdown),
		practice->unknown & ~(unsigned)PRACTICE_PORTFOLIO ? &practice->unknown_at : NULL };
	outcome->changes =
		changeset_of(arena, "shutdown_day", arena_printf(arena, "%s", date_format(shutdown->date).text));
	return regenerate_section(context, outcome, file->document, file->before, &section, error);
}

/* The sessions of the day, each with what its note says came out of it (struct session_facts). */
static struct result_list sessions_of(const struct context *context, const struct practice *practice, struct date day)
{
	const struct records *records = &practice->records;
	size_t first = records_sessions_from(records, day);
	size_t end = records_sessions_from(records, date_add(day, 1));
	struct session_facts *facts = arena_new_array(context->arena, end - first, struct session_facts);
	struct finding_list unheard = { .arena = context->arena };
	for (size_t i = first; i < end; i++) {
		const struct session *session = &records->sessions[i];
		struct session_outcome *outcome = arena_new(context->arena, struct session_outcome);
		session_outcome_read(practice_note(practice, session->document->path)->outline, outcome, &unheard);
		facts[i - first] = session_facts_of(records, session, outcome);
	}
	return (struct result_list){ facts, end - first };
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct shutdown_day_options *asked = context->options;
	struct arena *arena = context->arena;
	const struct configuration *configuration = context->configuration;
	struct week_plan_settings limits = week_plan_settings_of(configuration);
	struct date day = date_is_known(asked->date) ? asked->date : context->today;
	struct practice practice;
	struct note_file file;
	if (date_compare(day, context->today) > 0) {
		error_set(error, ERROR_USAGE, "%s is still to come", date_format(day).text);
		return error_hint(error, "a day is closed when it is over, or on its evening");
	}
	if (practice_load(arena, context->vault, context->today, (unsigned)PRACTICE_ALL | PRACTICE_DRAFTS, &practice,
		    context->findings, error) ||
		day_note_file(arena, context->vault, &practice, day, &file, error))
		return -1;
	if (file.document)
		lint_near_headings(outline_of(arena, practice.aliases, file.document), NOTE_DAY, context->findings);
	struct shutdown_day_result *result = arena_new(arena, struct shutdown_day_result);
	*result = (struct shutdown_day_result){ .path = span_of(file.path), .created = !file.document };
	struct result_list sessions = sessions_of(context, &practice, day);
	struct day_settled settled = day_settled_of(arena, &practice.records, &limits, day);
	result->day = *day_shutdown_decide(
		arena, practice.aliases, &practice.records, &sessions, &settled, day, context->findings);
	if (write_shutdown(context, &practice, &result->day, &file, outcome, error))
		return -1;
	result->changed = changeset_visible(&outcome->changes) > 0;
	outcome->data = result;
	if (!result->changed)
		outcome->unchanged = arena_printf(arena, "%s is already up to date", file.path);
	report_day(&outcome->report, result);
	return 0;
}

const struct command command_shutdown_day = {
	.name = "shutdown_day",
	.group = GROUP_WEEK,
	.summary = "Close a day: what was done, carried over, blocked",
	.description =
		"Reads the boxes of the day's note: done, cancelled, forwarded, blocked (`#blocked` or `[blocked:: why]`), and what is "
		"carried over to the next day. Names the day's sessions that still lack a point of a complete session "
		"(`close_session` names them), and the hours logged, and writes all of it into the note's Shutdown section.\n\n"
		"Run again, it brings the section up to date and keeps what you wrote there.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct shutdown_day_options),
	.result = fields,
	.run = run,
};
