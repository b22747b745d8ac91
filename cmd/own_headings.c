#include "cmd/own_headings.h"

#include "base/buffer.h"
#include "model/outline.h"

enum { NOTE_MOST = 1 << 28 };

static bool has_title(const struct outline *outline, struct span title)
{
	for (size_t i = 0; i < outline->sections.count; i++)
		if (outline->sections.items[i].level > 0 && span_equal(outline->titles[i], title))
			return true;
	return false;
}

/* The first section of `own` that says what the title says and has no namesake in `generated`, not taken yet; or NULL.
 */
static const struct section *namesake(
	const struct outline *own, const struct outline *generated, struct span title, bool *taken)
{
	const char *term = alias_term(own->aliases, ALIAS_HEADING, title);
	if (!term || has_title(own, title))
		return NULL;
	for (size_t i = 0; i < own->sections.count; i++) {
		const struct section *section = &own->sections.items[i];
		if (section->level < 2 || taken[i] || has_title(generated, own->titles[i]) ||
			!outline_section_is(own, section, term))
			continue;
		taken[i] = true;
		return section;
	}
	return NULL;
}

struct span own_headings(
	struct arena *arena, const struct aliases *aliases, const struct document *document, const struct document *own)
{
	struct outline generated = outline_of(arena, aliases, document);
	struct outline theirs = outline_of(arena, aliases, own);
	bool *taken = arena_new_array(arena, theirs.sections.count, bool);
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_MOST);
	const char *rest = document->bytes.at;
	for (size_t i = 0; i < generated.sections.count; i++) {
		const struct section *section = &generated.sections.items[i];
		const struct section *other =
			section->level < 2 ? NULL : namesake(&theirs, &generated, generated.titles[i], taken);
		if (!other)
			continue;
		buffer_add(&out, span_between(rest, section->title.at));
		buffer_add(&out, other->title);
		rest = section->title.at + section->title.length;
	}
	buffer_add(&out, span_between(rest, document->bytes.at + document->bytes.length));
	return buffer_finish(arena, &out);
}
