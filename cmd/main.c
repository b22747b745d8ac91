/* From the command line to the exit status: find the command, satisfy its needs, run it, write what it changes, and
 * only then say so. */
#include "cli/as_of.h"
#include "cli/globals.h"
#include "cli/present.h"
#include "cli/style.h"
#include "cmd/commands.h"
#include "cmd/conversation.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/process.h"
#include "sys/terminal.h"
#include "vault/reading.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

enum { INPUT_MOST = 64 << 20, OUTPUT_MOST = 1 << 30, ATTEMPTS = 10 };

struct run {
	struct arena *arena;
	struct globals globals;
	const struct command *command;
	const char *name; /* of the command, as given */
	int count;        /* of the words behind it */
	const char *const *words;
	const char *redirected[1];
	struct option_set own;
	struct span input; /* standard input, once it was asked for */
	struct vault *vault;
	const struct configuration *configuration;
	struct moment now;
	struct finding_list findings;
	struct outcome outcome;
	struct applied applied;
	bool was_applied;
	struct error error;
};

static struct option_set global_set(struct run *run)
{
	return (struct option_set){ global_options, &run->globals };
}

/* Goes on as if the command line had been `coach NAME [TOPIC]`. */
static void redirect(struct run *run, const char *name, const char *topic)
{
	run->name = name;
	run->command = command_called(commands, name);
	run->redirected[0] = topic;
	run->words = run->redirected;
	run->count = topic ? 1 : 0;
}

static int find_command(struct run *run, int count, const char *const *words)
{
	int used = 0;
	options_init(global_options, &run->globals);
	if (options_parse_leading(run->arena, count, words, global_set(run), &used, &run->error))
		return -1;
	if (run->globals.version || used == count) {
		run->globals.help = false;
		redirect(run, run->globals.version ? "version" : "help", NULL);
		return 0;
	}
	run->name = words[used];
	run->words = words + used + 1;
	run->count = count - used - 1;
	run->command = command_called(commands, run->name);
	if (run->command)
		return 0;
	error_set(&run->error, ERROR_USAGE, "there is no command \"%s\"", run->name);
	const char *nearest = command_nearest(commands, run->name);
	return nearest ? error_hint(&run->error, "did you mean %s?", nearest) : -1;
}

/* `today` as options_parse has it. */
static int parse_words(struct run *run, struct date today)
{
	run->own = (struct option_set){ run->command->options, NULL };
	if (run->own.table) {
		run->own.options = arena_allocate(run->arena, run->command->options_size);
		options_init(run->own.table, run->own.options);
	}
	return options_parse(run->arena, run->count, run->words, run->own, global_set(run), today, &run->error);
}

/* The first reading of the words: all but dates, whose today may depend on the vault. */
static int read_words(struct run *run)
{
	int failed = parse_words(run, DATE_NONE);
	if (!run->globals.help && !run->globals.version)
		return failed;
	run->error = ERROR_INIT;
	redirect(run, run->globals.version ? "version" : "help", run->globals.version ? NULL : run->command->name);
	return parse_words(run, DATE_NONE);
}

/* What comes through a pipe is read by the words and settings of the vault around it, or without any. */
static void configure_around(struct run *run, const char *given)
{
	struct vault *around;
	struct error none = ERROR_INIT;
	if (vault_open(run->arena, given, &around, &run->findings, &none) == 0)
		run->configuration = &around->configuration;
}

static int open_vault(struct run *run)
{
	const char *given = run->globals.vault ? run->globals.vault : getenv("COACH_VAULT");
	bool input_instead =
		(run->command->needs & NEEDS_VAULT_OR_INPUT) && !run->globals.vault && options_read_input(run->own);
	struct configuration *defaults = arena_new(run->arena, struct configuration);
	configuration_init(defaults);
	run->configuration = defaults;
	if (!(run->command->needs & (NEEDS_VAULT | NEEDS_VAULT_OR_INPUT)))
		return 0;
	if (given && !*given)
		given = NULL;
	if (input_instead) {
		configure_around(run, given);
		return 0;
	}
	if (vault_open(run->arena, given, &run->vault, &run->findings, &run->error))
		return -1;
	run->configuration = &run->vault->configuration;
	return 0;
}

/* The time, and with it the second reading of the words. */
static int read_clock(struct run *run)
{
	if (as_of_resolve(
		    run->globals.as_of, getenv("COACH_NOW"), run->configuration->timezone, &run->now, &run->error))
		return -1;
	return parse_words(run, run->now.date);
}

static bool is_interactive(const struct run *run)
{
	return !run->globals.no_input && !run->globals.json && terminal_is(STDIN_FILENO) && terminal_is(STDOUT_FILENO);
}

/* Nothing is written by others while a command reads; what it wants to change is compared again when it is written. */
static int run_command(struct run *run, const struct context *context)
{
	struct lock lock LOCK_CLEANUP = LOCK_INIT;
	if (run->vault && reading_begin(run->arena, run->vault, &lock, &run->findings, &run->error))
		return -1;
	return run->command->run(context, &run->outcome, &run->error);
}

static void begin_outcome(struct run *run)
{
	run->outcome = (struct outcome){ .report = report_of(run->arena),
		.changes = changeset_of(run->arena, run->command->name, "") };
}

/* A question is asked while the vault is free for others, and the command then decides anew. */
static int run_and_ask(struct run *run, const struct context *context)
{
	size_t noticed = run->findings.count;
	bool begun = false;
	while (begin_outcome(run), run_command(run, context) == 0) {
		const struct question *question = run->outcome.question;
		if (!question)
			return 0;
		if (!context->interactive)
			return conversation_refuse(question, &run->error);
		if (!begun)
			conversation_begin(run->arena, question);
		begun = true;
		if (conversation_ask(run->arena, run->vault, question, run->now.date, &run->error))
			return -1;
		run->findings.count = noticed;
	}
	return -1;
}

static int call(struct run *run)
{
	struct context context = {
		.arena = run->arena,
		.vault = run->vault,
		.vault_given = run->globals.vault,
		.configuration = run->configuration,
		.today = run->now.date,
		.minute = run->now.minutes,
		.options = run->own.options,
		.interactive = is_interactive(run),
		.commands = commands,
		.findings = &run->findings,
	};
	if (options_read_input(run->own) && !run->input.at &&
		file_read_descriptor(run->arena, STDIN_FILENO, "-", INPUT_MOST, &run->input, &run->error))
		return -1;
	context.input = run->input;
	return run_and_ask(run, &context);
}

static int apply(struct run *run)
{
	const struct outcome *outcome = &run->outcome;
	if (outcome->changes.count == 0 || run->globals.dry_run)
		return 0;
	const struct vault *opened = outcome->vault ? outcome->vault : run->vault;
	const struct vault *vault = outcome->becomes ? outcome->becomes : opened;
	int failed = outcome->new_root
			     ? transaction_apply_new(run->arena, outcome->new_root, &outcome->changes,
				       outcome->make_repository, outcome->new_history ? outcome->new_history : "",
				       &run->applied, &run->findings, &run->error)
			     : transaction_apply(run->arena, vault, &outcome->changes, run->globals.allow_mass_change,
				       &run->applied, &run->findings, &run->error);
	run->was_applied = !failed;
	return failed;
}

/* What an attempt noticed before it wrote, the next one notices again; a copy that it made is there. */
static void forget_noticed(struct finding_list *findings, size_t kept, size_t written_from)
{
	size_t written = findings->count - written_from;
	for (size_t i = 0; i < written; i++)
		findings->items[kept + i] = findings->items[written_from + i];
	findings->count = kept + written;
}

/* A command decides from what it reads alone, so one that was overtaken reads again and decides anew. */
static int call_and_apply(struct run *run)
{
	for (int attempt = 1;; attempt++) {
		size_t kept = run->findings.count;
		if (call(run))
			return -1;
		size_t noticed = run->findings.count;
		int failed = apply(run);
		if (!failed || attempt == ATTEMPTS || !run->error.overtaken) {
			finding_sort(&run->findings);
			return failed;
		}
		run->error = ERROR_INIT;
		forget_noticed(&run->findings, kept, noticed);
	}
}

static int execute(struct run *run, int count, const char *const *words)
{
	if (find_command(run, count, words) || read_words(run) || open_vault(run) || read_clock(run))
		return -1;
	return call_and_apply(run);
}

/* As the C library would choose it, without loading it. */
static const char *locale_name(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *name = getenv(variables[i]);
		if (name && *name)
			return name;
	}
	return NULL;
}

static int present_run(const struct run *run, struct buffer *out, struct buffer *notes)
{
	enum colour_choice colour = (enum colour_choice)run->globals.colour;
	bool knows_day = date_is_known(run->now.date);
	const struct vault *vault = run->vault ? run->vault : run->outcome.vault;
	struct presentation presentation = {
		.arena = run->arena,
		.command = run->command,
		.command_name = run->name,
		.globals = &run->globals,
		.as_of = knows_day ? run->now.date : as_of_day(run->globals.as_of, getenv("COACH_NOW")),
		.vault = vault ? vault->given : run->outcome.new_root,
		.outcome = &run->outcome,
		.findings = &run->findings,
		.applied = run->was_applied ? &run->applied : NULL,
		.error = &run->error,
		.terminal = terminal_is(STDOUT_FILENO) || colour == COLOUR_ALWAYS,
		.style = style_of(STDOUT_FILENO, colour, locale_name()),
		.error_style = style_of(STDERR_FILENO, colour, locale_name()),
	};
	return present(&presentation, out, notes);
}

/* A reader that went away is no failure; a full disk is. */
static int flush(struct buffer *out, struct error *error)
{
	if (out->over)
		return error_set(error, ERROR_IO, "the result is too large to print");
	bool failed = out->length > 0 && file_write_all(STDOUT_FILENO, buffer_span(out));
	if (!failed)
		failed = close(STDOUT_FILENO) != 0 && out->length > 0;
	return failed && errno != EPIPE ? error_system(error, "standard output", "could not be written") : 0;
}

/* Without this, the first file opened would become a closed standard output. */
static void fill_standard_descriptors(void)
{
	for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
		if (fcntl(descriptor, F_GETFD) == -1 && open("/dev/null", O_RDONLY) == -1)
			_exit(ERROR_IO);
}

int main(int argc, char **argv)
{
	fill_standard_descriptors();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGIO, SIG_IGN); /* file_wait_for_writers */
	struct arena arena = ARENA_INIT;
	struct run run = { .arena = &arena, .now = { DATE_NONE, 0 }, .findings = { .arena = &arena } };
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(OUTPUT_MOST);
	struct buffer BUFFER_CLEANUP notes = BUFFER_INIT(OUTPUT_MOST);
	int count = argc > 0 ? argc - 1 : 0;
	const char *const *words = (const char *const *)argv + (argc > 0);
	execute(&run, count, words);
	/* --json counts also where another mistake comes before it. */
	run.globals.json = run.globals.json || options_mention("json", count, words);
	int status = present_run(&run, &out, &notes);
	struct error lost = ERROR_INIT;
	if (flush(&out, &lost)) {
		if (run.was_applied) {
			lost.hint[0] = '\0'; /* this matters more */
			error_hint(&lost, "the change was made; do not repeat it");
		}
		present_error(&arena, &lost, NULL, &notes);
		status = (int)lost.class;
	}
	file_write_all(STDERR_FILENO, buffer_span(&notes));
	/* An interruption waited until what was written had been said. */
	if (run.was_applied)
		process_allow_signals();
	arena_release(&arena);
	return status;
}
