#include "md/cmark_tree.h"
#include "md/document_parts.h"

#include <cmark-gfm-extension_api.h>

struct builder {
	struct document *document;
	unsigned first_line;        /* the document's line that cmark read first */
	unsigned table_line;        /* where the next table begins, when a paragraph was cut off it; else 0 */
	const cmark_node *closing;  /* what stands behind the note in the tree */
	const cmark_node *open_end; /* code or HTML that runs to the end of the note */
};

/* The types of an extension have no constants. */
static bool kind_of_extension(cmark_node *node, enum block_kind *kind)
{
	const char *name = cmark_node_get_type_string(node);
	*kind = strcmp(name, "table") == 0 ? BLOCK_TABLE : BLOCK_ROW;
	return *kind == BLOCK_TABLE || strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0;
}

/* False for what is no block of ours: cells, and what a future cmark may add. */
static bool kind_of(cmark_node *node, enum block_kind *kind)
{
	static const struct {
		cmark_node_type type;
		enum block_kind kind;
	} kinds[] = {
		{ CMARK_NODE_PARAGRAPH, BLOCK_PARAGRAPH },
		{ CMARK_NODE_ITEM, BLOCK_ITEM },
		{ CMARK_NODE_LIST, BLOCK_LIST },
		{ CMARK_NODE_HEADING, BLOCK_HEADING },
		{ CMARK_NODE_BLOCK_QUOTE, BLOCK_QUOTE },
		{ CMARK_NODE_CODE_BLOCK, BLOCK_CODE },
		{ CMARK_NODE_HTML_BLOCK, BLOCK_HTML },
		{ CMARK_NODE_THEMATIC_BREAK, BLOCK_RULE },
	};
	cmark_node_type type = cmark_node_get_type(node);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (type == kinds[i].type) {
			*kind = kinds[i].kind;
			return true;
		}
	}
	return kind_of_extension(node, kind);
}

static int level_of(cmark_node *node, enum block_kind kind)
{
	if (kind == BLOCK_HEADING)
		return cmark_node_get_heading_level(node);
	if (kind == BLOCK_LIST)
		return cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? -1 : cmark_node_get_list_start(node);
	return 0;
}

/* cmark's line in the document's numbering, at least `earliest`. */
static unsigned line_of(const struct builder *builder, int cmark_line, unsigned earliest)
{
	long line = (long)cmark_line - 1 - CMARK_TREE_OPENING_LINES + builder->first_line;
	if (line < (long)earliest)
		return earliest;
	return line > (long)builder->document->line_count ? builder->document->line_count : (unsigned)line;
}

static size_t count_lines(const char *text)
{
	size_t lines = 0;
	struct span rest = span_of(text);
	struct span line;
	while (span_next_line(&rest, &line))
		lines++;
	return lines ? lines : 1;
}

static void place_at_column(struct builder *builder, struct block *block, int column)
{
	struct span line = document_line(builder->document, block->line);
	size_t indent = column > 0 ? (size_t)column - 1 : 0;
	block->offset =
		builder->document->line_offsets[block->line - 1] + (indent < line.length ? indent : line.length);
}

/* Behind the outer markers of a line that continues `owner`. */
static void place_at_content(struct builder *builder, struct block *block, int owner)
{
	struct span content = document_line_content(builder->document, owner, block->line);
	block->offset = document_offset(builder->document, content);
}

/* A paragraph that cmark cut off a table has no position: it begins where the table says that it does, and the table
 * behind it. Rows have the line right, not always the column. */
static void place_start(struct builder *builder, cmark_node *node, int index, unsigned earliest)
{
	struct block *block = &builder->document->blocks[index];
	bool cut_off = cmark_node_get_start_line(node) == 0 && cmark_node_next(node);
	cmark_node *positioned = cut_off ? cmark_node_next(node) : node;
	block->line = line_of(builder, cmark_node_get_start_line(positioned), earliest);
	if (block->kind == BLOCK_TABLE && builder->table_line) {
		block->line = builder->table_line;
		place_at_content(builder, block, index - 1);
		builder->table_line = 0;
		return;
	}
	if (cut_off)
		builder->table_line = block->line + (unsigned)count_lines(cmark_node_get_string_content(node));
	if (block->kind == BLOCK_ROW)
		place_at_content(builder, block, block->parent);
	else
		place_at_column(builder, block, cmark_node_get_start_column(positioned));
}

struct html_end {
	const char *start; /* in lower case */
	const char *end;
};

/* The kinds of HTML block that a mark ends and not a blank line (CommonMark 0.31 §4.6); NULL for the others. */
static const char *html_end_mark(struct span first_line)
{
	static const struct html_end ends[] = {
		{ "<!--", "-->" },
		{ "<?", "?>" },
		{ "<![cdata[", "]]>" },
		{ "<!", ">" },
		{ "<script", "</" },
		{ "<pre", "</" },
		{ "<style", "</" },
		{ "<textarea", "</" },
	};
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (span_is_ignoring_case(span_slice(first_line, 0, strlen(ends[i].start)), ends[i].start))
			return ends[i].end;
	return NULL;
}

/* cmark gives the line before the one that holds the end mark. */
static unsigned html_last_line(const struct builder *builder, int index, unsigned cmark_last)
{
	const struct document *document = builder->document;
	const struct block *block = &document->blocks[index];
	const char *mark = html_end_mark(document_line_content(document, index, block->line));
	if (!mark)
		return cmark_last;
	unsigned line = cmark_last < block->line ? block->line : cmark_last + 1;
	bool ends_here = line <= document->line_count && span_contains(document_line(document, line), mark);
	return ends_here ? line : cmark_last;
}

/* A fence that the end of its container closed has no last line of its own: cmark gives the line behind it. */
static unsigned code_last_line(const struct builder *builder, cmark_node *node, int index, unsigned cmark_last)
{
	int length;
	int indent;
	char mark;
	if (!cmark_node_get_fenced(node, &length, &indent, &mark) ||
		cmark_last <= builder->document->blocks[index].line)
		return cmark_last;
	struct span line = span_trim(document_line_content(builder->document, index, cmark_last));
	size_t marks = 0;
	while (marks < line.length && line.at[marks] == mark)
		marks++;
	return marks == line.length && marks >= (size_t)length ? cmark_last : cmark_last - 1;
}

static unsigned leaf_last_line(const struct builder *builder, cmark_node *node, int index)
{
	const struct document *document = builder->document;
	const struct block *block = &document->blocks[index];
	if (node == builder->open_end)
		return document->line_count;
	if (builder->table_line && block->kind == BLOCK_PARAGRAPH)
		return builder->table_line - 1;
	int cmark_last = cmark_node_get_end_line(node);
	/* An underlined heading is closed by the line behind it, and cmark counts that one in. */
	if (block->kind == BLOCK_HEADING && cmark_last > cmark_node_get_start_line(node))
		cmark_last--;
	unsigned last = line_of(builder, cmark_last, 0);
	switch ((int)block->kind) {
	case BLOCK_ROW:
		return block->line;
	case BLOCK_HTML:
		return html_last_line(builder, index, last);
	case BLOCK_CODE:
		return code_last_line(builder, node, index, last);
	default:
		return last;
	}
}

/* The last line that is not blank, up to `last`. */
static void set_last_line(const struct document *document, int index, unsigned last)
{
	struct block *block = &document->blocks[index];
	while (last > block->line && document_line_is_blank(document_line_content(document, index, last)))
		last--;
	block->last_line = last > block->line ? last : block->line;
	struct span line = document_line(document, block->last_line);
	block->length = document_offset(document, line) + line.length - block->offset;
}

static void place_end(struct builder *builder, cmark_node *node, int index)
{
	const struct document *document = builder->document;
	struct block *block = &document->blocks[index];
	unsigned last = block->line;
	if (block->end > index + 1)
		for (int child = index + 1; child != NO_BLOCK; child = document->blocks[child].next)
			last = document->blocks[child].last_line;
	else if (block->kind != BLOCK_LIST && block->kind != BLOCK_ITEM && block->kind != BLOCK_QUOTE)
		last = leaf_last_line(builder, node, index);
	if (block->kind == BLOCK_TABLE && last == block->line && last < document->line_count)
		last++;
	set_last_line(document, index, last);
}

/* No block reaches into the line where a later one begins. */
static void end_before(const struct document *document, int index, unsigned line)
{
	while (index != NO_BLOCK && document->blocks[index].last_line >= line) {
		const struct block *block = &document->blocks[index];
		set_last_line(document, index, line - 1);
		int child = block->end > index + 1 ? index + 1 : NO_BLOCK;
		while (child != NO_BLOCK && document->blocks[child].next != NO_BLOCK)
			child = document->blocks[child].next;
		index = child;
	}
}

static void add_blocks(struct builder *builder, cmark_node *first, int parent, unsigned earliest)
{
	struct block *blocks = builder->document->blocks;
	int previous = NO_BLOCK;
	for (cmark_node *node = first; node && node != builder->closing; node = cmark_node_next(node)) {
		enum block_kind kind;
		if (!kind_of(node, &kind))
			continue;
		int index = builder->document->block_count++;
		blocks[index] = (struct block){
			.kind = kind, .level = level_of(node, kind), .parent = parent, .next = NO_BLOCK
		};
		if (previous != NO_BLOCK)
			blocks[previous].next = index;
		place_start(builder, node, index, earliest);
		end_before(builder->document, previous, blocks[index].line);
		add_blocks(builder, cmark_node_first_child(node), index, blocks[index].line);
		blocks[index].end = builder->document->block_count;
		place_end(builder, node, index);
		earliest = blocks[index].line;
		previous = index;
	}
}

static size_t count_blocks(cmark_node *first)
{
	size_t count = 0;
	enum block_kind kind;
	for (cmark_node *node = first; node; node = cmark_node_next(node))
		if (kind_of(node, &kind))
			count += 1 + count_blocks(cmark_node_first_child(node));
	return count;
}

static void add_front_matter(struct document *document, unsigned closing_line)
{
	struct block *block = &document->blocks[document->block_count++];
	size_t start = document->line_offsets[0];
	struct span last = document_line(document, closing_line);
	*block = (struct block){
		.kind = BLOCK_FRONT_MATTER,
		.parent = NO_BLOCK,
		.next = NO_BLOCK,
		.end = 1,
		.line = 1,
		.last_line = closing_line,
		.offset = start,
		.length = document_offset(document, last) + last.length - start,
	};
}

static unsigned front_matter_lines(const struct document *document)
{
	const struct front_matter *front = &document->front_matter;
	return front->present ? document_position(document, front->offset + front->length).line : 0;
}

static bool build(struct arena *arena, struct arena *scratch, struct document *document)
{
	unsigned front_lines = front_matter_lines(document);
	cmark_node *root = cmark_tree_read(scratch, document, front_lines + 1);
	if (!root)
		return false;
	cmark_node *last = cmark_node_last_child(root);
	bool closed = cmark_node_get_type(last) == CMARK_NODE_PARAGRAPH;
	struct builder builder = {
		.document = document,
		.first_line = front_lines + 1,
		.closing = closed ? last : NULL,
		.open_end = closed ? NULL : last,
	};
	cmark_node *first = cmark_node_next(cmark_node_first_child(root));
	document->blocks = arena_new_array(arena, count_blocks(first) + 1, struct block);
	if (front_lines)
		add_front_matter(document, front_lines);
	add_blocks(&builder, first, NO_BLOCK, 1);
	if (front_lines && document->block_count > 1)
		document->blocks[0].next = 1;
	return true;
}

bool index_blocks(struct arena *arena, struct document *document)
{
	struct arena scratch = ARENA_INIT;
	bool built = build(arena, &scratch, document);
	arena_release(&scratch);
	return built;
}
