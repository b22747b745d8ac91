#include "cli/completion.h"

#include "cli/manual.h"
#include "vault/configuration.h"

#include <string.h>

static void add_word(struct buffer *out, size_t start, const char *word)
{
	buffer_printf(out, "%s%s", out->length > start ? " " : "", word);
}

void completion_words(const struct option *option, const struct command *const *commands, struct buffer *out)
{
	size_t start = out->length;
	for (const char *const *choice = option->choices; choice && *choice; choice++)
		add_word(out, start, *choice);
	for (; option->completes == COMPLETES_COMMAND && *commands; commands++)
		add_word(out, start, (*commands)->name);
	for (size_t i = 0; option->completes == COMPLETES_SETTING && i < setting_count; i++)
		add_word(out, start, settings[i].name);
}

void completion_escape(const char *text, const char *special, struct buffer *out)
{
	for (; *text; text++) {
		if (*text == '\'') {
			buffer_add_text(out, "'\\''");
			continue;
		}
		if (strchr(special, *text))
			buffer_add_byte(out, '\\');
		buffer_add_byte(out, *text);
	}
}

void completion_script(enum shell shell, const struct command *const *commands, struct buffer *out)
{
	switch (shell) {
	case SHELL_BASH:
		completion_bash(commands, out);
		break;
	case SHELL_ZSH:
		completion_zsh(commands, out);
		break;
	case SHELL_FISH:
		completion_fish(commands, out);
		break;
	}
}
