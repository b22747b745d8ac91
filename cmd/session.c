#include "base/join.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "cmd/session_report.h"
#include "md/edit.h"
#include "practice/client_choice.h"
#include "practice/note_findings.h"
#include "practice/session_file.h"
#include "rules/preparation.h"

enum { LISTED_DAYS = 28 };

struct session_options {
	int action;
	const char *name;
	struct words when;
	int minutes;
	struct date from, to;
	const char *client;
	bool all;
};

static const struct option options[] = {
	ARG(OPTION_CHOICE, struct session_options, action, int, "ACTION", true, "Book, move, cancel or list sessions",
		.choices = session_action_names),
	ARG(OPTION_TEXT, struct session_options, name, const char *, "NAME", false,
		"The client, by any part of the name", .completes = COMPLETES_CLIENT),
	ARG(OPTION_WORDS, struct session_options, when, struct words, "WHEN", false,
		"Day and time: 2026-12-04 10:00, fri 10:00, next tue 14:30, +7d"),
	OPT_INTEGER(struct session_options, minutes, 'm', "minutes", "N", 5, 480,
		"add: how long it takes (default: the engagement's Meeting Length)"),
	OPT_DATE(struct session_options, from, 0, "from", "DATE",
		"move: the day of the session (default: the next one); list: the first day (default: today)"),
	OPT_DATE(struct session_options, to, 0, "to", "DATE", "list: the last day (default: four weeks of days)"),
	OPT_TEXT(struct session_options, client, 'c', "client", "NAME", "list: this client's alone",
		.completes = COMPLETES_CLIENT),
	OPT_FLAG(struct session_options, all, 'a', "all", "list: all that were ever booked, whatever became of them"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach session add ada fri 10:00", "books the next session with Ada" },
	{ "coach session move ada +7d --dry-run", "shows the next session moved to a week from today" },
	{ "coach session cancel ada", "cancels the next one" },
	{ "coach session list --to +14d", "what the next two weeks hold" },
	{ NULL, NULL },
};

/* One run of the command. */
struct run {
	const struct context *context;
	struct arena *arena;
	const struct session_options *given;
	struct outcome *outcome;
	struct practice practice;
	struct finding_list loading; /* what loading found; the part that belongs here is kept */
	struct hours_settings hours;
	struct client_choice choice;
	bool said; /* WHEN was understood */
	struct appointment when;
};

/* --- the command line -------------------------------------------------------------------------------------------- */

static int check_options(const struct session_options *given, struct error *error)
{
	enum session_action action = (enum session_action)given->action;
	const char *misplaced = NULL;
	const char *place = "list";
	if (given->minutes > 0 && action != SESSION_ADD) {
		misplaced = "--minutes";
		place = "add";
	} else if (date_is_known(given->from) && action != SESSION_MOVE && action != SESSION_LIST) {
		misplaced = "--from";
		place = "move";
	} else if (action != SESSION_LIST && (date_is_known(given->to) || given->client || given->all)) {
		misplaced = given->all ? "--all" : given->client ? "--client" : "--to";
	}
	if (!misplaced)
		return 0;
	return error_set(error, ERROR_USAGE, "%s is for `session %s`", misplaced, place);
}

/* NAME and WHEN, which need no quotes: the longest end of the words that is a day or time is WHEN. */
static struct span split_words(struct run *run)
{
	const struct words *rest = &run->given->when;
	struct span name = SPAN_NONE;
	if (!run->given->name)
		return span_of(run->given->client);
	const char **words = arena_new_array(run->arena, rest->count + 1, const char *);
	words[0] = run->given->name;
	for (size_t i = 0; i < rest->count; i++)
		words[i + 1] = rest->items[i];
	run->said = appointment_split(run->arena, words, rest->count + 1, run->context->today, &name, &run->when);
	return name;
}

static int read_words(struct run *run, struct error *error)
{
	const char *action = session_action_names[run->given->action];
	bool listing = run->given->action == SESSION_LIST;
	struct span name = split_words(run);
	if (!name.length && !listing) {
		error_set(error, ERROR_USAGE, "session %s needs a client", action);
		return error_hint(error, "for example coach session %s ada fri 10:00", action);
	}
	if (listing && run->said)
		return error_set(error, ERROR_USAGE, "session list takes its days by --from and --to");
	return name.length ? client_choose(run->arena, &run->practice.records, name, &run->choice, error) : 0;
}

static int need_when(const struct run *run, bool day, struct error *error)
{
	if (run->said && (!day || date_is_known(run->when.date)))
		return 0;
	error_set(error, ERROR_USAGE, "session %s needs a day%s", session_action_names[run->given->action],
		day ? "" : " or a time");
	return error_hint(error, "for example 2026-12-04 10:00, fri 10:00, next tue 14:30, +7d");
}

/* --- the session that is meant ----------------------------------------------------------------------------------- */

static int refuse_none(const struct run *run, struct date date, struct error *error)
{
	const struct session *next =
		next_session(run->arena, &run->practice.records, run->choice.client, run->context->today, false);
	const char *day = date_is_known(date) ? arena_printf(run->arena, "on %s", date_format(date).text) : "planned";
	error_set(error, ERROR_NOT_FOUND, "%.*s has no session %s", SPAN_PRINT(run->choice.name), day);
	if (next)
		return error_hint(error, "the next one is on %s", date_format(next->date).text);
	return error_hint(error, "`coach session add` books one; `coach session list --all` shows those there were");
}

static int refuse_status(const struct session *session, const char *verb, struct error *error)
{
	struct position place = { .path = session->document->path };
	error_at(error, ERROR_REFUSED, place, "a session that is %s cannot be %s",
		session_status_names[session->status], verb);
	return error_hint(error, "`coach session add` books a new one");
}

/* The session on the day, or the next one that is planned where no day was said. */
static const struct session *find_session(const struct run *run, struct date date, int start)
{
	const struct records *records = &run->practice.records;
	if (date_is_known(date))
		return session_on(run->arena, records, run->choice.client, date, start);
	return next_session(run->arena, records, run->choice.client, run->context->today, false);
}

/* --- what there is to say ---------------------------------------------------------------------------------------- */

static int length_of(const struct run *run, const struct session *session)
{
	return session_length(run->arena, &run->practice.records, &run->hours, session);
}

static struct session_result *set_result(struct run *run, const struct session_row *rows, size_t count)
{
	struct session_result *data = arena_new(run->arena, struct session_result);
	*data = (struct session_result){ run->given->action, { rows, count }, NULL };
	run->outcome->data = data;
	return data;
}

static struct session_row *copy_row(const struct run *run, struct session_row row)
{
	struct session_row *copy = arena_new(run->arena, struct session_row);
	*copy = row;
	return copy;
}

/* --- add --------------------------------------------------------------------------------------------------------- */

static int refuse_repeated(const struct run *run, const struct booking *booking, struct error *error)
{
	const struct session *session = booking_repeated(run->arena, &run->practice.records, &run->hours, booking);
	if (!session)
		return 0;
	const char *start = session->start < 0
				    ? "without a time"
				    : arena_printf(run->arena, "at %s", clock_time_format(session->start).text);
	error_at(error, ERROR_REFUSED, (struct position){ .path = session->document->path },
		"%.*s has a session on %s already, %s", SPAN_PRINT(run->choice.name), date_format(booking->date).text,
		start);
	return error_hint(
		error, "`coach session move` changes its time; a second one that day needs a time of its own");
}

static int check_booking(const struct run *run, const struct booking *booking, struct error *error)
{
	if (refuse_repeated(run, booking, error))
		return -1;
	booking_check(
		run->arena, &run->practice.records, &run->hours, booking, run->context->today, run->context->findings);
	return 0;
}

static int add(struct run *run, struct error *error)
{
	const struct records *records = &run->practice.records;
	struct new_session session = { .client = run->choice.note, .date = run->when.date, .start = run->when.start };
	struct session asked = { .client = run->choice.note, .minutes = run->given->minutes };
	if (need_when(run, true, error))
		return -1;
	session.number = next_session_number(run->arena, records, run->choice.client);
	session.minutes = length_of(run, &asked);
	struct booking booking = { run->choice.client, session.date, session.start, session.minutes, NULL };
	struct span text;
	if (check_booking(run, &booking, error) ||
		session_file_text(run->arena, run->context->vault, &session, &text, error))
		return -1;
	const char *path = session_file_path(run->arena, run->context->vault, session.client, session.date);
	run->outcome->changes.subject = arena_printf(run->arena, "%s", date_format(session.date).text);
	changeset_put(&run->outcome->changes, path, SPAN_NONE, text);
	const struct document made = { .path = path };
	asked = (struct session){ .document = &made,
		.client = session.client,
		.number = session.number,
		.date = session.date,
		.start = session.start,
		.status = SESSION_PLANNED };
	struct session_row *row = copy_row(run, session_row_of(run->arena, &asked, session.minutes));
	struct booked_week week = booked_week(records, &booking);
	set_result(run, row, 1);
	session_report_change(&run->outcome->report, SESSION_ADD, row, NULL, &week);
	return 0;
}

/* --- move -------------------------------------------------------------------------------------------------------- */

static int say_unchanged(struct run *run, const struct session *session, const char *state)
{
	set_result(run, copy_row(run, session_row_of(run->arena, session, length_of(run, session))), 1);
	run->outcome->unchanged =
		arena_printf(run->arena, "the session of %s is %s already", date_format(session->date).text, state);
	return 0;
}

static void report_move(struct run *run, const struct session *session, const struct booking *booking, const char *path)
{
	struct session_row *row = copy_row(run, session_row_of(run->arena, session, booking->minutes));
	struct session_origin *from = arena_new(run->arena, struct session_origin);
	*from = (struct session_origin){ row->path, row->date, row->start };
	struct session moved = *session;
	const struct document there = { .path = path };
	moved.document = &there;
	moved.date = booking->date;
	moved.start = booking->start;
	*row = session_row_of(run->arena, &moved, booking->minutes);
	set_result(run, row, 1)->from = from;
	struct booked_week week = booked_week(&run->practice.records, booking);
	session_report_change(&run->outcome->report, SESSION_MOVE, row, from, &week);
}

static int move(struct run *run, struct error *error)
{
	if (need_when(run, false, error))
		return -1;
	const struct session *session = find_session(run, run->given->from, -1);
	if (!session)
		return refuse_none(run, run->given->from, error);
	if (session->status != SESSION_PLANNED)
		return refuse_status(session, "moved", error);
	struct appointment to = run->when;
	to.date = date_is_known(to.date) ? to.date : session->date;
	to.start = to.start >= 0 ? to.start : session->start;
	note_findings_of_path(session->document->path, &run->loading, run->context->findings);
	if (date_compare(to.date, session->date) == 0 && to.start == session->start)
		return say_unchanged(run, session, "then");
	struct booking booking = { run->choice.client, to.date, to.start, length_of(run, session), session };
	const char *path;
	if (check_booking(run, &booking, error) || session_file_move(run->arena, run->context->vault, &run->practice,
							   session, to, &run->outcome->changes, &path, error))
		return -1;
	run->outcome->changes.subject =
		arena_printf(run->arena, "%s to %s", date_format(session->date).text, date_format(to.date).text);
	report_move(run, session, &booking, path);
	return 0;
}

/* --- cancel ------------------------------------------------------------------------------------------------------ */

static int cancel(struct run *run, struct error *error)
{
	struct appointment of = run->said ? run->when : (struct appointment){ DATE_NONE, -1 };
	if (run->said && need_when(run, true, error))
		return -1;
	const struct session *session = find_session(run, of.date, of.start);
	if (!session)
		return refuse_none(run, of.date, error);
	note_findings_of_path(session->document->path, &run->loading, run->context->findings);
	if (session->status == SESSION_CANCELLED)
		return say_unchanged(run, session, "cancelled");
	if (session->status != SESSION_PLANNED)
		return refuse_status(session, "cancelled", error);
	struct edit_list edits = edits_of(run->arena, session->document);
	if (edit_set_property(&edits, "status", span_of(session_status_names[SESSION_CANCELLED]), error))
		return -1;
	const struct document *document = session->document;
	run->outcome->changes.subject = arena_printf(run->arena, "%s", date_format(session->date).text);
	changeset_put(&run->outcome->changes, document->path, document->bytes, edits_apply(&edits));
	struct session_row *row = copy_row(run, session_row_of(run->arena, session, length_of(run, session)));
	row->status = SESSION_CANCELLED;
	set_result(run, row, 1);
	session_report_change(&run->outcome->report, SESSION_CANCEL, row, NULL, NULL);
	return 0;
}

/* --- list -------------------------------------------------------------------------------------------------------- */

static bool is_within(struct date date, struct date from, struct date to)
{
	return (!date_is_known(from) || date_compare(date, from) >= 0) &&
	       (!date_is_known(to) || date_compare(date, to) <= 0);
}

/* A planned session of the past waits for a word on what became of it. */
static void report_overdue(const struct run *run, const struct session *session)
{
	if (session->status != SESSION_PLANNED || date_compare(session->date, run->context->today) >= 0)
		return;
	struct finding *finding = finding_add(run->context->findings, FINDING_SESSION_OVERDUE,
		(struct position){ session->document->path, 0, 0 }, "%s is over, and the session is still planned",
		date_format(session->date).text);
	finding_hint(run->context->findings, finding, "set its status to held, missed or cancelled");
}

static int list(struct run *run, struct error *error)
{
	(void)error;
	const struct session_options *given = run->given;
	const struct records *records = &run->practice.records;
	bool open = given->all && !date_is_known(given->from) && !date_is_known(given->to);
	struct date from = date_is_known(given->from) || given->all ? given->from : run->context->today;
	struct date to = given->to;
	if (!date_is_known(to) && !open && date_is_known(from))
		to = date_add(from, LISTED_DAYS - 1);
	struct session_row *rows = arena_new_array(run->arena, records->session_count, struct session_row);
	size_t count = 0;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool of_client = !run->choice.client ||
				 records_same_client(run->arena, records, session->client, run->choice.client->name);
		if (!of_client)
			continue;
		report_overdue(run, session);
		if (is_within(session->date, from, to) && (given->all || session->status == SESSION_PLANNED))
			rows[count++] = session_row_of(run->arena, session, length_of(run, session));
	}
	note_findings_of_kind(&run->practice, NOTE_SESSION, &run->loading, run->context->findings);
	set_result(run, rows, count);
	session_report_list(&run->outcome->report, (struct result_list){ rows, count }, from, to);
	return 0;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int run_session(const struct context *context, struct outcome *outcome, struct error *error)
{
	static int (*const actions[])(struct run * run, struct error * error) = {
		[SESSION_ADD] = add, [SESSION_MOVE] = move, [SESSION_CANCEL] = cancel, [SESSION_LIST] = list
	};
	const unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS;
	struct run run = {
		.context = context,
		.arena = context->arena,
		.given = context->options,
		.outcome = outcome,
		.loading = { .arena = context->arena },
		.hours = hours_settings_of(&context->vault->configuration),
		.when = { DATE_NONE, -1 },
	};
	if (check_options(run.given, error) ||
		practice_load(run.arena, context->vault, parts, &run.practice, &run.loading, error) ||
		read_words(&run, error))
		return -1;
	return actions[run.given->action](&run, error);
}

static const char *const exits[] = {
	"11 where the client has a session at that time already, and for moving or cancelling one that is not planned.",
	NULL,
};

const struct command command_session = {
	.name = "session",
	.group = GROUP_CLIENTS,
	.summary = "Book, move, cancel and list sessions",
	.description =
		"A session is booked by its note. `session add` writes it: its number is one more than the client's last, its "
		"length the engagement's. `session move` changes day and time of the next planned session (or the one of "
		"`--from`): in the front matter, in the title, in the file's name and in the links to it. `session cancel` "
		"sets the status and keeps the note. `session list` shows what is planned in the next four weeks, and what is "
		"prepared.\n\n"
		"NAME is any part of the client's name; NAME and WHEN need no quotes. Days such as `+7d` count from today. A "
		"move takes a time alone (`session move ada 14:30`) or a day alone.\n\n"
		"A week over its maximum, sessions that overlap and clients who are not active are pointed out, and booked "
		"all the same.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct session_options),
	.result = session_fields,
	.exits = exits,
	.run = run_session,
};
