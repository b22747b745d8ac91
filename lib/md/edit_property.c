#include "md/edit.h"

#include "base/buffer.h"

enum { MOST_LINES = 1 << 20, INDENT = 2 };

/* A YAML text and a place in it where an entry is set: in the front matter, or in a file of its own. */
struct yaml_place {
	struct arena *arena;
	struct span source;
	const struct yaml_node *root; /* of the source; NULL where there is none yet */
	const char *line_end;
	const char *path;
	char separator; /* between the keys of a path; NUL where a path is one key, dots and all */
	unsigned first_line;
	size_t most; /* bytes that the result may have */
};

struct splice {
	size_t offset;
	size_t length;
	struct span text;
};

static size_t line_start_of(struct span source, size_t offset)
{
	while (offset > 0 && source.at[offset - 1] != '\n')
		offset--;
	return offset;
}

static size_t next_line_of(struct span source, size_t offset)
{
	size_t end = offset + span_find_byte(span_from(source, offset), '\n');
	return end < source.length ? end + 1 : source.length;
}

static int fail_at(
	const struct yaml_place *place, const struct yaml_node *node, const char *problem, struct error *error)
{
	struct position position = { place->path, node->line + place->first_line - 1, node->column };
	return error_at(error, ERROR_PARSE, position, "%.*s is %s", SPAN_PRINT(node->key), problem);
}

/* Replaces what stands for a scalar, quoted as it was. */
static struct splice replace_scalar(const struct yaml_place *place, const struct yaml_node *node, struct span value)
{
	struct span old = span_trim_end(span_slice(place->source, node->offset, node->length));
	char quote = old.length && (*old.at == '\'' || *old.at == '"') ? *old.at : '\0';
	struct span text = yaml_quote(place->arena, value, quote);
	bool behind_colon = node->offset > 0 && place->source.at[node->offset - 1] == ':';
	if (behind_colon)
		text = span_of(arena_printf(place->arena, " %.*s", SPAN_PRINT(text)));
	return (struct splice){ node->offset, old.length, text };
}

static size_t key_column(const struct yaml_place *place, const struct yaml_node *entry)
{
	return entry->key_offset - line_start_of(place->source, entry->key_offset);
}

/* The end of the last line that belongs to the node: where a sibling of its can follow. */
static size_t end_of(const struct yaml_place *place, const struct yaml_node *node)
{
	while (node->count)
		node = &node->children[node->count - 1];
	size_t end = node->offset + span_trim_end(span_slice(place->source, node->offset, node->length)).length;
	return next_line_of(place->source, end);
}

/* Lines for the entry at the path, each level deeper than the one before. */
static void add_entry_lines(
	const struct yaml_place *place, struct buffer *out, size_t indent, const char *path, struct span value)
{
	struct span rest = span_of(path);
	struct span key;
	while (span_next(&rest, place->separator, &key)) {
		struct span name = yaml_quote(place->arena, key, '\0');
		buffer_add_repeated(out, ' ', indent);
		buffer_printf(out, "%.*s:", SPAN_PRINT(name));
		if (rest.at)
			buffer_add_text(out, place->line_end);
		indent += INDENT;
	}
	struct span text = yaml_quote(place->arena, value, '\0');
	buffer_printf(out, " %.*s%s", SPAN_PRINT(text), place->line_end);
}

static struct splice insert_entry(
	const struct yaml_place *place, size_t offset, size_t indent, const char *path, struct span value)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_LINES);
	if (offset > 0 && place->source.at[offset - 1] != '\n')
		buffer_add_text(&out, place->line_end);
	add_entry_lines(place, &out, indent, path, value);
	return (struct splice){ offset, 0, arena_copy_span(place->arena, buffer_span(&out)) };
}

static bool is_flow(const struct yaml_place *place, const struct yaml_node *mapping)
{
	struct span text = span_from(place->source, mapping->offset);
	return span_starts_with(text, "{");
}

/* Adds an entry behind the last one of a mapping. */
static int add_to_mapping(const struct yaml_place *place, const struct yaml_node *mapping, const char *path,
	struct span value, struct splice *splice, struct error *error)
{
	if (is_flow(place, mapping))
		return fail_at(place, mapping, "a mapping in braces, to which no line can be added", error);
	if (!mapping->count)
		*splice = insert_entry(place, place->source.length, 0, path, value);
	else
		*splice =
			insert_entry(place, end_of(place, mapping), key_column(place, mapping->children), path, value);
	return 0;
}

static const struct yaml_node *child_of(const struct yaml_node *mapping, struct span key)
{
	for (size_t i = 0; mapping->kind == YAML_MAPPING && i < mapping->count; i++)
		if (span_equal(mapping->children[i].key, key))
			return &mapping->children[i];
	return NULL;
}

/* Finds what the path leads to, as far as it exists; the rest of the path is left in `path`. */
static const struct yaml_node *descend(const struct yaml_place *place, const char **path)
{
	const struct yaml_node *node = place->root;
	while (**path) {
		struct span rest = span_of(*path);
		struct span key;
		span_next(&rest, place->separator, &key);
		const struct yaml_node *child = child_of(node, key);
		if (!child)
			break;
		node = child;
		*path = rest.at ? rest.at : "";
	}
	return node;
}

static int set_entry(
	const struct yaml_place *place, const char *path, struct span value, struct splice *splice, struct error *error)
{
	const struct yaml_node *node = descend(place, &path);
	if (*path && node->kind == YAML_MAPPING)
		return add_to_mapping(place, node, path, value, splice, error);
	if (*path && node->kind == YAML_SCALAR && yaml_text(node).length == 0) {
		size_t end = next_line_of(place->source, node->offset);
		*splice = insert_entry(place, end, key_column(place, node) + INDENT, path, value);
		return 0;
	}
	if (*path || node->kind != YAML_SCALAR)
		return fail_at(place, node, *path ? "no mapping" : "no single value", error);
	*splice = replace_scalar(place, node, value);
	return 0;
}

static struct span spliced(const struct yaml_place *place, const struct splice *splice)
{
	struct span parts[] = {
		span_slice(place->source, 0, splice->offset),
		splice->text,
		span_from(place->source, splice->offset + splice->length),
	};
	size_t length = place->source.length - splice->length + splice->text.length;
	char *text = arena_allocate(place->arena, length + 1);
	char *to = text;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (parts[i].length)
			memcpy(to, parts[i].at, parts[i].length);
		to += parts[i].length;
	}
	return (struct span){ text, length };
}

static bool is_same(const struct yaml_node *a, const struct yaml_node *b)
{
	bool same = a->kind == b->kind && a->count == b->count && span_equal(a->key, b->key) &&
		    span_equal(a->value, b->value);
	for (size_t i = 0; same && i < a->count; i++)
		same = is_same(&a->children[i], &b->children[i]);
	return same;
}

/* True when nothing but what the path leads to differs: entries that are new stand behind the others. */
static bool keeps_others(
	const struct yaml_place *place, const struct yaml_node *before, const struct yaml_node *after, const char *path)
{
	struct span rest = span_of(path);
	struct span key;
	span_next(&rest, place->separator, &key);
	bool kept = before->count <= after->count;
	for (size_t i = 0; kept && i < before->count; i++) {
		const struct yaml_node *old = &before->children[i];
		const struct yaml_node *new = &after->children[i];
		kept = span_equal(old->key, key) ? !rest.at || keeps_others(place, old, new, rest.at)
						 : is_same(old, new);
	}
	return kept;
}

/* YAML has more ways to write an entry than are understood here; what does not read back, and what would change another
 * entry, is not written. */
static int check_reads_back(
	const struct yaml_place *place, struct span text, const char *path, struct span value, struct error *error)
{
	struct yaml_node *root;
	if (!yaml_parse(place->arena, text, place->most, place->path, place->first_line, &root, error)) {
		const struct yaml_node *node = place->separator ? yaml_path(root, path) : yaml_get(root, path);
		if (node && node->kind == YAML_SCALAR && span_equal(node->value, value) &&
			(!place->root || keeps_others(place, place->root, root, path)))
			return 0;
	}
	struct position position = { place->path, place->first_line, 1 };
	error_at(error, ERROR_PARSE, position, "%s cannot be set in this YAML without writing it anew", path);
	return error_hint(error, "write one `name: value` line for each entry");
}

static int add_front_matter(struct edit_list *edits, const struct yaml_place *place, const char *key, struct span value,
	struct error *error)
{
	struct splice entry = insert_entry(place, 0, 0, key, value);
	if (check_reads_back(place, entry.text, key, value, error))
		return -1;
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_LINES);
	buffer_printf(&out, "---%s%.*s---%s", place->line_end, SPAN_PRINT(entry.text), place->line_end);
	edit_splice(edits, edits->document->line_offsets[0], 0, buffer_span(&out));
	return 0;
}

int edit_set_property(struct edit_list *edits, const char *key, struct span value, struct error *error)
{
	const struct document *document = edits->document;
	const struct front_matter *front = &document->front_matter;
	struct yaml_place place = {
		.arena = edits->arena,
		.source = span_slice(document->bytes, front->offset, front->length),
		.root = front->root,
		.line_end = document->line_end,
		.path = document->path,
		.first_line = 2,
		.most = DOCUMENT_MOST_FRONT_MATTER,
	};
	if (document->opaque)
		return error_at(error, ERROR_PARSE, document_position(document, 0), "this note %s", document->opaque);
	if (!front->present && !front->problem)
		return add_front_matter(edits, &place, key, value, error);
	if (!front->root) {
		*error = *front->problem;
		return -1;
	}
	struct splice splice;
	if (set_entry(&place, key, value, &splice, error) ||
		check_reads_back(&place, spliced(&place, &splice), key, value, error))
		return -1;
	edit_splice(edits, front->offset + splice.offset, splice.length, splice.text);
	return 0;
}

int edit_set_yaml(struct arena *arena, struct span source, const struct yaml_node *root, const char *path,
	struct span value, struct span *result, struct error *error)
{
	const char *line_end = span_contains(source, "\r\n") ? "\r\n" : "\n";
	struct yaml_place place = {
		.arena = arena,
		.source = source,
		.root = root,
		.line_end = line_end,
		.path = "",
		.separator = '.',
		.first_line = 1,
		.most = MOST_LINES,
	};
	struct splice splice;
	if (set_entry(&place, path, value, &splice, error))
		return -1;
	struct span text = spliced(&place, &splice);
	if (check_reads_back(&place, text, path, value, error))
		return -1;
	*result = text;
	return 0;
}
