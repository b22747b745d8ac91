#include "md/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>

/* cmark is asked for the blocks alone. Its reading of emphasis and links would cost more time than the blocks do, is
 * quadratic for some texts, and is not used; so the parser is fed but never finished, and the tree is taken from it
 * through a syntax extension that sees the parser's nodes and opens nothing. A paragraph before the note gives it a
 * node to see, one behind it closes what is open. The tasklist extension changes no block and is not attached
 * (docs/architecture.md). */
static const char opening_paragraph[] = "x\n\n";
static const char closing_paragraph[] = "\n\nx\n";

enum {
	MOST_DEPTH = 64,   /* blank lines cost time in proportion to it */
	LINES_A_TIME = 64, /* fed between two looks at the depth */
};

/* cmark's memory functions and open-block callbacks have no argument of ours. */
static _Thread_local struct {
	struct arena *scratch;
	cmark_node *root;
} reading;

/* What is allocated remembers its size, for realloc. */
struct piece {
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

static struct piece *new_piece(size_t size)
{
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	struct piece *piece = arena_allocate(reading.scratch, sizeof(struct piece) + size);
	piece->size = size;
	return piece;
}

static void *allocate(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		memory_exhausted();
	return new_piece(count * size)->bytes;
}

static void *reallocate(void *bytes, size_t size)
{
	struct piece *old = bytes ? (struct piece *)((char *)bytes - offsetof(struct piece, bytes)) : NULL;
	if (old && size <= old->size)
		return bytes;
	struct piece *larger = new_piece(size);
	if (old)
		memcpy(larger->bytes, bytes, old->size);
	return larger->bytes;
}

static void keep(void *bytes)
{
	(void)bytes;
}

static cmark_mem memory = { allocate, reallocate, keep };

static cmark_syntax_extension *observer;
static cmark_syntax_extension *tables;
static pthread_once_t extensions_once = PTHREAD_ONCE_INIT;

static cmark_node *observe(cmark_syntax_extension *extension, int indented, cmark_parser *parser, cmark_node *parent,
	unsigned char *input, int length)
{
	(void)extension, (void)indented, (void)parser, (void)input, (void)length;
	if (!reading.root)
		reading.root = cmark_node_parent(parent) ? cmark_node_parent(parent) : parent;
	return NULL;
}

static void make_extensions(void)
{
	cmark_gfm_core_extensions_ensure_registered();
	tables = cmark_find_syntax_extension("table");
	observer = cmark_syntax_extension_new("observer");
	cmark_syntax_extension_set_open_block_func(observer, observe);
}

static cmark_parser *new_parser(struct arena *scratch)
{
	pthread_once(&extensions_once, make_extensions);
	reading.scratch = scratch;
	reading.root = NULL;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	cmark_parser_attach_syntax_extension(parser, tables);
	cmark_parser_attach_syntax_extension(parser, observer);
	cmark_parser_feed(parser, opening_paragraph, sizeof(opening_paragraph) - 1);
	return parser;
}

static bool is_too_deep(void)
{
	int depth = 0;
	for (cmark_node *node = reading.root; node; node = cmark_node_last_child(node))
		depth++;
	return depth > MOST_DEPTH;
}

/* cmark would write three bytes for a NUL and shift the columns; DEL means as little to it. */
static struct span without_nul(struct arena *scratch, struct span bytes)
{
	if (span_find_byte(bytes, '\0') == bytes.length)
		return bytes;
	char *copy = arena_copy_text(scratch, bytes);
	for (size_t i = 0; i < bytes.length; i++)
		if (!copy[i])
			copy[i] = '\x7F';
	return (struct span){ copy, bytes.length };
}

cmark_node *cmark_tree_read(struct arena *scratch, const struct document *document, unsigned first)
{
	cmark_parser *parser = new_parser(scratch);
	struct span bytes = without_nul(scratch, document->bytes);
	for (unsigned line = first; line <= document->line_count; line += LINES_A_TIME) {
		unsigned next = line + LINES_A_TIME;
		size_t start = document->line_offsets[line - 1];
		size_t end = next > document->line_count ? bytes.length : document->line_offsets[next - 1];
		cmark_parser_feed(parser, bytes.at + start, end - start);
		if (is_too_deep())
			return NULL;
	}
	cmark_parser_feed(parser, closing_paragraph, sizeof(closing_paragraph) - 1);
	return reading.root;
}
