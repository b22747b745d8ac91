#include "base/join.h"

#include <string.h>

struct span words_join(struct arena *arena, const char *const *words, size_t count)
{
	size_t length = 0;
	for (size_t i = 0; i < count; i++)
		length += strlen(words[i]) + 1;
	char *text = arena_allocate(arena, length + 1);
	size_t used = 0;
	for (size_t i = 0; i < count; i++) {
		size_t size = strlen(words[i]);
		if (i)
			text[used++] = ' ';
		memcpy(text + used, words[i], size);
		used += size;
	}
	return (struct span){ text, used };
}
