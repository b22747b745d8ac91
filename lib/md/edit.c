#include "md/edit.h"

#include <assert.h>

struct edit_list edits_of(struct arena *arena, const struct document *document)
{
	return (struct edit_list){ .arena = arena, .document = document };
}

void edit_splice(struct edit_list *edits, size_t offset, size_t length, struct span text)
{
	size_t size = edits->document->bytes.length;
	assert(offset <= size && length <= size - offset);
	edits->items = arena_grow(edits->arena, edits->items, edits->count, &edits->capacity, sizeof(*edits->items));
	struct span copy = arena_copy_span(edits->arena, text);
	edits->items[edits->count++] = (struct edit){ offset, length, copy };
}

void edit_replace(struct edit_list *edits, struct span part, struct span text)
{
	edit_splice(edits, document_offset(edits->document, part), part.length, text);
}

/* A value is one line. */
static struct span on_one_line(struct arena *arena, struct span text)
{
	struct span copy = arena_copy_span(arena, span_trim(text));
	char *bytes = arena_copy_text(arena, copy);
	size_t length = 0;
	for (size_t i = 0; i < copy.length; i++) {
		bool line_end = copy.at[i] == '\n' || copy.at[i] == '\r';
		if (!line_end)
			bytes[length++] = copy.at[i];
		else if (length && bytes[length - 1] != ' ')
			bytes[length++] = ' ';
	}
	return (struct span){ bytes, length };
}

void edit_set_value(struct edit_list *edits, struct span value, struct span text)
{
	const char *bytes = edits->document->bytes.at;
	size_t start = document_offset(edits->document, value);
	size_t end = start + value.length;
	while (start > 0 && (bytes[start - 1] == ' ' || bytes[start - 1] == '\t'))
		start--;
	struct span line = on_one_line(edits->arena, text);
	bool line_start = start == 0 || bytes[start - 1] == '\n' || bytes[start - 1] == '\r';
	if (line.length && !line_start)
		line = span_of(arena_printf(edits->arena, " %.*s", SPAN_PRINT(line)));
	if (line_start)
		start = end - value.length; /* a value below its label keeps its indentation */
	edit_splice(edits, start, end - start, line);
}

/* --- applying --- */

static void merge_sorted(
	struct edit *into, const struct edit *left, size_t left_count, const struct edit *right, size_t right_count)
{
	while (left_count || right_count) {
		if (!right_count || (left_count && left->offset <= right->offset)) {
			*into++ = *left++;
			left_count--;
		} else {
			*into++ = *right++;
			right_count--;
		}
	}
}

/* Stable, so that two insertions at one place keep their order. */
static void sort(struct edit *items, struct edit *spare, size_t count)
{
	if (count < 2)
		return;
	size_t half = count / 2;
	sort(items, spare, half);
	sort(items + half, spare, count - half);
	memcpy(spare, items, count * sizeof(*items));
	merge_sorted(items, spare, half, spare + half, count - half);
}

static struct edit *sorted_edits(const struct edit_list *edits)
{
	struct edit *sorted = arena_new_array(edits->arena, edits->count, struct edit);
	struct edit *spare = arena_new_array(edits->arena, edits->count, struct edit);
	if (edits->count)
		memcpy(sorted, edits->items, edits->count * sizeof(*sorted));
	sort(sorted, spare, edits->count);
	return sorted;
}

static size_t new_length(const struct edit_list *edits)
{
	size_t length = edits->document->bytes.length;
	for (size_t i = 0; i < edits->count; i++)
		length += edits->items[i].text.length;
	for (size_t i = 0; i < edits->count; i++)
		length -= edits->items[i].length;
	return length;
}

static char *append(char *to, struct span text)
{
	if (text.length)
		memcpy(to, text.at, text.length);
	return to + text.length;
}

struct span edits_apply(const struct edit_list *edits)
{
	struct span bytes = edits->document->bytes;
	const struct edit *sorted = sorted_edits(edits);
	size_t length = new_length(edits);
	char *result = arena_allocate(edits->arena, length + 1);
	char *to = result;
	size_t done = 0;
	for (size_t i = 0; i < edits->count; i++) {
		assert(sorted[i].offset >= done);
		to = append(to, span_slice(bytes, done, sorted[i].offset - done));
		to = append(to, sorted[i].text);
		done = sorted[i].offset + sorted[i].length;
	}
	to = append(to, span_from(bytes, done));
	assert(to == result + length);
	return (struct span){ result, length };
}

bool edits_change_nothing(const struct edit_list *edits)
{
	for (size_t i = 0; i < edits->count; i++) {
		const struct edit *edit = &edits->items[i];
		if (!span_equal(span_slice(edits->document->bytes, edit->offset, edit->length), edit->text))
			return false;
	}
	return true;
}
