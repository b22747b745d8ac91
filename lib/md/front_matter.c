#include "md/document_parts.h"

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

void find_front_matter(struct arena *arena, struct document *document)
{
	unsigned closing = closing_line(document);
	if (!closing)
		return;
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
