#include "cmd/own_words.h"

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

/* The lines that the entry stands on, without the last line's end. */
static struct span entry_lines(const struct document *document, const struct yaml_node *node)
{
	size_t start = document->front_matter.offset;
	struct span value = span_trim_end(span_slice(document->bytes, start + node->offset, node->length));
	struct span first = document_line(document, document_position(document, start + node->key_offset).line);
	size_t end = start + node->offset + value.length;
	struct span last = document_line(document, document_position(document, end).line);
	return span_between(first.at, last.at + last.length);
}

/* The entry of the note that means the term by another key than `key`; NULL where it has none, or `key` itself. */
static const struct yaml_node *other_entry(const struct properties *own, const char *term, struct span key)
{
	const struct yaml_node *root = own->document->front_matter.root;
	for (size_t i = 0; i < own->count; i++)
		if (span_equal(root->children[i].key, key))
			return NULL;
	return term ? property_entry(own, term) : NULL;
}

/* Adds the text up to the end of the front matter's last entry that the note has by another key, and returns where that
 * is. What a person calls by a word of their own, they also write in a form of their own: the value is theirs too. */
static const char *add_properties(struct buffer *out, const struct outline *generated, const struct outline *own)
{
	const struct document *document = generated->document;
	const char *rest = document->bytes.at;
	for (size_t i = 0; i < generated->properties.count; i++) {
		const struct yaml_node *node = &document->front_matter.root->children[i];
		const struct yaml_node *other =
			other_entry(&own->properties, generated->properties.terms[i], node->key);
		struct span lines = entry_lines(document, node);
		if (!other || lines.at < rest)
			continue;
		buffer_add(out, span_between(rest, lines.at));
		buffer_add(out, entry_lines(own->document, other));
		rest = lines.at + lines.length;
	}
	return rest;
}

struct span own_words(
	struct arena *arena, const struct aliases *aliases, const struct document *document, const struct document *own)
{
	const struct outline *generated = outline_of(arena, aliases, document);
	const struct outline *theirs = outline_of(arena, aliases, own);
	bool *taken = arena_new_array(arena, theirs->sections.count, bool);
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_MOST);
	const char *rest = add_properties(&out, generated, theirs);
	for (size_t i = 0; i < generated->sections.count; i++) {
		const struct section *section = &generated->sections.items[i];
		const struct section *other =
			section->level < 2 ? NULL : namesake(theirs, generated, generated->titles[i], taken);
		if (!other)
			continue;
		buffer_add(&out, span_between(rest, section->title.at));
		buffer_add(&out, other->title);
		rest = section->title.at + section->title.length;
	}
	buffer_add(&out, span_between(rest, document->bytes.at + document->bytes.length));
	return buffer_finish(arena, &out);
}
