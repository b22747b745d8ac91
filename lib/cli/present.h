/* What a run has to say, as the bytes for standard output and standard error. Pure: nothing is written here. */
#ifndef COACH_CLI_PRESENT_H
#define COACH_CLI_PRESENT_H

#include "cli/command.h"
#include "cli/globals.h"
#include "vault/transaction.h"

struct presentation {
	struct arena *arena;
	const struct command *command; /* NULL when none was found */
	const char *command_name;      /* as given, or NULL */
	const struct globals *globals;
	struct date as_of;
	const char *vault; /* as given; NULL without a vault */
	const struct outcome *outcome;
	const struct finding_list *findings;
	const struct applied *applied;   /* NULL: nothing was written */
	const struct error *error;       /* class ERROR_NONE: the run succeeded */
	bool terminal;                   /* the result goes to a terminal; else it is Markdown */
	struct report_style style;       /* of the result */
	struct report_style error_style; /* of what goes to standard error */
};

/* Fills `out` with the result: the JSON object where it was asked for, else report, raw text or the diff of --dry-run;
 * and `notes` with what goes beside it, unless JSON has it: findings, files changed and how to take that back, or the
 * error. --quiet leaves errors and findings of severity error. Returns the exit status. */
int present(const struct presentation *presentation, struct buffer *out, struct buffer *notes);

/* "coach: PATH:LINE:COLUMN: MESSAGE", the hint, and for usage errors where help is; `command` may be NULL. */
void present_error(struct arena *arena, const struct error *error, const char *command, struct buffer *out);

#endif
