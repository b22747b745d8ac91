#include "md/document_parts.h"

#include <assert.h>
#include <stdint.h>

struct document *document_parse(struct arena *arena, const char *path, struct span bytes, size_t most)
{
	struct document *document = arena_new(arena, struct document);
	document->path = path;
	document->bytes = bytes;
	index_lines(arena, document);
	document->opaque = find_excess(document, most);
	if (document->opaque)
		return document;
	find_front_matter(arena, document);
	if (!index_blocks(arena, document)) {
		document->opaque = "is nested too deeply";
		return document;
	}
	find_hidden(arena, document);
	return document;
}

/* The number of the line that holds the byte, 1 in an empty document. */
static unsigned line_at(const struct document *document, size_t offset)
{
	unsigned low = 1;
	unsigned high = document->line_count ? document->line_count : 1;
	while (low < high) {
		unsigned middle = high - (high - low) / 2;
		if (document->line_offsets[middle - 1] <= offset)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

struct position document_position(const struct document *document, size_t offset)
{
	unsigned line = line_at(document, offset);
	size_t start = document->line_offsets[line - 1];
	unsigned column = offset > start ? (unsigned)(offset - start) + 1 : 1;
	return (struct position){ document->path, line, column };
}

size_t document_offset(const struct document *document, struct span part)
{
	/* As numbers, since pointers into different objects may not be compared. */
	uintptr_t start = (uintptr_t)document->bytes.at;
	uintptr_t at = (uintptr_t)part.at;
	assert(at >= start && at - start <= document->bytes.length &&
		part.length <= document->bytes.length - (at - start));
	return at - start;
}

struct position document_position_of(const struct document *document, struct span part)
{
	return document_position(document, document_offset(document, part));
}

struct span document_line(const struct document *document, unsigned line)
{
	if (line == 0 || line > document->line_count)
		return SPAN_NONE;
	size_t start = document->line_offsets[line - 1];
	size_t end = document->line_offsets[line];
	const char *bytes = document->bytes.at;
	if (end > start && bytes[end - 1] == '\n')
		end--;
	if (end > start && bytes[end - 1] == '\r')
		end--;
	return span_slice(document->bytes, start, end - start);
}

bool document_line_is_blank(struct span line)
{
	size_t at = 0;
	while (at < line.length && (line.at[at] == ' ' || line.at[at] == '\t'))
		at++;
	return at == line.length;
}

static unsigned quote_depth(const struct document *document, int block)
{
	unsigned depth = 0;
	for (int parent = block; parent != NO_BLOCK; parent = document->blocks[parent].parent)
		depth += parent != block && document->blocks[parent].kind == BLOCK_QUOTE;
	return depth;
}

struct span document_line_content(const struct document *document, int block, unsigned line)
{
	struct span text = document_line(document, line);
	const struct block *owner = &document->blocks[block];
	if (line == owner->line)
		return span_from(text, owner->offset - document->line_offsets[line - 1]);
	unsigned quotes = quote_depth(document, block);
	for (;;) {
		while (text.length && (*text.at == ' ' || *text.at == '\t'))
			text = span_from(text, 1);
		if (quotes == 0 || !span_skip(&text, ">"))
			return text;
		quotes--;
	}
}

struct span document_block(const struct document *document, int block)
{
	return span_slice(document->bytes, document->blocks[block].offset, document->blocks[block].length);
}

/* The first hidden range that ends behind the offset, or NULL. */
static const struct hidden_range *hidden_behind(const struct document *document, size_t offset)
{
	size_t low = 0;
	size_t high = document->hidden_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct hidden_range *range = &document->hidden[middle];
		if (offset < range->offset + range->length)
			high = middle;
		else
			low = middle + 1;
	}
	return low < document->hidden_count ? &document->hidden[low] : NULL;
}

bool document_is_hidden(const struct document *document, size_t offset)
{
	const struct hidden_range *range = hidden_behind(document, offset);
	return range && offset >= range->offset;
}

size_t document_hidden_change(const struct document *document, size_t offset)
{
	const struct hidden_range *range = hidden_behind(document, offset);
	if (!range)
		return document->bytes.length;
	return offset < range->offset ? range->offset : range->offset + range->length;
}
