/* What the manuals and completions say alike about a command; for their own files. */
#ifndef COACH_CLI_SYNOPSIS_H
#define COACH_CLI_SYNOPSIS_H

#include "cli/command.h"

/* "Week and day". Groups are counted from 0 to GROUP_HELP. */
const char *group_title(enum command_group group);
/* "coach log HOURS CATEGORY [NOTE…] [--client NAME] [--date DATE]". */
const char *synopsis_line(struct arena *arena, const struct command *command);
/* The command's table, also where it has none: a loop over it always ends. */
const struct option *command_options(const struct command *command);
bool command_has_options(const struct command *command);
bool command_has_arguments(const struct command *command);

#endif
