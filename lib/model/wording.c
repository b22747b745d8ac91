#include "model/wording.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *left, const void *right)
{
	const struct wording *a = left;
	const struct wording *b = right;
	return a->kind != b->kind ? a->kind - b->kind : strcmp(a->key, b->key);
}

static const struct wording *find(int kind, const char *key)
{
	const struct wording wanted = { .kind = kind, .key = key };
	const struct wording *found = bsearch(&wanted, wording_table, wording_table_count, sizeof(wanted), compare);
	assert(found);
	return found;
}

struct span wording_word(enum language language, enum alias_domain domain, const char *term)
{
	return span_of(find((int)domain, term)->texts[language]);
}

bool wording_is_word(enum alias_domain domain, const char *term, struct span text)
{
	const struct wording *wording = find((int)domain, term);
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (span_is(text, wording->texts[i]))
			return true;
	return false;
}

struct span wording_text(
	struct arena *arena, enum language language, const char *name, const struct slot *slots, size_t count)
{
	return slots_fill(arena, span_of(find(WORDING_TEXT, name)->texts[language]), slots, count);
}
