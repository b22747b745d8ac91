#include "md/section.h"

#include "base/buffer.h"
#include "md/field.h"
#include "md/row_split.h"
#include "md/task_fields.h"

struct span section_title_in(struct span line)
{
	while (span_skip(&line, "#"))
		;
	line = span_trim(line);
	size_t end = line.length;
	while (end && line.at[end - 1] == '#')
		end--;
	bool closing_marks = end < line.length && (end == 0 || line.at[end - 1] == ' ' || line.at[end - 1] == '\t');
	return closing_marks ? span_trim(span_slice(line, 0, end)) : line;
}

static struct span heading_title(const struct document *document, const struct block *heading)
{
	struct span text = span_slice(document->bytes, heading->offset, heading->length);
	if (heading->last_line == heading->line)
		return section_title_in(text);
	size_t underline = document->line_offsets[heading->last_line - 1];
	return span_trim(span_slice(text, 0, underline - heading->offset));
}

static size_t line_start(const struct document *document, unsigned line)
{
	return line > document->line_count ? document->bytes.length : document->line_offsets[line - 1];
}

static struct section section_of(const struct document *document, int heading)
{
	const struct block *block = &document->blocks[heading];
	return (struct section){
		.title = heading_title(document, block),
		.level = block->level,
		.heading = heading,
		.line = block->line,
		.offset = line_start(document, block->line),
		.body = line_start(document, block->last_line + 1),
		.first_block = heading + 1,
		.parent = -1,
	};
}

static struct section preamble(const struct document *document)
{
	bool front = document->front_matter.present && document->block_count;
	unsigned first = front ? document->blocks[0].last_line + 1 : 1;
	size_t start = line_start(document, first);
	return (struct section){
		.heading = NO_BLOCK,
		.line = 1,
		.offset = start,
		.body = start,
		.first_block = front ? 1 : 0,
		.parent = -1,
	};
}

static size_t count_headings(const struct document *document)
{
	size_t count = 0;
	for (int i = 0; i < document->block_count; i = document->blocks[i].end)
		count += document->blocks[i].kind == BLOCK_HEADING;
	return count;
}

/* Ends the sections that a heading of `level` at (offset, block) ends; levels are at most six deep. */
static int close_sections(struct section *items, int open, int level, size_t offset, int block)
{
	while (open >= 0 && items[open].level >= level) {
		items[open].end = offset;
		items[open].end_block = block;
		open = items[open].parent;
	}
	return open;
}

struct section_list document_sections(struct arena *arena, const struct document *document)
{
	struct section_list list = { arena_new_array(arena, count_headings(document) + 1, struct section), 1 };
	list.items[0] = preamble(document);
	int open = -1;
	for (int i = 0; i < document->block_count; i = document->blocks[i].end) {
		if (document->blocks[i].kind != BLOCK_HEADING)
			continue;
		struct section section = section_of(document, i);
		list.items[list.count - 1].own_end = section.offset;
		list.items[list.count - 1].own_end_block = i;
		open = close_sections(list.items, open, section.level, section.offset, i);
		section.parent = open;
		open = (int)list.count;
		list.items[list.count++] = section;
	}
	struct section *last = &list.items[list.count - 1];
	last->own_end = document->bytes.length;
	last->own_end_block = document->block_count;
	close_sections(list.items, open, 0, document->bytes.length, document->block_count);
	list.items[0].end = list.items[0].own_end;
	list.items[0].end_block = list.items[0].own_end_block;
	return list;
}

/* --- content --- */

static void add_visible(struct buffer *text, const struct document *document, struct span part)
{
	while (part.length) {
		size_t offset = document_offset(document, part);
		struct span stretch = span_slice(part, 0, document_hidden_change(document, offset) - offset);
		if (!document_is_hidden(document, offset))
			buffer_add(text, stretch);
		part = span_from(part, stretch.length);
	}
}

/* A label that waits for its value is no content. */
static struct span without_label(struct span line)
{
	struct span label;
	struct span value;
	return field_read_label(line, &label, &value) == FIELD_LABEL_BOLD ? value : line;
}

static bool text_block_has_content(const struct document *document, int index)
{
	const struct block *block = &document->blocks[index];
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(block->length + 1);
	for (unsigned line = block->line; line <= block->last_line; line++) {
		struct span content = document_line_content(document, index, line);
		bool in_item = line == block->line && block->parent != NO_BLOCK &&
			       document->blocks[block->parent].kind == BLOCK_ITEM;
		if (in_item)
			content = without_task_box(content);
		add_visible(&text, document, without_label(span_trim(content)));
		buffer_add_byte(&text, '\n');
	}
	return !text_is_placeholder(buffer_span(&text));
}

static bool row_has_content(const struct document *document, int index)
{
	const struct block *block = &document->blocks[index];
	if (index == block->parent + 1)
		return false;
	struct span rest = document_line_content(document, block->parent, block->line);
	while (rest.length) {
		struct span field = span_slice(rest, 0, row_cell_length(rest));
		rest = span_from(rest, field.length + 1);
		BUFFER_CLEANUP struct buffer text = BUFFER_INIT(field.length);
		add_visible(&text, document, field);
		if (!text_is_placeholder(buffer_span(&text)))
			return true;
	}
	return false;
}

bool section_has_content(const struct document *document, const struct section *section)
{
	for (int i = section->first_block; i < section->end_block; i++) {
		enum block_kind kind = document->blocks[i].kind;
		if ((kind == BLOCK_PARAGRAPH || kind == BLOCK_HTML) && text_block_has_content(document, i))
			return true;
		if (kind == BLOCK_ROW && row_has_content(document, i))
			return true;
	}
	return false;
}
