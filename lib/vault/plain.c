/* Which paths coach may write at all, by their names alone. */
#include "base/ascii.h"
#include "codec/utf8.h"
#include "vault/write.h"

enum { PART_MOST = 12 };

/* Characters that macOS passes over in a name: ".g\u200cit" is ".git" there. */
static bool is_passed_over(uint32_t character)
{
	return (character >= 0x200c && character <= 0x200f) || (character >= 0x202a && character <= 0x202e) ||
	       (character >= 0x206a && character <= 0x206f) || character == 0xfeff;
}

/* The beginning of a name as file systems compare it: in small letters, without what they pass over. */
static struct span compared(struct span name, char letters[PART_MOST])
{
	size_t length = 0;
	while (name.length > 0 && length < PART_MOST) {
		uint32_t character;
		size_t bytes = utf8_decode(name, &character);
		if (!is_passed_over(character))
			letters[length++] = bytes == 1 ? ascii_lower(name.at[0]) : '?';
		name = span_from(name, bytes);
	}
	return (struct span){ letters, length };
}

/* Windows passes over blanks and points at a name's end, takes what follows a colon for a stream, and knows a name by
 * its short form too. */
static bool is_git(struct span part)
{
	char letters[PART_MOST];
	struct span rest = compared(part, letters);
	if (!span_skip(&rest, ".git") && !span_skip(&rest, "git~1"))
		return false;
	while (rest.length > 0 && (rest.at[0] == ' ' || rest.at[0] == '.'))
		rest = span_from(rest, 1);
	return rest.length == 0 || rest.at[0] == ':';
}

bool place_is_gits(const char *path)
{
	struct span rest = span_of(path);
	struct span part;
	while (span_next(&rest, '/', &part))
		if (is_git(part))
			return true;
	return false;
}

bool place_is_plain(const char *path)
{
	struct span rest = span_of(path);
	struct span part;
	if (rest.length == 0 || span_starts_with(rest, "/") || span_ends_with(rest, "/") || place_is_gits(path))
		return false;
	while (span_next(&rest, '/', &part))
		if (part.length == 0 || span_is(part, ".") || span_is(part, ".."))
			return false;
	return true;
}
