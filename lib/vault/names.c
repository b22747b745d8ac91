#include "codec/utf8.h"
#include "vault/vault.h"

#include <string.h>

/* File systems allow 255 bytes; a path's pattern adds a date and .md, and a temporary name is longer still. */
enum { NAME_MOST_BYTES = 160 };

/* What a file system, a sync service or a wikilink cannot hold becomes a dash; white space becomes a blank. */
static char allowed(char byte)
{
	if (byte == '\0' || strchr("/\\:*?\"<>|#^[]", byte))
		return '-';
	return byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte;
}

static size_t squeeze(char *text, size_t length)
{
	size_t kept = 0;
	for (size_t i = 0; i < length; i++) {
		char byte = allowed(text[i]);
		bool repeated = kept > 0 && text[kept - 1] == byte && (byte == ' ' || byte == '-');
		if (!repeated)
			text[kept++] = byte;
	}
	return kept;
}

static struct span strip(struct span name)
{
	while (name.length > 0 && strchr(".- ", name.at[0]))
		name = span_from(name, 1);
	while (name.length > 0 && strchr(".- ", name.at[name.length - 1]))
		name.length--;
	return name;
}

static struct span shorten(struct span name)
{
	size_t kept = 0;
	for (;;) {
		size_t next = utf8_cluster(span_from(name, kept));
		if (next == 0 || kept + next > NAME_MOST_BYTES)
			return strip(span_slice(name, 0, kept));
		kept += next;
	}
}

/* Names that Windows keeps for devices, alone or before a point. */
static bool is_reserved(struct span name)
{
	static const char *const devices[] = { "con", "prn", "aux", "nul" };
	name = span_slice(name, 0, span_find_byte(name, '.'));
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (span_is_ignoring_case(name, devices[i]))
			return true;
	struct span port = span_slice(name, 0, 3);
	return name.length == 4 && (span_is_ignoring_case(port, "com") || span_is_ignoring_case(port, "lpt")) &&
	       name.at[3] >= '0' && name.at[3] <= '9';
}

const char *vault_file_name(struct arena *arena, struct span title)
{
	struct span composed = utf8_compose(arena, utf8_without_controls(arena, title));
	char *text = arena_copy_text(arena, composed);
	struct span name = shorten(strip((struct span){ text, squeeze(text, composed.length) }));
	if (name.length == 0)
		return "Untitled";
	return is_reserved(name) ? arena_printf(arena, "%.*s_", SPAN_PRINT(name)) : arena_copy_text(arena, name);
}
