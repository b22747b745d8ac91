#include "cmd/commands.h"
#include "cmd/completion_fields.h"
#include "cmd/offboarding.h"
#include "cmd/practice_settings.h"
#include "practice/note_findings.h"
#include "practice/practice_language.h"

struct offboarding_options {
	const char *name;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct offboarding_options, name, const char *, "NAME", true,
		"The client: any part of the name that is clear enough", .completes = COMPLETES_CLIENT),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach offboard_client zoe --dry-run", "shows the final report and what else would change" },
	{ NULL, NULL },
};

struct offboarding_result {
	struct span client;
	struct span report;  /* its path; at NULL where none was written */
	struct span archive; /* where the client's folder went; at NULL where it stays */
	struct optional_integer moved, left;
	struct span kept; /* the file that was in its place; at NULL */
	struct date end;
	bool complete;
	struct result_list points;
};

static const struct result_field point_fields[] = COMPLETION_POINT_FIELDS(engagement_point_names);

static const struct result_field result[] = {
	RES_TEXT(struct offboarding_result, client, "client", "The client"),
	RES_TEXT_OR_NULL(struct offboarding_result, report, "report", "The final report; null where none was written"),
	RES_TEXT_OR_NULL(struct offboarding_result, archive, "archive",
		"Where the notes of the client's folder went; null where they stay"),
	RES_INTEGER_OR_NULL(struct offboarding_result, moved, "archived_notes", "How many notes that were"),
	RES_INTEGER_OR_NULL(
		struct offboarding_result, left, "left_files", "How many other files stay where the notes were"),
	RES_DATE(struct offboarding_result, end, "end", "The programme's end, as the roster says it"),
	RES_BOOLEAN(struct offboarding_result, complete, "complete", "No point is missing"),
	RES_LIST(struct offboarding_result, points, struct completion_point, "points", point_fields,
		"The five points of a complete engagement"),
	RES_END,
};

/* Also one that is over, and nobody has said what became of it: it may have been held. */
static const struct session *planned_session(const struct offboarding_run *run)
{
	const struct records *records = &run->practice.records;
	for (size_t i = 0; i < records->session_count; i++)
		if (records->sessions[i].client_id == run->choice.client->id &&
			records->sessions[i].status == SESSION_PLANNED)
			return &records->sessions[i];
	return NULL;
}

static int refuse_planned(const struct session *session, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = session->document->path },
		"the session of %s is still planned", date_format(session->date).text);
	return error_hint(error, "`coach close_session` says what became of it, `coach session cancel` cancels it");
}

/* From the first day that the notes tell of. */
static struct date first_day(const struct offboarding_run *run)
{
	const struct records *records = &run->practice.records;
	if (run->state.engagement && date_is_known(run->state.engagement->start))
		return run->state.engagement->start;
	for (size_t i = 0; i < records->session_count; i++)
		if (records->sessions[i].client_id == run->choice.client->id)
			return records->sessions[i].date;
	return run->context->today;
}

/* As things stand once the engagement is closed. */
static struct brief final_brief(const struct offboarding_run *run)
{
	struct roster_client *closed = arena_new(run->arena, struct roster_client);
	struct client_state state = run->state;
	*closed = *run->choice.client;
	closed->status = CLIENT_COMPLETED;
	state.client = closed;
	return brief_decide(run->arena, run->language, run->practice.aliases, &run->practice.records, &state,
		BRIEF_CLIENT, first_day(run), run->context->today);
}

static int load(struct offboarding_run *run, const char *name, struct error *error)
{
	const struct context *context = run->context;
	const struct client_state_settings limits = client_state_settings_of(context->configuration);
	unsigned parts =
		PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES | PRACTICE_ACTIONS;
	struct records *records = &run->practice.records;
	if (practice_load(run->arena, context->vault, context->today, parts, &run->practice, &run->loading, error) ||
		client_choose(run->arena, records, span_of(name), &run->choice, error))
		return -1;
	const struct session *planned = planned_session(run);
	if (planned)
		return refuse_planned(planned, error);
	run->state = client_state_decide(run->arena, records, &limits, run->choice.client, context->today);
	run->points = engagement_completion_decide(run->arena, records, &run->state, context->today);
	run->language = engagement_language(&run->practice, run->state.engagement, true);
	run->brief = final_brief(run);
	return 0;
}

static void report(struct report *report, const struct offboarding_result *data)
{
	report_text(report, NULL, TONE_GOOD, "Completed: **%.*s**, on %s",
		SPAN_PRINT(report_escape(report->arena, data->client)), date_format(data->end).text);
	if (data->report.length)
		report_text(report, NULL, TONE_PLAIN, "Final report, to be read and sent by you: %.*s",
			SPAN_PRINT(report_escape(report->arena, data->report)));
	if (data->archive.length)
		report_text(report, NULL, TONE_PLAIN, "Archived: %lld notes, to %.*s%s", data->moved.value,
			SPAN_PRINT(report_escape(report->arena, data->archive)),
			data->left.value ? arena_printf(report->arena, "; %lld other file%s behind", data->left.value,
						   data->left.value == 1 ? " stays" : "s stay")
					 : "");
	if (data->kept.length)
		report_text(report, NULL, TONE_WARNING,
			"No final report was written, since there is a file of its name: %.*s",
			SPAN_PRINT(report_escape(report->arena, data->kept)));
	if (data->complete)
		report_text(report, NULL, TONE_GOOD, "Nothing is missing.");
	completion_report_missing(report, &data->points);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct offboarding_options *asked = context->options;
	struct offboarding_run state = { .context = context, .arena = context->arena };
	state.loading = (struct finding_list){ .arena = context->arena };
	if (load(&state, asked->name, error) || offboarding_write(&state, outcome, error))
		return -1;
	struct offboarding_result *data = arena_new(context->arena, struct offboarding_result);
	*data = (struct offboarding_result){
		.client = state.choice.name,
		.report = span_of(state.report_path),
		.kept = span_of(state.report_kept),
		.end = state.end,
		.complete = completion_missing(&state.points) == 0,
		.points = state.points,
	};
	if (state.archive.notes) {
		data->archive = span_of(state.archive.to);
		data->moved = INTEGER_OF((long long)state.archive.notes);
		data->left = INTEGER_OF((long long)state.archive.left);
	}
	note_findings_of_client(&state.practice, state.choice.client, &state.loading, context->findings);
	outcome->data = data;
	report(&outcome->report, data);
	return 0;
}

static const char *const exits[] = {
	"11 where a session is planned, or over and not closed.",
	NULL,
};

const struct command command_offboard_client = {
	.name = "offboard_client",
	.group = GROUP_CLIENTS,
	.summary = "End an engagement: final report, roster, what comes after",
	.description =
		"Writes the final report (what `coach brief` tells the client, of the whole engagement), sets the client's row in the "
		"roster to Completed and Current Phase to Offboarding, and puts two actions of yours into the engagement: to ask for "
		"feedback within a week, and how it has held after three months. Then it says which of the five points of a complete "
		"engagement are missing; what you tick there counts.\n\n"
		"Where `paths.archive` names a folder, the notes of the client's own folder go there, links to them and in them mended "
		"(`coach config paths.archive Archive`); else they stay where they are. Either way hours are counted and the notes "
		"found. Nothing is sent.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct offboarding_options),
	.result = result,
	.exits = exits,
	.run = run,
};
