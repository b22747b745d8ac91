#include "cli/completion.h"
#include "cli/globals.h"
#include "cli/synopsis.h"

/* __coach_words prints the command and its arguments, without options and their values. */
static const char head[] = "# Completion for coach in fish; written by `make generate`.\n"
			   "\n"
			   "function __coach_is\n"
			   "\tset -l words (__coach_words)\n"
			   "\ttest (string replace -a -- - _ \"$words[1]\") = $argv[1]\n"
			   "\tand begin\n"
			   "\t\tnot set -q argv[2]\n"
			   "\t\tor test (count $words) $argv[2..3]\n"
			   "\tend\n"
			   "end\n"
			   "\n"
			   "function __coach_needs_command\n"
			   "\ttest (count (__coach_words)) -eq 0\n"
			   "end\n"
			   "\n"
			   "function __coach_clients\n"
			   "\tcoach completions --clients 2>/dev/null\n"
			   "end\n"
			   "\n";

static void add_valued(struct buffer *out, const struct option *options)
{
	for (const struct option *option = options; option->kind != OPTION_END; option++) {
		if (option->argument || option->kind == OPTION_FLAG)
			continue;
		buffer_printf(out, " --%s", option->name);
		if (option->letter)
			buffer_printf(out, " -%c", option->letter);
	}
}

static void add_words_function(struct buffer *out, const struct command *const *commands)
{
	buffer_add_text(out, "function __coach_words\n\tset -l skip no\n"
			     "\tfor word in (commandline -opc)[2..-1]\n\t\tif test $skip = yes\n\t\t\tset skip no\n"
			     "\t\telse if contains -- $word");
	add_valued(out, global_options);
	for (; *commands; commands++)
		add_valued(out, command_options(*commands));
	buffer_add_text(out, "\n\t\t\tset skip yes\n\t\telse if not string match -q -- '-?*' $word\n"
			     "\t\t\techo $word\n\t\tend\n\tend\nend\n\n");
}

/* -a and what it takes for a value; nothing where there are no candidates. */
static void add_candidates(struct buffer *out, const struct option *option, const struct command *const *commands)
{
	if (option->completes == COMPLETES_FILE) {
		buffer_add_text(out, " -F");
	} else if (option->completes == COMPLETES_FOLDER) {
		buffer_add_text(out, " -f -a '(__fish_complete_directories)'");
	} else if (option->completes == COMPLETES_CLIENT) {
		buffer_add_text(out, " -f -a '(__coach_clients)'");
	} else if (option->choices || option->completes != COMPLETES_NOTHING) {
		buffer_add_text(out, " -f -a '");
		completion_words(option, commands, out);
		buffer_add_byte(out, '\'');
	} else {
		buffer_add_text(out, " -f");
	}
}

static void add_help(struct buffer *out, const char *help)
{
	buffer_add_text(out, " -d '");
	for (; *help; help++) {
		if (*help == '\'' || *help == '\\')
			buffer_add_byte(out, '\\');
		buffer_add_byte(out, *help);
	}
	buffer_add_text(out, "'\n");
}

static void add_option(
	struct buffer *out, const char *command, const struct option *option, const struct command *const *commands)
{
	buffer_add_text(out, "complete -c coach");
	if (command)
		buffer_printf(out, " -n '__coach_is %s'", command);
	if (option->letter)
		buffer_printf(out, " -s %c", option->letter);
	buffer_printf(out, " -l %s", option->name);
	if (option->kind != OPTION_FLAG) {
		buffer_add_text(out, " -r");
		add_candidates(out, option, commands);
	}
	add_help(out, option->help);
}

/* `number` counts the command's own name too, as __coach_words prints it. */
static void add_argument(struct buffer *out, const char *command, int number, const struct option *option,
	const struct command *const *commands)
{
	if (!option->choices && option->completes == COMPLETES_NOTHING)
		return;
	buffer_printf(out, "complete -c coach -n '__coach_is %s", command);
	buffer_printf(out, " %s %d'", option->kind == OPTION_WORDS ? "-ge" : "-eq", number);
	add_candidates(out, option, commands);
	add_help(out, option->help);
}

static void add_command(struct buffer *out, const struct command *command, const struct command *const *commands)
{
	int number = 0;
	for (const struct option *option = command_options(command); option->kind != OPTION_END; option++) {
		if (option->argument)
			add_argument(out, command->name, ++number, option, commands);
		else
			add_option(out, command->name, option, commands);
	}
}

void completion_fish(const struct command *const *commands, struct buffer *out)
{
	buffer_add_text(out, head);
	add_words_function(out, commands);
	buffer_add_text(out, "complete -c coach -f\n");
	for (const struct option *option = global_options; option->kind != OPTION_END; option++)
		add_option(out, NULL, option, commands);
	for (const struct command *const *command = commands; *command; command++) {
		buffer_printf(out, "complete -c coach -n __coach_needs_command -a %s", (*command)->name);
		add_help(out, (*command)->summary);
	}
	for (const struct command *const *command = commands; *command; command++)
		add_command(out, *command, commands);
}
