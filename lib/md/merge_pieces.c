#include "md/merge_parts.h"

/* Cuts lines into pieces from the first to the last, without leaving one out. */
struct cutter {
	struct arena *arena;
	const struct document *document;
	struct piece_list list;
	size_t capacity;
	unsigned next;         /* the first line that is in no piece yet */
	enum piece_kind other; /* what lines are that no one names */
};

static size_t line_start(const struct document *document, unsigned line)
{
	return line > document->line_count ? document->bytes.length : document->line_offsets[line - 1];
}

static void add_piece(struct cutter *cutter, enum piece_kind kind, unsigned first, unsigned last)
{
	const struct document *document = cutter->document;
	struct piece_list *list = &cutter->list;
	struct span last_line = document_line(document, last);
	size_t start = line_start(document, first);
	size_t end = document_offset(document, last_line) + last_line.length;
	struct piece piece = { .kind = kind, .text = span_slice(document->bytes, start, end - start) };
	piece_describe(cutter->arena, &piece);
	list->items = arena_grow(cutter->arena, list->items, list->count, &cutter->capacity, sizeof(*list->items));
	list->items[list->count++] = piece;
}

static bool line_is_blank(const struct cutter *cutter, unsigned line)
{
	return span_is_blank(document_line(cutter->document, line));
}

/* Lines up to `end` that are in no piece: each run without a blank line is one. */
static void cut_others(struct cutter *cutter, unsigned end)
{
	while (cutter->next < end) {
		unsigned first = cutter->next++;
		if (line_is_blank(cutter, first))
			continue;
		while (cutter->next < end && cutter->other != PIECE_ENTRY && !line_is_blank(cutter, cutter->next))
			cutter->next++;
		add_piece(cutter, cutter->other, first, cutter->next - 1);
	}
}

static void cut(struct cutter *cutter, enum piece_kind kind, unsigned first, unsigned last)
{
	cut_others(cutter, first);
	if (first < cutter->next)
		first = cutter->next;
	if (first > last)
		return;
	add_piece(cutter, kind, first, last);
	cutter->next = last + 1;
}

/* The blank lines between the pieces of the bytes [start, end). */
static struct piece_list finish(struct cutter *cutter, size_t start, size_t end)
{
	const struct document *document = cutter->document;
	struct piece_list *list = &cutter->list;
	struct span *gap = &list->lead;
	for (size_t i = 0; i < list->count; i++) {
		size_t next = document_offset(document, list->items[i].text);
		*gap = span_slice(document->bytes, start, next - start);
		start = next + list->items[i].text.length;
		gap = &list->items[i].gap;
	}
	*gap = span_slice(document->bytes, start, end - start);
	return *list;
}

static unsigned line_of(const struct document *document, size_t offset)
{
	return offset >= document->bytes.length ? document->line_count + 1 : document_position(document, offset).line;
}

static void cut_table(struct cutter *cutter, int table)
{
	const struct block *blocks = cutter->document->blocks;
	unsigned header = blocks[table].line;
	cut(cutter, PIECE_FRAME, header, header + 1);
	for (int row = table + 1; row < blocks[table].end; row = blocks[row].end)
		if (blocks[row].line > header + 1)
			cut(cutter, PIECE_ROW, blocks[row].line, blocks[row].line);
}

static enum piece_kind text_kind(const struct document *document, int block, enum piece_kind kind)
{
	return document_is_hidden(document, document->blocks[block].offset) ? PIECE_OTHER : kind;
}

static void cut_block(struct cutter *cutter, int index)
{
	const struct document *document = cutter->document;
	const struct block *block = &document->blocks[index];
	if (block->kind == BLOCK_TABLE) {
		cut_table(cutter, index);
	} else if (block->kind == BLOCK_LIST) {
		for (int item = index + 1; item != NO_BLOCK; item = document->blocks[item].next)
			cut(cutter, text_kind(document, item, PIECE_ITEM), document->blocks[item].line,
				document->blocks[item].last_line);
	} else {
		enum piece_kind kind = block->kind == BLOCK_PARAGRAPH ? PIECE_PARAGRAPH : PIECE_OTHER;
		cut(cutter, text_kind(document, index, kind), block->line, block->last_line);
	}
}

struct piece_list pieces_of_section(struct arena *arena, const struct document *document, const struct section *section)
{
	struct cutter cutter = {
		.arena = arena,
		.document = document,
		.next = line_of(document, section->body),
		.other = PIECE_OTHER,
	};
	for (int i = section->first_block; i < section->own_end_block; i = document->blocks[i].end)
		cut_block(&cutter, i);
	cut_others(&cutter, line_of(document, section->own_end));
	return finish(&cutter, section->body, section->own_end);
}

/* Comments and blank lines before the next entry are no part of this one. */
static bool belongs_to_entry(struct span line)
{
	return !span_is_blank(line) && !span_starts_with(line, "#");
}

struct piece_list pieces_of_front_matter(struct arena *arena, const struct document *document)
{
	const struct front_matter *front = &document->front_matter;
	unsigned end = line_of(document, front->offset + front->length);
	struct cutter cutter = { .arena = arena, .document = document, .next = 2, .other = PIECE_ENTRY };
	for (size_t i = 0; front->root && i < front->root->count; i++) {
		const struct yaml_node *entries = front->root->children;
		unsigned first = line_of(document, front->offset + entries[i].key_offset);
		unsigned last = end;
		if (i + 1 < front->root->count)
			last = line_of(document, front->offset + entries[i + 1].key_offset);
		while (last > first + 1 && !belongs_to_entry(document_line(document, last - 1)))
			last--;
		size_t before = cutter.list.count;
		cut(&cutter, PIECE_ENTRY, first, last - 1);
		if (cutter.list.count > before)
			cutter.list.items[cutter.list.count - 1].key = entries[i].key;
	}
	cut_others(&cutter, end);
	return finish(&cutter, front->offset, front->offset + front->length);
}
