#include "report/marks.h"

#include "codec/utf8.h"
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

/* Steps over what stands between `open`, at the start, and a `close` not far behind; false when there is none. */
static bool take_between(struct span *rest, const char *open, const char *close, struct span *inner)
{
	if (!span_starts_with(*rest, open))
		return false;
	struct span after = span_from(*rest, strlen(open));
	struct span near = span_slice(after, 0, LONGEST_MARKED);
	size_t end = span_find(near, close);
	if (end == 0 || end == near.length)
		return false;
	*inner = span_slice(after, 0, end);
	*rest = span_from(after, end + strlen(close));
	return true;
}

/* What is shown for the inside of [[Note|alias]]; in a table cell the pipe may be written with a backslash. */
static struct span link_label(struct span inner)
{
	size_t pipe = span_find_byte(inner, '|');
	struct span alias = span_trim(span_from(inner, pipe + 1));
	if (alias.length > 0)
		return alias;
	struct span note = span_slice(inner, 0, pipe);
	if (span_ends_with(note, "\\"))
		note.length--;
	for (size_t slash = span_find_byte(note, '/'); slash < note.length; slash = span_find_byte(note, '/'))
		note = span_from(note, slash + 1);
	return span_trim(note);
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
	if (take_between(&reader->rest, "[[", "]]", &inner)) {
		put(reader, link_label(inner), MARK_LINK);
	} else if (take_between(&reader->rest, "`", "`", &inner)) {
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
