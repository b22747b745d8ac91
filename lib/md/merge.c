#include "md/merge_parts.h"

#include "base/buffer.h"

void merge_add_note(struct merge *merge, enum merge_note_kind kind, struct span kept, struct span offered)
{
	merge->notes =
		arena_grow(merge->arena, merge->notes, merge->note_count, &merge->note_capacity, sizeof(*merge->notes));
	merge->notes[merge->note_count++] = (struct merge_note){ kind, merge->section, kept, offered };
}

size_t merge_most_bytes(const struct merge *merge)
{
	return 8 * (merge->ours->bytes.length + merge->theirs->bytes.length) + 64;
}

bool text_is_open(struct span text)
{
	return text.length && text.at[text.length - 1] != '\n' && text.at[text.length - 1] != '\r';
}

struct span text_joined(struct arena *arena, struct span first, struct span second)
{
	char *bytes = arena_allocate(arena, first.length + second.length + 1);
	if (first.length)
		memcpy(bytes, first.at, first.length);
	if (second.length)
		memcpy(bytes + first.length, second.at, second.length);
	return (struct span){ bytes, first.length + second.length };
}

static struct span with_line_ends(struct arena *arena, struct span text, const char *line_end)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(2 * text.length + 2);
	struct span rest = text;
	struct span line;
	while (span_next_line(&rest, &line)) {
		buffer_add(&out, line);
		if (rest.length || !text_is_open(text))
			buffer_add_text(&out, line_end);
	}
	return arena_copy_span(arena, buffer_span(&out));
}

struct span merge_with_line_ends(const struct merge *merge, struct span text)
{
	return with_line_ends(merge->arena, text, merge->ours->line_end);
}

bool texts_equal(struct span a, struct span b)
{
	struct span line_a = SPAN_NONE;
	struct span line_b = SPAN_NONE;
	if (text_is_open(a) != text_is_open(b))
		return false;
	for (;;) {
		bool more_a = span_next_line(&a, &line_a);
		bool more_b = span_next_line(&b, &line_b);
		if (!more_a || !more_b)
			return more_a == more_b;
		if (!span_equal(line_a, line_b))
			return false;
	}
}

struct span text_without_end(struct span text)
{
	struct span rest = text;
	struct span line;
	size_t end = 0;
	while (span_next_line(&rest, &line))
		if (!span_is_blank(line))
			end = (size_t)(line.at - text.at) + line.length;
	return span_slice(text, 0, end);
}

/* The file ends as the person has it, also where another section ends it now; an empty one as theirs, unless it stays
 * empty. */
static struct span with_end_of_ours(struct merge *merge, struct span text)
{
	if (span_is_blank(text) && span_is_blank(merge->ours->bytes))
		return merge->ours->bytes;
	struct span model = span_is_blank(merge->ours->bytes) ? merge->theirs->bytes : merge->ours->bytes;
	struct span end = span_from(model, text_without_end(model).length);
	return text_joined(merge->arena, text_without_end(text), end);
}

static struct span merged_text(struct merge *merge)
{
	struct span front = merge_front_matter(merge);
	struct span sections = merge_sections(merge);
	if (merge->ours->front_matter.present && text_is_open(front) && sections.length)
		front = text_joined(merge->arena, front, span_of(merge->ours->line_end));
	return with_end_of_ours(merge, text_joined(merge->arena, front, sections));
}

static struct merge_result result_of(struct merge *merge, struct span text)
{
	return (struct merge_result){ text, merge->notes, merge->note_count };
}

struct merge_result merge_blocks(struct arena *arena, enum merge_purpose purpose, const struct document *base,
	const struct document *ours, const struct document *theirs)
{
	struct merge merge = { .arena = arena, .purpose = purpose, .base = base, .ours = ours, .theirs = theirs };
	if (texts_equal(ours->bytes, theirs->bytes) || (base && span_equal(base->bytes, theirs->bytes)))
		return result_of(&merge, ours->bytes);
	if (base && span_equal(base->bytes, ours->bytes))
		return result_of(&merge, theirs->bytes);
	if (base && texts_equal(base->bytes, ours->bytes))
		return result_of(&merge, merge_with_line_ends(&merge, theirs->bytes));
	if (ours->opaque || theirs->opaque || (base && base->opaque)) {
		merge_add_note(&merge, MERGE_LEFT_SECTION, SPAN_NONE, SPAN_NONE);
		return result_of(&merge, ours->bytes);
	}
	struct span text = merged_text(&merge);
	return result_of(&merge, span_equal(text, ours->bytes) ? ours->bytes : text);
}
