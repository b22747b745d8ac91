/* Commands as the manuals' and completions' tests see them: one of each kind of option and argument. */
#ifndef COACH_TEST_SAMPLE_COMMANDS_H
#define COACH_TEST_SAMPLE_COMMANDS_H

#include "test.h"

#include "cli/command.h"

struct book_options {
	int action;
	const char *name;
	struct words notes;
	const char *place;
	int category;
	bool all;
};

static const char *const book_actions[] = { "add", "move", NULL };
static const char *const book_categories[] = { "coaching", "admin", NULL };
static const char *const book_aliases[] = { "reserve", NULL };

static const struct option book_table[] = {
	ARG(OPTION_CHOICE, struct book_options, action, int, "ACTION", true, "What to do", .choices = book_actions),
	ARG(OPTION_TEXT, struct book_options, name, const char *, "NAME", true, "The client",
		.completes = COMPLETES_CLIENT),
	ARG(OPTION_WORDS, struct book_options, notes, struct words, "NOTE", false, "A client's note",
		.completes = COMPLETES_FILE),
	OPT_TEXT(struct book_options, place, 'p', "place", "FOLDER", "Where [it] goes: \"there\"",
		.completes = COMPLETES_FOLDER),
	OPT_CHOICE(struct book_options, category, 0, "category", "WORD", book_categories, "Which kind"),
	OPT_FLAG(struct book_options, all, 'a', "all", "Every one"),
	OPT_END,
};

static const struct example book_examples[] = {
	{ "coach book add \"Ana\" --all", "Books everything" },
	{ NULL, NULL },
};

static int book_run(const struct context *context, struct outcome *outcome, struct error *error)
{
	(void)context;
	(void)outcome;
	(void)error;
	return 0;
}

static const struct command command_book = {
	.name = "book",
	.aliases = book_aliases,
	.group = GROUP_CLIENTS,
	.summary = "Book a session",
	.description =
		"Writes the `.md` note. **Nothing** else changes.\n\n.starts with a dot \\ and more, so much that "
		"the line has to be broken somewhere.",
	.examples = book_examples,
	.needs = NEEDS_VAULT,
	.options = book_table,
	.options_size = sizeof(struct book_options),
	.run = book_run,
};

static const struct command command_plain = {
	.name = "capacity_check",
	.group = GROUP_HELP,
	.summary = "Take nothing",
	.description = "Takes nothing.",
	.needs = NEEDS_NOTHING,
	.run = book_run,
};

static const struct command *const sample_commands[] = { &command_book, &command_plain, NULL };

#endif
