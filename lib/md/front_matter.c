#include "md/document_parts.h"

/* A rule and one line like "Note: …" are text. */
enum { FEWEST_ENTRIES = 2 };

static bool is_fence(struct span line)
{
	return span_is(span_trim_end(line), "---");
}

static unsigned closing_line(const struct document *document)
{
	if (!is_fence(document_line(document, 1)))
		return 0;
	for (unsigned line = 2; line <= document->line_count; line++)
		if (is_fence(document_line(document, line)))
			return line;
	return 0;
}

/* `key: value` or `key:` at the start of a line, an item or a value that goes on, a comment. */
static bool is_entry(struct span line)
{
	size_t colon = span_find_byte(line, ':');
	bool keyed = colon > 0 && colon < line.length && span_find_any(line, " \t#>|*+-[`:") == colon;
	return keyed && (colon + 1 == line.length || line.at[colon + 1] == ' ');
}

static bool goes_on(struct span line)
{
	return span_starts_with(line, " ") || span_starts_with(line, "- ") || span_starts_with(line, "#");
}

struct span front_matter_unclosed(struct span rest)
{
	struct span line = SPAN_NONE;
	const char *start = rest.at;
	const char *end = start;
	int entries = 0;
	while (span_next_line(&rest, &line) && (is_entry(line) || (goes_on(line) && !span_starts_with(line, "# ")))) {
		entries += is_entry(line);
		end = line.at + line.length;
	}
	return entries >= FEWEST_ENTRIES ? span_between(start, end) : SPAN_NONE;
}

/* An error is large and seldom: no part of every note. */
static const struct error *keep_error(struct arena *arena, const struct error *problem)
{
	struct error *kept = arena_new(arena, struct error);
	*kept = *problem;
	return kept;
}

static void read_properties(struct arena *arena, struct document *document)
{
	struct front_matter *front = &document->front_matter;
	struct span source = span_slice(document->bytes, front->offset, front->length);
	struct yaml_node *root = NULL;
	struct error problem;
	int failed = yaml_parse(arena, source, DOCUMENT_MOST_FRONT_MATTER, document->path, 2, &root, &problem);
	if (!failed && root->kind != YAML_MAPPING)
		failed = error_at(&problem, ERROR_PARSE, document_position(document, front->offset),
			"the front matter is no list of `name: value` lines");
	if (failed)
		front->problem = keep_error(arena, &problem);
	else
		front->root = root;
}

static void report_unclosed(struct arena *arena, struct document *document)
{
	if (document->line_count < 2 || !is_fence(document_line(document, 1)))
		return;
	struct span entries = front_matter_unclosed(span_from(document->bytes, document->line_offsets[1]));
	if (!entries.length)
		return;
	struct error problem;
	error_at(&problem, ERROR_PARSE, document_position(document, document->line_offsets[0]),
		"the front matter begins and is never closed");
	error_hint(&problem, "put a line --- behind its last entry");
	document->front_matter.problem = keep_error(arena, &problem);
}

void find_front_matter(struct arena *arena, struct document *document)
{
	unsigned closing = closing_line(document);
	if (!closing) {
		report_unclosed(arena, document);
		return;
	}
	struct front_matter *front = &document->front_matter;
	front->present = true;
	front->offset = document->line_offsets[1];
	front->length = document->line_offsets[closing - 1] - front->offset;
	read_properties(arena, document);
}

struct span document_property(const struct document *document, const char *key)
{
	return yaml_text(yaml_get(document->front_matter.root, key));
}
