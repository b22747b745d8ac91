#include "md/merge_parts.h"

#include "base/ascii.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "md/row_split.h"
#include "md/task.h"

static struct span first_line(struct span text)
{
	struct span line = SPAN_NONE;
	span_next_line(&text, &line);
	return line;
}

bool marker_read(struct span line, struct marker *marker)
{
	size_t at = 0;
	while (at < line.length && (line.at[at] == ' ' || line.at[at] == '\t'))
		at++;
	struct span rest = span_from(line, at);
	*marker = (struct marker){ .number_offset = at };
	bool ordered = span_read_digits(&rest, &marker->number);
	marker->number_length = line.length - at - rest.length;
	if (!rest.length || !*rest.at || !strchr(ordered ? ".)" : "-*+", *rest.at))
		return false;
	marker->sign = *rest.at;
	marker->length = at + marker->number_length + 1;
	return true;
}

/* --- what makes two pieces equal --- */

struct text_builder {
	char *bytes;
	size_t length;
};

static void add(struct text_builder *builder, struct span text)
{
	if (text.length)
		memcpy(builder->bytes + builder->length, text.at, text.length);
	builder->length += text.length;
}

/* The cells without their padding, each followed by a pipe; a delimiter row's without its dashes. */
static void add_cells(struct text_builder *builder, struct span line)
{
	line = span_trim(line);
	span_skip(&line, "|");
	while (line.length) {
		struct span cell = span_slice(line, 0, row_cell_length(line));
		line = span_from(line, cell.length + 1);
		cell = span_trim(cell);
		bool colon_first = span_starts_with(cell, ":");
		size_t dashes = colon_first;
		while (dashes < cell.length && cell.at[dashes] == '-')
			dashes++;
		bool delimiter =
			dashes > colon_first && (dashes == cell.length || span_is(span_from(cell, dashes), ":"));
		add(builder, delimiter ? span_slice(cell, 0, colon_first) : cell);
		add(builder, delimiter ? span_from(cell, dashes) : SPAN_NONE);
		add(builder, SPAN("|"));
	}
}

static void add_item_line(struct text_builder *builder, struct span line)
{
	struct marker marker;
	if (!marker_read(line, &marker)) {
		add(builder, line);
		return;
	}
	add(builder, span_slice(line, 0, marker.number_offset));
	add(builder, span_from(line, marker.number_offset + marker.number_length));
}

static struct span compared_text(struct arena *arena, const struct piece *piece)
{
	struct text_builder builder = { arena_allocate(arena, 2 * piece->text.length + 2), 0 };
	struct span rest = piece->text;
	struct span line;
	for (bool first = true; span_next_line(&rest, &line); first = false) {
		line = span_trim_end(line);
		if (piece->kind == PIECE_FRAME || piece->kind == PIECE_ROW)
			add_cells(&builder, line);
		else if (first && piece->kind == PIECE_ITEM)
			add_item_line(&builder, line);
		else
			add(&builder, line);
		add(&builder, SPAN("\n"));
	}
	return (struct span){ builder.bytes, builder.length };
}

bool pieces_equal(const struct piece *a, const struct piece *b)
{
	return a->kind == b->kind && span_equal(a->compared, b->compared);
}

/* --- keys --- */

/* Letters of any script, words parted by one space. */
static struct span letters(struct arena *arena, struct span text)
{
	struct span folded = utf8_fold(arena, text);
	struct text_builder builder = { arena_allocate(arena, 2 * folded.length + 1), 0 };
	uint32_t character;
	for (size_t length; (length = utf8_decode(folded, &character)) > 0; folded = span_from(folded, length)) {
		bool needs_space = builder.length && builder.bytes[builder.length - 1] != ' ';
		if (utf8_is_word_character(character) && !ascii_begins_with_digit(folded))
			add(&builder, span_slice(folded, 0, length));
		else if (needs_space)
			add(&builder, SPAN(" "));
	}
	return span_trim((struct span){ builder.bytes, builder.length });
}

static struct span prefixed_key(struct arena *arena, char kind, struct span key)
{
	return text_joined(arena, (struct span){ &kind, 1 }, key);
}

static struct span first_cell(struct span line)
{
	line = span_trim(line);
	span_skip(&line, "|");
	return span_slice(line, 0, row_cell_length(line));
}

static struct span key_of(struct arena *arena, const struct piece *piece, struct span line)
{
	size_t offset = 0;
	struct link link;
	if (piece->kind == PIECE_FRAME)
		return SPAN("table");
	if (piece->kind == PIECE_ENTRY)
		return span_trim_end(line);
	if (link_next(line, &offset, &link) && link_name(&link).length)
		return prefixed_key(arena, '[', utf8_fold(arena, link_name(&link)));
	if (piece->kind == PIECE_ROW)
		return prefixed_key(arena, '|', utf8_fold(arena, first_cell(line)));
	return prefixed_key(arena, '=', piece->words);
}

/* The first line without list marker, box and the fields of a task. */
static struct span description(const struct piece *piece, struct span line, struct task *task)
{
	struct marker marker;
	if (piece->kind != PIECE_ITEM)
		return line;
	if (task_read_line(line, task))
		return task->text;
	return marker_read(line, &marker) ? span_trim(span_from(line, marker.length)) : line;
}

static char group_of(const struct piece *piece, struct span line)
{
	static const char groups[] = {
		[PIECE_ITEM] = 'i',
		[PIECE_FRAME] = 'f',
		[PIECE_ROW] = 'r',
		[PIECE_PARAGRAPH] = 'p',
		[PIECE_OTHER] = 'o',
		[PIECE_ENTRY] = 'e',
	};
	struct marker marker;
	if (piece->kind == PIECE_ITEM && marker_read(line, &marker))
		return marker.sign;
	return groups[piece->kind];
}

void piece_describe(struct arena *arena, struct piece *piece)
{
	struct span line = first_line(piece->text);
	struct task task = { .id = SPAN_NONE, .text = SPAN_NONE };
	struct span text = description(piece, line, &task);
	piece->group = group_of(piece, line);
	piece->task = task.text;
	piece->compared = compared_text(arena, piece);
	piece->words = letters(arena, text_plain(arena, text));
	piece->key = task.id.length ? prefixed_key(arena, '#', task.id) : key_of(arena, piece, text);
	piece->is_unique = task.id.length || (piece->kind == PIECE_ENTRY && !span_starts_with(line, "#"));
}

/* --- placeholders --- */

static bool cells_are_placeholders(struct span line)
{
	line = span_trim(line);
	span_skip(&line, "|");
	while (line.length) {
		struct span cell = span_slice(line, 0, row_cell_length(line));
		line = span_from(line, cell.length + 1);
		if (!text_is_placeholder(cell))
			return false;
	}
	return true;
}

bool piece_is_placeholder(const struct piece *piece)
{
	struct task task;
	struct marker marker;
	struct span text = piece->text;
	switch (piece->kind) {
	case PIECE_ROW:
		return cells_are_placeholders(text);
	case PIECE_ENTRY:
		return span_is_blank(span_from(text, span_find_byte(text, ':') + 1));
	case PIECE_ITEM:
		if (!marker_read(text, &marker))
			return false;
		text = span_from(text, marker.length);
		if (task_read_line(first_line(piece->text), &task))
			text = span_from(text, span_find_byte(text, ']') + 1);
		return text_is_placeholder(text);
	case PIECE_PARAGRAPH:
		return text_is_placeholder(text);
	case PIECE_FRAME:
	case PIECE_OTHER:
		break;
	}
	return false;
}
