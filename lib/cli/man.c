#include "cli/globals.h"
#include "cli/manual.h"
#include "cli/synopsis.h"
#include "cli/topic.h"

enum { LINE_FULL = 64 };

struct prose {
	struct buffer *out;
	size_t line_start; /* in the buffer */
	bool code;
	bool strong;
};

static void add_mark(struct prose *prose, bool *mark)
{
	*mark = !*mark;
	buffer_add_text(prose->out, *mark ? "\\fB" : "\\fR");
}

/* A space, or a line end where a sentence or the line is over. */
static void add_space(struct prose *prose, char before)
{
	bool sentence = before == '.' || before == '?' || before == '!';
	bool full = prose->out->length > prose->line_start + LINE_FULL;
	buffer_add_byte(prose->out, sentence || full ? '\n' : ' ');
	if (sentence || full)
		prose->line_start = prose->out->length;
}

static void add_prose_byte(struct prose *prose, char byte)
{
	bool starts_line = prose->out->length == prose->line_start;
	if (starts_line && (byte == '.' || byte == '\''))
		buffer_add_text(prose->out, "\\&");
	if (byte == '\\')
		buffer_add_text(prose->out, "\\e");
	else if (byte == '-' && (prose->code || prose->strong))
		buffer_add_text(prose->out, "\\-");
	else
		buffer_add_byte(prose->out, byte);
}

/* Text in which nothing is a request or an escape; `code` and **strong** become bold. Begins on a new line. */
static void add_prose(struct buffer *out, struct span text)
{
	struct prose prose = { .out = out, .line_start = out->length };
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		if (byte == '`') {
			add_mark(&prose, &prose.code);
		} else if (span_starts_with(span_from(text, i), "**")) {
			add_mark(&prose, &prose.strong);
			i++;
		} else if (byte == ' ' || byte == '\n') {
			add_space(&prose, i > 0 ? text.at[i - 1] : ' ');
		} else {
			add_prose_byte(&prose, byte);
		}
	}
}

static void add_paragraphs(struct buffer *out, struct span text)
{
	for (bool first = true; text.length > 0; first = false) {
		size_t end = span_find(text, "\n\n");
		buffer_add_text(out, first ? "" : ".Pp\n");
		add_prose(out, span_slice(text, 0, end));
		buffer_add_byte(out, '\n');
		text = span_from(text, end + 2);
	}
}

/* "NAME", or "add | move | cancel". */
static void add_argument_name(struct buffer *out, const struct option *argument)
{
	if (argument->kind != OPTION_CHOICE)
		buffer_add_text(out, argument->name);
	for (const char *const *choice = argument->choices; argument->kind == OPTION_CHOICE && *choice; choice++)
		buffer_printf(out, "%s%s", choice == argument->choices ? "" : " | ", *choice);
	buffer_add_text(out, argument->kind == OPTION_WORDS ? " ...\n" : "\n");
}

static void add_option_item(struct buffer *out, const struct option *option)
{
	buffer_add_text(out, ".It");
	if (option->letter)
		buffer_printf(out, " Fl %c ,", option->letter);
	buffer_printf(out, " Fl -%s", option->name);
	if (option->value)
		buffer_printf(out, " Ar %s", option->value);
	buffer_add_byte(out, '\n');
}

static void add_option_list(struct buffer *out, const struct option *options, bool argument)
{
	struct arena arena = ARENA_INIT;
	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (const struct option *option = options; option->kind != OPTION_END; option++) {
		if (option->argument != argument)
			continue;
		if (argument) {
			buffer_add_text(out, ".It Ar ");
			add_argument_name(out, option);
		} else {
			add_option_item(out, option);
		}
		add_prose(out, span_of(option_help(&arena, option)));
		buffer_add_text(out, ".\n");
	}
	buffer_add_text(out, ".El\n");
	arena_release(&arena);
}

static void add_synopsis_argument(struct buffer *out, const struct option *argument)
{
	buffer_add_text(out, argument->required ? ".Ar " : ".Op Ar ");
	add_argument_name(out, argument);
}

static void add_synopsis(struct buffer *out, const struct command *command)
{
	const struct option *options = command_options(command);
	buffer_printf(out, ".Sh SYNOPSIS\n.Nm coach %s\n", command->name);
	for (const struct option *option = options; option->kind != OPTION_END; option++)
		if (option->argument)
			add_synopsis_argument(out, option);
	for (const struct option *option = options; option->kind != OPTION_END; option++)
		if (!option->argument)
			buffer_printf(out, ".Op Fl -%s%s%s\n", option->name, option->value ? " Ar " : "",
				option->value ? option->value : "");
}

static void add_exits(struct buffer *out, const char *const *own)
{
	buffer_add_text(out, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n");
	for (const struct exit_status *exit = exit_statuses; exit->status; exit++) {
		buffer_printf(out, ".It %s\n", exit->status);
		add_prose(out, span_of(exit->meaning));
		buffer_add_byte(out, '\n');
	}
	buffer_add_text(out, ".El\n");
	for (; own && *own; own++) {
		buffer_add_text(out, ".Pp\n");
		add_prose(out, span_of(*own));
		buffer_add_byte(out, '\n');
	}
}

/* Inside the quotes of a macro's argument. */
static void add_quoted(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '"')
			buffer_add_text(out, "\\(dq");
		else if (*text == '-')
			buffer_add_text(out, "\\-");
		else if (*text == '\\')
			buffer_add_text(out, "\\e");
		else
			buffer_add_byte(out, *text);
	}
}

static void add_examples(struct buffer *out, const struct example *examples)
{
	if (!examples || !examples->line)
		return;
	buffer_add_text(out, ".Sh EXAMPLES\n.Bl -tag -width Ds\n");
	for (; examples->line; examples++) {
		buffer_add_text(out, ".It Li \"");
		add_quoted(out, examples->line);
		buffer_add_text(out, "\"\n");
		add_prose(out, span_of(examples->does));
		buffer_add_text(out, ".\n");
	}
	buffer_add_text(out, ".El\n");
}

static void add_upper_case(struct buffer *out, const char *text)
{
	for (; *text; text++)
		buffer_add_byte(out, *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text);
}

static void add_title(struct buffer *out, const char *name, const char *summary)
{
	buffer_add_text(out, ".\\\" Written by `make generate` from the program's own tables.\n.Dd\n.Dt ");
	add_upper_case(out, name);
	buffer_printf(out, " 1\n.Os coach %s\n.Sh NAME\n.Nm %s\n.Nd %s\n", COACH_VERSION, name, summary);
}

void manual_page(const struct command *command, struct buffer *out)
{
	struct buffer BUFFER_CLEANUP name = BUFFER_INIT(256);
	buffer_printf(&name, "coach-%s", command->name);
	add_title(out, name.bytes, command->summary);
	add_synopsis(out, command);
	buffer_add_text(out, ".Sh DESCRIPTION\n");
	add_paragraphs(out, span_of(command->description));
	if (command_has_arguments(command)) {
		buffer_add_text(out, ".Ss Arguments\n");
		add_option_list(out, command->options, true);
	}
	if (command_has_options(command)) {
		buffer_add_text(out, ".Ss Options\n");
		add_option_list(out, command->options, false);
	}
	buffer_add_text(out, ".Pp\nThe options that every command takes are in\n.Xr coach 1 .\n");
	add_exits(out, command->exits);
	add_examples(out, command->examples);
	buffer_add_text(out, ".Sh SEE ALSO\n.Xr coach 1\n");
}

static void add_command_list(struct buffer *out, const struct command *const *commands)
{
	buffer_add_text(out, ".Ss Commands\n.Bl -tag -width Ds\n");
	for (; *commands; commands++) {
		buffer_printf(out, ".It Xr coach-%s 1\n", (*commands)->name);
		add_prose(out, span_of((*commands)->summary));
		buffer_add_text(out, ".\n");
	}
	buffer_add_text(out, ".El\n");
}

void manual_overview_page(const struct command *const *commands, struct buffer *out)
{
	add_title(out, "coach", "keep a coaching practice in plain Markdown notes");
	buffer_add_text(out, ".Sh SYNOPSIS\n.Nm\n.Ar COMMAND\n.Op Ar ARGUMENT ...\n.Op Ar OPTION ...\n"
			     ".Sh DESCRIPTION\n");
	add_paragraphs(
		out, SPAN("A vault is a folder of Markdown notes with `.coach/config.yaml` in it. Commands read "
			  "its notes, compute what follows, and change only the lines they must, as one commit. "
			  "The result goes to standard output: laid out for a terminal, as Markdown into a pipe, "
			  "as JSON with `--json`. All else goes to standard error."));
	add_command_list(out, commands);
	buffer_add_text(out, ".Ss Options of every command\n");
	add_option_list(out, global_options, false);
	buffer_add_text(out, ".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev COACH_VAULT\nThe vault where\n.Fl -vault\n"
			     "is not given.\n.It Ev COACH_NOW\nThe date where\n.Fl -as-of\nis not given.\n"
			     ".It Ev NO_COLOR\nNo colours.\n.El\n");
	add_exits(out, NULL);
}
