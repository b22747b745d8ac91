#include "codec/yaml.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "codec/utf8.h"

#include <stdint.h>
#include <string.h>

static const struct yaml_node *get(const struct yaml_node *mapping, struct span key)
{
	if (!mapping || mapping->kind != YAML_MAPPING)
		return NULL;
	for (size_t i = 0; i < mapping->count; i++)
		if (span_equal(mapping->children[i].key, key))
			return &mapping->children[i];
	return NULL;
}

const struct yaml_node *yaml_get(const struct yaml_node *mapping, const char *key)
{
	return get(mapping, span_of(key));
}

const struct yaml_node *yaml_path(const struct yaml_node *mapping, const char *path)
{
	struct span rest = span_of(path);
	struct span key;
	while (mapping && span_next(&rest, '.', &key))
		mapping = get(mapping, key);
	return mapping;
}

struct span yaml_text(const struct yaml_node *node)
{
	if (!node || node->kind != YAML_SCALAR)
		return SPAN_NONE;
	bool is_null = node->plain && (span_is(node->value, "~") || span_is_ignoring_case(node->value, "null"));
	return is_null ? SPAN_NONE : node->value;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

/* Characters that YAML forbids, that end a line, or that nobody sees. */
static bool must_be_escaped(uint32_t character)
{
	return character < 0x20 || (character >= 0x7F && character <= 0x9F) || character == 0x2028 ||
	       character == 0x2029 || character == 0xFEFF || character == 0xFFFE || character == 0xFFFF;
}

static bool needs_escapes(struct span text)
{
	uint32_t character = 0;
	while (text.length > 0) {
		text = span_from(text, utf8_decode(text, &character));
		if (must_be_escaped(character))
			return true;
	}
	return false;
}

static bool is_one_of(char byte, const char *bytes)
{
	return span_find_byte(span_of(bytes), byte) < strlen(bytes);
}

/* Safe without quotes, in a block and in brackets. */
static bool is_safe_plain(struct span text)
{
	if (text.length == 0 || span_trim(text).length < text.length || needs_escapes(text))
		return false;
	if (span_is(text, "~") || span_is_ignoring_case(text, "null") || span_starts_with(text, "..."))
		return false;
	if (is_one_of(*text.at, "-?:#&*!|>'\"%@`=<") &&
		!(*text.at == '-' && ascii_begins_with_digit(span_from(text, 1))))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (is_one_of(text.at[i], ",[]{}"))
			return false;
	/* In brackets libyaml ends a plain text at ":?" too. */
	return !span_contains(text, ": ") && !span_contains(text, ":?") && !span_contains(text, " #") &&
	       !span_ends_with(text, ":");
}

static void add_escaped(struct buffer *buffer, uint32_t character)
{
	char bytes[4];
	if (character == '"' || character == '\\')
		buffer_printf(buffer, "\\%c", (char)character);
	else if (character == '\n')
		buffer_add_text(buffer, "\\n");
	else if (character == '\t')
		buffer_add_text(buffer, "\\t");
	else if (must_be_escaped(character))
		buffer_printf(buffer, character < 0x100 ? "\\x%02X" : "\\u%04X", (unsigned)character);
	else
		buffer_add(buffer, (struct span){ bytes, utf8_encode(character, bytes) });
}

static void add_double_quoted(struct buffer *buffer, struct span text)
{
	uint32_t character = 0;
	buffer_add_byte(buffer, '"');
	while (text.length > 0) {
		text = span_from(text, utf8_decode(text, &character));
		add_escaped(buffer, character);
	}
	buffer_add_byte(buffer, '"');
}

static void add_single_quoted(struct buffer *buffer, struct span text)
{
	buffer_add_byte(buffer, '\'');
	for (size_t i = 0; i < text.length; i++)
		buffer_add_repeated(buffer, text.at[i], text.at[i] == '\'' ? 2 : 1);
	buffer_add_byte(buffer, '\'');
}

struct span yaml_quote(struct arena *arena, struct span text, char quote)
{
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(SIZE_MAX);
	struct span valid = utf8_repair(arena, text);
	if (quote == 0 && is_safe_plain(valid))
		return valid;
	if (quote == '\'' && !needs_escapes(valid))
		add_single_quoted(&buffer, valid);
	else
		add_double_quoted(&buffer, valid);
	return arena_copy_span(arena, buffer_span(&buffer));
}
