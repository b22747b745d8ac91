#include "md/document_parts.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

struct line_ends {
	size_t count;
	size_t with_carriage_return;
};

static size_t text_start(struct span bytes)
{
	return span_starts_with(bytes, byte_order_mark) ? sizeof(byte_order_mark) - 1 : 0;
}

/* Offset behind the next line end at or after `from`; the end of the text where there is none. */
static size_t after_line_end(struct span bytes, size_t from, bool has_carriage_returns)
{
	size_t at = from;
	if (!has_carriage_returns)
		at += span_find_byte(span_from(bytes, from), '\n');
	while (at < bytes.length && bytes.at[at] != '\n' && bytes.at[at] != '\r')
		at++;
	bool pair = at + 1 < bytes.length && bytes.at[at] == '\r' && bytes.at[at + 1] == '\n';
	return at < bytes.length ? at + 1 + pair : bytes.length;
}

static struct line_ends count_line_ends(struct span bytes, size_t start, bool has_carriage_returns)
{
	struct line_ends ends = { 0, 0 };
	for (size_t at = start; at < bytes.length; ends.count++) {
		at = after_line_end(bytes, at, has_carriage_returns);
		ends.with_carriage_return += at >= 2 && bytes.at[at - 1] == '\n' && bytes.at[at - 2] == '\r';
	}
	return ends;
}

void index_lines(struct arena *arena, struct document *document)
{
	struct span bytes = document->bytes;
	bool has_carriage_returns = span_find_byte(bytes, '\r') < bytes.length;
	size_t at = text_start(bytes);
	struct line_ends ends = count_line_ends(bytes, at, has_carriage_returns);
	document->line_count = (unsigned)ends.count;
	document->line_end = ends.with_carriage_return > ends.count / 2 ? "\r\n" : "\n";
	document->line_offsets = arena_new_array(arena, ends.count + 1, size_t);
	for (size_t line = 0; line < ends.count; line++) {
		document->line_offsets[line] = at;
		at = after_line_end(bytes, at, has_carriage_returns);
	}
	document->line_offsets[ends.count] = bytes.length;
}
