#include "md/merge_parts.h"

/* --- what becomes of each piece of ours --- */

static bool is_newer(const struct piece_list *base, int of_base, const struct piece *theirs)
{
	return of_base == NONE || !pieces_equal(&base->items[of_base], theirs);
}

static struct placed place_of_ours(const struct matches *matches, const struct piece_list *base,
	const struct piece_list *ours, const struct piece_list *theirs, size_t index)
{
	struct placed placed = {
		.written = &ours->items[index],
		.base = matches->base_ours.right[index],
		.ours = (int)index,
		.theirs = matches_theirs_of(matches, index),
	};
	placed.untouched = placed.base != NONE && pieces_equal(&base->items[placed.base], placed.written);
	placed.removed = placed.untouched && placed.theirs == NONE;
	if (placed.untouched && !placed.removed && is_newer(base, placed.base, &theirs->items[placed.theirs]))
		placed.written = &theirs->items[placed.theirs];
	return placed;
}

/* Both sides changed it: in other lines each, or the person's text stays, and that is noted. */
static void settle_edit(
	struct merge *merge, struct placed *placed, const struct piece_list *base, const struct piece_list *theirs)
{
	if (placed->untouched)
		return;
	if (placed->theirs == NONE) {
		if (placed->base != NONE && merge->purpose == MERGE_TAKE_BACK)
			merge_add_note(merge, MERGE_KEPT_CHANGED, placed->written->text, SPAN_NONE);
		return;
	}
	const struct piece *offered = &theirs->items[placed->theirs];
	if (!is_newer(base, placed->base, offered) || pieces_equal(placed->written, offered))
		return;
	const struct piece *both = NULL;
	if (merge->purpose == MERGE_TAKE_BACK && placed->base != NONE)
		both = merge_piece_lines(merge, &base->items[placed->base], placed->written, offered);
	if (both)
		placed->written = both;
	else
		merge_add_note(merge, MERGE_KEPT_EDIT, placed->written->text, offered->text);
}

/* --- order --- */

static bool is_head(const struct placed *placed)
{
	return placed->untouched && placed->theirs != NONE;
}

static bool same_group(const struct placed *a, const struct placed *b)
{
	return a->written->group == b->written->group;
}

/* True when what coach wrote and no one changed stands in the order of theirs, or of base. */
static bool heads_ascend(const struct placed *run, size_t count, bool of_theirs)
{
	int last = NONE;
	for (size_t i = 0; i < count; i++) {
		if (!is_head(&run[i]))
			continue;
		int index = of_theirs ? run[i].theirs : run[i].base;
		if (index < last)
			return false;
		last = index;
	}
	return true;
}

/* The head that theirs has next after `after`, or `count`. */
static size_t next_head(const struct placed *run, size_t count, int after)
{
	size_t next = count;
	for (size_t i = 0; i < count; i++)
		if (is_head(&run[i]) && run[i].theirs > after && (next == count || run[i].theirs < run[next].theirs))
			next = i;
	return next;
}

static size_t last_head(const struct placed *run, size_t count)
{
	while (count && !is_head(&run[count - 1]))
		count--;
	return count - 1;
}

/* Puts the heads of a list or table into the order of theirs, each with what the person has behind it; what ends the
 * list still ends it. */
static void sort_run(struct arena *arena, struct placed *run, size_t count)
{
	if (!heads_ascend(run, count, false) || heads_ascend(run, count, true))
		return;
	struct placed *before = arena_new_array(arena, count, struct placed);
	memcpy(before, run, count * sizeof(*run));
	size_t last = last_head(before, count);
	size_t filled = 0;
	while (!is_head(&before[filled]))
		filled++;
	for (size_t head = next_head(before, count, NONE); head < count;
		head = next_head(before, count, before[head].theirs)) {
		run[filled++] = before[head];
		for (size_t i = head + 1; i < last && !is_head(&before[i]); i++)
			run[filled++] = before[i];
	}
}

static void sort_runs(struct arena *arena, struct sequence *sequence)
{
	for (size_t start = 0, end; start < sequence->count; start = end) {
		end = start + 1;
		while (end < sequence->count && same_group(&sequence->items[start], &sequence->items[end]))
			end++;
		sort_run(arena, sequence->items + start, end - start);
	}
}

/* --- what is new --- */

static bool is_row(const struct piece *piece)
{
	return piece->kind == PIECE_ROW;
}

/* Where the nearest piece before `index` in theirs stands that the result has, or `count`; a row looks no further than
 * its table's frame. */
static size_t find_predecessor(const struct sequence *sequence, const struct piece_list *theirs, size_t index)
{
	bool row = is_row(&theirs->items[index]);
	while (index-- > 0) {
		for (size_t i = 0; i < sequence->count; i++)
			if (sequence->items[i].theirs == (int)index)
				return i;
		if (row && theirs->items[index].kind == PIECE_FRAME)
			break;
	}
	return sequence->count;
}

/* The first place from `from` on, up to what theirs has next, where coach's own piece of that group is removed; or
 * `count`. */
static size_t find_vacant(const struct sequence *sequence, size_t from, const struct piece *piece)
{
	for (size_t i = from; i < sequence->count; i++) {
		const struct placed *placed = &sequence->items[i];
		if (is_row(piece) && !is_row(placed->written))
			break;
		if (placed->removed && placed->written->group == piece->group)
			return i;
		if (!placed->removed && (placed->base != NONE || placed->theirs != NONE))
			break;
	}
	return sequence->count;
}

/* Behind `place`, but not into the middle of a list or table that the piece does not belong to. */
static size_t behind(const struct sequence *sequence, size_t place, const struct piece *piece, int theirs)
{
	const struct placed *predecessor = &sequence->items[place++];
	for (; place < sequence->count; place++) {
		const struct placed *next = &sequence->items[place];
		bool passes_row = is_row(next->written) && !is_row(piece);
		bool passes_own = same_group(next, predecessor) && predecessor->written->group != piece->group &&
				  next->theirs < theirs;
		if (!passes_row && !passes_own)
			break;
	}
	return place;
}

/* Before the first piece that is coach's, and before the list or table it stands in; at the end where none is. */
static size_t before_all(const struct sequence *sequence, const struct piece *piece)
{
	size_t place = 0;
	while (place < sequence->count && sequence->items[place].base == NONE && sequence->items[place].theirs == NONE)
		place++;
	if (place == sequence->count || sequence->items[place].written->group == piece->group)
		return place;
	while (place && same_group(&sequence->items[place - 1], &sequence->items[place]))
		place--;
	return place && is_row(sequence->items[place].written) ? place - 1 : place;
}

static void insert(struct arena *arena, struct sequence *sequence, size_t place, struct placed placed)
{
	sequence->items =
		arena_grow(arena, sequence->items, sequence->count, &sequence->capacity, sizeof(*sequence->items));
	struct placed *at = sequence->items + place;
	memmove(at + 1, at, (sequence->count - place) * sizeof(*at));
	*at = placed;
	sequence->count++;
}

static void insert_new(struct merge *merge, struct sequence *sequence, const struct piece_list *theirs, size_t index)
{
	const struct piece *piece = &theirs->items[index];
	size_t place = find_predecessor(sequence, theirs, index);
	if (place == sequence->count && is_row(piece)) {
		merge_add_note(merge, MERGE_KEPT_DELETION, SPAN_NONE, piece->text);
		return;
	}
	if (place == sequence->count) {
		place = before_all(sequence, piece);
	} else {
		size_t vacant = find_vacant(sequence, place + 1, piece);
		place = vacant < sequence->count ? vacant : behind(sequence, place, piece, (int)index);
	}
	insert(merge->arena, sequence, place, (struct placed){ piece, NONE, NONE, (int)index, false, false });
}

static void insert_theirs(struct merge *merge, struct sequence *sequence, const struct matches *matches,
	const struct piece_list *base, const struct piece_list *theirs)
{
	for (size_t i = 0; i < theirs->count; i++) {
		int of_base = matches->base_theirs.right[i];
		if (matches_ours_of(matches, i) != NONE)
			continue;
		if (of_base == NONE)
			insert_new(merge, sequence, theirs, i);
		else if (is_newer(base, of_base, &theirs->items[i]))
			merge_add_note(merge, MERGE_KEPT_DELETION, SPAN_NONE, theirs->items[i].text);
	}
}

/* A table that theirs has no longer stays as long as the person has a row in it. */
static void keep_frames(struct sequence *sequence)
{
	bool has_row = false;
	for (size_t i = sequence->count; i-- > 0;) {
		struct placed *placed = &sequence->items[i];
		if (placed->written->kind == PIECE_FRAME && has_row)
			placed->removed = false;
		has_row = is_row(placed->written) && (has_row || !placed->removed);
	}
}

struct sequence merge_order(struct merge *merge, const struct piece_list *base, const struct piece_list *ours,
	const struct piece_list *theirs)
{
	struct matches matches = match_pieces(merge->arena, merge->purpose, base, ours, theirs);
	struct sequence sequence = {
		.items = arena_new_array(merge->arena, ours->count, struct placed),
		.count = ours->count,
		.capacity = ours->count,
	};
	for (size_t i = 0; i < ours->count; i++) {
		sequence.items[i] = place_of_ours(&matches, base, ours, theirs, i);
		settle_edit(merge, &sequence.items[i], base, theirs);
	}
	sort_runs(merge->arena, &sequence);
	insert_theirs(merge, &sequence, &matches, base, theirs);
	keep_frames(&sequence);
	return sequence;
}
