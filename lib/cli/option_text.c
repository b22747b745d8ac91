#include "base/buffer.h"
#include "cli/option.h"

enum { LONGEST_TEXT = 4096 };

/* "add|move|cancel" for a choice, else the argument's name. */
static void add_argument_name(struct buffer *text, const struct option *argument)
{
	if (argument->kind != OPTION_CHOICE) {
		buffer_add_text(text, argument->name);
		return;
	}
	for (const char *const *choice = argument->choices; *choice; choice++)
		buffer_printf(text, "%s%s", choice == argument->choices ? "" : "|", *choice);
}

const char *option_argument_text(struct arena *arena, const struct option *argument, bool bare)
{
	bool brackets = !bare && !argument->required;
	struct buffer BUFFER_CLEANUP text = BUFFER_INIT(LONGEST_TEXT);
	buffer_add_text(&text, brackets ? "[" : "");
	add_argument_name(&text, argument);
	buffer_add_text(&text, argument->kind == OPTION_WORDS ? "…" : "");
	buffer_add_text(&text, brackets ? "]" : "");
	return buffer_finish(arena, &text).at;
}

const char *option_text(struct arena *arena, const struct option *option, bool letter)
{
	const char *space = option->value ? " " : "";
	const char *value = option->value ? option->value : "";
	if (letter && option->letter)
		return arena_printf(arena, "-%c, --%s%s%s", option->letter, option->name, space, value);
	return arena_printf(arena, "--%s%s%s", option->name, space, value);
}

const char *option_help(struct arena *arena, const struct option *option)
{
	const char *text = option->help;
	if (option->argument || !option->choices)
		return text;
	for (const char *const *choice = option->choices; *choice; choice++)
		text = arena_printf(arena, "%s%s%s", text, choice == option->choices ? ": " : ", ", *choice);
	return text;
}
