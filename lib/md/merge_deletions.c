#include "md/merge_outline.h"

/* A line that says something: no table's frame, no empty box. */
static bool says_something(const struct piece *piece)
{
	return piece->kind != PIECE_FRAME && !piece_is_placeholder(piece);
}

static size_t count_pieces(const struct piece_list *list)
{
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++)
		count += says_something(&list->items[i]);
	return count;
}

/* Those of theirs that base had and ours has not. */
static size_t count_missing(struct arena *arena, const struct piece_list *base, const struct piece_list *ours,
	const struct piece_list *theirs)
{
	struct matches matches = match_pieces(arena, MERGE_REGENERATE, base, ours, theirs);
	size_t count = 0;
	for (size_t i = 0; i < theirs->count; i++)
		count += matches.base_theirs.right[i] != NONE && matches_ours_of(&matches, i) == NONE &&
			 says_something(&theirs->items[i]);
	return count;
}

size_t merge_count_deletions(
	struct arena *arena, const struct document *base, const struct document *ours, const struct document *theirs)
{
	if (base->opaque || ours->opaque || theirs->opaque)
		return 0;
	struct merge_outline of_base = outline_read(arena, base);
	struct merge_outline of_ours = outline_read(arena, ours);
	struct merge_outline of_theirs = outline_read(arena, theirs);
	struct matches matches = match_outlines(arena, MERGE_REGENERATE, &of_base, &of_ours, &of_theirs);
	size_t count = 0;
	for (size_t i = 0; i < of_theirs.count; i++) {
		int in_base = matches.base_theirs.right[i];
		int in_ours = matches_ours_of(&matches, i);
		if (in_base == NONE)
			continue;
		struct piece_list new = pieces_of_section(arena, theirs, &of_theirs.items[i].section);
		if (in_ours == NONE) {
			count += count_pieces(&new);
			continue;
		}
		struct piece_list old = pieces_of_section(arena, base, &of_base.items[in_base].section);
		struct piece_list own = pieces_of_section(arena, ours, &of_ours.items[in_ours].section);
		count += count_missing(arena, &old, &own, &new);
	}
	return count;
}
