#include "cli/completion.h"
#include "cli/globals.h"
#include "cli/synopsis.h"

static const char head[] = "#compdef coach\n"
			   "# Completion for coach in zsh; written by `make generate`.\n"
			   "\n"
			   "_coach_clients() {\n"
			   "\tlocal -a names\n"
			   "\tnames=(${(f)\"$(coach completions --clients 2>/dev/null)\"})\n"
			   "\t(( ${#names} )) && compadd -a names\n"
			   "}\n"
			   "\n";

/* What _arguments takes for a value: "(one two)" or a function. */
static void add_action(struct buffer *out, const struct option *option, const struct command *const *commands)
{
	if (option->completes == COMPLETES_FILE) {
		buffer_add_text(out, "_files");
	} else if (option->completes == COMPLETES_FOLDER) {
		buffer_add_text(out, "_files -/");
	} else if (option->completes == COMPLETES_CLIENT) {
		buffer_add_text(out, "_coach_clients");
	} else {
		size_t start = out->length;
		buffer_add_byte(out, '(');
		completion_words(option, commands, out);
		buffer_add_byte(out, ')');
		if (out->length == start + 2)
			buffer_truncate(out, start);
	}
}

/* "--name=[help]:VALUE:action". */
static void add_spec(struct buffer *out, const char *dashes, const struct option *option, const char *joint,
	const struct command *const *commands)
{
	buffer_printf(out, "\t\t'%s%s[", dashes, joint);
	completion_escape(option->help, "[]:\\", out);
	buffer_add_byte(out, ']');
	if (option->kind != OPTION_FLAG) {
		buffer_printf(out, ":%s:", option->value);
		add_action(out, option, commands);
	}
	buffer_add_text(out, "'\n");
}

static void add_options(struct buffer *out, const struct option *options, const struct command *const *commands)
{
	for (const struct option *option = options; option->kind != OPTION_END; option++) {
		if (option->argument)
			continue;
		bool flag = option->kind == OPTION_FLAG;
		struct buffer BUFFER_CLEANUP dashes = BUFFER_INIT(256);
		if (option->letter) {
			buffer_printf(&dashes, "-%c", option->letter);
			add_spec(out, dashes.bytes, option, flag ? "" : "+", commands);
		}
		buffer_clear(&dashes);
		buffer_printf(&dashes, "--%s", option->name);
		add_spec(out, dashes.bytes, option, flag ? "" : "=", commands);
	}
}

static void add_arguments(struct buffer *out, const struct option *options, const struct command *const *commands)
{
	for (const struct option *option = options; option->kind != OPTION_END; option++) {
		if (!option->argument)
			continue;
		const char *start = option->kind == OPTION_WORDS ? "*" : option->required ? "" : ":";
		buffer_printf(out, "\t\t'%s:%s:", start, option->name);
		add_action(out, option, commands);
		buffer_add_text(out, "'\n");
	}
}

static void add_command(struct buffer *out, const struct command *command, const struct command *const *commands)
{
	buffer_printf(out, "\t%s)\n\t\tspecs+=(\n", command->name);
	add_options(out, command_options(command), commands);
	add_arguments(out, command_options(command), commands);
	buffer_add_text(out, "\t\t)\n\t\t;;\n");
}

static void add_command_names(struct buffer *out, const struct command *const *commands)
{
	buffer_add_text(out, "_coach_commands() {\n\tlocal -a commands\n\tcommands=(\n");
	for (; *commands; commands++) {
		buffer_printf(out, "\t\t'%s:", (*commands)->name);
		completion_escape((*commands)->summary, "", out);
		buffer_add_text(out, "'\n");
	}
	buffer_add_text(out, "\t)\n\t_describe -t commands command commands\n}\n\n");
}

void completion_zsh(const struct command *const *commands, struct buffer *out)
{
	buffer_add_text(out, head);
	add_command_names(out, commands);
	buffer_add_text(out,
		"_coach() {\n\tlocal context state state_descr line\n\tlocal -A opt_args\n\tlocal -a specs\n"
		"\tspecs=(\n");
	add_options(out, global_options, commands);
	buffer_add_text(out, "\t)\n\t_arguments -C -S $specs ': :_coach_commands' '*:: :->rest' && return\n"
			     "\t[[ $state == rest ]] || return 1\n\tcase ${line[1]//-/_} in\n");
	for (const struct command *const *command = commands; *command; command++)
		add_command(out, *command, commands);
	buffer_add_text(out, "\tesac\n\t_arguments -S $specs\n}\n\n_coach \"$@\"\n");
}
