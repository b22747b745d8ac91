#include "vault/configuration_edit.h"

#include "codec/yaml.h"
#include "md/edit.h"

#include <string.h>

struct editing {
	struct arena *arena;
	struct span source;
	const char *name;
	const struct setting *setting;
	struct yaml_node *root;
};

static int begin(struct editing *editing, struct error *error)
{
	return yaml_parse(
		editing->arena, editing->source, CONFIGURATION_MOST_BYTES, editing->name, 1, &editing->root, error);
}

static const struct yaml_node *entry(const struct editing *editing)
{
	return yaml_path(editing->root, editing->setting->name);
}

/* "capacity" of capacity.prep_minutes; empty for a setting that stands alone. */
static struct span group_of(const struct setting *setting)
{
	const char *point = strchr(setting->name, '.');
	return point ? span_between(setting->name, point) : SPAN_NONE;
}

static const char *key_of(const struct setting *setting)
{
	const char *point = strchr(setting->name, '.');
	return point ? point + 1 : setting->name;
}

static bool is_key(struct span text, struct span key)
{
	struct span rest = span_trim_start(text);
	return rest.length > key.length && span_equal(span_slice(rest, 0, key.length), key) &&
	       rest.at[key.length] == ':';
}

/* A line that begins a group or a setting of the first level. */
static bool is_top_level(struct span line)
{
	return line.length > 0 && !strchr(" \t#\r", line.at[0]);
}

static bool is_indented(struct span line)
{
	return line.length > 0 && (line.at[0] == ' ' || line.at[0] == '\t');
}

/* `  # prep_minutes: 15`, as deep as the setting is. */
static bool is_commented_setting(struct span line, const struct setting *setting)
{
	struct span rest = span_trim_start(line);
	return is_indented(line) == (group_of(setting).length > 0) && span_skip(&rest, "#") &&
	       is_key(rest, span_of(key_of(setting)));
}

/* The line that holds the setting as a comment, at its place; at == NULL where there is none. */
static struct span find_commented(const struct editing *editing)
{
	struct span group = group_of(editing->setting);
	bool inside = group.length == 0;
	struct span rest = editing->source;
	struct span line;
	while (span_next_line(&rest, &line)) {
		if (is_top_level(line))
			inside = group.length == 0 || is_key(line, group);
		if (inside && is_commented_setting(line, editing->setting))
			return line;
	}
	return SPAN_NONE;
}

static struct span replace(const struct editing *editing, struct span part, struct span text)
{
	struct span before = span_between(editing->source.at, part.at);
	struct span after = span_from(editing->source, before.length + part.length);
	char *joined = arena_allocate(editing->arena, before.length + text.length + after.length + 1);
	struct span parts[] = { before, text, after };
	size_t length = 0;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (parts[i].length)
			memcpy(joined + length, parts[i].at, parts[i].length);
		length += parts[i].length;
	}
	return (struct span){ joined, length };
}

/* The column of the group's first entry, so that a new one stands beside it. */
static const char *indent_of(const struct editing *editing)
{
	struct span group = group_of(editing->setting);
	if (group.length == 0)
		return "";
	const struct yaml_node *node = yaml_get(editing->root, arena_copy_text(editing->arena, group));
	if (!node || node->kind != YAML_MAPPING || node->count == 0)
		return "  ";
	size_t start = node->children[0].key_offset;
	size_t column = 0;
	while (column < start && editing->source.at[start - column - 1] == ' ')
		column++;
	return arena_printf(editing->arena, "%*s", (int)column, "");
}

/* `tail` is what stands behind the value: a comment. */
static struct span setting_line(const struct editing *editing, const char *mark, struct span value, struct span tail)
{
	struct span text = yaml_quote(editing->arena, value, 0);
	return span_of(arena_printf(editing->arena, "%s%s%s: %.*s%.*s", indent_of(editing), mark,
		key_of(editing->setting), SPAN_PRINT(text), SPAN_PRINT(tail)));
}

/* The comment behind a value, with the space before it. */
static struct span comment_behind(struct span text)
{
	size_t at = span_find(text, " #");
	while (at < text.length && at > 0 && text.at[at - 1] == ' ')
		at--;
	return span_from(text, at);
}

/* True when the text is still YAML in which the setting has that value. */
static bool reads_back(const struct editing *editing, struct span text, struct span value)
{
	struct yaml_node *root;
	struct error ignored = ERROR_INIT;
	if (yaml_parse(editing->arena, text, CONFIGURATION_MOST_BYTES, editing->name, 1, &root, &ignored))
		return false;
	const struct yaml_node *node = yaml_path(root, editing->setting->name);
	return node && node->kind == YAML_SCALAR && span_equal(node->value, value);
}

/* edit_set_yaml does not know the file's name. */
static int name_file(struct error *error, const char *name)
{
	struct error found = *error;
	error_at(error, found.class, (struct position){ name, found.line, found.column }, "%s", found.message);
	return found.hint[0] ? error_hint(error, "%s", found.hint) : -1;
}

int configuration_set(struct arena *arena, struct span source, const char *name, const struct setting *setting,
	struct span value, struct span *result, struct error *error)
{
	struct editing editing = { arena, source, name, setting, NULL };
	if (begin(&editing, error))
		return -1;
	struct span commented = entry(&editing) ? SPAN_NONE : find_commented(&editing);
	if (commented.at) {
		struct span tail = comment_behind(span_from(commented, span_find_byte(commented, ':')));
		*result = replace(&editing, commented, setting_line(&editing, "", value, tail));
		if (reads_back(&editing, *result, value))
			return 0;
	}
	if (edit_set_yaml(arena, source, editing.root, setting->name, value, result, error))
		return name_file(error, name);
	return 0;
}

/* The whole line of the entry, when nothing else stands on it; at == NULL otherwise. */
static struct span own_line(const struct editing *editing, const struct yaml_node *node)
{
	struct span rest = editing->source;
	struct span line;
	while (span_next_line(&rest, &line)) {
		size_t start = (size_t)(line.at - editing->source.at);
		if (node->offset + node->length <= start + line.length)
			return node->key_offset >= start && is_key(line, span_of(key_of(editing->setting))) ? line
													    : SPAN_NONE;
	}
	return SPAN_NONE;
}

int configuration_unset(struct arena *arena, struct span source, const char *name, const struct setting *setting,
	struct span *result, struct error *error)
{
	struct editing editing = { arena, source, name, setting, NULL };
	if (begin(&editing, error))
		return -1;
	const struct yaml_node *node = entry(&editing);
	if (!node) {
		*result = source;
		return 0;
	}
	struct span line = own_line(&editing, node);
	if (!line.at) {
		error_at(error, ERROR_PARSE, (struct position){ name, node->line, node->column },
			"%s does not stand on a line of its own", setting->name);
		return error_hint(error, "take it out in an editor");
	}
	struct span tail = comment_behind(span_between(source.at + node->offset + node->length, line.at + line.length));
	*result = replace(&editing, line, setting_line(&editing, "# ", span_of(setting->fallback), tail));
	return 0;
}
