#include "base/nearest.h"
#include "cli/envelope.h"
#include "cli/manual.h"
#include "cli/topic.h"
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
	ARG(OPTION_TEXT, struct help_options, topic, const char *, "COMMAND", false,
		"The command, or the topic, to explain", .completes = COMPLETES_COMMAND),
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
	struct result_list topics;
	struct span text;
};

static const struct result_field row_fields[] = {
	RES_TEXT(struct help_row, name, "name", "What help takes for it"),
	RES_TEXT(struct help_row, summary, "summary", "What it does, or is about"),
	RES_END,
};

static const struct result_field result[] = {
	RES_LIST(struct help_result, commands, struct help_row, "commands", row_fields,
		"The command that was asked about, or all; none for a topic"),
	RES_LIST(struct help_result, topics, struct help_row, "topics", row_fields,
		"The topic that was asked about, or all; none for a command"),
	RES_TEXT(struct help_result, text, "text", "The help as Markdown, or what an option asked for"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach help", "List the commands" },
	{ "coach help completions", "Explain one" },
	{ "coach help exit-codes", "Say what the exit statuses mean" },
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

static struct result_list rows_of_topics(struct arena *arena, const struct topic *wanted)
{
	size_t count = 0;
	while (topics[count].name)
		count++;
	struct help_row *rows = arena_new_array(arena, count, struct help_row);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (!wanted || wanted == &topics[i])
			rows[kept++] = (struct help_row){ span_of(topics[i].name), span_of(topics[i].summary) };
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

static const char *nearest_name(const struct context *context, const char *name)
{
	const char *command = command_nearest(context->commands, name);
	struct nearest nearest = nearest_to(span_of(name));
	for (const struct topic *topic = topics; topic->name; topic++)
		nearest_offer(&nearest, topic->name);
	return command ? command : nearest.best;
}

/* What help was asked about: at most one of the two, else NULL. */
struct asked {
	const struct command *command;
	const struct topic *topic;
};

static int find_asked(const struct context *context, struct asked *asked, struct error *error)
{
	const struct help_options *given = context->options;
	*asked = (struct asked){ NULL, NULL };
	if (given->topic)
		asked->command = command_called(context->commands, given->topic);
	if (given->topic && !asked->command)
		asked->topic = topic_find(given->topic);
	if (given->schema && (!given->topic || asked->topic))
		return error_set(error, ERROR_USAGE, "--schema needs a command");
	if (given->man && asked->topic)
		return error_set(error, ERROR_USAGE, "--man needs a command");
	if (!given->topic || asked->command || asked->topic)
		return 0;
	error_set(error, ERROR_USAGE, "there is no command or topic \"%s\"", given->topic);
	const char *nearest = nearest_name(context, given->topic);
	return nearest ? error_hint(error, "did you mean %s?", nearest) : -1;
}

static void report_asked(const struct context *context, const struct asked *asked, struct report *report)
{
	if (asked->topic)
		asked->topic->write(report);
	else if (asked->command)
		manual_usage(asked->command, report);
	else
		manual_overview(context->commands, report);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct asked asked;
	if (find_asked(context, &asked, error))
		return -1;
	struct buffer BUFFER_CLEANUP text = BUFFER_INIT(TEXT_MOST);
	bool source = write_source(context, asked.command, &text);
	report_asked(context, &asked, &outcome->report);
	if (!source)
		report_write_markdown(&outcome->report, REPORT_LEVEL, &text);
	struct help_result *data = arena_new(context->arena, struct help_result);
	if (!asked.topic)
		data->commands = rows_of(context->arena, context->commands, asked.command);
	if (!asked.command)
		data->topics = rows_of_topics(context->arena, asked.topic);
	data->text = buffer_finish(context->arena, &text);
	outcome->data = data;
	outcome->raw = source ? data->text : SPAN_NONE;
	return 0;
}

const struct command command_help = {
	.name = "help",
	.group = GROUP_HELP,
	.summary = "Explain coach, one of its commands, or a topic",
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
