#include "cli/present.h"

#include "cli/envelope.h"
#include "cli/shell_word.h"
#include "codec/utf8.h"

#include <string.h>

enum { SHORT_COMMIT = 12, MOST_PATHS = 10 };

static bool has_changes(const struct presentation *presentation)
{
	return changeset_visible(&presentation->outcome->changes) > 0;
}

static const char *diff_colour(struct span line)
{
	if (span_starts_with(line, "---") || span_starts_with(line, "+++"))
		return "\033[1m";
	if (span_starts_with(line, "-"))
		return "\033[31m";
	if (span_starts_with(line, "+"))
		return "\033[32m";
	return span_starts_with(line, "@@") ? "\033[36m" : "";
}

/* A diff for a terminal: safe to show, which the exact one may not be. */
static void add_shown_diff(const struct presentation *presentation, struct span diff, struct buffer *out)
{
	struct span rest = utf8_without_controls(presentation->arena, diff);
	struct span line;
	while (span_next_line(&rest, &line)) {
		const char *colour = presentation->style.colour ? diff_colour(line) : "";
		buffer_printf(out, "%s%.*s%s\n", colour, SPAN_PRINT(line), *colour ? "\033[0m" : "");
	}
}

static void add_diff(const struct presentation *presentation, struct buffer *out)
{
	struct span diff = changeset_diff(presentation->arena, &presentation->outcome->changes);
	if (presentation->terminal)
		add_shown_diff(presentation, diff, out);
	else
		buffer_add(out, diff);
}

static void add_result(const struct presentation *presentation, struct buffer *out)
{
	const struct outcome *outcome = presentation->outcome;
	/* For cron: nothing but what is new. */
	if (presentation->globals->quiet && outcome->unchanged && !has_changes(presentation))
		return;
	if (presentation->globals->dry_run && (has_changes(presentation) || outcome->unchanged))
		add_diff(presentation, out);
	else if (outcome->raw.at)
		buffer_add(out, outcome->raw);
	else if (presentation->terminal)
		report_write_terminal(&outcome->report, &presentation->style, out);
	else
		report_write_markdown(&outcome->report, REPORT_LEVEL, out);
}

/* One line of ours that may hold a name from elsewhere. */
static void add_safe(struct arena *arena, const char *text, struct buffer *out)
{
	buffer_add(out, utf8_safe_line(arena, span_of(text)));
}

/* "OLD to NEW", behind the words for it. */
static void add_move(const struct presentation *presentation, const char *moved, const struct change *from,
	const struct change *to, struct buffer *out)
{
	buffer_add_text(out, moved);
	add_safe(presentation->arena, from->path, out);
	buffer_add_text(out, " to ");
	add_safe(presentation->arena, to->path, out);
	buffer_add_byte(out, '\n');
}

static void add_change(const struct presentation *presentation, const struct change *change, struct buffer *out)
{
	static const char *const done[] = {
		[CHANGE_CREATE] = "made    ", [CHANGE_MODIFY] = "changed ", [CHANGE_REMOVE] = "removed "
	};
	buffer_add_text(out, done[change_action(change)]);
	add_safe(presentation->arena, change->path, out);
	buffer_add_byte(out, '\n');
}

static void add_changed_paths(const struct presentation *presentation, struct buffer *out)
{
	const struct changeset *changes = &presentation->outcome->changes;
	size_t said = 0;
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		if (change->hidden || change_goal(changes, change) || said++ >= MOST_PATHS)
			continue;
		const struct change *from = change_origin(changes, change);
		if (from)
			add_move(presentation, "moved   ", from, change, out);
		else
			add_change(presentation, change, out);
	}
	if (said > MOST_PATHS)
		buffer_printf(out, "and %zu more\n", said - MOST_PATHS);
}

/* A vault that is not the one around the person is named by where it lies: given, or made or found by the command. */
static void add_way_back(const struct presentation *presentation, struct buffer *out)
{
	const char *way_back = presentation->outcome->way_back;
	if (way_back && !*way_back)
		return;
	buffer_printf(out, "take it back: coach %s", way_back ? way_back : "undo");
	if (presentation->globals->vault || presentation->outcome->new_root || presentation->outcome->vault) {
		const char *vault = presentation->vault ? presentation->vault : ".";
		buffer_printf(out, " --vault %s", shell_word(presentation->arena, span_of(vault)));
	}
	buffer_add_byte(out, '\n');
}

/* What stands where the error stands is what the error says. */
static bool is_said_by_error(const struct finding *finding, const struct error *error)
{
	const struct position *position = &finding->position;
	return position->path && position->line > 0 && strcmp(position->path, error->path) == 0 &&
	       position->line == error->line && position->column == error->column;
}

/* Those of severity error alone, where `errors_only`. */
static void add_findings(const struct presentation *presentation, bool errors_only, struct buffer *out)
{
	const struct finding_list *all = presentation->findings;
	struct finding_list shown = { .arena = all->arena };
	shown.items = arena_new_array(all->arena, all->count, struct finding);
	for (size_t i = 0; i < all->count; i++) {
		bool grave = finding_code_severity(all->items[i].code) == SEVERITY_ERROR;
		if ((grave || !errors_only) && !is_said_by_error(&all->items[i], presentation->error))
			shown.items[shown.count++] = all->items[i];
	}
	report_write_findings(&shown, &presentation->error_style, out);
}

static void add_unchanged(const struct presentation *presentation, struct buffer *out)
{
	const char *unchanged = presentation->outcome->unchanged;
	if (!unchanged)
		return;
	buffer_add_text(out, "coach: ");
	add_safe(presentation->arena, unchanged, out);
	buffer_add_byte(out, '\n');
}

/* The diff says the rest; it shows a move as a note that goes and one that comes. */
static void add_nothing_written(const struct presentation *presentation, struct buffer *out)
{
	const struct changeset *changes = &presentation->outcome->changes;
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *from = change_origin(changes, &changes->items[i]);
		if (from && !from->hidden)
			add_move(presentation, "would move ", from, &changes->items[i], out);
	}
	buffer_add_text(out, "coach: nothing was written (--dry-run)\n");
}

static void add_notes(const struct presentation *presentation, struct buffer *out)
{
	const struct outcome *outcome = presentation->outcome;
	/* A command that is about findings reports them itself. */
	if (!outcome->findings_fail)
		add_findings(presentation, presentation->globals->quiet, out);
	if (presentation->globals->quiet)
		return;
	if (!has_changes(presentation)) {
		add_unchanged(presentation, out);
	} else if (presentation->applied) {
		add_changed_paths(presentation, out);
		add_way_back(presentation, out);
	} else {
		add_nothing_written(presentation, out);
	}
}

void present_error(struct arena *arena, const struct error *error, const char *command, struct buffer *out)
{
	buffer_add_text(out, "coach: ");
	if (error->path[0]) {
		add_safe(arena, error->path, out);
		if (error->line > 0)
			buffer_printf(out, ":%u", error->line);
		if (error->line > 0 && error->column > 0)
			buffer_printf(out, ":%u", error->column);
		buffer_add_text(out, ": ");
	}
	add_safe(arena, error->message, out);
	buffer_add_byte(out, '\n');
	if (error->hint[0]) {
		buffer_add_text(out, "  hint: ");
		add_safe(arena, error->hint, out);
		buffer_add_byte(out, '\n');
	}
	bool explained = command && strcmp(command, "help") != 0;
	if (error->class == ERROR_USAGE)
		buffer_printf(out, "  help: coach help%s%s\n", explained ? " " : "", explained ? command : "");
}

static int findings_status(const struct presentation *presentation)
{
	const struct finding_list *findings = presentation->findings;
	for (size_t i = 0; i < findings->count; i++) {
		enum finding_severity severity = finding_code_severity(findings->items[i].code);
		if (severity == SEVERITY_ERROR && presentation->outcome->findings_fail)
			return 1;
		if (severity != SEVERITY_INFO && presentation->globals->exit_code)
			return 1;
	}
	return 0;
}

static void add_json(const struct presentation *presentation, bool failed, struct buffer *out)
{
	const struct envelope envelope = {
		.command = presentation->command,
		.command_name = presentation->command_name,
		.as_of = presentation->as_of,
		.vault = presentation->vault,
		.outcome = failed ? NULL : presentation->outcome,
		.findings = presentation->findings,
		.applied = presentation->applied != NULL,
		.commit = presentation->applied ? presentation->applied->commit : NULL,
		.error = presentation->error,
	};
	envelope_write(presentation->arena, &envelope, out);
}

int present(const struct presentation *presentation, struct buffer *out, struct buffer *notes)
{
	const struct command *command = presentation->command;
	bool failed = presentation->error->class != ERROR_NONE;
	if (presentation->globals->json) {
		add_json(presentation, failed, out);
	} else if (failed) {
		add_findings(presentation, true, notes);
		present_error(presentation->arena, presentation->error, command ? command->name : NULL, notes);
	} else {
		add_result(presentation, out);
		add_notes(presentation, notes);
	}
	return failed ? (int)presentation->error->class : findings_status(presentation);
}
