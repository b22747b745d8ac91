/* The first line is `key=value`, the rest is YAML: of front matter, and of a file of its own. What is read lies within
 * its source, and setting the key gives the value and leaves every other entry and the note behind as they were. */
#include "codec/utf8.h"
#include "fuzz/fuzz.h"
#include "md/edit.h"

struct wish {
	const char *key;
	struct span value;
};

static void check_node(const struct yaml_node *node, struct span source)
{
	CHECK(node->offset + node->length <= source.length);
	CHECK(node->line >= 1 && node->column >= 1);
	for (size_t i = 0; i < node->count; i++) {
		const struct yaml_node *child = &node->children[i];
		CHECK(child->offset >= node->offset);
		CHECK(node->kind == YAML_LIST || child->key_offset <= child->offset);
		CHECK(i == 0 || node->children[i - 1].offset + node->children[i - 1].length <= child->offset);
		check_node(child, source);
	}
}

static void check_same(const struct yaml_node *before, const struct yaml_node *after)
{
	CHECK(before->kind == after->kind && before->plain == after->plain);
	CHECK(span_equal(before->key, after->key) && span_equal(before->value, after->value));
	CHECK(before->count == after->count);
	for (size_t i = 0; i < before->count; i++)
		check_same(&before->children[i], &after->children[i]);
}

/* Every entry but the one that was set, in the same order. */
static void check_others(const struct yaml_node *before, const struct yaml_node *after, struct span key)
{
	CHECK(after->count >= before->count);
	for (size_t i = 0; i < before->count; i++)
		if (!span_equal(before->children[i].key, key))
			check_same(&before->children[i], &after->children[i]);
}

/* A text that is written as a scalar reads back as itself, in each of the quotes. */
static void check_quotes(struct arena *arena, struct span value)
{
	static const char quotes[] = { 0, '\'', '"' };
	for (size_t i = 0; i < sizeof(quotes); i++) {
		struct span written = yaml_quote(arena, value, quotes[i]);
		struct span source = span_of(arena_printf(arena, "a: %.*s\n", SPAN_PRINT(written)));
		struct yaml_node *root = NULL;
		struct error error = ERROR_INIT;
		if (utf8_repair(arena, value).length > DOCUMENT_MOST_FRONT_MATTER / 8)
			continue;
		CHECK(!yaml_parse(arena, source, DOCUMENT_MOST_FRONT_MATTER, "x", 1, &root, &error));
		CHECK(root->count == 1 && span_equal(root->children->value, utf8_repair(arena, value)));
	}
}

static void set_in_note(struct arena *arena, const struct document *document, struct wish wish)
{
	struct edit_list edits = edits_of(arena, document);
	struct error error = ERROR_INIT;
	CHECK(span_equal(edits_apply(&edits), document->bytes));
	if (edit_set_property(&edits, wish.key, wish.value, &error)) {
		CHECK(error.class == ERROR_PARSE && edits.count == 0);
		return;
	}
	struct span text = edits_apply(&edits);
	const struct document *after = document_parse(arena, "x.md", text, DOCUMENT_DEFAULT_MOST);
	const struct yaml_node *root = after->front_matter.root;
	CHECK(root && span_equal(yaml_get(root, wish.key)->value, wish.value));
	if (document->front_matter.root)
		check_others(document->front_matter.root, root, span_of(wish.key));
	size_t behind = document->front_matter.offset + document->front_matter.length;
	size_t length = document->bytes.length - behind;
	CHECK(span_equal(span_from(text, text.length - length), span_from(document->bytes, behind)));
}

static void set_in_file(struct arena *arena, struct span source, const struct yaml_node *root, struct wish wish)
{
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	struct yaml_node *again = NULL;
	struct span first = SPAN_NONE;
	struct span path = span_of(wish.key);
	if (edit_set_yaml(arena, source, root, wish.key, wish.value, &text, &error))
		return;
	CHECK(!yaml_parse(arena, text, SIZE_MAX, "x.yaml", 1, &again, &error));
	CHECK(span_equal(yaml_path(again, wish.key)->value, wish.value));
	span_next(&path, '.', &first);
	check_others(root, again, first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span source = input_copy(&arena, data, size);
	struct span line = input_first_line(&source);
	size_t equals = span_find_byte(line, '=');
	struct wish wish = { arena_copy_text(&arena, span_slice(line, 0, equals)), span_from(line, equals + 1) };
	struct span note = span_of(arena_printf(&arena, "---\n%.*s\n---\n# Body\n", SPAN_PRINT(source)));
	struct yaml_node *root = NULL;
	struct error error = ERROR_INIT;
	check_quotes(&arena, wish.value);
	if (yaml_parse(&arena, source, DOCUMENT_MOST_FRONT_MATTER, "x.yaml", 1, &root, &error)) {
		CHECK(error.class == ERROR_PARSE && error.line >= 1 && error.column >= 1 && error.message[0]);
	} else {
		check_node(root, source);
		if (root->kind == YAML_MAPPING && wish.key[0])
			set_in_file(&arena, source, root, wish);
	}
	if (wish.key[0])
		set_in_note(&arena, document_parse(&arena, "x.md", note, DOCUMENT_DEFAULT_MOST), wish);
	arena_release(&arena);
	return 0;
}
