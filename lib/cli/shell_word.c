#include "cli/shell_word.h"

#include "base/buffer.h"
#include "codec/utf8.h"

#include <string.h>

enum { WORD_MOST = 64 << 10 };

const char *shell_word(struct arena *arena, struct span text)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@%,";
	const char *word = arena_copy_text(arena, utf8_safe_line(arena, text));
	if (*word && strspn(word, plain) == strlen(word))
		return word;
	struct buffer BUFFER_CLEANUP quoted = BUFFER_INIT(WORD_MOST);
	buffer_add_byte(&quoted, '\'');
	for (; *word; word++)
		buffer_add_text(&quoted, *word == '\'' ? "'\\''" : (char[]){ *word, '\0' });
	buffer_add_byte(&quoted, '\'');
	return arena_copy_text(arena, buffer_span(&quoted));
}
