#include "cli/command.h"

#include "base/nearest.h"

static bool answers_to(const struct command *command, struct span name)
{
	if (text_is_alike(span_of(command->name), name))
		return true;
	for (const char *const *alias = command->aliases; alias && *alias; alias++)
		if (text_is_alike(span_of(*alias), name))
			return true;
	return false;
}

const struct command *command_called(const struct command *const *commands, const char *name)
{
	for (; *commands; commands++)
		if (answers_to(*commands, span_of(name)))
			return *commands;
	return NULL;
}

/* The name nearest in its start: `capcity` for capacity_check. */
static const char *nearest_start(const struct command *const *commands, struct span name)
{
	const char *best = NULL;
	size_t least = name.length / 3 + 1;
	for (; name.length > 0 && *commands; commands++) {
		struct span start = span_slice(span_of((*commands)->name), 0, name.length);
		size_t distance = text_distance(name, start);
		if (distance < least && start.length == name.length) {
			least = distance;
			best = (*commands)->name;
		}
	}
	return best;
}

const char *command_nearest(const struct command *const *commands, const char *name)
{
	struct nearest nearest = nearest_to(span_of(name));
	for (const struct command *const *command = commands; *command; command++) {
		nearest_offer(&nearest, (*command)->name);
		for (const char *const *alias = (*command)->aliases; alias && *alias; alias++)
			nearest_offer(&nearest, *alias);
	}
	return nearest.best ? nearest.best : nearest_start(commands, span_of(name));
}
