#include "md/merge_parts.h"

#include "base/buffer.h"

struct writer {
	const struct merge *merge;
	const struct sequence *sequence;
	const struct piece_list *ours;
	const struct piece_list *theirs;
	struct buffer *out;
};

/* --- between two pieces --- */

static int blank_lines(struct span gap)
{
	int ends = 0;
	struct span line;
	while (span_next_line(&gap, &line))
		ends++;
	return ends > 0 ? ends - 1 : 0;
}

/* Blank lines between `index` and the next piece if both are of that group; else -1. */
static int spacing_behind(const struct piece_list *list, int index, char group)
{
	if (index < 0 || (size_t)index + 1 >= list->count)
		return -1;
	const struct piece *piece = &list->items[index];
	return piece->group == group && piece[1].group == group ? blank_lines(piece->gap) : -1;
}

/* How a list is spaced: as the person has it around these two, else as theirs has it. */
static int list_spacing(const struct writer *writer, const struct placed *a, const struct placed *b)
{
	char group = b->written->group;
	int spacing = spacing_behind(writer->ours, a->ours, group);
	if (spacing < 0)
		spacing = spacing_behind(writer->ours, a->ours - 1, group);
	if (spacing < 0)
		spacing = spacing_behind(writer->ours, b->ours, group);
	if (spacing < 0)
		spacing = spacing_behind(writer->ours, b->ours - 1, group);
	if (spacing < 0)
		spacing = spacing_behind(writer->theirs, b->theirs - 1, group);
	return spacing < 0 ? 0 : spacing;
}

static bool is_numbered(const struct placed *placed)
{
	return placed->written->group == '.' || placed->written->group == ')';
}

/* Blank lines between two pieces that the person did not have side by side. A list that begins with another number than
 * 1 would be text of the paragraph directly before it. */
static int spacing(const struct writer *writer, const struct placed *a, const struct placed *b)
{
	enum piece_kind kind = b->written->kind;
	if (kind == PIECE_ROW || kind == PIECE_ENTRY)
		return 0;
	bool same_group = a->written->group == b->written->group;
	if (same_group && kind == PIECE_ITEM)
		return list_spacing(writer, a, b);
	if (a->theirs != NONE && b->theirs == a->theirs + 1 && !is_numbered(b))
		return blank_lines(writer->theirs->items[a->theirs].gap);
	return 1;
}

static void write_gap(const struct writer *writer, const struct placed *a, const struct placed *b)
{
	if (a->ours != NONE && b->ours == a->ours + 1) {
		buffer_add(writer->out, writer->ours->items[a->ours].gap);
		return;
	}
	for (int i = spacing(writer, a, b); i >= 0; i--)
		buffer_add_text(writer->out, writer->merge->ours->line_end);
}

/* --- numbered lists --- */

static int number_of(const struct placed *placed)
{
	struct marker marker;
	return marker_read(placed->written->text, &marker) ? marker.number : 0;
}

static bool is_of_ours(const struct writer *writer, const struct placed *placed)
{
	return placed->ours != NONE && placed->written == &writer->ours->items[placed->ours];
}

/* True when the list is not the one that ours has. */
static bool list_changed(const struct writer *writer, const struct placed *run, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool moved = i && run[i].ours != run[i - 1].ours + 1;
		if (run[i].removed || moved || !is_of_ours(writer, &run[i]))
			return true;
	}
	return false;
}

/* A list counts from its lowest number on, by ones, or not at all where the person gave all items the same number. */
struct numbering {
	bool active;
	int next;
	int step;
};

static bool all_numbers_equal(const struct writer *writer, const struct placed *run, size_t count)
{
	int number = 0;
	size_t seen = 0;
	for (size_t i = 0; i < count; i++) {
		if (!is_of_ours(writer, &run[i]))
			continue;
		if (seen++ && number_of(&run[i]) != number)
			return false;
		number = number_of(&run[i]);
	}
	return seen > 1;
}

static int lowest_number(const struct placed *run, size_t count)
{
	int lowest = number_of(&run[0]);
	for (size_t i = 1; i < count; i++) {
		int number = number_of(&run[i]);
		lowest = number < lowest ? number : lowest;
	}
	return lowest;
}

/* For the list that begins at `start`. */
static struct numbering numbering_at(const struct writer *writer, size_t start)
{
	const struct placed *run = writer->sequence->items + start;
	size_t most = writer->sequence->count - start;
	size_t count = 1;
	while (count < most && run[count].written->group == run->written->group)
		count++;
	if (!is_numbered(run) || !list_changed(writer, run, count))
		return (struct numbering){ false, 0, 0 };
	return (struct numbering){ true, lowest_number(run, count), !all_numbers_equal(writer, run, count) };
}

/* An item of several lines keeps its number where another would need another indentation. */
static void write_numbered(const struct writer *writer, struct span text, int number)
{
	char *digits = arena_printf(writer->merge->arena, "%d", number);
	struct span rest = text;
	struct span line;
	struct marker marker;
	bool several_lines = span_next_line(&rest, &line) && rest.length;
	if (!marker_read(text, &marker) || (several_lines && strlen(digits) != marker.number_length)) {
		buffer_add(writer->out, text);
		return;
	}
	buffer_add(writer->out, span_slice(text, 0, marker.number_offset));
	buffer_add_text(writer->out, digits);
	buffer_add(writer->out, span_from(text, marker.number_offset + marker.number_length));
}

/* --- the body --- */

static void write_piece(const struct writer *writer, const struct placed *placed, struct numbering *numbering)
{
	struct span text = placed->written->text;
	if (!is_of_ours(writer, placed))
		text = merge_with_line_ends(writer->merge, text);
	if (!numbering->active) {
		buffer_add(writer->out, text);
		return;
	}
	write_numbered(writer, text, numbering->next);
	numbering->next += numbering->step;
}

static void write_lead(const struct writer *writer)
{
	bool of_ours = writer->ours->count > 0;
	struct span lead = of_ours ? writer->ours->lead : merge_with_line_ends(writer->merge, writer->theirs->lead);
	buffer_add(writer->out, lead);
}

/* What stands behind the last piece; where none is left, the blank lines that stood there. */
static void write_end(const struct writer *writer, const struct placed *last)
{
	const struct piece_list *ours = writer->ours;
	const struct piece_list *theirs = writer->theirs;
	struct span line;
	struct span end = ours->count ? ours->items[ours->count - 1].gap : ours->lead;
	if (!last && ours->count)
		span_next_line(&end, &line);
	else if (last && !ours->count)
		end = merge_with_line_ends(writer->merge, theirs->items[theirs->count - 1].gap);
	buffer_add(writer->out, end);
}

struct span merge_write(const struct merge *merge, const struct sequence *sequence, const struct piece_list *ours,
	const struct piece_list *theirs)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(merge_most_bytes(merge));
	struct writer writer = { merge, sequence, ours, theirs, &out };
	const struct placed *last = NULL;
	struct numbering numbering = { false, 0, 0 };
	for (size_t i = 0; i < sequence->count; i++) {
		const struct placed *placed = &sequence->items[i];
		if (i == 0 || placed->written->group != placed[-1].written->group)
			numbering = numbering_at(&writer, i);
		if (placed->removed)
			continue;
		if (last)
			write_gap(&writer, last, placed);
		else
			write_lead(&writer);
		write_piece(&writer, placed, &numbering);
		last = placed;
	}
	write_end(&writer, last);
	return arena_copy_span(merge->arena, buffer_span(&out));
}
