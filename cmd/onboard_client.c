#include "base/join.h"
#include "cmd/commands.h"
#include "cmd/onboarding.h"
#include "cmd/practice_settings.h"
#include "codec/utf8.h"
#include "practice/new_client.h"
#include "practice/note_findings.h"
#include "sys/file.h"

#include <string.h>

static const struct option options[] = {
	ARG(OPTION_WORDS, struct onboarding_options, name, struct words, "NAME", true, "The client's full name"),
	OPT_TEXT(struct onboarding_options, answers, 'a', "answers", "FILE",
		"Answers to all questions as YAML, `-` for standard input", .completes = COMPLETES_FILE),
	OPT_TEXT(struct onboarding_options, override_reason, 0, "override", "REASON",
		"Take the client although there is no room; the reason goes on record as a decision"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach onboard_client Ida Invented", "asks one question at a time, and goes on where you stopped" },
	{ "coach onboard_client Ida Invented --answers ida.yaml --dry-run", "shows what would be made" },
	{ NULL, NULL },
};

/* --- who --------------------------------------------------------------------------------------------------------- */

static int refuse_there(const struct onboarding_run *run, const char *path, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = path }, "%.*s has an engagement file already",
		SPAN_PRINT(run->name));
	return error_hint(error, "`coach client` shows how the engagement stands");
}

static int refuse_no_portfolio(struct error *error)
{
	error_set(error, ERROR_NOT_FOUND, "there is no client portfolio, so no roster and no maximum of sessions");
	return error_hint(error, "`coach init --template practice` lays one");
}

static int check_name(struct onboarding_run *run, struct error *error)
{
	const struct onboarding_options *given = run->given;
	run->name = utf8_sentence(run->arena, words_join(run->arena, given->name.items, given->name.count));
	run->note = span_of(vault_file_name(run->arena, run->name));
	bool nothing_left = span_is(run->note, "Untitled") && !span_is(run->name, "Untitled");
	if (run->name.length && !nothing_left && span_find_any(run->name, "[]|#^") == run->name.length)
		return 0;
	error_set(error, ERROR_USAGE, "\"%.*s\" cannot be the name of a note", SPAN_PRINT(run->name));
	return error_hint(error, "write the name in letters, without [ ] | # ^, which mean something in links");
}

/* In the roster at most; nothing of theirs is written over. */
static int check_new(struct onboarding_run *run, struct error *error)
{
	const struct records *records = &run->practice.records;
	if (!records->portfolio)
		return refuse_no_portfolio(error);
	if (new_client_find(run->arena, records, run->name, &run->known, error))
		return -1;
	if (run->known) {
		run->name = run->known->name;
		run->note =
			run->known->note.length ? run->known->note : span_of(vault_file_name(run->arena, run->name));
	}
	run->client_id =
		run->known ? run->known->id : client_names_find(&records->others, utf8_fold(run->arena, run->name));
	const struct engagement *engagement = records_engagement(records, run->client_id);
	if (engagement)
		return refuse_there(run, engagement->document->path, error);
	const char *path = engagement_file_path(run->arena, run->context->vault, run->note);
	if (file_look(vault_path(run->arena, run->context->vault, path), NULL) != FILE_MISSING)
		return refuse_there(run, path, error);
	return 0;
}

/* --- the gate ---------------------------------------------------------------------------------------------------- */

static int refuse_full(const struct onboarding_run *run, struct error *error)
{
	const struct intake *intake = &run->intake;
	error_set(error, ERROR_REFUSED, "there is no room for %.*s: %.*s", SPAN_PRINT(run->name),
		SPAN_PRINT(intake->reason));
	if (date_is_known(intake->room_on))
		return error_hint(error,
			"a programme that ends on %s makes room: start: behind it, or --override REASON",
			date_format(intake->room_on).text);
	return error_hint(error, "--override REASON takes the client all the same, and puts the reason on record");
}

static void report_unknown(const struct onboarding_run *run)
{
	struct finding_list *findings = run->context->findings;
	struct position place = { run->practice.records.portfolio->document->path, 0, 0 };
	struct finding *finding = finding_add(findings, FINDING_DEMAND_UNKNOWN, place,
		"whether there is room could not be told: %.*s", SPAN_PRINT(run->intake.reason));
	finding_hint(findings, finding, "`coach capacity_check` shows what is known");
}

/* The gate passes on those, and says so. */
static void report_not_counted(const struct onboarding_run *run)
{
	struct finding_list *findings = run->context->findings;
	struct position place = { run->practice.records.portfolio->document->path, 0, 0 };
	const struct span *names = run->intake.unknown.items;
	for (size_t i = 0; i < run->intake.unknown.count; i++)
		finding_hint(findings,
			finding_add(findings, FINDING_DEMAND_UNKNOWN, place,
				"how often %.*s meets is not known, so the gate did not count it",
				SPAN_PRINT(names[i])),
			"write it into the roster, like 2/month, weekly, or every 3 weeks");
}

/* Room may come with a later start, which is asked first. */
static bool may_start_later(const struct onboarding_run *run)
{
	const struct question *next = onboarding_question(run);
	return run->intake.verdict == INTAKE_FULL && next && strcmp(next->key, "start") == 0;
}

static int pass_gate(struct onboarding_run *run, struct error *error)
{
	struct capacity_settings limits = capacity_settings_of(run->context->configuration);
	if (onboarding_cadence(run, error) || onboarding_start(run, error))
		return -1;
	const struct intake_request request = { run->cadence, run->client_id, run->start };
	run->intake = intake_decide(run->arena, &run->practice.records, &limits, &request, run->context->today);
	if (intake_refuses(&run->intake) && !run->given->override_reason && !may_start_later(run))
		return refuse_full(run, error);
	return 0;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int load(struct onboarding_run *run, struct error *error)
{
	unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_WEEKS | PRACTICE_PLANS |
			 PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES;
	if (check_name(run, error) || practice_load(run->arena, run->context->vault, run->context->today, parts,
					      &run->practice, &run->loading, error))
		return -1;
	return check_new(run, error);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct onboarding_run state = { .context = context, .arena = context->arena, .given = context->options };
	state.loading = (struct finding_list){ .arena = context->arena };
	if (load(&state, error) || onboarding_read(&state, error) || pass_gate(&state, error))
		return -1;
	outcome->question = onboarding_question(&state);
	if (outcome->question)
		return 0;
	if (onboarding_understand(&state, error) || onboarding_write(&state, outcome, error))
		return -1;
	if (state.intake.verdict == INTAKE_UNKNOWN)
		report_unknown(&state);
	report_not_counted(&state);
	note_findings_of_path(state.practice.records.portfolio->document->path, &state.loading, context->findings);
	onboarding_report(&state, outcome);
	return 0;
}

static const char *const exits[] = {
	"10 where an answer is needed and nobody can be asked: how often they meet.",
	"11 where there is no room, or the circuit breaker is tripped; for a client who has an engagement file; and for a "
	"name that may be that of somebody in the roster who has none yet.",
	NULL,
};

const struct command command_onboard_client = {
	.name = "onboard_client",
	.group = GROUP_CLIENTS,
	.summary = "Take on a client: room first, then engagement, roster, plan",
	.description =
		"Looks first whether there is room on the first day: where the roster's demand would pass your Maximum Weekly "
		"Sessions, or the circuit breaker is tripped, it refuses and says when a programme that ends makes room. "
		"`--override REASON` takes the client all the same, and writes the reason as a decision that comes up for review.\n\n"
		"Then it makes the engagement file from your template, filled with the answers; a row in the roster; an inbox; the "
		"milestones and the first thirty days as dated actions; the consents that were given; and the draft of a welcome, "
		"which you read and send (`coach touch NAME welcome` writes it anew). What was not answered stays in `[brackets]`, "
		"and `coach lint` names it.\n\n"
		"Answers are asked at a terminal, one at a time, or given as YAML with `--answers`.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct onboarding_options),
	.result = onboarding_result,
	.exits = exits,
	.run = run,
};
