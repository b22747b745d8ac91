/* The block index against cmark's own tree, over the examples of the specification and the tables of GFM. */
#include "spec_examples.h"

#include "md/document.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

enum { MOST_JOINED = 10000 };

static const char *const kind_names[] = {
	[BLOCK_FRONT_MATTER] = "front_matter",
	[BLOCK_HEADING] = "heading",
	[BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_LIST] = "list",
	[BLOCK_ITEM] = "item",
	[BLOCK_TABLE] = "table",
	[BLOCK_ROW] = "table_row",
	[BLOCK_QUOTE] = "block_quote",
	[BLOCK_CODE] = "code_block",
	[BLOCK_HTML] = "html_block",
	[BLOCK_RULE] = "thematic_break",
};

static const char *const tables[] = {
	"| a | b |\n| - | - |\n| 1 | 2 |\n",
	"text\nmore\n| a | b |\n|---|---|\n| 1 | 2 |\nlazy\n\n> | a |\n> |---|\n> | `x\\|y` |\n",
	"- | a |\n  |---|\n  | 1 |\n- text\n  | a | b |\n  |:--|--:|\n",
	"a | b\n-|-\nc\n# h\n| x |\n| - |\n    | code |\n",
	"| a |\n| --- | --- |\n| no table |\n",
	"[a]: b\n| x |\n|---|\n",
};

static cmark_node *plain_tree(struct span text)
{
	cmark_gfm_core_extensions_ensure_registered();
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
	cmark_parser_feed(parser, text.at, text.length);
	cmark_node *root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

static bool is_block(cmark_node *node)
{
	unsigned type = (unsigned)cmark_node_get_type(node);
	return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK &&
	       strcmp(cmark_node_get_type_string(node), "table_cell") != 0;
}

static void write_tree(struct buffer *out, cmark_node *first, int depth)
{
	for (cmark_node *node = first; node; node = cmark_node_next(node)) {
		if (!is_block(node))
			continue;
		const char *name = cmark_node_get_type_string(node);
		name = strcmp(name, "table_header") == 0 ? "table_row" : name;
		buffer_printf(out, "%*s%s %d", 2 * depth, "", name, cmark_node_get_heading_level(node));
		/* A paragraph that was cut off a table, and that table, have no right position in cmark. */
		bool placed = cmark_node_get_start_line(node) && strncmp(name, "table", 5) != 0 && depth >= 0;
		if (placed)
			buffer_printf(out, " %d", cmark_node_get_start_line(node));
		buffer_add_byte(out, '\n');
		write_tree(out, cmark_node_first_child(node), depth + 1);
	}
}

static bool was_cut_off(const struct document *document, int index)
{
	const struct block *block = &document->blocks[index];
	return block->kind == BLOCK_PARAGRAPH && block->next != NO_BLOCK &&
	       document->blocks[block->next].kind == BLOCK_TABLE &&
	       document->blocks[block->next].line == block->last_line + 1;
}

static void write_blocks(struct buffer *out, const struct document *document)
{
	for (int i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		int depth = 0;
		for (int parent = block->parent; parent != NO_BLOCK; parent = document->blocks[parent].parent)
			depth++;
		int level = block->kind == BLOCK_HEADING ? block->level : 0;
		buffer_printf(out, "%*s%s %d", 2 * depth, "", kind_names[block->kind], level);
		bool placed = block->kind != BLOCK_TABLE && block->kind != BLOCK_ROW && !was_cut_off(document, i);
		if (placed)
			buffer_printf(out, " %u", block->line);
		buffer_add_byte(out, '\n');
	}
}

/* False where there is front matter, the one difference that is meant. */
static bool check_same_tree(struct arena *arena, struct span text)
{
	const struct document *document = document_parse(arena, "x.md", text, DOCUMENT_DEFAULT_MOST);
	assert_null(document->opaque);
	if (document->front_matter.present)
		return false;
	BUFFER_CLEANUP struct buffer expected = BUFFER_INIT(SPEC_MOST_SIZE);
	BUFFER_CLEANUP struct buffer actual = BUFFER_INIT(SPEC_MOST_SIZE);
	cmark_node *root = plain_tree(text);
	write_tree(&expected, cmark_node_first_child(root), 0);
	cmark_node_free(root);
	write_blocks(&actual, document);
	if (!span_equal(buffer_span(&expected), buffer_span(&actual))) {
		print_error("--- text\n%.*s\n--- cmark\n%s\n--- blocks\n%s\n", SPAN_PRINT(text), expected.bytes,
			actual.bytes);
		fail();
	}
	return true;
}

static void blocks_are_those_that_cmark_finds(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct examples examples = read_examples(&arena);
	uint32_t random = 20261120;
	size_t compared = 0;
	for (size_t i = 0; i < examples.count; i++) {
		for (int variant = 0; variant < VARIANTS; variant++) {
			struct arena one = ARENA_INIT;
			struct span text = variant_of(&one, examples.items[i], variant, &random);
			compared += check_same_tree(&one, text);
			arena_release(&one);
		}
	}
	assert_true(compared > (VARIANTS - 2) * examples.count);
	arena_release(&arena);
}

/* Two examples run into each other, the second one indented or quoted at random. */
static void joined_examples_have_the_blocks_that_cmark_finds(void **state)
{
	(void)state;
	static const char *const joints[] = { "", "\n", "> ", "- ", "    ", "\t", "| a | b |\n|---|---|\n" };
	struct arena arena = ARENA_INIT;
	struct examples examples = read_examples(&arena);
	uint32_t random = 42;
	size_t compared = 0;
	for (int i = 0; i < MOST_JOINED; i++) {
		struct arena one = ARENA_INIT;
		struct span first = examples.items[next_random(&random) % examples.count];
		struct span second = examples.items[next_random(&random) % examples.count];
		const char *joint = joints[next_random(&random) % (sizeof(joints) / sizeof(*joints))];
		compared += check_same_tree(
			&one, span_of(arena_printf(&one, "%.*s%s%.*s", SPAN_PRINT(first), joint, SPAN_PRINT(second))));
		arena_release(&one);
	}
	assert_true(compared > MOST_JOINED * 9 / 10);
	arena_release(&arena);
}

static void tables_are_those_that_cmark_finds(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		assert_true(check_same_tree(&arena, span_of(tables[i])));
	arena_release(&arena);
}

/* Each block lies within its parent, behind its elder sibling, on the lines that it names. */
static void assert_well_formed(const struct document *document)
{
	for (int i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		assert_in_range(block->line, 1, document->line_count);
		assert_in_range(block->last_line, block->line, document->line_count);
		size_t end = block->offset + block->length;
		assert_true(end <= document->bytes.length);
		assert_int_equal(document_position(document, block->offset).line, block->line);
		assert_true(block->end > i && block->end <= document->block_count);
		if (block->next != NO_BLOCK) {
			assert_int_equal(block->next, block->end);
			assert_true(document->blocks[block->next].offset >= end);
		}
		if (block->parent == NO_BLOCK)
			continue;
		const struct block *parent = &document->blocks[block->parent];
		assert_true(block->offset >= parent->offset && end <= parent->offset + parent->length);
		assert_true(block->end <= parent->end);
	}
	for (size_t i = 1; i < document->hidden_count; i++)
		assert_true(
			document->hidden[i - 1].offset + document->hidden[i - 1].length <= document->hidden[i].offset);
}

static void blocks_lie_within_each_other(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct examples examples = read_examples(&arena);
	uint32_t random = 1;
	for (size_t i = 0; i < examples.count; i++) {
		for (int variant = 0; variant < VARIANTS; variant++) {
			struct arena one = ARENA_INIT;
			struct span text = variant_of(&one, examples.items[i], variant, &random);
			assert_well_formed(document_parse(&one, "x.md", text, DOCUMENT_DEFAULT_MOST));
			arena_release(&one);
		}
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_those_that_cmark_finds),
		cmocka_unit_test(joined_examples_have_the_blocks_that_cmark_finds),
		cmocka_unit_test(tables_are_those_that_cmark_finds),
		cmocka_unit_test(blocks_lie_within_each_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
