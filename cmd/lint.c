#include "cli/command.h"
#include "cli/envelope.h"
#include "cmd/checking.h"
#include "cmd/commands.h"
#include "cmd/lint_report.h"
#include "sys/file.h"
#include "vault/given_path.h"

enum { OUTPUT_MOST = 256 << 20 };

enum lint_format { FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON };

static const char *const formats[] = { "text", "gcc", "json", NULL };

struct lint_options {
	int format;
	struct words files;
};

static const struct option options[] = {
	OPT_CHOICE(struct lint_options, format, 'f', "format", "FORMAT", formats,
		"For people (the default), for editors, for programs"),
	ARG(OPTION_WORDS, struct lint_options, files, struct words, "FILE", false,
		"Notes or folders to check alone; `-` reads one note from standard input", .completes = COMPLETES_FILE),
	OPT_END,
};

static const struct result_field result[] = {
	RES_INTEGER(struct lint_result, notes, "notes", "Notes that were read"),
	RES_INTEGER(struct lint_result, errors, "errors", "Findings of severity error"),
	RES_INTEGER(struct lint_result, warnings, "warnings", "Findings of severity warning"),
	RES_INTEGER(struct lint_result, infos, "infos", "Findings of severity info"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach lint", "Check the whole vault" },
	{ "coach lint 'Client Portfolio.md' Plans", "Check one note and one folder" },
	{ "coach lint --format gcc", "A line each, for an editor's list of errors" },
	{ "coach lint - < 'Client Portfolio.md'", "Check what an editor holds, saved or not" },
	{ NULL, NULL },
};

static const char *const exits[] = { "1: there are findings of severity error", NULL };

/* --- which files ------------------------------------------------------------------------------------------------- */

static bool is_asked(const struct finding *finding, const char *const *places, size_t count)
{
	for (size_t i = 0; finding->position.path && i < count; i++)
		if (path_below(places[i], finding->position.path))
			return true;
	return false;
}

static int keep_asked(const struct context *context, const struct words *files, struct error *error)
{
	const char **places = arena_new_array(context->arena, files->count, const char *);
	for (size_t i = 0; i < files->count; i++)
		if (given_path_find(context->arena, context->vault, files->items[i], &places[i], error))
			return error_hint(error,
				"name notes or folders of the vault, or none to check all; `coach lint - < FILE` checks a note that lies elsewhere");
	struct finding_list *findings = context->findings;
	size_t kept = 0;
	for (size_t i = 0; i < findings->count; i++)
		if (files->count == 0 || is_asked(&findings->items[i], places, files->count))
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
	return 0;
}

static int check(const struct context *context, size_t *notes, struct error *error)
{
	const struct lint_options *asked = context->options;
	if (!context->input.at)
		return check_vault(context->arena, context->vault, context->today, context->findings, notes, error) ||
		       keep_asked(context, &asked->files, error);
	if (asked->files.count > 1)
		return error_set(error, ERROR_USAGE, "`-` stands alone: it is the one note to check");
	*notes = 1;
	context->findings->count = 0;
	return check_text(context->arena, context->configuration, context->vault, context->input, context->today,
		context->findings, error);
}

/* --- what is printed ---------------------------------------------------------------------------------------------- */

static void write_raw(const struct context *context, enum lint_format format, struct outcome *outcome)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(OUTPUT_MOST);
	struct error none = ERROR_INIT;
	const struct envelope envelope = {
		.command = &command_lint,
		.command_name = command_lint.name,
		.as_of = context->today,
		.vault = context->vault ? context->vault->given : NULL,
		.outcome = outcome,
		.findings = context->findings,
		.error = &none,
	};
	if (format == FORMAT_JSON)
		envelope_write(context->arena, &envelope, &out);
	else
		lint_write_lines(context->findings, &out);
	outcome->raw = buffer_finish(context->arena, &out);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static struct lint_result *count(struct arena *arena, const struct finding_list *findings, size_t notes)
{
	long long counts[] = { [SEVERITY_ERROR] = 0, [SEVERITY_WARNING] = 0, [SEVERITY_INFO] = 0 };
	struct lint_result *data = arena_new(arena, struct lint_result);
	for (size_t i = 0; i < findings->count; i++)
		counts[finding_code_severity(findings->items[i].code)]++;
	data->notes = INTEGER_OF((long long)notes);
	data->errors = INTEGER_OF(counts[SEVERITY_ERROR]);
	data->warnings = INTEGER_OF(counts[SEVERITY_WARNING]);
	data->infos = INTEGER_OF(counts[SEVERITY_INFO]);
	return data;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct lint_options *asked = context->options;
	size_t notes = 0;
	if (check(context, &notes, error))
		return -1;
	check_tidy(context->findings);
	struct lint_result *data = count(context->arena, context->findings, notes);
	outcome->data = data;
	outcome->findings_fail = true;
	if (asked->format == FORMAT_TEXT)
		lint_report(&outcome->report, context->findings, data);
	else
		write_raw(context, (enum lint_format)asked->format, outcome);
	return 0;
}

const struct command command_lint = {
	.name = "lint",
	.group = GROUP_FOUNDATION,
	.summary = "Name every problem in the notes, with its place",
	.description =
		"Reads every note and names what is not filled in, does not add up, cannot be understood or leads nowhere, each "
		"with file, line and column: placeholders, shares, columns, headings, dates, hours, links, ids, front matter. "
		"Nothing is changed. `docs/findings.md` lists the codes.\n\n"
		"With files or folders, only those are reported; links are still followed through the whole vault. With `-`, one "
		"note is read from standard input and checked as the kind it says it is, by the words and settings of the vault "
		"around, if there is one; links to other notes are followed only where `--vault` names a vault.",
	.examples = examples,
	.needs = NEEDS_VAULT_OR_INPUT,
	.options = options,
	.options_size = sizeof(struct lint_options),
	.result = result,
	.exits = exits,
	.run = run,
};
