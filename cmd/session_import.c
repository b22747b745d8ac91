/* session import: what a calendar's events mean is decided by rules/session_import.h; here it becomes changes. */
#include "cmd/session_run.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "model/property.h"
#include "practice/calendar.h"
#include "practice/note_findings.h"
#include "practice/session_file.h"
#include "practice/session_status.h"
#include "rules/client_sessions.h"
#include "sys/file.h"

enum { FOLLOWED_DAYS = 12 * 7 };

struct importing {
	struct session_run *run;
	struct date from, until;
	struct icalendar calendar;
	const struct import_client *clients;
	const struct client_choice *choices; /* of each */
	struct session_import import;
	struct session_row *rows;
};

/* --- the file ----------------------------------------------------------------------------------------------------- */

static int refuse_size(const char *name, size_t most, struct error *error)
{
	error_at(error, ERROR_PARSE, (struct position){ .path = name }, "the calendar is larger than %zu bytes", most);
	return error_hint(error, "export a shorter span of time, or set notes.most_bytes");
}

static int read_file(const struct session_run *run, struct span *text, struct error *error)
{
	const char *name = run->given->name;
	size_t most = (size_t)run->context->vault->configuration.note_most_bytes;
	struct file_stamp stamp = { .size = 0 };
	*text = run->context->input;
	if (text->at)
		return text->length > most ? refuse_size(name, most, error) : 0;
	if (file_look(name, &stamp) == FILE_REGULAR && stamp.size > (int64_t)most)
		return refuse_size(name, most, error);
	return file_read(run->arena, name, name, most, text, NULL, error);
}

static int read_calendar(struct importing *importing, struct error *error)
{
	const struct session_run *run = importing->run;
	struct icalendar_request request = { .name = run->given->name,
		.from = importing->from,
		.until = importing->until,
		.zone = run->context->vault->configuration.timezone };
	if (read_file(run, &request.text, error) || calendar_read(run->arena, request, &importing->calendar, error))
		return -1;
	for (size_t i = 0; i < importing->calendar.problem_count; i++) {
		const struct icalendar_problem *problem = &importing->calendar.problems[i];
		finding_add(run->context->findings, FINDING_CALENDAR_UNREAD,
			(struct position){ request.name, problem->line, problem->line ? 1 : 0 }, "%s",
			problem->message);
	}
	return 0;
}

/* --- what becomes of it ------------------------------------------------------------------------------------------- */

static void decide(struct importing *importing)
{
	struct session_run *run = importing->run;
	struct client_choices choices = client_choices_all(run->arena, &run->practice.records);
	struct import_client *clients = arena_new_array(run->arena, choices.count, struct import_client);
	for (size_t i = 0; i < choices.count; i++)
		clients[i] =
			(struct import_client){ choices.items[i].client, choices.items[i].name, choices.items[i].note };
	importing->clients = clients;
	importing->choices = choices.items;
	const struct import_request request = { &run->practice.records, &run->hours, clients, choices.count,
		&importing->calendar, importing->from, importing->until, run->context->today };
	session_import_decide(run->arena, &request, &importing->import, run->context->findings);
}

/* --- changes ------------------------------------------------------------------------------------------------------ */

static const struct document *document_now(struct session_run *run, const char *path)
{
	struct finding_list heard = { .arena = run->arena };
	return note_parse(run->arena, run->context->vault, practice_note_now(&run->practice, path), &heard);
}

/* Length, uid and status in the front matter, as far as they are to be others. */
static int set_entries(struct session_run *run, const struct import_step *step, const char *path, struct error *error)
{
	const struct document *document = document_now(run, path);
	const struct outline *outline = outline_of(run->arena, &run->context->vault->configuration.aliases, document);
	const struct properties *properties = &outline->properties;
	struct edit_list edits = edits_of(run->arena, document);
	struct span uid = step->event->key;
	bool cancels = step->action == IMPORT_CANCELLED;
	if (cancels && session_status_set(outline, &edits, SESSION_CANCELLED, error))
		return -1;
	if (!cancels && step->minutes != session_run_length(run, step->session) &&
		property_set(
			properties, &edits, "minutes", span_of(arena_printf(run->arena, "%d", step->minutes)), error))
		return -1;
	if (!cancels && uid.length && !span_equal(uid, step->session->uid) &&
		property_set(properties, &edits, "uid", uid, error))
		return -1;
	changeset_put(&run->outcome->changes, path, document->bytes, edits_apply(&edits));
	return 0;
}

/* Each step is made on the notes as those before have left them: several may mend links in one note. */
static int change_session(
	struct session_run *run, const struct import_step *step, const char **path, struct error *error)
{
	struct session session = *step->session;
	session.document = document_now(run, *path);
	struct appointment to = { step->date, step->start };
	bool moves = date_compare(step->date, session.date) != 0 || step->start != session.start;
	if (moves && session_file_move(run->arena, run->context->vault, &run->practice, &session, to,
			     &run->outcome->changes, path, error))
		return -1;
	practice_follow(&run->practice, &run->outcome->changes);
	if (set_entries(run, step, *path, error))
		return -1;
	practice_follow(&run->practice, &run->outcome->changes);
	return 0;
}

static int book_session(
	struct importing *importing, const struct import_step *step, const char **path, struct error *error)
{
	struct session_run *run = importing->run;
	const struct client_choice *choice = &importing->choices[step->client - importing->clients];
	const struct new_session session = { .client = choice->note,
		.linked = choice->linked,
		.number = step->number,
		.date = step->date,
		.start = step->start,
		.minutes = step->minutes,
		.uid = step->event->key,
		.members = cohort_members(&run->practice.records, choice->client) };
	struct span text;
	if (session_file_text(run->arena, run->context->vault, &session, &text, error))
		return -1;
	*path = session_file_path(
		run->arena, run->context->vault, &run->outcome->changes, session.client, session.date);
	changeset_put(&run->outcome->changes, *path, SPAN_NONE, text);
	return 0;
}

/* The session as it is then. */
static struct session_row row_of(struct importing *importing, const struct import_step *step, const char *path)
{
	struct session_run *run = importing->run;
	const struct document there = { .path = path };
	struct session session = { .number = step->number, .status = SESSION_PLANNED };
	if (step->session)
		session = *step->session;
	else
		session.client = importing->choices[step->client - importing->clients].note;
	session.document = &there;
	session.date = step->date;
	session.start = step->start;
	if (step->action == IMPORT_CANCELLED)
		session.status = SESSION_CANCELLED;
	struct session_row row = session_row_of(run->arena, &session, step->minutes);
	row.change = step->action;
	return row;
}

static int make_changes(struct importing *importing, size_t *changed, struct error *error)
{
	struct session_run *run = importing->run;
	for (size_t i = 0; i < importing->import.count; i++) {
		const struct import_step *step = &importing->import.steps[i];
		const char *path = step->session ? step->session->document->path : NULL;
		int failed = 0;
		if (!step->session)
			failed = book_session(importing, step, &path, error);
		else if (step->action != IMPORT_UNCHANGED)
			failed = change_session(run, step, &path, error);
		if (failed)
			return -1;
		*changed += step->action != IMPORT_UNCHANGED;
		importing->rows[i] = row_of(importing, step, path);
	}
	return 0;
}

/* --- the result --------------------------------------------------------------------------------------------------- */

static struct result_list skipped_of(const struct importing *importing)
{
	struct arena *arena = importing->run->arena;
	const struct session_import *import = &importing->import;
	struct skipped_event *skipped = arena_new_array(arena, import->skip_count, struct skipped_event);
	for (size_t i = 0; i < import->skip_count; i++) {
		const struct icalendar_event *event = import->skips[i].event;
		skipped[i] = (struct skipped_event){ .summary = utf8_safe_line(arena, event->summary),
			.date = event->date,
			.reason = (int)import->skips[i].reason,
			.line = INTEGER_OF(event->line) };
		if (event->start >= 0)
			skipped[i].start = span_of(arena_printf(arena, "%s", clock_time_format(event->start).text));
		if (!skipped[i].summary.at)
			skipped[i].summary = SPAN("");
	}
	return (struct result_list){ skipped, import->skip_count };
}

static void describe(struct importing *importing, size_t changed)
{
	struct session_run *run = importing->run;
	struct session_result *result = session_run_result(run, importing->rows, importing->import.count);
	result->skipped = skipped_of(importing);
	result->outside = INTEGER_OF((long long)importing->import.outside);
	session_report_import(&run->outcome->report, result, importing->from, importing->until);
	run->outcome->changes.subject =
		arena_printf(run->arena, "import of %zu session%s", changed, report_plural((long long)changed));
	/* A session that a person moves by hand is one file; a calendar's are many, and counted in the report. */
	run->outcome->changes.mass_change = true;
	if (changed == 0)
		run->outcome->unchanged = "the calendar has nothing that is not booked already";
}

/* --- the action --------------------------------------------------------------------------------------------------- */

static int check_words(const struct session_run *run, struct error *error)
{
	if (run->given->name && run->given->when.count == 0)
		return 0;
	error_set(error, ERROR_USAGE, "session import takes one calendar file");
	return error_hint(error, "for example coach session import calendar.ics, or `-` for standard input");
}

/* A note that cannot be read may be a session of the calendar already. */
static int refuse_unknown(const struct session_run *run, struct error *error)
{
	if (!(run->practice.unknown & PRACTICE_SESSIONS))
		return 0;
	error_at(error, ERROR_REFUSED, run->practice.unknown_at,
		"it cannot be read, and may hold a session that the calendar would book once more");
	return error_hint(error, "make it readable, or move it out of the vault");
}

int session_import(struct session_run *run, struct error *error)
{
	struct importing importing = { .run = run };
	importing.from = date_is_known(run->given->from) ? run->given->from : run->context->today;
	importing.until = date_is_known(run->given->to) ? run->given->to : date_add(importing.from, FOLLOWED_DAYS - 1);
	if (check_words(run, error) || session_run_check_days(run, importing.from, importing.until, error) ||
		refuse_unknown(run, error) || read_calendar(&importing, error))
		return -1;
	size_t changed = 0;
	decide(&importing);
	importing.rows = arena_new_array(run->arena, importing.import.count, struct session_row);
	note_findings_of_kind(&run->practice, NOTE_SESSION, &run->loading, run->context->findings);
	if (make_changes(&importing, &changed, error))
		return -1;
	describe(&importing, changed);
	return 0;
}
