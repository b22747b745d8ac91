#include "md/field.h"

#include "md/task_fields.h"

enum { MOST_LABEL = 80, MOST_PLAIN_LABEL_WORDS = 5, MOST_BRACKETED = 1024, MOST_NESTED = 8 };

static const char full_width_colon[] = "\xEF\xBC\x9A";

/* Length of a colon at the start, or 0. */
static size_t colon_length(struct span text)
{
	if (span_starts_with(text, ":"))
		return 1;
	return span_starts_with(text, full_width_colon) ? sizeof(full_width_colon) - 1 : 0;
}

/* Length of the dash between a bold label and its value, or 0; a hyphen is one only between blanks. */
static size_t dash_length(struct span text)
{
	static const char *const dashes[] = { "—", "–", "―" };
	struct span rest = span_trim_start(text);
	struct span hyphen = rest;
	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++)
		if (span_skip(&rest, dashes[i])) {
			span_skip(&rest, dashes[i]); /* Chinese writes two */
			return text.length - rest.length;
		}
	while (span_skip(&hyphen, "-"))
		;
	bool alone = hyphen.length == 0 || *hyphen.at == ' ' || *hyphen.at == '\t';
	return rest.length < text.length && alone ? text.length - hyphen.length : 0;
}

static bool strip_colon(struct span *label)
{
	size_t length = span_ends_with(*label, ":") ? 1 : span_ends_with(*label, full_width_colon) ? 3 : 0;
	*label = span_trim_end(span_slice(*label, 0, label->length - length));
	return length > 0;
}

static struct span value_behind(struct span rest)
{
	struct span value = span_trim(rest);
	return value.length ? value : span_slice(rest, 0, 0);
}

/* `**Label:** value`, `**Label**: value` and `**Label** — value`, with any of the marks for emphasis. */
static bool read_bold(struct span line, struct span *label, struct span *value)
{
	static const char *const marks[] = { "***", "**", "__", "*", "_" };
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		struct span rest = line;
		if (!span_skip(&rest, marks[i]))
			continue;
		struct span within = span_slice(rest, 0, 4 * MOST_LABEL);
		size_t end = span_find(within, marks[i]);
		if (end == within.length)
			return false;
		within = span_slice(within, 0, end);
		rest = span_from(rest, within.length + strlen(marks[i]));
		size_t colon = colon_length(rest);
		*label = span_trim(within);
		bool has_colon = strip_colon(label) || colon;
		size_t dash = has_colon ? 0 : dash_length(rest);
		if ((!has_colon && !dash) || !label->length)
			return false;
		/* Dataview allows emphasis around a key: `**Label**:: value`. */
		rest = span_from(rest, colon + dash);
		span_skip(&rest, colon == 1 ? ":" : "");
		*value = value_behind(rest);
		return true;
	}
	return false;
}

static bool may_be_label(struct span label)
{
	int words = 1;
	for (size_t i = 0; i < label.length; i++) {
		if (strchr("`[]<>|\"!?;.,*_=#/\\\t", label.at[i]))
			return false;
		words += label.at[i] == ' ';
	}
	return label.length && label.length <= MOST_LABEL && words <= MOST_PLAIN_LABEL_WORDS && *label.at != ' ' &&
	       *label.at != '-' && *label.at != '+';
}

static size_t find_colon(struct span line)
{
	struct span start = span_slice(line, 0, MOST_LABEL + 1);
	size_t ascii = span_find_byte(start, ':');
	size_t wide = span_find(start, full_width_colon);
	return ascii < wide ? ascii : wide;
}

static enum field_label read_plain(struct span line, struct span *label, struct span *value)
{
	size_t at = find_colon(line);
	struct span rest = span_from(line, at);
	size_t colon = colon_length(rest);
	struct span before = span_slice(line, 0, at);
	if (!colon || !may_be_label(before))
		return FIELD_LABEL_NONE;
	rest = span_from(rest, colon);
	bool dataview = colon == 1 && span_skip(&rest, ":");
	if (colon == 1 && rest.length && *rest.at != ' ' && *rest.at != '\t')
		return FIELD_LABEL_NONE; /* 10:30, https: */
	*label = span_trim(before);
	*value = value_behind(rest);
	return dataview ? FIELD_LABEL_DATAVIEW : FIELD_LABEL_PLAIN;
}

enum field_label field_read_label(struct span line, struct span *label, struct span *value)
{
	return read_bold(line, label, value) ? FIELD_LABEL_BOLD : read_plain(line, label, value);
}

/* --- in brackets --- */

static size_t bracketed_length(struct span text)
{
	char open = *text.at;
	char close = open == '[' ? ']' : ')';
	int depth = 0;
	text = span_slice(text, 0, MOST_BRACKETED);
	for (size_t i = 0; i < text.length && text.at[i] != '\n' && text.at[i] != '\r'; i++) {
		if (text.at[i] == open)
			depth++;
		else if (text.at[i] == close && --depth == 0)
			return i + 1;
		if (depth > MOST_NESTED)
			break;
	}
	return 0;
}

/* Length of the bracketed field that begins at the start, or 0. */
static size_t read_bracketed(struct span text, struct span *label, struct span *value)
{
	struct span inner = span_from(text, 1);
	size_t colons = span_find_byte(span_slice(inner, 0, MOST_LABEL), ':');
	struct span before = span_slice(inner, 0, colons);
	if (!may_be_label(before) || !span_starts_with(span_from(inner, colons), "::"))
		return 0;
	size_t length = bracketed_length(text);
	if (!length)
		return 0;
	*label = span_trim(before);
	*value = value_behind(span_slice(inner, colons + 2, length - 2 - colons - 2));
	return length;
}

bool field_next_bracketed(struct span text, size_t *offset, struct span *whole, struct span *label, struct span *value)
{
	for (size_t at = *offset; at < text.length; at++) {
		at += span_find_any(span_from(text, at), "[(");
		if (at == text.length)
			break;
		size_t length = read_bracketed(span_from(text, at), label, value);
		if (!length)
			continue;
		*whole = span_slice(text, at, length);
		*offset = at + length;
		return true;
	}
	return false;
}

/* --- in a document --- */

struct collector {
	struct arena *arena;
	const struct document *document;
	struct field_list list;
	size_t capacity;
	int block;
	bool open; /* the field at open_index goes on in the next line */
	size_t open_index;
};

static void add_field(struct collector *collector, struct span label, struct span value, bool bold)
{
	struct field_list *list = &collector->list;
	if (document_is_hidden(collector->document, document_offset(collector->document, label)))
		return;
	list->items =
		arena_grow(collector->arena, list->items, list->count, &collector->capacity, sizeof(*list->items));
	list->items[list->count++] = (struct field){ label, value, collector->block, bold };
}

static void extend_value(struct field *field, struct span line)
{
	if (field->value.length == 0)
		field->value = span_slice(line, 0, line.length);
	else if (line.length)
		field->value = span_between(field->value.at, line.at + line.length);
}

static void collect_line(struct collector *collector, struct span line)
{
	struct span label;
	struct span value;
	enum field_label kind = field_read_label(line, &label, &value);
	size_t before = collector->list.count;
	if (kind != FIELD_LABEL_NONE) {
		add_field(collector, label, value, kind == FIELD_LABEL_BOLD);
		collector->open = collector->list.count > before && kind != FIELD_LABEL_DATAVIEW;
		collector->open_index = before;
	} else if (collector->open) {
		extend_value(&collector->list.items[collector->open_index], line);
	}
	struct span whole;
	for (size_t offset = 0; field_next_bracketed(line, &offset, &whole, &label, &value);)
		add_field(collector, label, value, false);
}

static void collect_block(struct collector *collector, int index)
{
	const struct document *document = collector->document;
	const struct block *block = &document->blocks[index];
	collector->block = index;
	collector->open = false;
	for (unsigned line = block->line; line <= block->last_line; line++) {
		struct span content = span_trim(document_line_content(document, index, line));
		if (line == block->line && block->parent != NO_BLOCK &&
			document->blocks[block->parent].kind == BLOCK_ITEM)
			content = without_task_box(content);
		collect_line(collector, content);
	}
}

struct field_list document_fields(struct arena *arena, const struct document *document, int first, int end)
{
	struct collector collector = { .arena = arena, .document = document };
	for (int i = first; i < end; i++)
		if (document->blocks[i].kind == BLOCK_PARAGRAPH)
			collect_block(&collector, i);
	return collector.list;
}
