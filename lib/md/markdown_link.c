#include "md/markdown_link.h"

#include "base/ascii.h"
#include "codec/utf8.h"

enum { DEEPEST = 32 };

/* --- where it stands --------------------------------------------------------------------------------------------- */

static bool is_escape(struct span text, size_t at)
{
	return text.at[at] == '\\' && at + 1 < text.length && !ascii_is_alphanumeric(text.at[at + 1]) &&
	       (unsigned char)text.at[at + 1] > ' ' && (unsigned char)text.at[at + 1] < 0x7F;
}

/* Length up to the byte that ends it, escapes left out; the text's length where none does on its line, or where what
 * began begins again: so many beginnings in a row are read in time. */
static size_t length_until(struct span text, char begin, char end)
{
	for (size_t i = 0; i < text.length && text.at[i] != '\n' && text.at[i] != '\r'; i++) {
		if (text.at[i] == begin && begin != end)
			break;
		if (text.at[i] == end)
			return i;
		i += is_escape(text, i);
	}
	return text.length;
}

/* Without space, and with as many parentheses closed as opened, nested as deep as CommonMark demands. */
static size_t bare_length(struct span text)
{
	size_t depth = 0;
	size_t i = 0;
	for (; i < text.length && (unsigned char)text.at[i] > ' '; i++) {
		if (is_escape(text, i))
			i++;
		else if (text.at[i] == '(' && depth++ == DEEPEST)
			return text.length;
		else if (text.at[i] == ')' && depth-- == 0)
			break;
	}
	return i < text.length ? i : text.length;
}

static bool skip_title(struct span *rest)
{
	*rest = span_trim_start(*rest);
	if (span_starts_with(*rest, ")"))
		return true;
	bool quoted = span_starts_with(*rest, "\"") || span_starts_with(*rest, "'");
	if (!quoted && !span_starts_with(*rest, "("))
		return false;
	char begin = *rest->at;
	*rest = span_from(*rest, 1);
	*rest = span_trim_start(span_from(*rest, length_until(*rest, begin, quoted ? begin : ')') + 1));
	return span_starts_with(*rest, ")");
}

static struct span read_destination(struct span *rest, bool angled)
{
	size_t length = angled ? length_until(*rest, '<', '>') : bare_length(*rest);
	struct span destination = span_slice(*rest, 0, length);
	*rest = span_from(*rest, length + angled);
	return destination;
}

bool markdown_link_at(struct span text, size_t offset, struct markdown_link *link)
{
	struct span rest = span_from(text, offset);
	if (!span_skip(&rest, "]("))
		return false;
	rest = span_trim_start(rest);
	link->angled = span_skip(&rest, "<");
	link->destination = read_destination(&rest, link->angled);
	if (!skip_title(&rest))
		return false;
	link->whole = span_between(text.at + offset, rest.at + 1);
	link->destination = span_slice(link->destination, 0, span_find_any(link->destination, "#?"));
	return true;
}

bool markdown_link_next(struct span text, size_t *offset, struct markdown_link *link)
{
	for (size_t at = *offset; at < text.length; at++) {
		at += span_find_any(span_from(text, at), "]\\");
		if (at < text.length && is_escape(text, at)) {
			at++;
			continue;
		}
		if (!markdown_link_at(text, at, link))
			continue;
		*offset = at + link->whole.length;
		return true;
	}
	return false;
}

/* --- what it says ------------------------------------------------------------------------------------------------ */

static bool leads_elsewhere(struct span destination)
{
	size_t length = 0;
	while (length < destination.length && (ascii_is_alphanumeric(destination.at[length]) ||
						      span_find_byte(SPAN("+-."), destination.at[length]) < 3))
		length++;
	bool scheme = length > 0 && length < destination.length && destination.at[length] == ':';
	return scheme || span_starts_with(destination, "//");
}

static int hexadecimal(char byte)
{
	if (ascii_is_digit(byte))
		return byte - '0';
	char letter = ascii_lower(byte);
	return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* The byte that %xx stands for; -1 where it is no such thing. */
static int encoded_byte(struct span text)
{
	if (text.length < 3 || text.at[0] != '%')
		return -1;
	int high = hexadecimal(text.at[1]);
	int low = hexadecimal(text.at[2]);
	return high < 0 || low < 0 ? -1 : 16 * high + low;
}

struct span markdown_link_path(struct arena *arena, const struct markdown_link *link)
{
	struct span written = link->destination;
	if (leads_elsewhere(written))
		return SPAN_NONE;
	char *path = arena_allocate(arena, written.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < written.length; i++) {
		int byte = encoded_byte(span_from(written, i));
		if (byte > 0)
			i += 2;
		else
			i += is_escape(written, i);
		path[length++] = byte > 0 ? (char)byte : written.at[i];
	}
	return (struct span){ path, length };
}

static bool is_to_be_encoded(const struct markdown_link *link, char byte)
{
	unsigned char value = (unsigned char)byte;
	if (value >= 0x80)
		return utf8_is_ascii(link->destination);
	const struct span never = link->angled ? SPAN("<>%#?\\") : SPAN(" ()<>%#?\\\"");
	return value < ' ' || span_find_byte(never, byte) < never.length;
}

struct span markdown_link_encode(struct arena *arena, const struct markdown_link *link, struct span name)
{
	static const char digits[] = "0123456789ABCDEF";
	char *text = arena_allocate(arena, 3 * name.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < name.length; i++) {
		unsigned char byte = (unsigned char)name.at[i];
		if (!is_to_be_encoded(link, name.at[i])) {
			text[length++] = name.at[i];
			continue;
		}
		text[length++] = '%';
		text[length++] = digits[byte / 16];
		text[length++] = digits[byte % 16];
	}
	return (struct span){ text, length };
}
