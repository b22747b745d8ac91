#include "cli/globals.h"
#include "cli/manual.h"
#include "cli/synopsis.h"
#include "cli/topic.h"

/* The options of a table, or its arguments, with what they mean. */
static void add_options(struct report *report, struct report_node *parent, const struct option *options,
	const char *title, bool argument)
{
	struct report_node *section = report_section(report, parent, "%s", title);
	struct report_node *terms = report_terms(report, section);
	for (const struct option *option = options; option->kind != OPTION_END; option++) {
		if (option->argument != argument)
			continue;
		const char *name = argument ? option_argument_text(report->arena, option, true)
					    : option_text(report->arena, option, true);
		report_term(report, terms, arena_printf(report->arena, "`%s`", name), "%s",
			option_help(report->arena, option));
	}
}

static void add_examples(struct report *report, struct report_node *parent, const struct command *command)
{
	if (!command->examples || !command->examples->line)
		return;
	struct report_node *section = report_section(report, parent, "Examples");
	struct report_node *terms = report_terms(report, section);
	for (const struct example *example = command->examples; example->line; example++)
		report_term(report, terms, arena_printf(report->arena, "`%s`", example->line), "%s", example->does);
}

static void add_aliases(struct report *report, struct report_node *parent, const struct command *command)
{
	for (const char *const *alias = command->aliases; alias && *alias; alias++)
		report_text(report, parent, TONE_PLAIN, "`coach %s` is the same.", *alias);
}

/* The paragraphs of a description, the first alone unless `all`. */
static void add_description(struct report *report, struct report_node *parent, const struct command *command, bool all)
{
	struct span rest = span_of(command->description);
	while (rest.length > 0) {
		size_t end = span_find(rest, "\n\n");
		report_text(report, parent, TONE_PLAIN, "%.*s", SPAN_PRINT(span_slice(rest, 0, end)));
		rest = span_from(rest, end + 2);
		if (!all)
			return;
	}
}

static void add_command(struct report *report, struct report_node *parent, const struct command *command, bool all)
{
	report_text(report, parent, TONE_PLAIN, "Usage: `%s`", synopsis_line(report->arena, command));
	add_description(report, parent, command, all);
	add_aliases(report, parent, command);
	if (command_has_arguments(command))
		add_options(report, parent, command->options, "Arguments", true);
	if (command_has_options(command))
		add_options(report, parent, command->options, "Options", false);
	add_examples(report, parent, command);
}

void manual_usage(const struct command *command, struct report *report)
{
	report_text(report, NULL, TONE_PLAIN, "**coach %s** — %s", command->name, command->summary);
	add_command(report, NULL, command, false);
	report_text(report, NULL, TONE_QUIET, "`coach help` lists the options that every command takes.");
}

static void add_group(struct report *report, const struct command *const *commands, enum command_group group)
{
	struct report_node *terms = NULL;
	for (; *commands; commands++) {
		if ((*commands)->group != group)
			continue;
		if (!terms)
			terms = report_terms(report, report_section(report, NULL, "%s", group_title(group)));
		report_term(report, terms, arena_printf(report->arena, "`%s`", (*commands)->name), "%s",
			(*commands)->summary);
	}
}

static void add_topics(struct report *report)
{
	struct report_node *terms = report_terms(report, report_section(report, NULL, "Topics"));
	for (const struct topic *topic = topics; topic->name; topic++)
		report_term(report, terms, arena_printf(report->arena, "`%s`", topic->name), "%s", topic->summary);
}

void manual_overview(const struct command *const *commands, struct report *report)
{
	report_text(report, NULL, TONE_PLAIN, "**coach** keeps a coaching practice in plain Markdown notes.");
	report_text(report, NULL, TONE_PLAIN, "Usage: `coach COMMAND [ARGUMENTS] [OPTIONS]`");
	for (int group = 0; group <= GROUP_HELP; group++)
		add_group(report, commands, (enum command_group)group);
	add_topics(report);
	add_options(report, NULL, global_options, "Options of every command", false);
	report_text(report, NULL, TONE_QUIET, "`coach help COMMAND` or `coach help TOPIC` says more about one.");
}

static void add_reference_group(struct report *report, struct report_node *root, const struct command *const *commands,
	enum command_group group)
{
	struct report_node *section = NULL;
	for (; *commands; commands++) {
		if ((*commands)->group != group)
			continue;
		if (!section)
			section = report_section(report, root, "%s", group_title(group));
		struct report_node *entry = report_section(report, section, "%s", (*commands)->name);
		report_text(report, entry, TONE_PLAIN, "%s.", (*commands)->summary);
		add_command(report, entry, *commands, true);
	}
}

void manual_reference(const struct command *const *commands, struct buffer *out)
{
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	struct report_node *root = report_section(&report, NULL, "Commands");
	report_text(&report, root, TONE_PLAIN, "Written by `make generate` from the commands' own tables.");
	for (int group = 0; group <= GROUP_HELP; group++)
		add_reference_group(&report, root, commands, (enum command_group)group);
	add_options(&report, root, global_options, "Options of every command", false);
	report_write_markdown(&report, 1, out);
	arena_release(&arena);
}
