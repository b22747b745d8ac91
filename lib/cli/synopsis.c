#include "cli/synopsis.h"

#include "base/buffer.h"

enum { LONGEST_SYNOPSIS = 8192 };

const char *group_title(enum command_group group)
{
	static const char *const titles[] = { [GROUP_FOUNDATION] = "Foundation",
		[GROUP_WEEK] = "Week and day",
		[GROUP_CLIENTS] = "Clients",
		[GROUP_CAPACITY] = "Capacity and planning",
		[GROUP_HELP] = "Help" };
	return titles[group];
}

const struct option *command_options(const struct command *command)
{
	static const struct option none[] = { OPT_END };
	return command->options ? command->options : none;
}

static bool has(const struct command *command, bool argument)
{
	for (const struct option *option = command_options(command); option->kind != OPTION_END; option++)
		if (option->argument == argument)
			return true;
	return false;
}

bool command_has_options(const struct command *command)
{
	return has(command, false);
}

bool command_has_arguments(const struct command *command)
{
	return has(command, true);
}

const char *synopsis_line(struct arena *arena, const struct command *command)
{
	struct buffer BUFFER_CLEANUP line = BUFFER_INIT(LONGEST_SYNOPSIS);
	const struct option *options = command_options(command);
	buffer_printf(&line, "coach %s", command->name);
	for (const struct option *option = options; option->kind != OPTION_END; option++)
		if (option->argument)
			buffer_printf(&line, " %s", option_argument_text(arena, option, false));
	for (const struct option *option = options; option->kind != OPTION_END; option++)
		if (!option->argument)
			buffer_printf(&line, " [%s]", option_text(arena, option, false));
	return buffer_finish(arena, &line).at;
}
