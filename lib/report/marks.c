#include "report/marks.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "report/report.h"

#include <string.h>

/* So that a text full of opening marks takes no quadratic time. */
enum { LONGEST_MARKED = 1024 };

static const char escaped[] = "\\*`[<|";

struct reader {
	struct span rest;
	char *text;
	unsigned char *marks;
	size_t length;
	bool strong;
};

static void put(struct reader *reader, struct span text, enum mark mark)
{
	if (text.length == 0)
		return;
	memcpy(reader->text + reader->length, text.at, text.length);
	memset(reader->marks + reader->length, (int)mark, text.length);
	reader->length += text.length;
}

/* Steps over `code` at the start, when its closing mark is not far behind. */
static bool take_code(struct span *rest, struct span *inner)
{
	if (!span_starts_with(*rest, "`"))
		return false;
	struct span after = span_from(*rest, 1);
	struct span near = span_slice(after, 0, LONGEST_MARKED);
	size_t end = span_find_byte(near, '`');
	if (end == 0 || end == near.length)
		return false;
	*inner = span_slice(after, 0, end);
	*rest = span_from(after, end + 1);
	return true;
}

/* Steps over a wikilink at the start; a link within its own note is shown by the part that it names. */
static bool take_link(struct span *rest, struct span *label)
{
	struct link link;
	if (!link_at(*rest, 0, &link))
		return false;
	*label = link_label(&link);
	if (label->length == 0)
		*label = link.heading.length > 0 ? link.heading : link.block_id;
	*rest = span_from(*rest, link.whole.length);
	return true;
}

/* `**` opens where it is closed later, and closes what it opened. */
static bool toggle_strong(struct reader *reader)
{
	if (!span_starts_with(reader->rest, "**"))
		return false;
	struct span after = span_from(reader->rest, 2);
	if (!reader->strong && !span_contains(after, "**"))
		return false;
	reader->strong = !reader->strong;
	reader->rest = after;
	return true;
}

static void read_one(struct reader *reader)
{
	struct span inner;
	enum mark mark = reader->strong ? MARK_STRONG : MARK_NONE;
	if (take_link(&reader->rest, &inner)) {
		put(reader, inner, MARK_LINK);
	} else if (take_code(&reader->rest, &inner)) {
		put(reader, inner, MARK_CODE);
	} else if (!toggle_strong(reader)) {
		bool escape = *reader->rest.at == '\\' && reader->rest.length > 1 &&
			      strchr(escaped, reader->rest.at[1]) && reader->rest.at[1];
		put(reader, span_slice(reader->rest, escape, 1), mark);
		reader->rest = span_from(reader->rest, escape ? 2 : 1);
	}
}

struct plain_text marks_read(struct arena *arena, struct span marked)
{
	struct span clean = utf8_without_controls(arena, marked);
	struct reader reader = {
		.rest = clean,
		.text = arena_allocate(arena, clean.length),
		.marks = arena_allocate(arena, clean.length),
	};
	while (reader.rest.length > 0)
		read_one(&reader);
	for (size_t i = 0; i < reader.length; i++)
		if (reader.text[i] == '\t')
			reader.text[i] = ' ';
	return (struct plain_text){ { reader.text, reader.length }, reader.marks };
}

static bool needs_escape(char byte)
{
	return byte != '|' && byte != '\0' && strchr(escaped, byte);
}

struct span report_escape(struct arena *arena, struct span text)
{
	char *copy = arena_allocate(arena, text.length * 2);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (needs_escape(text.at[i]))
			copy[length++] = '\\';
		copy[length++] = text.at[i];
	}
	return (struct span){ copy, length };
}
