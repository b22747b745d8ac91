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

static struct span find(enum language language, int kind, const char *key)
{
	const struct wording wanted = { .kind = kind, .key = key };
	const struct wording *found = bsearch(&wanted, wording_table, wording_table_count, sizeof(wanted), compare);
	assert(found);
	return span_of(found->texts[language]);
}

struct span wording_word(enum language language, enum alias_domain domain, const char *term)
{
	return find(language, (int)domain, term);
}

struct span wording_text(
	struct arena *arena, enum language language, const char *name, const struct slot *slots, size_t count)
{
	return slots_fill(arena, find(language, WORDING_TEXT, name), slots, count);
}
