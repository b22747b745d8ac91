#include "cli/completion.h"
#include "cli/globals.h"
#include "cli/synopsis.h"

static const char head[] = "# Completion for coach in bash; written by `make generate`.\n"
			   "\n"
			   "_coach_words() {\n"
			   "\tlocal word\n"
			   "\twhile IFS= read -r word; do\n"
			   "\t\tCOMPREPLY+=(\"$word\")\n"
			   "\tdone < <(compgen -W \"$1\" -- \"$cur\")\n"
			   "}\n"
			   "\n"
			   "_coach_paths() {\n"
			   "\tlocal path\n"
			   "\twhile IFS= read -r path; do\n"
			   "\t\tCOMPREPLY+=(\"$path\")\n"
			   "\tdone < <(compgen \"$1\" -- \"$cur\")\n"
			   "\tcompopt -o filenames 2>/dev/null\n"
			   "}\n"
			   "\n"
			   "_coach_clients() {\n"
			   "\tlocal name\n"
			   "\twhile IFS= read -r name; do\n"
			   "\t\t[[ $name == \"$cur\"* ]] && COMPREPLY+=(\"$(printf '%q' \"$name\")\")\n"
			   "\tdone < <(coach completions --clients 2>/dev/null)\n"
			   "}\n"
			   "\n";

/* How the candidates of one value are found, as a command of the script; `:` where there are none. */
static void add_candidates(struct buffer *out, const struct option *option, const struct command *const *commands)
{
	struct buffer BUFFER_CLEANUP words = BUFFER_INIT(1u << 16);
	completion_words(option, commands, &words);
	if (option->completes == COMPLETES_FILE)
		buffer_add_text(out, "_coach_paths -f");
	else if (option->completes == COMPLETES_FOLDER)
		buffer_add_text(out, "_coach_paths -d");
	else if (option->completes == COMPLETES_CLIENT)
		buffer_add_text(out, "_coach_clients");
	else if (words.length > 0)
		buffer_printf(out, "_coach_words '%s'", words.bytes);
	else
		buffer_add_byte(out, ':');
}

/* "COMMAND:--name | COMMAND:-n)" and what completes the value of that option. */
static void add_value_case(
	struct buffer *out, const char *command, const struct option *option, const struct command *const *commands)
{
	buffer_printf(out, "\t%s:--%s", command, option->name);
	if (option->letter)
		buffer_printf(out, " | %s:-%c", command, option->letter);
	buffer_add_text(out, ")\n\t\t");
	add_candidates(out, option, commands);
	buffer_add_text(out, "\n\t\treturn\n\t\t;;\n");
}

static void add_value_cases(
	struct buffer *out, const char *command, const struct option *options, const struct command *const *commands)
{
	for (const struct option *option = options; option->kind != OPTION_END; option++)
		if (!option->argument && option->kind != OPTION_FLAG)
			add_value_case(out, command, option, commands);
}

/* "COMMAND:2)": its second argument; words are all from there on. */
static void add_argument_cases(struct buffer *out, const struct command *command, const struct command *const *commands)
{
	int number = 0;
	for (const struct option *option = command_options(command); option->kind != OPTION_END; option++) {
		if (!option->argument)
			continue;
		buffer_printf(out, "\t%s:", command->name);
		if (option->kind == OPTION_WORDS)
			buffer_add_text(out, "*)\n\t\t");
		else
			buffer_printf(out, "%d)\n\t\t", ++number);
		add_candidates(out, option, commands);
		buffer_add_text(out, "\n\t\t;;\n");
	}
}

/* The options that take a value, as a pattern. */
static void add_valued(struct buffer *out, const struct option *options, size_t start)
{
	for (const struct option *option = options; option->kind != OPTION_END; option++) {
		if (option->argument || option->kind == OPTION_FLAG)
			continue;
		buffer_printf(out, "%s*:--%s", out->length > start ? " | " : "", option->name);
		if (option->letter)
			buffer_printf(out, " | *:-%c", option->letter);
	}
}

static void add_valued_of_command(struct buffer *out, const struct command *command)
{
	for (const struct option *option = command_options(command); option->kind != OPTION_END; option++) {
		if (option->argument || option->kind == OPTION_FLAG)
			continue;
		buffer_printf(out, " | %s:--%s", command->name, option->name);
		if (option->letter)
			buffer_printf(out, " | %s:-%c", command->name, option->letter);
	}
}

static void add_word_scan(struct buffer *out, const struct command *const *commands)
{
	buffer_add_text(out,
		"_coach() {\n"
		"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i count=0\n"
		"\tCOMPREPLY=()\n"
		"\t# Bash cuts --name=value at the equals sign.\n"
		"\tif [[ $cur == = ]]; then\n"
		"\t\tcur=''\n"
		"\telif [[ $prev == = ]] && ((COMP_CWORD > 2)); then\n"
		"\t\tprev=${COMP_WORDS[COMP_CWORD - 2]}\n"
		"\tfi\n"
		"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
		"\t\tcase $command:${COMP_WORDS[i]} in\n"
		"\t\t");
	add_valued(out, global_options, out->length);
	for (const struct command *const *command = commands; *command; command++)
		add_valued_of_command(out, *command);
	buffer_add_text(out, ")\n"
			     "\t\t\t[[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))\n"
			     "\t\t\t((i++))\n"
			     "\t\t\t;;\n"
			     "\t\t*:-?*) ;;\n"
			     "\t\t:*) command=${COMP_WORDS[i]//-/_} ;;\n"
			     "\t\t*) ((count++)) ;;\n"
			     "\t\tesac\n"
			     "\tdone\n");
}

static void add_option_names(struct buffer *out, const struct option *options)
{
	for (const struct option *option = options; option->kind != OPTION_END; option++)
		if (!option->argument)
			buffer_printf(out, " --%s", option->name);
}

static void add_option_cases(struct buffer *out, const struct command *const *commands)
{
	buffer_add_text(out, "\tif [[ $cur == -* ]]; then\n\t\tlocal options=''\n\t\tcase $command in\n");
	for (; *commands; commands++) {
		if (!command_has_options(*commands))
			continue;
		buffer_printf(out, "\t\t%s) options='", (*commands)->name);
		add_option_names(out, command_options(*commands));
		buffer_add_text(out, "' ;;\n");
	}
	buffer_add_text(out, "\t\tesac\n\t\t_coach_words \"$options");
	add_option_names(out, global_options);
	buffer_add_text(out, "\"\n\t\treturn\n\tfi\n");
}

void completion_bash(const struct command *const *commands, struct buffer *out)
{
	const struct option command_name = { .kind = OPTION_TEXT, .completes = COMPLETES_COMMAND };
	buffer_add_text(out, head);
	add_word_scan(out, commands);
	buffer_add_text(out, "\tcase $command:$prev in\n");
	for (const struct command *const *command = commands; *command; command++)
		add_value_cases(out, (*command)->name, command_options(*command), commands);
	add_value_cases(out, "*", global_options, commands);
	buffer_add_text(out, "\tesac\n");
	add_option_cases(out, commands);
	buffer_add_text(out, "\tcase $command:$((count + 1)) in\n\t:*)\n\t\t");
	add_candidates(out, &command_name, commands);
	buffer_add_text(out, "\n\t\t;;\n");
	for (const struct command *const *command = commands; *command; command++)
		add_argument_cases(out, *command, commands);
	buffer_add_text(out, "\tesac\n}\n\ncomplete -F _coach coach\n");
}
