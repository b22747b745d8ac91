#include "cmd/closing.h"
#include "cmd/commands.h"
#include "cmd/practice_settings.h"
#include "model/outline.h"
#include "practice/note_findings.h"
#include "practice/session_file.h"
#include "practice/uncounted_session.h"
#include "rules/client_sessions.h"

const char *const closing_status_names[] = { "auto", "held", "missed", "cancelled", NULL };

static const struct option options[] = {
	ARG(OPTION_TEXT, struct closing_options, name, const char *, "NAME", true,
		"The client: any part of the name that is clear enough", .completes = COMPLETES_CLIENT),
	OPT_DATE(struct closing_options, date, 'd', "date", "DATE",
		"The session's day (default: that of the last one up to today)"),
	OPT_TEXT(struct closing_options, notes, 0, "notes", "FILE",
		"Your notes of the session, `-` for standard input; headings such as Summary part them",
		.completes = COMPLETES_FILE),
	OPT_TEXT(struct closing_options, answers, 'a', "answers", "FILE",
		"Answers to all questions as YAML, `-` for standard input", .completes = COMPLETES_FILE),
	OPT_CHOICE(struct closing_options, status, 's', "as", "STATUS", closing_status_names,
		"What became of it (default: what the answers or the note say; held where they tell of it)"),
	OPT_INTEGER(struct closing_options, minutes, 'm', "minutes", "N", 1, 1440, "How long it took, in minutes"),
	OPT_FLAG(struct closing_options, next_phase, 0, "next-phase",
		"Write the phase that is proposed into Current Phase"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach close_session ada", "asks for what the note of the last session lacks, one question at a time" },
	{ "coach close_session zoe --no-input", "takes what the note says, and names what is missing" },
	{ "coach close_session ada --as missed --date 2026-11-19", "a session that the client did not come to" },
	{ NULL, NULL },
};

/* --- which session ----------------------------------------------------------------------------------------------- */

/* Whatever became of it, so that the same words mean the same session when they are said again. */
static const struct session *latest(const struct closing_run *run)
{
	const struct records *records = &run->practice.records;
	for (size_t i = records_sessions_from(records, date_add(run->context->today, 1)); i-- > 0;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == run->choice.client->id && session->status != SESSION_RESCHEDULED)
			return session;
	}
	return NULL;
}

static int refuse_future(const struct session *session, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = session->document->path },
		"the session of %s is still to come", date_format(session->date).text);
	return error_hint(error, "`coach session move` or `coach session cancel` changes one that is planned");
}

static int refuse_none(const struct closing_run *run, struct error *error)
{
	error_set(error, ERROR_NOT_FOUND, "%.*s has had no session", SPAN_PRINT(run->choice.name));
	return error_hint(error, "name the day of one that was never booked with --date, and its note is made");
}

/* One that took place and was never booked. */
static int begin_note(struct closing_run *run, struct date date, struct error *error)
{
	struct hours_settings hours = hours_settings_of(run->context->configuration);
	struct session unbooked = { .client_id = run->choice.client->id };
	struct new_session new = { .client = run->choice.note,
		.linked = run->choice.linked,
		.number = next_session_number(&run->practice.records, run->choice.client),
		.date = date,
		.start = -1,
		.minutes = session_length(&run->practice.records, &hours, &unbooked),
		.members = cohort_members(&run->practice.records, run->choice.client) };
	struct finding_list unheard = { .arena = run->arena };
	const char *path = session_file_path(run->arena, run->context->vault, NULL, new.client, date);
	struct span text;
	if (session_file_text(run->arena, run->context->vault, &new, &text, error))
		return -1;
	const struct document *document = document_parse(run->arena, path, text, DOCUMENT_DEFAULT_MOST);
	run->created = true;
	run->note = outline_of(run->arena, run->practice.aliases, document);
	session_read(run->note, &run->session, &unheard);
	run->session.client_id = run->choice.client->id;
	return 0;
}

static int find_session(struct closing_run *run, struct error *error)
{
	struct date asked = run->given->date;
	const struct session *session =
		date_is_known(asked) ? session_on(&run->practice.records, run->choice.client, asked, -1) : latest(run);
	if (!date_is_known(asked) &&
		uncounted_session_refuse(run->arena, &run->practice, &run->loading, &run->choice, error))
		return -1;
	if (session && date_compare(session->date, run->context->today) > 0)
		return refuse_future(session, error);
	if (!session && (!date_is_known(asked) || date_compare(asked, run->context->today) > 0))
		return refuse_none(run, error);
	if (!session)
		return begin_note(run, asked, error);
	run->session = *session;
	run->note = practice_note(&run->practice, session->document->path)->outline;
	return 0;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int load(struct closing_run *run, struct error *error)
{
	unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_ACTIONS;
	if (practice_load(run->arena, run->context->vault, run->context->today, parts, &run->practice, &run->loading,
		    error) ||
		client_choose(run->arena, &run->practice.records, span_of(run->given->name), &run->choice, error) ||
		find_session(run, error))
		return -1;
	run->engagement = records_engagement(&run->practice.records, run->choice.client->id);
	if (run->engagement)
		run->engagement_note = practice_note(&run->practice, run->engagement->document->path)->outline;
	session_outcome_read(run->note, &run->before, &run->loading);
	return 0;
}

/* Of the arena, since a question is asked when this is over, and is judged by what was read. */
static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct closing_run *state = arena_new(context->arena, struct closing_run);
	*state = (struct closing_run){ .context = context, .arena = context->arena, .given = context->options };
	state->loading = (struct finding_list){ .arena = context->arena };
	if (load(state, error) || closing_read(state, error))
		return -1;
	outcome->question = closing_question(state);
	if (outcome->question)
		return 0;
	if (closing_understand(state, error) || closing_write(state, outcome, error))
		return -1;
	note_findings_of_path(state->note->document->path, &state->loading, context->findings);
	if (state->engagement)
		note_findings_of_path(state->engagement->document->path, &state->loading, context->findings);
	closing_report(state, outcome);
	return 0;
}

static const char *const exits[] = {
	"10 where a question was left open: what was answered is kept, and the next run goes on. Also where nothing says that "
	"the session took place.",
	"11 for a session that is still to come.",
	NULL,
};

const struct command command_close_session = {
	.name = "close_session",
	.group = GROUP_CLIENTS,
	.summary = "Close a session: summary, actions, figures, what comes next",
	.description =
		"Brings the note of a session that is over to its end: what became of it, the summary, action items with their due "
		"dates, what metrics stand at (also in the engagement's Progress Log), resources to send, and the next session, which "
		"is booked. A check-in between the sessions becomes an action of yours. Then it says which of the five points of a "
		"complete session are missing.\n\n"
		"What it is told it takes from the note itself, from `--notes` (any Markdown: what stands below a heading such as "
		"Summary, Action Items, Metrics, Resources or Next Session goes to that section, the rest to Notes), and from answers: "
		"asked at a terminal one at a time, for what the note lacks, or given as YAML with `--answers`. An action may end with a "
		"day: `Draft the memo by fri`.\n\n"
		"Your own text stays; run again, it changes nothing.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct closing_options),
	.result = closing_result,
	.exits = exits,
	.run = run,
};
