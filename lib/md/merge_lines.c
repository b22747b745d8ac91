#include "base/buffer.h"
#include "md/line_compare.h"
#include "md/merge_parts.h"

/* As compare_lines has it: a lone CR ends no line. */
static size_t split_lines(struct arena *arena, struct span text, struct span **lines)
{
	size_t count = 0;
	size_t capacity = 0;
	struct span line;
	*lines = NULL;
	while (span_next(&text, '\n', &line)) {
		*lines = arena_grow(arena, *lines, count, &capacity, sizeof(**lines));
		(*lines)[count++] = text_without_end(line);
	}
	return count;
}

struct lines_of_change {
	struct span *before; /* base's */
	struct span *after;  /* theirs', as many */
	size_t count;
};

static bool changes(const struct lines_of_change *lines, size_t index)
{
	return !span_equal(lines->before[index], lines->after[index]);
}

/* True when the person left each line alone that the change is about, and there is one. */
static bool are_left_alone(const struct lines_of_change *lines, const struct comparison *since)
{
	bool any = false;
	for (size_t i = 0; i < lines->count; i++) {
		if (changes(lines, i) && since->before.changed[i])
			return false;
		any = any || changes(lines, i);
	}
	return any;
}

/* The person's lines, those of them that the change is about as theirs has them. */
static struct span write_lines(
	const struct merge *merge, const struct lines_of_change *lines, const struct comparison *since)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(merge_most_bytes(merge));
	size_t of_base = 0;
	for (size_t i = 0; i < since->after.count; i++) {
		struct span line = since->after.lines[i];
		while (of_base < lines->count && since->before.changed[of_base])
			of_base++;
		bool left_alone = !since->after.changed[i];
		size_t length = text_without_end(line).length;
		buffer_add(&text,
			left_alone && changes(lines, of_base) ? lines->after[of_base] : span_slice(line, 0, length));
		buffer_add(&text, span_from(line, length));
		of_base += left_alone;
	}
	return text_without_end(buffer_finish(merge->arena, &text));
}

const struct piece *merge_piece_lines(
	const struct merge *merge, const struct piece *base, const struct piece *ours, const struct piece *theirs)
{
	struct lines_of_change lines = { .count = 0 };
	lines.count = split_lines(merge->arena, base->text, &lines.before);
	if (lines.count != split_lines(merge->arena, theirs->text, &lines.after))
		return NULL;
	struct comparison since = compare_lines(merge->arena, text_joined(merge->arena, base->text, SPAN("\n")),
		text_joined(merge->arena, ours->text, SPAN("\n")));
	if (lines.count != since.before.count || !are_left_alone(&lines, &since))
		return NULL;
	struct piece *merged = arena_new(merge->arena, struct piece);
	*merged = *ours;
	merged->text = write_lines(merge, &lines, &since);
	piece_describe(merge->arena, merged);
	return merged;
}
