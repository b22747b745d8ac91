#include "cli/manual.h"
#include "cmd/commands.h"
#include "codec/utf8.h"
#include "practice/practice.h"

enum { TEXT_MOST = 64 << 20 };

struct completions_options {
	int shell;
	bool clients;
};

static const char *const shells[] = { "bash", "zsh", "fish", NULL };

static const struct option options[] = {
	ARG(OPTION_CHOICE, struct completions_options, shell, int, "SHELL", false,
		"The shell it is for (default: bash)", .choices = shells),
	OPT_FLAG(struct completions_options, clients, 0, "clients",
		"Print the roster's names, one a line, as the scripts ask for them"),
	OPT_END,
};

struct completions_result {
	int shell;
	struct span script;
};

static const struct result_field result[] = {
	RES_CHOICE(struct completions_result, shell, "shell", shells, "The shell it is for"),
	RES_TEXT(struct completions_result, script, "script", "The script, or the names"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach completions bash", "Print bash's script; source it from ~/.bashrc" },
	{ "coach completions zsh", "Print zsh's; save it as _coach in a folder of $fpath" },
	{ "coach completions fish", "Print fish's; save it as ~/.config/fish/completions/coach.fish" },
	{ NULL, NULL },
};

/* Nothing where there is no vault: a shell that completes wants names or silence. */
static void write_clients(const struct context *context, struct buffer *names)
{
	struct finding_list unasked = { .arena = context->arena };
	struct error unheard = ERROR_INIT;
	struct vault *vault;
	struct practice practice;
	if (vault_open(context->arena, context->vault_given, &vault, &unasked, &unheard) < 0 ||
		practice_load(context->arena, vault, DATE_NONE, PRACTICE_PORTFOLIO, &practice, &unasked, &unheard) < 0)
		return;
	const struct portfolio *portfolio = practice.records.portfolio;
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++) {
		buffer_add(names, utf8_safe_line(context->arena, portfolio->clients[i].name));
		buffer_add_byte(names, '\n');
	}
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	(void)error;
	const struct completions_options *given = context->options;
	struct completions_result *data = arena_new(context->arena, struct completions_result);
	struct buffer BUFFER_CLEANUP script = BUFFER_INIT(TEXT_MOST);
	if (given->clients)
		write_clients(context, &script);
	else
		completion_script((enum shell)given->shell, context->commands, &script);
	data->shell = given->shell;
	data->script = buffer_finish(context->arena, &script);
	outcome->data = data;
	outcome->raw = data->script;
	return 0;
}

const struct command command_completions = {
	.name = "completions",
	.group = GROUP_HELP,
	.summary = "Print a shell's completion script",
	.description = "Prints a script that completes commands, options and their values in bash, zsh or fish. "
		       "`make install` puts all three where the shells look for them.",
	.examples = examples,
	.needs = NEEDS_NOTHING,
	.options = options,
	.options_size = sizeof(struct completions_options),
	.result = result,
	.run = run,
};
