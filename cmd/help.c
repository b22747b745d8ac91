#include "cli/envelope.h"
#include "cli/manual.h"
#include "cmd/commands.h"

enum { TEXT_MOST = 4 << 20 };

struct help_options {
	const char *topic;
	bool man;
	bool schema;
	bool reference;
	bool names;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct help_options, topic, const char *, "COMMAND", false, "The command to explain",
		.completes = COMPLETES_COMMAND),
	OPT_FLAG(struct help_options, man, 0, "man", "Print the source of the manual page"),
	OPT_FLAG(struct help_options, schema, 0, "schema", "Print the JSON Schema of the command's --json output"),
	OPT_FLAG(struct help_options, reference, 0, "reference", "Print the reference of all commands as Markdown"),
	OPT_FLAG(struct help_options, names, 0, "names", "Print the commands' names alone"),
	OPT_END,
};

struct help_row {
	struct span name;
	struct span summary;
};

struct help_result {
	struct result_list commands;
	struct span text;
};

static const struct result_field row_fields[] = {
	RES_TEXT(struct help_row, name, "name", "The command's name"),
	RES_TEXT(struct help_row, summary, "summary", "What it does"),
	RES_END,
};

static const struct result_field result[] = {
	RES_LIST(struct help_result, commands, struct help_row, "commands", row_fields,
		"The command that was asked about, or all"),
	RES_TEXT(struct help_result, text, "text", "The help as Markdown, or what an option asked for"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach help", "List the commands" },
	{ "coach help completions", "Explain one" },
	{ "coach help version --schema", "Show what `coach version --json` writes" },
	{ NULL, NULL },
};

static struct result_list rows_of(struct arena *arena, const struct command *const *all, const struct command *topic)
{
	size_t count = 0;
	while (all[count])
		count++;
	struct help_row *rows = arena_new_array(arena, count, struct help_row);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (!topic || topic == all[i])
			rows[kept++] = (struct help_row){ span_of(all[i]->name), span_of(all[i]->summary) };
	return (struct result_list){ rows, kept };
}

static void write_names(const struct command *const *all, struct buffer *text)
{
	for (; *all; all++)
		buffer_printf(text, "%s\n", (*all)->name);
}

/* The text that an option asks for; false where none does. */
static bool write_source(const struct context *context, const struct command *topic, struct buffer *text)
{
	const struct help_options *given = context->options;
	if (given->man && topic)
		manual_page(topic, text);
	else if (given->man)
		manual_overview_page(context->commands, text);
	else if (given->schema)
		envelope_schema(topic, text);
	else if (given->reference)
		manual_reference(context->commands, text);
	else if (given->names)
		write_names(context->commands, text);
	else
		return false;
	return true;
}

static int find_topic(const struct context *context, const struct command **topic, struct error *error)
{
	const struct help_options *given = context->options;
	*topic = given->topic ? command_find(context->commands, given->topic) : NULL;
	if (!given->topic && given->schema)
		return error_set(error, ERROR_USAGE, "--schema needs a command");
	if (!given->topic || *topic)
		return 0;
	error_set(error, ERROR_USAGE, "there is no command \"%s\"", given->topic);
	const char *nearest = command_nearest(context->commands, given->topic);
	return nearest ? error_hint(error, "did you mean %s?", nearest) : -1;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct command *topic = NULL;
	if (find_topic(context, &topic, error))
		return -1;
	struct buffer BUFFER_CLEANUP text = BUFFER_INIT(TEXT_MOST);
	bool source = write_source(context, topic, &text);
	if (topic)
		manual_usage(topic, &outcome->report);
	else
		manual_overview(context->commands, &outcome->report);
	if (!source)
		report_write_markdown(&outcome->report, REPORT_LEVEL, &text);
	struct help_result *data = arena_new(context->arena, struct help_result);
	data->commands = rows_of(context->arena, context->commands, topic);
	data->text = buffer_finish(context->arena, &text);
	outcome->data = data;
	outcome->raw = source ? data->text : SPAN_NONE;
	return 0;
}

const struct command command_help = {
	.name = "help",
	.group = GROUP_HELP,
	.summary = "Explain coach, or one of its commands",
	.description = "Without a command, lists all with the options that each of them takes. `coach COMMAND --help` "
		       "is the same as `coach help COMMAND`.\n\nThe manual pages, the schemas in `docs/schema` and "
		       "`docs/commands.md` are written with the options below.",
	.examples = examples,
	.needs = NEEDS_NOTHING,
	.options = options,
	.options_size = sizeof(struct help_options),
	.result = result,
	.run = run,
};
