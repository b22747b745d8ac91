#include "md/document_parts.h"
#include "md/row_split.h"

/* Longer runs of backticks are text, as in cmark; each length is looked for in vain once a block. */
enum { MOST_BACKTICKS = 80 };

struct hider {
	struct arena *arena;
	struct document *document;
	size_t capacity;
	size_t hidden_to;          /* end of the last range */
	bool no_more_percent_pair; /* a block comment was looked for in vain */
};

/* A stretch in which code and comments begin and end: a paragraph, a heading, a cell. */
struct stretch {
	size_t end;
	bool no_closer[MOST_BACKTICKS + 1];
	bool no_comment_end;
	bool no_percent_end;
};

static void hide(struct hider *hider, size_t start, size_t end)
{
	struct document *document = hider->document;
	if (start < hider->hidden_to)
		start = hider->hidden_to;
	if (start >= end)
		return;
	document->hidden = arena_grow(
		hider->arena, document->hidden, document->hidden_count, &hider->capacity, sizeof(*document->hidden));
	document->hidden[document->hidden_count++] = (struct hidden_range){ start, end - start };
	hider->hidden_to = end;
}

static size_t run_length(struct span text, size_t at)
{
	size_t length = 0;
	while (at + length < text.length && text.at[at + length] == text.at[at])
		length++;
	return length;
}

/* Offset behind the run of backticks of exactly that length, or 0. */
static size_t code_end(struct span text, size_t at, size_t length)
{
	while (at < text.length) {
		at += span_find_byte(span_from(text, at), '`');
		if (at == text.length)
			break;
		size_t run = run_length(text, at);
		at += run;
		if (run == length)
			return at;
	}
	return 0;
}

/* Each returns the offset behind what begins at `at`, hidden or not. */

static size_t pass_backticks(struct hider *hider, struct stretch *stretch, size_t at)
{
	struct span text = span_slice(hider->document->bytes, 0, stretch->end);
	size_t length = run_length(text, at);
	if (length > MOST_BACKTICKS || stretch->no_closer[length])
		return at + length;
	size_t end = code_end(text, at + length, length);
	if (end)
		hide(hider, at, end);
	else
		stretch->no_closer[length] = true;
	return end ? end : at + length;
}

static size_t pass_comment(struct hider *hider, struct stretch *stretch, size_t at, bool is_html)
{
	struct span rest = span_slice(hider->document->bytes, at, stretch->end - at);
	if (stretch->no_comment_end || !span_starts_with(rest, "<!--"))
		return at + 1;
	struct span body = span_from(rest, 4);
	size_t length = span_find(body, "-->");
	bool ends = length < body.length;
	/* An HTML block goes on to its end where the comment is not closed. */
	stretch->no_comment_end = !ends && !is_html;
	if (stretch->no_comment_end)
		return at + 4;
	size_t end = ends ? at + 4 + length + 3 : stretch->end;
	hide(hider, at, end);
	return end;
}

/* `%%` at the start of a line opens a comment over several blocks, elsewhere one within its block. */
static size_t pass_percent(struct hider *hider, struct stretch *stretch, size_t at, bool line_start)
{
	struct span bytes = hider->document->bytes;
	bool *vain = line_start ? &hider->no_more_percent_pair : &stretch->no_percent_end;
	struct span rest = span_slice(bytes, at, (line_start ? bytes.length : stretch->end) - at);
	if (!span_starts_with(rest, "%%"))
		return at + 1;
	struct span body = span_from(rest, 2);
	size_t length = *vain ? body.length : span_find(body, "%%");
	*vain = length == body.length;
	if (*vain)
		return at + 2;
	hide(hider, at, at + 2 + length + 2);
	return at + 2 + length + 2;
}

/* Nothing but indentation and quote markers before the byte on its line; a list marker is passed with its block. */
static bool begins_line(struct span bytes, size_t start, size_t at)
{
	while (at > start && (bytes.at[at - 1] == ' ' || bytes.at[at - 1] == '\t' || bytes.at[at - 1] == '>'))
		at--;
	return at == start || bytes.at[at - 1] == '\n' || bytes.at[at - 1] == '\r';
}

static void hide_within(struct hider *hider, size_t start, size_t end, bool is_html)
{
	struct stretch stretch = { .end = end };
	struct span bytes = hider->document->bytes;
	size_t at = start > hider->hidden_to ? start : hider->hidden_to;
	while (at < end) {
		at += span_find_any(span_slice(bytes, at, end - at), "\\`<%");
		if (at == end)
			return;
		char byte = bytes.at[at];
		if (byte == '<')
			at = pass_comment(hider, &stretch, at, is_html);
		else if (byte == '%')
			at = pass_percent(hider, &stretch, at, begins_line(bytes, start, at));
		else if (byte == '`' && !is_html)
			at = pass_backticks(hider, &stretch, at);
		else
			at += byte == '\\' && !is_html ? 2 : 1;
	}
}

/* Code and comments do not reach over the edge of a cell. */
static void hide_within_row(struct hider *hider, size_t start, size_t end)
{
	while (start < end) {
		struct span rest = span_slice(hider->document->bytes, start, end - start);
		size_t cell = row_cell_length(rest);
		hide_within(hider, start, start + cell, false);
		start += cell + 1;
	}
}

void find_hidden(struct arena *arena, struct document *document)
{
	struct hider hider = { .arena = arena, .document = document };
	for (int i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		size_t end = block->offset + block->length;
		if (block->kind == BLOCK_CODE)
			hide(&hider, block->offset, end);
		else if (block->kind == BLOCK_ROW)
			hide_within_row(&hider, block->offset, end);
		else if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING || block->kind == BLOCK_HTML)
			hide_within(&hider, block->offset, end, block->kind == BLOCK_HTML);
	}
}
