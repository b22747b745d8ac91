#include "cli/command.h"
#include "cli/envelope.h"
#include "cmd/checking.h"
#include "cmd/commands.h"
#include "sys/file.h"

#include <string.h>

enum { OUTPUT_MOST = 256 << 20 };

enum lint_format { FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON };

static const char *const formats[] = { "text", "gcc", "json", NULL };

struct lint_options {
	int format;
	struct words files;
};

static const struct option options[] = {
	OPT_CHOICE(struct lint_options, format, 'f', "format", "FORMAT", formats,
		"text for people, gcc for editors, json for programs (default: text)"),
	ARG(OPTION_WORDS, struct lint_options, files, struct words, "FILE", false,
		"Notes or folders to check alone; `-` reads one note from standard input", .completes = COMPLETES_FILE),
	OPT_END,
};

struct lint_result {
	struct optional_integer notes;
	struct optional_integer errors;
	struct optional_integer warnings;
	struct optional_integer infos;
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

/* The path relative to the vault, of a file or folder given from the working folder or from the vault; "" is all. */
static int place_file(const struct context *context, const char *given, const char **path, struct error *error)
{
	struct arena *arena = context->arena;
	const char *resolved = path_resolve(arena, given);
	if (!resolved)
		resolved = path_resolve(arena, vault_path(arena, context->vault, given));
	if (!resolved)
		return error_set(error, ERROR_NOT_FOUND, "%s: there is no such file or folder", given);
	struct span rest = span_of(resolved);
	if (!span_skip(&rest, context->vault->root) || (rest.length > 0 && !span_skip(&rest, "/"))) {
		error_set(error, ERROR_NOT_FOUND, "%s is not in the vault", given);
		return error_hint(error, "`coach lint - < FILE` checks a note that lies elsewhere");
	}
	*path = arena_copy_text(arena, rest);
	return 0;
}

/* True for the file itself and for what lies below the folder. */
static bool is_in(const char *path, const char *place)
{
	size_t length = strlen(place);
	return length == 0 || (strncmp(path, place, length) == 0 && (path[length] == '\0' || path[length] == '/'));
}

static bool is_asked(const struct finding *finding, const char *const *places, size_t count)
{
	for (size_t i = 0; finding->position.path && i < count; i++)
		if (is_in(finding->position.path, places[i]))
			return true;
	return false;
}

static int keep_asked(const struct context *context, const struct words *files, struct error *error)
{
	const char **places = arena_new_array(context->arena, files->count, const char *);
	for (size_t i = 0; i < files->count; i++)
		if (place_file(context, files->items[i], &places[i], error))
			return -1;
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
		return check_vault(context->arena, context->vault, context->findings, notes, error) ||
		       keep_asked(context, &asked->files, error);
	if (asked->files.count > 1)
		return error_set(error, ERROR_USAGE, "`-` stands alone: it is the one note to check");
	*notes = 1;
	context->findings->count = 0;
	return check_text(context->arena, context->vault, context->input, context->findings, error);
}

/* --- for people -------------------------------------------------------------------------------------------------- */

static const char *place_of(struct arena *arena, const struct finding *finding)
{
	struct position position = finding->position;
	if (!position.path)
		return "";
	struct span path = span_of(position.path);
	if (position.line == 0)
		return arena_printf(arena, "`%.*s` — ", SPAN_PRINT(path));
	return arena_printf(arena, "`%.*s:%u:%u` — ", SPAN_PRINT(path), position.line, position.column);
}

static const char *escaped(struct arena *arena, const char *text)
{
	return arena_copy_text(arena, report_escape(arena, span_of(text)));
}

/* All placeholders of a note in one item: there may be dozens while it is new. */
static void report_placeholders(
	struct report *report, struct report_node *list, const struct finding_list *findings, size_t first)
{
	const struct finding *finding = &findings->items[first];
	const char *lines = "";
	size_t last = first;
	for (size_t i = first; i < findings->count; i++) {
		const struct finding *other = &findings->items[i];
		if (!other->position.path || strcmp(other->position.path, finding->position.path) != 0)
			break;
		if (other->code != FINDING_PLACEHOLDER)
			continue;
		lines = arena_printf(report->arena, "%s%s%u", lines, i == first ? "" : ", ", other->position.line);
		last = i;
	}
	if (last == first)
		report_item(report, list, TONE_PLAIN, "%s%s", place_of(report->arena, finding),
			escaped(report->arena, finding->message));
	else
		report_item(
			report, list, TONE_PLAIN, "`%s` — not filled in yet: lines %s", finding->position.path, lines);
}

static bool is_first_placeholder(const struct finding_list *findings, size_t index)
{
	const char *path = findings->items[index].position.path;
	for (size_t i = index; i-- > 0;) {
		const struct finding *other = &findings->items[i];
		if (!other->position.path || strcmp(other->position.path, path) != 0)
			break;
		if (other->code == FINDING_PLACEHOLDER)
			return false;
	}
	return true;
}

static void report_finding(struct report *report, struct report_node *list, const struct finding *finding)
{
	struct arena *arena = report->arena;
	const char *hint = finding->hint ? arena_printf(arena, " (%s)", escaped(arena, finding->hint)) : "";
	report_item(
		report, list, TONE_PLAIN, "%s%s%s", place_of(arena, finding), escaped(arena, finding->message), hint);
}

static void report_severity(struct report *report, const struct finding_list *findings, enum finding_severity severity,
	const char *title, enum report_tone tone)
{
	struct report_node *list = NULL;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding_code_severity(finding->code) != severity)
			continue;
		if (!list) {
			struct report_node *section = report_section(report, NULL, "%s", title);
			section->tone = tone;
			list = report_list(report, section);
		}
		if (finding->code != FINDING_PLACEHOLDER || !finding->position.path)
			report_finding(report, list, finding);
		else if (is_first_placeholder(findings, i))
			report_placeholders(report, list, findings, i);
	}
}

static const char *plural(long long count)
{
	return count == 1 ? "" : "s";
}

static void report_lint(struct report *report, const struct finding_list *findings, const struct lint_result *data)
{
	if (findings->count == 0) {
		report_text(report, NULL, TONE_GOOD, "Nothing to mend in %lld note%s.", data->notes.value,
			plural(data->notes.value));
		return;
	}
	const char *remarks = data->infos.value ? arena_printf(report->arena, ", %lld remark%s", data->infos.value,
							  plural(data->infos.value))
						: "";
	report_text(report, NULL, data->errors.value ? TONE_BAD : TONE_WARNING, "%lld error%s, %lld warning%s%s.",
		data->errors.value, plural(data->errors.value), data->warnings.value, plural(data->warnings.value),
		remarks);
	report_severity(report, findings, SEVERITY_ERROR, "Errors", TONE_BAD);
	report_severity(report, findings, SEVERITY_WARNING, "Warnings", TONE_WARNING);
	report_severity(report, findings, SEVERITY_INFO, "Remarks", TONE_QUIET);
}

/* --- for editors and programs ------------------------------------------------------------------------------------ */

/* "path:line:column: severity: message [code]", a line each. */
static void add_gcc_line(const struct finding *finding, struct buffer *out)
{
	const struct position *position = &finding->position;
	buffer_printf(out, "%s:%u:%u: %s: ", position->path ? position->path : "coach",
		position->line ? position->line : 1, position->column ? position->column : 1,
		finding_severity_text(finding_code_severity(finding->code)));
	for (const char *byte = finding->message; *byte; byte++)
		buffer_add_byte(out, (unsigned char)*byte < 0x20 ? ' ' : *byte);
	buffer_printf(out, " [%s]\n", finding_code_text(finding->code));
}

static void write_raw(const struct context *context, enum lint_format format, struct outcome *outcome)
{
	struct buffer out BUFFER_CLEANUP = BUFFER_INIT(OUTPUT_MOST);
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
		for (size_t i = 0; i < context->findings->count; i++)
			add_gcc_line(&context->findings->items[i], &out);
	outcome->raw = out.length ? arena_copy_span(context->arena, buffer_span(&out)) : SPAN("");
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
		report_lint(&outcome->report, context->findings, data);
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
		"note is read from standard input and checked as the kind it says it is; then links to other notes are followed "
		"only where `--vault` names a vault.",
	.examples = examples,
	.needs = NEEDS_VAULT_OR_INPUT,
	.options = options,
	.options_size = sizeof(struct lint_options),
	.result = result,
	.exits = exits,
	.run = run,
};
