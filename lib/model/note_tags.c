#include "model/note_tags.h"

#include "base/ascii.h"
#include "codec/utf8.h"

/* Letters, digits, `-`, `_`, `/` and any character beyond ASCII. */
static bool continues_tag(char byte)
{
	return ascii_is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '/' || (unsigned char)byte >= 0x80;
}

static struct span without_sign(struct span tag)
{
	tag = span_trim(tag);
	span_skip(&tag, "#");
	return tag;
}

/* `board/memo` is below `board`. */
static bool is_at_or_below(struct arena *arena, struct span tag, struct span wanted)
{
	struct span folded = utf8_fold(arena, tag);
	bool below =
		folded.length == wanted.length || (folded.length > wanted.length && folded.at[wanted.length] == '/');
	return below && span_equal(span_slice(folded, 0, wanted.length), wanted);
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

/* `board, memo` and `board memo` are two tags. */
static bool text_has(struct arena *arena, struct span text, struct span wanted)
{
	while (text.length) {
		size_t end = span_find_any(text, ", ");
		struct span tag = without_sign(span_slice(text, 0, end));
		if (tag.length && is_at_or_below(arena, tag, wanted))
			return true;
		text = span_from(text, end + 1);
	}
	return false;
}

static bool entry_has(struct arena *arena, const struct yaml_node *entry, struct span wanted)
{
	bool found = entry && text_has(arena, yaml_text(entry), wanted);
	for (size_t i = 0; entry && !found && i < entry->count; i++)
		found = text_has(arena, yaml_text(&entry->children[i]), wanted);
	return found;
}

/* --- text -------------------------------------------------------------------------------------------------------- */

/* What a `#` at the offset begins; empty where it is part of something else: a heading's mark, an address, a link. */
static struct span tag_at(const struct document *document, size_t offset)
{
	struct span bytes = document->bytes;
	char before = offset ? bytes.at[offset - 1] : '\n';
	if (continues_tag(before) || before == '#' || (before == '[' && offset > 1 && bytes.at[offset - 2] == '['))
		return SPAN_NONE;
	size_t length = 0;
	while (offset + 1 + length < bytes.length && continues_tag(bytes.at[offset + 1 + length]))
		length++;
	return span_slice(bytes, offset + 1, length);
}

static bool body_has(struct arena *arena, const struct document *document, struct span wanted)
{
	const struct front_matter *matter = &document->front_matter;
	struct span bytes = document->bytes;
	size_t at = matter->present ? matter->offset + matter->length : 0;
	for (at += span_find_byte(span_from(bytes, at), '#'); at < bytes.length;
		at += 1 + span_find_byte(span_from(bytes, at + 1), '#')) {
		struct span tag = tag_at(document, at);
		if (tag.length && !document_is_hidden(document, at) && is_at_or_below(arena, tag, wanted))
			return true;
	}
	return false;
}

bool note_tags_have(struct arena *arena, const struct document *document, struct span tag)
{
	struct span wanted = utf8_fold(arena, without_sign(tag));
	const struct yaml_node *root = document->front_matter.root;
	return entry_has(arena, yaml_get(root, "tags"), wanted) || entry_has(arena, yaml_get(root, "tag"), wanted) ||
	       body_has(arena, document, wanted);
}
