#include "md/link.h"

#include "base/ascii.h"
#include "base/note_name.h"
#include "md/markdown_link.h"

static bool is_open(struct span text, size_t at)
{
	return at + 1 < text.length && text.at[at] == '[' && text.at[at + 1] == '[';
}

/* Length of what stands between `[[` and `]]`, or text.length when it is no link: links do not nest nor pass a line. */
static size_t inner_length(struct span text)
{
	for (size_t i = 0; i + 1 < text.length; i++) {
		if (text.at[i] == ']' && text.at[i + 1] == ']')
			return i;
		if (text.at[i] == '\n' || text.at[i] == '\r' || is_open(text, i))
			break;
	}
	return text.length;
}

static void split_target(struct link *link, struct span target)
{
	size_t mark = span_find_byte(target, '#');
	link->target = span_trim(span_slice(target, 0, mark));
	struct span part = span_from(target, mark + 1);
	if (span_skip(&part, "^"))
		link->block_id = span_trim(part);
	else
		link->heading = span_trim(part);
}

static struct link read_link(struct span inner)
{
	struct link link = { .embed = false };
	size_t bar = span_find_byte(inner, '|');
	size_t target_end = bar > 0 && bar < inner.length && inner.at[bar - 1] == '\\' ? bar - 1 : bar;
	split_target(&link, span_slice(inner, 0, target_end));
	link.alias = span_trim(span_from(inner, bar + 1));
	return link;
}

bool link_at(struct span text, size_t offset, struct link *link)
{
	if (!is_open(text, offset))
		return false;
	struct span body = span_from(text, offset + 2);
	size_t length = inner_length(body);
	if (length == body.length || span_is_blank(span_slice(body, 0, length)))
		return false;
	*link = read_link(span_slice(body, 0, length));
	link->whole = span_slice(text, offset, length + 4);
	return true;
}

static void include_embed_mark(struct link *link)
{
	link->embed = true;
	link->whole.at--;
	link->whole.length++;
}

bool link_next(struct span text, size_t *offset, struct link *link)
{
	for (size_t at = *offset; at < text.length; at++) {
		at += span_find_byte(span_from(text, at), '[');
		if (!link_at(text, at, link))
			continue;
		if (at > *offset && text.at[at - 1] == '!')
			include_embed_mark(link);
		*offset = (size_t)(link->whole.at - text.at) + link->whole.length;
		return true;
	}
	return false;
}

struct span link_name(const struct link *link)
{
	return note_name(link->target);
}

struct span link_label(const struct link *link)
{
	return link->alias.length ? link->alias : link_name(link);
}

/* --- plain text --- */

struct plain {
	char *bytes;
	size_t length;
};

static bool is_word(char byte)
{
	return ascii_is_alphanumeric(byte) || (unsigned char)byte >= 0x80;
}

static void add_plain_byte(struct plain *plain, char byte)
{
	bool space = byte == ' ' || (byte >= '\t' && byte <= '\r');
	if (!space)
		plain->bytes[plain->length++] = byte;
	else if (plain->length && plain->bytes[plain->length - 1] != ' ')
		plain->bytes[plain->length++] = ' ';
}

static void add_plain(struct plain *plain, struct span text)
{
	for (size_t i = 0; i < text.length; i++)
		add_plain_byte(plain, text.at[i]);
}

/* A Markdown link at the start, [label](target), without brackets in its label; its length, or 0. */
static size_t inline_link_length(struct span text, struct span *label)
{
	*label = span_slice(text, 1, span_find_any(span_from(text, 1), "[]\n\r"));
	struct markdown_link link;
	bool found = markdown_link_at(text, 1 + label->length, &link);
	return found ? 1 + label->length + link.whole.length : 0;
}

static bool is_emphasis(struct span text, size_t at)
{
	char byte = text.at[at];
	if (byte == '*' || byte == '`')
		return true;
	bool twice = at + 1 < text.length && text.at[at + 1] == byte;
	bool second = at > 0 && text.at[at - 1] == byte;
	if (byte == '~' || byte == '=')
		return twice || second;
	bool within_word = at > 0 && is_word(text.at[at - 1]) && at + 1 < text.length && is_word(text.at[at + 1]);
	return byte == '_' && !within_word;
}

static void add_without_marks(struct plain *plain, struct span text)
{
	for (size_t i = 0; i < text.length; i++) {
		struct span label;
		size_t length = text.at[i] == '[' ? inline_link_length(span_from(text, i), &label) : 0;
		if (length) {
			add_without_marks(plain, label);
			i += length - 1;
		} else if (text.at[i] == '\\' && i + 1 < text.length && !is_word(text.at[i + 1])) {
			add_plain_byte(plain, text.at[++i]);
		} else if (!is_emphasis(text, i)) {
			add_plain_byte(plain, text.at[i]);
		}
	}
}

struct span text_plain(struct arena *arena, struct span text)
{
	struct plain plain = { arena_allocate(arena, text.length + 1), 0 };
	size_t done = 0;
	size_t offset = 0;
	for (struct link link; link_next(text, &offset, &link); done = offset) {
		size_t start = (size_t)(link.whole.at - text.at);
		add_without_marks(&plain, span_slice(text, done, start - done));
		add_plain(&plain, link_label(&link));
	}
	add_without_marks(&plain, span_from(text, done));
	return span_trim((struct span){ plain.bytes, plain.length });
}
