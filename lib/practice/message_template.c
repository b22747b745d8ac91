#include "practice/message_template.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "codec/yaml.h"
#include "md/document.h"

#include <string.h>

enum { MESSAGE_MOST = 64 << 20 };

static const char *template_name(struct arena *arena, enum touch_kind kind, enum language language)
{
	static const char *const names[] = { "Reminder", "Summary", "Check-in", "Resource", "Welcome" };
	if (language == LANGUAGE_ENGLISH)
		return arena_printf(arena, "Message %s.md", names[kind]);
	return arena_printf(arena, "Message %s.%s.md", names[kind], language_names[language]);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static bool has_slot(struct span line, const struct slot *slot)
{
	size_t length = strlen(slot->name);
	for (size_t at = span_find(line, slot->name); at < line.length;) {
		if (at > 0 && line.at[at - 1] == '{' && at + length < line.length && line.at[at + length] == '}')
			return true;
		line = span_from(line, at + length);
		at = span_find(line, slot->name);
	}
	return false;
}

static bool lacks_text(struct span line, const struct slot *slots, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!slots[i].text.length && has_slot(line, &slots[i]))
			return true;
	return false;
}

static bool leads(struct span line)
{
	line = span_trim_end(line);
	return span_ends_with(line, ":") || span_ends_with(line, "：");
}

/* Line by line what stays. */
struct lines {
	struct span *items;
	bool *dropped;
	size_t count;
};

static struct lines lines_of(struct arena *arena, struct span body, const struct slot *slots, size_t count)
{
	struct lines lines = { NULL, NULL, 0 };
	size_t capacity = 0;
	struct span line;
	while (span_next_line(&body, &line)) {
		lines.items = arena_grow(arena, lines.items, lines.count, &capacity, sizeof(*lines.items));
		lines.items[lines.count++] = line;
	}
	lines.dropped = arena_new_array(arena, lines.count, bool);
	for (size_t i = 0; i < lines.count; i++)
		lines.dropped[i] = lacks_text(lines.items[i], slots, count);
	return lines;
}

/* Directly below it something stood, and nothing of that is left. */
static bool leads_to_nothing(const struct lines *lines, size_t index)
{
	size_t below = index + 1;
	if (!leads(lines->items[index]))
		return false;
	while (below < lines->count && !span_is_blank(lines->items[below]) && lines->dropped[below])
		below++;
	bool ends = below == lines->count || span_is_blank(lines->items[below]);
	return below > index + 1 && ends;
}

static struct span fill_body(struct arena *arena, struct span body, const struct slot *slots, size_t count)
{
	struct lines lines = lines_of(arena, body, slots, count);
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(MESSAGE_MOST);
	bool gap = false;
	for (size_t i = 0; i < lines.count; i++) {
		struct span line = span_trim_end(lines.items[i]);
		if (lines.dropped[i] || leads_to_nothing(&lines, i))
			continue;
		if (!line.length) {
			gap = out.length > 0;
			continue;
		}
		if (gap)
			buffer_add_text(&out, "\n");
		gap = false;
		buffer_add(&out, slots_fill(arena, line, slots, count));
		buffer_add_text(&out, "\n");
	}
	return buffer_finish(arena, &out);
}

/* --- templates --------------------------------------------------------------------------------------------------- */

/* What stands below the front matter's closing line. */
static struct span body_of(const struct document *document)
{
	const struct front_matter *front = &document->front_matter;
	struct span rest = span_from(document->bytes, front->offset + front->length);
	struct span closing;
	if (front->present)
		span_next_line(&rest, &closing);
	return rest;
}

int message_template_fill(struct arena *arena, const struct vault *vault, enum touch_kind kind, enum language language,
	const struct slot *slots, size_t count, struct message_text *text, struct error *error)
{
	const char *name = template_name(arena, kind, language);
	struct span template;
	if (slots_template(arena, vault, name, slots, count, &template, error))
		return -1;
	const struct document *document = document_parse(arena, name, template, DOCUMENT_DEFAULT_MOST);
	struct span subject = yaml_text(yaml_get(document->front_matter.root, "subject"));
	if (!subject.length) {
		error_at(error, ERROR_PARSE, (struct position){ .path = name }, "the template names no subject");
		return error_hint(error, "begin it with front matter that has one: subject: \"Our session on {when}\"");
	}
	text->subject = utf8_sentence(arena, slots_fill(arena, subject, slots, count));
	text->body = fill_body(arena, body_of(document), slots, count);
	return 0;
}
