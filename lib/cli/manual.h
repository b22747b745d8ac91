/* Usage, man pages, completions and the command list: loops over the command constants. */
#ifndef COACH_CLI_MANUAL_H
#define COACH_CLI_MANUAL_H

#include "base/buffer.h"
#include "cli/command.h"
#include "report/report.h"

/* `coach` alone: what it is and the commands by group. */
void manual_overview(const struct command *const *commands, struct report *report);
/* `coach help NAME` and `--help`. */
void manual_usage(const struct command *command, struct report *report);
/* mdoc(7) source of coach-NAME(1), and of coach(1): the program's version in the footer, no dates. */
void manual_page(const struct command *command, struct buffer *out);
void manual_overview_page(const struct command *const *commands, struct buffer *out);
/* docs/commands.md: every command with its options and examples. */
void manual_reference(const struct command *const *commands, struct buffer *out);

enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };

void completion_script(enum shell shell, const struct command *const *commands, struct buffer *out);

#endif
