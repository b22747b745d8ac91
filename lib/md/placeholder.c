#include "base/ascii.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "md/section.h"
#include "md/task.h"

static struct span from(struct span text, size_t at)
{
	return span_from(text, at);
}

enum { MOST_PLACEHOLDER = 512, MOST_NESTED = 8 };

/* Offset behind the bracket that closes the one at the start, or 0; a placeholder may hold others, not an empty line.
 */
static size_t closing_bracket(struct span text)
{
	int depth = 0;
	text = span_slice(text, 0, MOST_PLACEHOLDER);
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\\')
			i++;
		else if (text.at[i] == '[')
			depth++;
		else if (text.at[i] == ']' && --depth == 0)
			return i + 1;
		if (depth > MOST_NESTED || span_starts_with(from(text, i), "\n\n"))
			break;
	}
	return 0;
}

static size_t list_marker_length(struct span text)
{
	size_t at = 0;
	while (at < text.length && (text.at[at] == ' ' || text.at[at] == '\t' || text.at[at] == '>'))
		at++;
	size_t start = at;
	at += ascii_digits(from(text, at));
	const char *marks = at > start ? ".)" : "-*+";
	if (at + 1 >= text.length || !text.at[at] || !strchr(marks, text.at[at]) || text.at[at + 1] != ' ')
		return 0;
	return at + 2;
}

/* A box takes one character and stands before the text of an item; `[N] sessions` alone is a placeholder. */
static bool is_task_box(struct span text, size_t at)
{
	struct span box = from(text, at);
	if (box.length < 3 || box.at[2] != ']' || (box.length > 3 && box.at[3] != ' ' && box.at[3] != '\t'))
		return false;
	size_t marker = list_marker_length(text);
	if (marker && span_is_blank(span_slice(text, marker, at - marker)) && at >= marker)
		return true;
	return span_is_blank(span_slice(text, 0, at)) && (box.at[1] == ' ' || (box.at[1] == 'x' && box.length > 3));
}

static bool is_other_bracket(struct span text, size_t at, size_t length)
{
	struct span inner = span_slice(text, at + 1, length - 2);
	char next = at + length < text.length ? text.at[at + length] : '\0';
	if (next == '(' || next == '[')
		return true; /* a link */
	if (span_is_blank(inner) || span_starts_with(inner, "^") || span_starts_with(inner, "!"))
		return true; /* a footnote, a callout */
	return span_contains(inner, "::") || is_task_box(text, at);
}

/* Length of what begins at `at` and is no placeholder, so that nothing within it is one. */
static size_t passed_length(struct span text, size_t at, size_t bracket_length)
{
	struct link link;
	if (text.at[at] == '\\')
		return 2;
	if (link_at(text, at, &link))
		return link.whole.length;
	if (!bracket_length)
		return 1;
	return is_other_bracket(text, at, bracket_length) ? bracket_length : 0;
}

bool text_next_placeholder(struct span text, size_t *offset, struct span *placeholder)
{
	size_t at = *offset;
	while (at < text.length) {
		at += span_find_any(from(text, at), "[\\");
		if (at == text.length)
			return false;
		size_t length = text.at[at] == '[' ? closing_bracket(from(text, at)) : 0;
		size_t passed = passed_length(text, at, length);
		if (!passed) {
			*placeholder = span_slice(text, at, length);
			*offset = at + length;
			return true;
		}
		at += passed;
	}
	return false;
}

static bool has_words(struct span text)
{
	uint32_t character;
	for (size_t length; (length = utf8_decode(text, &character)) > 0; text = from(text, length))
		if (utf8_is_word_character(character))
			return true;
	return false;
}

bool text_is_placeholder(struct span text)
{
	size_t offset = 0;
	size_t done = 0;
	struct span placeholder;
	while (text_next_placeholder(text, &offset, &placeholder)) {
		size_t start = (size_t)(placeholder.at - text.at);
		if (has_words(span_slice(text, done, start - done)))
			return false;
		done = offset;
	}
	if (done == 0)
		return span_is_blank(text);
	return !has_words(from(text, done));
}

/* --- tasks ------------------------------------------------------------------------------------------------------- */

/* Emoji and punctuation that stand around a placeholder say nothing by themselves. */
static bool has_content(struct span text)
{
	uint32_t character = 0;
	while (text.length > 0) {
		text = span_from(text, utf8_decode(text, &character));
		if (utf8_is_word_character(character))
			return true;
	}
	return false;
}

bool task_is_placeholder(const struct task *task)
{
	size_t start = 0;
	size_t offset = 0;
	struct span placeholder;
	while (text_next_placeholder(task->text, &offset, &placeholder)) {
		if (has_content(span_between(task->text.at + start, placeholder.at)))
			return false;
		start = offset;
	}
	return !has_content(span_from(task->text, start));
}
