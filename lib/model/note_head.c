#include "model/note_head.h"

#include "base/ascii.h"
#include "md/document.h"

#include <string.h>

enum { FRONT_MATTER_MOST = 16 << 10, TAG_REACH = 64 << 10 };

/* What hides the lines that follow. */
struct cover {
	const char *comment_end; /* NULL outside comments */
	char fence;              /* '`' or '~' inside a code block, else 0 */
	size_t fence_length;
};

static struct span without_bom(struct span bytes)
{
	span_skip(&bytes, "\xEF\xBB\xBF");
	return bytes;
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

struct span note_cut_front_matter(struct span *rest)
{
	struct span after = *rest;
	struct span line;
	if (!span_next_line(&after, &line) || !span_is(span_trim_end(line), "---"))
		return SPAN_NONE;
	const char *start = after.at;
	while (span_next_line(&after, &line) && line.at - start <= FRONT_MATTER_MOST) {
		if (!span_is(span_trim_end(line), "---"))
			continue;
		*rest = after;
		return span_between(start, line.at);
	}
	return front_matter_unclosed(span_from(*rest, (size_t)(start - rest->at)));
}

/* Without quotes, a comment, and the brackets of a link or of a list of one. */
static struct span scalar(struct span value)
{
	value = span_trim(value);
	char quote = value.length && (*value.at == '"' || *value.at == '\'') ? *value.at : '\0';
	if (quote) {
		value = span_from(value, 1);
		value.length = span_find_byte(value, quote);
	} else if (span_starts_with(value, "#")) {
		value.length = 0;
	} else {
		value.length = span_find(value, " #");
	}
	while (span_starts_with(value, "[") && span_ends_with(value, "]"))
		value = span_slice(value, 1, value.length - 2);
	return span_trim(value);
}

/* What the line's key means; NULL for one that means nothing, or a line without. */
static const char *term_of(struct arena *arena, const struct aliases *aliases, struct span line, size_t colon)
{
	bool is_entry = colon > 0 && colon < line.length && *line.at != ' ' && *line.at != '\t' && *line.at != '#';
	if (!is_entry)
		return NULL;
	return alias_term(aliases, ALIAS_PROPERTY, alias_fold(arena, ALIAS_PROPERTY, span_slice(line, 0, colon)));
}

static void read_properties(
	struct arena *arena, const struct aliases *aliases, struct span matter, struct note_head *head)
{
	struct span line;
	while (span_next_line(&matter, &line)) {
		size_t colon = span_find_byte(line, ':');
		const char *term = term_of(arena, aliases, line, colon);
		if (term && strcmp(term, "type") == 0)
			head->type = scalar(span_from(line, colon + 1));
		else if (term && strcmp(term, "client") == 0)
			head->has_client = scalar(span_from(line, colon + 1)).length > 0;
	}
}

/* --- lines that are hidden --------------------------------------------------------------------------------------- */

/* Up to three spaces may stand before a mark; four make code. */
static struct span without_indent(struct span line)
{
	for (int i = 0; i < 3 && span_starts_with(line, " "); i++)
		line = span_from(line, 1);
	return line;
}

static size_t fence_length(struct span line)
{
	size_t length = 0;
	while (length < line.length && line.at[length] == *line.at)
		length++;
	return length >= 3 ? length : 0;
}

static bool opens_fence(struct cover *cover, struct span line)
{
	char mark = line.length ? *line.at : '\0';
	size_t length = mark == '`' || mark == '~' ? fence_length(line) : 0;
	/* ```inline``` is no fence. */
	if (length == 0 || (mark == '`' && span_contains(span_from(line, length), "`")))
		return false;
	cover->fence = mark;
	cover->fence_length = length;
	return true;
}

static void close_fence(struct cover *cover, struct span line)
{
	line = span_trim_end(line);
	if (line.length && *line.at == cover->fence && fence_length(line) == line.length &&
		line.length >= cover->fence_length)
		cover->fence = '\0';
}

static bool opens_comment(struct cover *cover, struct span line)
{
	bool html = span_skip(&line, "<!--");
	if (!html && !span_skip(&line, "%%"))
		return false;
	const char *end = html ? "-->" : "%%";
	cover->comment_end = span_contains(line, end) ? NULL : end;
	return true;
}

/* True for a line of a comment or of code, its first and last line included. */
static bool is_covered(struct cover *cover, struct span line)
{
	if (cover->comment_end) {
		if (span_contains(line, cover->comment_end))
			cover->comment_end = NULL;
		return true;
	}
	if (cover->fence) {
		close_fence(cover, line);
		return true;
	}
	return opens_comment(cover, line) || opens_fence(cover, line);
}

/* --- headings and quotes ----------------------------------------------------------------------------------------- */

/* `## Title ##`: its level and what stands behind the marks; 0 when the line is no heading. */
static int heading_level(struct span line, struct span *title)
{
	int level = 0;
	while (span_skip(&line, "#"))
		level++;
	bool ended = line.length == 0 || *line.at == ' ' || *line.at == '\t';
	if (level == 0 || level > 6 || !ended)
		return 0;
	*title = span_trim(line);
	return level;
}

static bool is_underline(struct span line)
{
	size_t marks = 0;
	while (span_skip(&line, "="))
		marks++;
	return marks > 0 && span_is_blank(line);
}

static void read_line(struct note_head *head, struct span line, struct span before)
{
	struct span title = SPAN_NONE;
	int level = heading_level(line, &title);
	if (level == 0 && before.length && is_underline(line)) {
		level = 1;
		title = before;
	}
	if (level == 1 && head->title.length == 0)
		head->title = title;
	else if (level == 2 && head->part_count < NOTE_HEAD_PARTS)
		head->parts[head->part_count++] = title;
	else if (span_skip(&line, ">") && head->quote_count < NOTE_HEAD_QUOTES)
		head->quotes[head->quote_count++] = span_trim(line);
}

struct note_head note_head_of(struct arena *arena, const struct aliases *aliases, struct span bytes)
{
	struct note_head head = { 0 };
	struct span rest = without_bom(bytes);
	read_properties(arena, aliases, note_cut_front_matter(&rest), &head);
	return head;
}

void note_head_read_lines(struct span bytes, struct note_head *head)
{
	struct span rest = without_bom(bytes);
	note_cut_front_matter(&rest);
	struct cover cover = { NULL, '\0', 0 };
	struct span before = SPAN_NONE;
	struct span line;
	for (int count = 0; count < NOTE_HEAD_LINES && span_next_line(&rest, &line); count++) {
		line = without_indent(line);
		bool covered = is_covered(&cover, line);
		if (!covered)
			read_line(head, line, before);
		before = covered ? SPAN_NONE : span_trim(line);
	}
}

/* --- tags -------------------------------------------------------------------------------------------------------- */

/* A tag goes on with letters, digits, `-`, `_`, `/` and any character beyond ASCII. */
static bool continues_tag(char byte)
{
	return ascii_is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '/' || (unsigned char)byte >= 0x80;
}

static bool is_whole_word(struct span text, size_t at, size_t length)
{
	bool begins = at == 0 || (!continues_tag(text.at[at - 1]) && text.at[at - 1] != '#' && text.at[at - 1] != '`');
	return begins && (at + length == text.length || !continues_tag(text.at[at + length]));
}

/* True when the line that holds the place stands in a comment or in code. */
static bool is_covered_at(struct span text, const char *place)
{
	struct cover cover = { NULL, '\0', 0 };
	struct span line;
	bool covered = false;
	while (span_next_line(&text, &line) && line.at <= place)
		covered = is_covered(&cover, without_indent(line));
	return covered;
}

/* Looks at bytes [start, end) of the text. */
static bool has_word(struct span text, size_t start, size_t end, const char *word)
{
	size_t length = strlen(word);
	struct span part = span_slice(text, 0, end);
	for (size_t at = start; at < end; at += length) {
		at += span_find(span_from(part, at), word);
		if (at < end && is_whole_word(text, at, length) && !is_covered_at(text, text.at + at))
			return true;
	}
	return false;
}

bool note_has_tag(struct span bytes, const char *tag)
{
	struct span rest = without_bom(bytes);
	struct span matter = note_cut_front_matter(&rest);
	if (has_word(matter, 0, matter.length, tag + 1) || has_word(matter, 0, matter.length, tag))
		return true;
	if (rest.length <= 2 * TAG_REACH)
		return has_word(rest, 0, rest.length, tag);
	return has_word(rest, 0, TAG_REACH, tag) || has_word(rest, rest.length - TAG_REACH, rest.length, tag);
}
