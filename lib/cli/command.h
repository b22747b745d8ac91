/* A command is one constant: what it is called, what it takes and needs, what it gives, and the function that runs it.
 *
 * Parsing, --help, man pages, completions, JSON, its schema and the documentation's command list are loops over these
 * constants. The dispatcher (cmd/main.c) satisfies the needs once, runs the command, shows or applies the changeset,
 * prints, and maps errors to the exit status. A command reads, decides and returns; it never writes and never prints.
 */
#ifndef COACH_CLI_COMMAND_H
#define COACH_CLI_COMMAND_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "cli/option.h"
#include "cli/question.h"
#include "cli/result.h"
#include "model/finding.h"
#include "report/report.h"
#include "vault/changeset.h"
#include "vault/vault.h"

enum command_needs {
	NEEDS_NOTHING = 0,
	NEEDS_VAULT = 1,          /* a vault, or ERROR_NOT_FOUND */
	NEEDS_VAULT_OR_INPUT = 2, /* a vault, unless a file argument is `-`: then none but one named by --vault, and of
				   * one around the working folder the configuration alone */
};

enum command_group { GROUP_FOUNDATION, GROUP_WEEK, GROUP_CLIENTS, GROUP_CAPACITY, GROUP_HELP };

struct context {
	struct arena *arena;
	struct vault *vault;                       /* NULL when not needed, or when input is given */
	const char *vault_given;                   /* --vault, or NULL: for init */
	const struct configuration *configuration; /* the vault's; where input is given, of the vault around, else
						    * the defaults */
	struct date today;
	int minute;          /* of today, after midnight; 0 where --as-of names a day alone */
	const void *options; /* the command's own struct */
	struct span input;   /* standard input, where a file option or argument is `-`; else at == NULL */
	bool interactive;    /* a person can be asked: terminals at both ends and no --no-input */
	const struct command *const *commands; /* all of them, NULL-terminated: for help and completions */
	struct finding_list *findings;         /* starts with what opening the vault found */
};

struct outcome {
	const void *data; /* described by the command's result table; NULL is JSON null */
	struct report report;
	struct changeset changes; /* empty when the command only reads */
	/* A command that writes says here, in one line, that there was nothing to change ("already up to date"); NULL
	 * in one that reads. It goes to standard error, made safe, and --dry-run then prints nothing, rather than the
	 * report. */
	const char *unchanged;
	/* What the command has to know first; then the rest says nothing. NULL: nothing. */
	const struct question *question;
	const char *way_back; /* the command that takes the change back; NULL: undo; "": there is none */
	/* What is no report but text (completions, a filter's output): written as it is, but for --json: then it is
	 * left out, and what matters of it belongs into `data`. What comes from notes and names in it is made safe by
	 * the command (utf8_safe_line), since a terminal may be where it goes. */
	struct span raw;
	bool make_repository;    /* init: the changeset founds a vault in `new_root` */
	const char *new_root;    /* or NULL: the changes are the vault's */
	struct vault *vault;     /* init: the vault that the changes are for, as the run has opened none; else NULL */
	struct vault *becomes;   /* config: the vault as the changes make it, which records them; else NULL */
	const char *new_history; /* where that repository lies; NULL: in the new vault */
	bool findings_fail;      /* lint: exit 1 on findings of severity error by itself */
};

struct example {
	const char *line; /* "coach capacity_check --weeks 4"; run by a test in the sample practice */
	const char *does;
};

struct command {
	const char *name;           /* "capacity_check"; capacity-check works too */
	const char *const *aliases; /* NULL-terminated, or NULL */
	enum command_group group;
	const char *summary;            /* one line, no full stop */
	const char *description;        /* paragraphs for the manual, blank lines between; `code` and **strong** */
	const struct example *examples; /* ended by an empty one */
	unsigned needs;
	const struct option *options; /* OPT_END at the end */
	size_t options_size;
	const struct result_field *result; /* or NULL */
	const char *const *exits;          /* extra lines for the manual's EXIT STATUS, or NULL */
	int (*run)(const struct context *context, struct outcome *outcome, struct error *error);
};

/* By name or alias, `-` and `_` alike; NULL when there is none. */
const struct command *command_called(const struct command *const *commands, const char *name);
/* The name nearest to a mistyped one, or NULL. */
const char *command_nearest(const struct command *const *commands, const char *name);

#endif
