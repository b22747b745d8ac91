#include "practice/section_text.h"

#include "base/buffer.h"
#include "base/span_index.h"
#include "base/text_list.h"
#include "model/action.h"

enum { LINES_MOST = 1 << 20 };

const struct document *section_text_parse(struct arena *arena, struct span text)
{
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(SIZE_MAX);
	buffer_add_byte(&lines, '\n');
	buffer_add(&lines, text);
	return document_parse(arena, "", buffer_finish(arena, &lines), LINES_MOST);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* Lines, and where each stands. */
struct lines {
	struct text_list list;
	struct span_index index;
};

static struct lines lines_of(struct arena *arena, struct span text)
{
	struct lines lines = { .list = { .arena = arena } };
	struct span line;
	while (span_next_line(&text, &line))
		text_list_add(&lines.list, line);
	lines.index = span_index_of(arena, lines.list.items, lines.list.count);
	return lines;
}

static bool follow(const struct text_list *lines, size_t place, struct span text)
{
	struct span line;
	for (; span_next_line(&text, &line); place++)
		if (place >= lines->count || !span_equal(lines->items[place], line))
			return false;
	return true;
}

/* Blank lines at its start do not count. */
static bool are_among(const struct lines *lines, struct span text)
{
	struct span first = SPAN_NONE;
	struct span rest = text;
	while (!first.length && span_next_line(&rest, &first))
		text = first.length ? text : rest;
	for (size_t place = 0; (place = span_index_find(&lines->index, first, place)) != SPAN_NOWHERE; place++)
		if (follow(&lines->list, place, text))
			return true;
	return false;
}

bool section_text_is_in(struct arena *arena, struct span body, struct span text)
{
	struct lines lines = lines_of(arena, body);
	return are_among(&lines, text);
}

/* --- items ------------------------------------------------------------------------------------------------------- */

/* What makes a line the same as another. */
struct line_keys {
	struct span key;
	struct span by_text; /* of a task with an id, beside its key; else empty */
};

static struct line_keys keys_of(struct arena *arena, struct span line)
{
	struct task task;
	struct line_keys keys = { SPAN_NONE, SPAN_NONE };
	line = span_trim(line);
	if (!task_read_line(line, &task)) {
		keys.key = line.length ? span_of(arena_printf(arena, "line %.*s", SPAN_PRINT(line))) : SPAN_NONE;
		return keys;
	}
	keys.key = task_key(arena, &task);
	if (task.id.length) {
		task.id = SPAN_NONE;
		keys.by_text = task_key(arena, &task);
	}
	return keys;
}

/* What a section has. */
struct there {
	struct lines lines;
	struct span_index keys;
	struct span_index named; /* the texts of tasks with an id */
};

static struct there there_in(struct arena *arena, struct span body)
{
	struct there there = { .lines = lines_of(arena, body) };
	size_t count = there.lines.list.count;
	struct span *keys = arena_new_array(arena, count, struct span);
	struct span *named = arena_new_array(arena, count, struct span);
	for (size_t i = 0; i < count; i++) {
		struct line_keys line = keys_of(arena, there.lines.list.items[i]);
		keys[i] = line.key;
		named[i] = line.by_text;
	}
	there.keys = span_index_of(arena, keys, count);
	there.named = span_index_of(arena, named, count);
	return there;
}

static bool has_line(const struct there *there, const struct line_keys *line)
{
	if (span_index_has(&there->keys, line->key))
		return true;
	return line->by_text.length ? span_index_has(&there->keys, line->by_text)
				    : span_index_has(&there->named, line->key);
}

/* --- units ------------------------------------------------------------------------------------------------------- */

/* An item with all that stands below it, or what stands between lists. */
struct unit {
	struct span text;
	bool is_item;
	bool is_line; /* an item of one line */
	struct line_keys keys;
};

struct units {
	struct arena *arena;
	struct unit *items;
	size_t count;
	size_t capacity;
	struct span text;
	size_t begun; /* where the running unit begins */
	bool is_item;
};

static void end_unit(struct units *units, size_t end)
{
	struct span text = span_trim_end(span_slice(units->text, units->begun, end - units->begun));
	struct span rest = text;
	struct span first;
	if (span_is_blank(text) || !span_next_line(&rest, &first))
		return;
	units->items = arena_grow(units->arena, units->items, units->count, &units->capacity, sizeof(*units->items));
	units->items[units->count++] = (struct unit){ text, units->is_item, units->is_item && span_is_blank(rest),
		units->is_item ? keys_of(units->arena, first) : (struct line_keys){ SPAN_NONE, SPAN_NONE } };
}

static void begin_unit(struct units *units, const struct document *document, int block, bool is_item)
{
	size_t offset = document->line_offsets[document->blocks[block].line - 1];
	end_unit(units, offset);
	units->begun = offset;
	units->is_item = is_item;
}

static struct units units_of(struct arena *arena, struct span text)
{
	const struct document *document = section_text_parse(arena, text);
	const struct block *blocks = document->blocks;
	struct units units = { .arena = arena, .text = document->bytes, .begun = 1 };
	for (int top = document->block_count ? 0 : NO_BLOCK; top != NO_BLOCK; top = blocks[top].next) {
		bool is_list = blocks[top].kind == BLOCK_LIST;
		if (!is_list && units.is_item)
			begin_unit(&units, document, top, false);
		for (int item = top + 1; is_list && item != NO_BLOCK; item = blocks[item].next)
			begin_unit(&units, document, item, true);
	}
	end_unit(&units, document->bytes.length);
	return units;
}

/* What was said before: first lines of items, and whole texts. */
struct said {
	struct span_index lines;
	struct span_index texts;
};

static struct said said_in(const struct units *units)
{
	struct span *lines = arena_new_array(units->arena, units->count, struct span);
	struct span *texts = arena_new_array(units->arena, units->count, struct span);
	for (size_t i = 0; i < units->count; i++) {
		lines[i] = units->items[i].keys.key;
		texts[i] = units->items[i].text;
	}
	return (struct said){ span_index_of(units->arena, lines, units->count),
		span_index_of(units->arena, texts, units->count) };
}

static bool is_said_before(const struct said *said, const struct unit *unit, size_t place)
{
	return unit->is_line ? span_index_find(&said->lines, unit->keys.key, 0) < place
			     : span_index_find(&said->texts, unit->text, 0) < place;
}

struct span section_text_new(struct arena *arena, struct span body, struct span text)
{
	struct there there = there_in(arena, body);
	struct units units = units_of(arena, text);
	struct said said = said_in(&units);
	BUFFER_CLEANUP struct buffer new = BUFFER_INIT(LINES_MOST);
	for (size_t i = 0; i < units.count; i++) {
		const struct unit *unit = &units.items[i];
		bool has = unit->is_item ? has_line(&there, &unit->keys) : are_among(&there.lines, unit->text);
		if (has || is_said_before(&said, unit, i))
			continue;
		if (new.length && !unit->is_item)
			buffer_add_byte(&new, '\n');
		buffer_add(&new, unit->text);
		buffer_add_text(&new, unit->is_item ? "\n" : "\n\n");
	}
	return buffer_finish(arena, &new);
}
