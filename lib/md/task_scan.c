#include "md/task_scan.h"

#include "codec/utf8.h"
#include "md/section.h"

#include <string.h>

/* A note beyond these is parsed, which finds out whether it is opaque (excess.c). */
enum {
	MOST_BYTES = 64 << 10,
	MOST_PIPES = 64,
	MOST_WORK = 64 << 20,
	MOST_DEPTH = 16,
	FENCE_LENGTH = 3,
	CODE_INDENT = 4
};

struct scanner {
	struct arena *arena;
	struct span bytes;
	struct task_scan *scan;
	size_t task_capacity;
	size_t heading_capacity;
	unsigned line;           /* of the one that is read */
	int content[MOST_DEPTH]; /* the column, from 0, where the content of each open item begins */
	int depth;
	bool paragraph;    /* one is open: text goes on with it, whatever its indentation */
	bool empty_item;   /* the last line opened an item and said nothing in it */
	struct span fence; /* the marks that opened the code block that is open; empty outside of one */
	bool comment;      /* a comment that began a line is open */
	bool doubt;
};

static size_t indentation(struct span line)
{
	size_t spaces = 0;
	while (spaces < line.length && line.at[spaces] == ' ')
		spaces++;
	return spaces;
}

static size_t run_of(struct span text, char byte)
{
	size_t length = 0;
	while (length < text.length && text.at[length] == byte)
		length++;
	return length;
}

static bool is_one_of(char byte, const char *bytes)
{
	return byte && strchr(bytes, byte);
}

static bool is_made_of(struct span text, const char *bytes)
{
	size_t length = 0;
	while (length < text.length && is_one_of(text.at[length], bytes))
		length++;
	return length == text.length;
}

/* Length of the list marker that the text begins with, without the space behind it; 0 for none. */
static size_t marker_length(struct span text)
{
	size_t length = 0;
	while (length < text.length && length < 9 && text.at[length] >= '0' && text.at[length] <= '9')
		length++;
	if (length == text.length || !is_one_of(text.at[length], length ? ".)" : "-+*"))
		return 0;
	length++;
	return length == text.length || text.at[length] == ' ' || text.at[length] == '\t' ? length : 0;
}

static bool is_rule(struct span text)
{
	size_t marks = 0;
	if (!text.length || !is_one_of(text.at[0], "-*_"))
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] != text.at[0] && text.at[i] != ' ' && text.at[i] != '\t')
			return false;
		marks += text.at[i] == text.at[0];
	}
	return marks >= 3;
}

static void close_items(struct scanner *scanner)
{
	scanner->depth = 0;
	scanner->paragraph = false;
}

/* --- what a line can begin --------------------------------------------------------------------------------------- */

static bool is_heading(struct span text)
{
	size_t marks = run_of(text, '#');
	return marks >= 1 && marks <= 6 && (marks == text.length || is_one_of(text.at[marks], " \t"));
}

static void read_heading(struct scanner *scanner, struct span line)
{
	struct task_scan *scan = scanner->scan;
	close_items(scanner);
	scan->headings = arena_grow(scanner->arena, scan->headings, scan->heading_count, &scanner->heading_capacity,
		sizeof(*scan->headings));
	scan->headings[scan->heading_count++] =
		(struct scanned_heading){ section_title_in(line), (int)run_of(line, '#'), scanner->line };
}

static void read_fence(struct scanner *scanner, struct span line)
{
	close_items(scanner);
	size_t length = run_of(line, line.at[0]);
	scanner->doubt = span_find_byte(span_from(line, length), '`') < line.length - length || !utf8_is_valid(line);
	scanner->fence = span_slice(line, 0, length);
}

/* cmark does not see the end of a comment behind what is no UTF-8. */
static void read_comment(struct scanner *scanner, struct span line)
{
	scanner->comment = !span_contains(line, "-->");
	scanner->doubt = !utf8_is_valid(line);
}

static bool closes_fence(const struct scanner *scanner, struct span line)
{
	struct span text = span_from(line, indentation(line));
	size_t length = run_of(text, scanner->fence.at[0]);
	return indentation(line) < CODE_INDENT && length >= scanner->fence.length &&
	       span_is_blank(span_from(text, length));
}

static bool begins_more_than_text(struct span text)
{
	return marker_length(text) || is_rule(text) || is_heading(text) || is_one_of(text.at[0], "\t>`~<=");
}

/* A quote that is one line of plain text after another holds no task. */
static void read_quote(struct scanner *scanner, struct span line)
{
	struct span text = span_trim_start(span_from(line, 1));
	close_items(scanner);
	scanner->paragraph = true;
	scanner->doubt = text.length && begins_more_than_text(text);
}

static void add_task(struct scanner *scanner, struct span line, struct span item)
{
	struct task_scan *scan = scanner->scan;
	struct task task;
	if (!task_read_line(item, &task))
		return;
	task.line = scanner->line;
	task.block = NO_BLOCK;
	task.column += (unsigned)(item.at - line.at);
	task.mark_offset += (size_t)(item.at - scanner->bytes.at);
	scan->tasks = arena_grow(
		scanner->arena, scan->tasks, scan->task_count, &scanner->task_capacity, sizeof(*scan->tasks));
	scan->tasks[scan->task_count++] = (struct scanned_task){ task, (int)scan->heading_count - 1 };
}

static void read_item(struct scanner *scanner, struct span line, struct span item)
{
	size_t marker = marker_length(item);
	struct span text = span_from(item, marker);
	size_t space = indentation(text);
	text = span_from(text, space);
	bool empty = text.length == 0;
	scanner->doubt = scanner->depth == MOST_DEPTH || (empty && scanner->paragraph) ||
			 (!empty && (space > CODE_INDENT || begins_more_than_text(text)));
	if (scanner->doubt)
		return;
	scanner->content[scanner->depth++] = (int)((size_t)(item.at - line.at) + marker + (empty ? 1 : space));
	scanner->paragraph = !empty;
	scanner->empty_item = empty;
	if (!empty)
		add_task(scanner, line, item);
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* Only the first number continues what is no list before it. */
static bool may_be_text(const struct scanner *scanner, struct span text, bool left_item)
{
	int number;
	return scanner->paragraph && !left_item && span_read_digits(&text, &number) && number != 1;
}

/* What stands at the left edge of the note. */
static bool read_at_edge(struct scanner *scanner, struct span line)
{
	if (is_heading(line))
		read_heading(scanner, line);
	else if (is_rule(line)) {
		scanner->doubt = scanner->paragraph && line.at[0] == '-';
		close_items(scanner);
	} else if (run_of(line, '`') >= FENCE_LENGTH || run_of(line, '~') >= FENCE_LENGTH)
		read_fence(scanner, line);
	else if (span_starts_with(line, "<!--")) {
		close_items(scanner);
		read_comment(scanner, line);
	} else if (line.at[0] == '>')
		read_quote(scanner, line);
	else
		return false;
	return true;
}

/* How many of the open items the line stands in by its indentation. */
static int items_around(const struct scanner *scanner, size_t indent)
{
	int depth = 0;
	while (depth < scanner->depth && indent >= (size_t)scanner->content[depth])
		depth++;
	return depth;
}

/* A table in an item ends its paragraph. */
static bool may_be_delimiter_row(struct span text)
{
	return span_find_byte(text, '-') < text.length && is_made_of(text, "-:| \t");
}

/* Two dashes below a paragraph make a heading of it, as one or three would that are seen elsewhere. */
static bool is_underline(struct span text)
{
	return text.at[0] == '-' && span_is_blank(span_from(text, run_of(text, '-')));
}

static void read_text(struct scanner *scanner, struct span text, int depth)
{
	scanner->doubt = is_heading(text) || is_rule(text) || is_underline(text) || is_one_of(text.at[0], "`~<>=") ||
			 (unsigned char)text.at[0] < ' ' || (scanner->depth && may_be_delimiter_row(text));
	if (scanner->paragraph)
		return;
	scanner->depth = depth;
	scanner->paragraph = true;
}

static void read_visible(struct scanner *scanner, struct span line)
{
	size_t indent = indentation(line);
	struct span text = span_from(line, indent);
	int depth = items_around(scanner, indent);
	size_t within = indent - (depth ? (size_t)scanner->content[depth - 1] : 0);
	bool left_item = depth < scanner->depth;
	if (indent == 0 && read_at_edge(scanner, line))
		return;
	if (within >= CODE_INDENT) {
		scanner->doubt = !scanner->paragraph || marker_length(text);
		return;
	}
	if (is_rule(text) || !marker_length(text)) {
		read_text(scanner, text, depth);
		return;
	}
	scanner->doubt = may_be_text(scanner, text, left_item);
	scanner->depth = depth;
	scanner->paragraph = scanner->paragraph && !left_item;
	if (!scanner->doubt)
		read_item(scanner, line, text);
}

static void read_line(struct scanner *scanner, struct span line)
{
	bool after_empty_item = scanner->empty_item;
	scanner->empty_item = false;
	if (scanner->fence.length) {
		if (closes_fence(scanner, line))
			scanner->fence = SPAN_NONE;
	} else if (scanner->comment) {
		read_comment(scanner, line);
	} else if (indentation(line) == line.length) {
		scanner->paragraph = false;
		scanner->depth -= after_empty_item;
	} else {
		scanner->doubt = line.at[indentation(line)] == '\t' || (after_empty_item && line.at[0] == ' ');
		if (!scanner->doubt)
			read_visible(scanner, line);
	}
}

/* --- notes ------------------------------------------------------------------------------------------------------- */

static bool is_fence_of_front_matter(struct span line)
{
	return span_is(span_trim_end(line), "---");
}

/* What follows the front matter; where none is closed, the whole. */
static struct span without_front_matter(struct span text, unsigned *lines)
{
	struct span rest = text;
	struct span line;
	*lines = 0;
	if (!span_next(&rest, '\n', &line) || !is_fence_of_front_matter(line))
		return text;
	for (unsigned count = 2; span_next(&rest, '\n', &line); count++) {
		if (!is_fence_of_front_matter(line))
			continue;
		*lines = count;
		return rest;
	}
	return text;
}

static bool has_lone_carriage_return(struct span bytes)
{
	for (size_t at = span_find_byte(bytes, '\r'); at < bytes.length;
		at += 1 + span_find_byte(span_from(bytes, at + 1), '\r'))
		if (at + 1 == bytes.length || bytes.at[at + 1] != '\n')
			return true;
	return false;
}

/* True where it must be found out first whether the note is opaque, or what its bytes are. */
static bool is_beyond_lines(struct span bytes)
{
	bool utf16 = span_starts_with(bytes, "\xFF\xFE") || span_starts_with(bytes, "\xFE\xFF");
	return utf16 || bytes.length > MOST_BYTES || span_find_byte(bytes, '\0') < bytes.length ||
	       span_contains(bytes, "%%") || has_lone_carriage_return(bytes);
}

static size_t count_pipes(struct span line)
{
	size_t pipes = 0;
	for (size_t at = span_find_byte(line, '|'); at < line.length; pipes++)
		at += 1 + span_find_byte(span_from(line, at + 1), '|');
	return pipes;
}

static struct span without_carriage_return(struct span line)
{
	return span_ends_with(line, "\r") ? span_slice(line, 0, line.length - 1) : line;
}

/* True when nothing but markers of lists and quotes stands before the box in its line, and a blank last. */
static bool may_stand_in_item(struct span bytes, size_t box)
{
	size_t start = box;
	while (start && is_one_of(bytes.at[start - 1], " \t\v\f>-+*.)0123456789"))
		start--;
	bool behind_marker = box - start >= 2 && is_one_of(bytes.at[box - 1], " \t\v\f");
	bool begins_line = start == 0 || is_one_of(bytes.at[start - 1], "\n\r") ||
			   (start == 3 && span_starts_with(bytes, "\xEF\xBB\xBF"));
	return behind_marker && begins_line;
}

bool task_line_next(struct span bytes, size_t *offset, struct task_line *line)
{
	for (size_t at = *offset + span_find_byte(span_from(bytes, *offset), ']'); at < bytes.length;
		at += 1 + span_find_byte(span_from(bytes, at + 1), ']')) {
		if (at < 4 || bytes.at[at - 2] != '[' || !may_stand_in_item(bytes, at - 2))
			continue;
		struct span rest = span_from(bytes, at - 2);
		*line = (struct task_line){ span_slice(rest, 0, span_find_byte(rest, '\n')), bytes.at[at - 1] };
		*offset = at + 1;
		return true;
	}
	return false;
}

bool task_scan_lines(struct arena *arena, struct span bytes, struct task_scan *scan)
{
	*scan = (struct task_scan){ NULL, 0, NULL, 0 };
	struct scanner scanner = { .arena = arena, .bytes = bytes, .scan = scan };
	struct span text = span_starts_with(bytes, "\xEF\xBB\xBF") ? span_from(bytes, 3) : bytes;
	size_t widest = 0;
	struct span line;
	scanner.doubt = is_beyond_lines(bytes);
	for (struct span rest = without_front_matter(text, &scanner.line);
		!scanner.doubt && span_next(&rest, '\n', &line);) {
		scanner.line++;
		line = without_carriage_return(line);
		size_t pipes = count_pipes(line);
		widest = pipes > widest ? pipes : widest;
		read_line(&scanner, line);
	}
	bool sure = !scanner.doubt && widest <= MOST_PIPES && scanner.line * bytes.length <= MOST_WORK;
	if (!sure)
		*scan = (struct task_scan){ NULL, 0, NULL, 0 };
	return sure;
}

void task_scan_parsed(
	struct arena *arena, const struct section_list *sections, const struct task_list *tasks, struct task_scan *scan)
{
	*scan = (struct task_scan){ arena_new_array(arena, tasks->count, struct scanned_task), 0,
		arena_new_array(arena, sections->count, struct scanned_heading), 0 };
	for (size_t i = 0; i < sections->count; i++) {
		const struct section *section = &sections->items[i];
		if (section->level)
			scan->headings[scan->heading_count++] =
				(struct scanned_heading){ section->title, section->level, section->line };
	}
	size_t next = 0;
	for (size_t i = 0; i < tasks->count; i++) {
		while (next < scan->heading_count && scan->headings[next].line < tasks->items[i].line)
			next++;
		scan->tasks[scan->task_count++] = (struct scanned_task){ tasks->items[i], (int)next - 1 };
	}
}
