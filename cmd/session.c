#include "base/ascii.h"
#include "base/join.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "cmd/session_run.h"
#include "practice/note_findings.h"
#include "rules/overdue_sessions.h"

enum { LISTED_DAYS = 28 };

static const struct option options[] = {
	ARG(OPTION_CHOICE, struct session_options, action, int, "ACTION", true,
		"Book, move, cancel or list sessions, or import them from a calendar", .choices = session_action_names),
	ARG(OPTION_TEXT, struct session_options, name, const char *, "NAME", false,
		"The client, by any part of the name; import: the file (.ics), or `-` for standard input",
		.completes = COMPLETES_CLIENT, .takes_input = true),
	ARG(OPTION_WORDS, struct session_options, when, struct words, "WHEN", false,
		"Day and time: 2026-12-04 10:00, fri 10:00, next tue 14:30, +7d"),
	OPT_INTEGER(struct session_options, minutes, 'm', "minutes", "N", 5, 480,
		"add: how long it takes (default: the engagement's Meeting Length)"),
	OPT_DATE(struct session_options, from, 0, "from", "DATE",
		"move, cancel: the day of the session (default: the next one); list, import: the first day (default: today)"),
	OPT_DATE(struct session_options, to, 0, "to", "DATE",
		"list, import: the last day (default: four weeks of days; import: twelve)"),
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
	{ "coach session import calendar.ics --dry-run", "shows what a calendar file would book, move and cancel" },
	{ NULL, NULL },
};

int session_run_length(const struct session_run *run, const struct session *session)
{
	return session_length(&run->practice.records, &run->hours, session);
}

struct session_result *session_run_result(struct session_run *run, const struct session_row *rows, size_t count)
{
	struct session_result *data = arena_new(run->arena, struct session_result);
	*data = (struct session_result){ .action = run->given->action, .sessions = { rows, count } };
	run->outcome->data = data;
	return data;
}

/* --- the command line -------------------------------------------------------------------------------------------- */

static int check_options(const struct session_options *given, struct error *error)
{
	enum session_action action = (enum session_action)given->action;
	const char *misplaced = NULL;
	const char *place = "list";
	if (given->minutes > 0 && action != SESSION_ADD) {
		misplaced = "--minutes";
		place = "add";
	} else if (date_is_known(given->from) && action == SESSION_ADD) {
		misplaced = "--from";
		place = "move";
	} else if (action != SESSION_LIST && (given->client || given->all)) {
		misplaced = given->all ? "--all" : "--client";
	} else if (action != SESSION_LIST && action != SESSION_IMPORT && date_is_known(given->to)) {
		misplaced = "--to";
	}
	if (!misplaced)
		return 0;
	return error_set(error, ERROR_USAGE, "%s is for `session %s`", misplaced, place);
}

/* NAME and WHEN, which need no quotes: the longest end of the words that is a day or time is WHEN. */
static struct span split_words(struct session_run *run)
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

/* A word with figures and what parts those of a date or a time: `2026-02-30`, `25:00`, `31.2.2026`, `-1y`. */
static bool looks_like_when(struct span word)
{
	bool signed_word = span_skip(&word, "+") || span_skip(&word, "-");
	return ascii_begins_with_digit(word) && (signed_word || span_find_any(word, "-./:") < word.length);
}

/* The first word behind the name that was meant as a day or a time and is none. */
static const char *misread_word(const struct session_run *run)
{
	struct appointment read;
	for (size_t i = 0; i < run->given->when.count; i++) {
		struct span word = span_of(run->given->when.items[i]);
		if (looks_like_when(word) && !appointment_parse(word, run->context->today, &read))
			return run->given->when.items[i];
	}
	return NULL;
}

static void refuse_misread(const char *word, struct error *error)
{
	bool time = span_contains(span_of(word), ":");
	error_set(error, ERROR_USAGE, "\"%s\" is no %s", word, time ? "time" : "day");
	error_hint(error, time ? "write it like 9:00 or 14:30" : "write it like 2026-12-04, fri, next tue, +7d");
}

/* A day was understood, and what stands behind it is no time: `thu 10`, `tomorrow 10am`, `fri at 14:00`. */
static bool find_unread_time(const struct session_run *run, struct span *day, struct span *time)
{
	const struct words *words = &run->given->when;
	struct date date;
	for (size_t i = 0; i < words->count; i++)
		for (size_t end = words->count - 1; end > i; end--) {
			*day = words_join(run->arena, words->items + i, end - i);
			*time = words_join(run->arena, words->items + end, words->count - end);
			if (date_parse(*day, run->context->today, &date))
				return !date_is_known(run->when.date);
		}
	return false;
}

/* True, with the error, where the words behind the name hold a day or a time that was not understood. */
static bool names_misread(const struct session_run *run, struct error *error)
{
	const char *misread = misread_word(run);
	struct span day;
	struct span time;
	if (misread) {
		refuse_misread(misread, error);
		return true;
	}
	if (!find_unread_time(run, &day, &time))
		return false;
	error_set(error, ERROR_USAGE, "\"%.*s\" behind \"%.*s\" is no time", SPAN_PRINT(time), SPAN_PRINT(day));
	error_hint(error, "write it like 9:00 or 14:30");
	return true;
}

/* To add takes a day, to move a day or a time, to cancel a day or nothing. */
static int check_when(const struct session_run *run, struct span name, struct error *error)
{
	enum session_action action = (enum session_action)run->given->action;
	bool dated = run->said && date_is_known(run->when.date);
	if (action == SESSION_CANCEL && run->said && date_is_known(run->given->from))
		return error_set(error, ERROR_USAGE, "session cancel takes one day: behind the name, or by --from");
	bool enough = dated || (action == SESSION_MOVE && run->said) || (action == SESSION_CANCEL && !run->said) ||
		      action == SESSION_LIST;
	if (enough)
		return 0;
	if (names_misread(run, error))
		return -1;
	error_set(error, ERROR_USAGE, "session %s needs a day%s behind \"%.*s\"", session_action_names[action],
		action == SESSION_MOVE ? " or a time" : "", SPAN_PRINT(name));
	return error_hint(error, "for example 2026-12-04 10:00, fri 10:00, next tue 14:30, +7d");
}

static int read_words(struct session_run *run, struct error *error)
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
	if (check_when(run, name, error))
		return -1;
	if (!name.length || client_choose(run->arena, &run->practice.records, name, &run->choice, error) == 0)
		return 0;
	names_misread(run, error);
	return -1;
}

/* --- list -------------------------------------------------------------------------------------------------------- */

static bool is_within(struct date date, struct date from, struct date to)
{
	return (!date_is_known(from) || date_compare(date, from) >= 0) &&
	       (!date_is_known(to) || date_compare(date, to) <= 0);
}

int session_run_check_days(const struct session_run *run, struct date from, struct date to, struct error *error)
{
	if (!date_is_known(from) || !date_is_known(to) || date_compare(to, from) >= 0)
		return 0;
	const char *first = arena_printf(run->arena, "%s", date_format(from).text);
	error_set(error, ERROR_USAGE, "the last day, %s, comes before the first, %s", date_format(to).text, first);
	return error_hint(error, "--from is the first day (default: today), --to the last");
}

static int list(struct session_run *run, struct error *error)
{
	const struct session_options *given = run->given;
	const struct records *records = &run->practice.records;
	bool open = given->all && !date_is_known(given->from) && !date_is_known(given->to);
	struct date from = date_is_known(given->from) || given->all ? given->from : run->context->today;
	struct date to = given->to;
	if (!date_is_known(to) && !open && date_is_known(from))
		to = date_add(from, LISTED_DAYS - 1);
	if (session_run_check_days(run, from, to, error))
		return -1;
	struct session_row *rows = arena_new_array(run->arena, records->session_count, struct session_row);
	size_t count = 0;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool of_client = !run->choice.client || session->client_id == run->choice.client->id;
		if (!of_client)
			continue;
		overdue_session_report(session, run->context->today, run->context->findings);
		if (is_within(session->date, from, to) && (given->all || session->status == SESSION_PLANNED))
			rows[count++] = session_row_of(run->arena, session, session_run_length(run, session));
	}
	if (run->choice.client)
		note_findings_of_client(&run->practice, run->choice.client, &run->loading, run->context->findings);
	else
		note_findings_of_kind(&run->practice, NOTE_SESSION, &run->loading, run->context->findings);
	session_run_result(run, rows, count);
	session_report_list(&run->outcome->report, (struct result_list){ rows, count }, from, to);
	return 0;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	static int (*const actions[])(struct session_run *, struct error *) = { [SESSION_ADD] = session_add,
		[SESSION_MOVE] = session_move,
		[SESSION_CANCEL] = session_cancel,
		[SESSION_LIST] = list,
		[SESSION_IMPORT] = session_import };
	const unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS;
	struct session_run state = {
		.context = context,
		.arena = context->arena,
		.given = context->options,
		.outcome = outcome,
		.loading = { .arena = context->arena },
		.hours = hours_settings_of(&context->vault->configuration),
		.when = { DATE_NONE, -1 },
	};
	if (check_options(state.given, error) ||
		practice_load(
			state.arena, context->vault, context->today, parts, &state.practice, &state.loading, error) ||
		(state.given->action != SESSION_IMPORT && read_words(&state, error)))
		return -1;
	return actions[state.given->action](&state, error);
}

static const char *const exits[] = {
	"11 where the client has a session at that time already, for moving or cancelling one that is not planned, and for "
	"the next session where a note that may hold it cannot be read.",
	NULL,
};

const struct command command_session = {
	.name = "session",
	.group = GROUP_CLIENTS,
	.summary = "Book, move, cancel, list and import sessions",
	.description =
		"A session is booked by its note. `session add` writes it: its number is one more than the client's last, its "
		"length the engagement's. `session move` changes day and time of the next planned session (or the one of "
		"`--from`): in the front matter, in the title, in the file's name and in the links to it. `session cancel` "
		"sets the status of that one and keeps the note. `session list` shows what is planned in the next four weeks, and what is "
		"prepared.\n\n"
		"NAME is any part of the client's name; NAME and WHEN need no quotes. Days such as `+7d` count from today. A "
		"move takes a time alone (`session move ada 14:30`) or a day alone.\n\n"
		"`session import` takes them from a calendar file (iCalendar, `.ics`). An event is a session where it names one client, and "
		"one alone; series are followed from today (`--from`) for twelve weeks (`--to`). The note keeps the event's "
		"`uid`: what moved or was cancelled in the calendar moves or is cancelled here while it is planned, and the same file "
		"again changes nothing. A session that was booked by hand for the same client, day and time becomes the event's. "
		"Events that name nobody, or several, are listed and left.\n\n"
		"A week over its maximum, sessions that overlap and clients who are not active are pointed out, and booked "
		"all the same.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct session_options),
	.result = session_fields,
	.exits = exits,
	.run = run,
};
