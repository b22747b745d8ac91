#include "md/merge_parts.h"

static struct span before_sections(struct arena *arena, const struct document *document)
{
	return span_slice(document->bytes, 0, document_sections(arena, document).items[0].offset);
}

static size_t first_line_offset(const struct document *document)
{
	return document->line_offsets[0];
}

static struct span inner(const struct document *document)
{
	return span_slice(document->bytes, document->front_matter.offset, document->front_matter.length);
}

static bool can_merge(const struct document *document)
{
	return document->front_matter.present && document->front_matter.root;
}

static struct span around(struct merge *merge, struct span before, struct span middle, struct span after)
{
	return text_joined(merge->arena, text_joined(merge->arena, before, middle), after);
}

/* Theirs, where neither base nor ours has any. */
static struct span add_front_matter(struct merge *merge, struct span before)
{
	struct span theirs = span_from(before_sections(merge->arena, merge->theirs), first_line_offset(merge->theirs));
	size_t mark = first_line_offset(merge->ours);
	return around(merge, span_slice(before, 0, mark), merge_with_line_ends(merge, theirs), span_from(before, mark));
}

static bool has_key(const struct piece_list *list, struct span key)
{
	for (size_t i = 0; i < list->count; i++)
		if (span_equal(list->items[i].key, key))
			return true;
	return false;
}

/* Without a base, an entry of ours without a value is as if coach had written it, so that it is filled. */
static struct piece_list entries_of_base(
	struct merge *merge, const struct piece_list *ours, const struct piece_list *theirs)
{
	struct piece_list list = { .items = arena_new_array(merge->arena, ours->count, struct piece) };
	if (merge->base)
		return can_merge(merge->base) ? pieces_of_front_matter(merge->arena, merge->base) : list;
	for (size_t i = 0; i < ours->count; i++)
		if (piece_is_placeholder(&ours->items[i]) && has_key(theirs, ours->items[i].key))
			list.items[list.count++] = ours->items[i];
	return list;
}

struct span merge_front_matter(struct merge *merge)
{
	struct span before = before_sections(merge->arena, merge->ours);
	bool base_has = merge->base && merge->base->front_matter.present;
	if (!can_merge(merge->theirs) || merge->ours->front_matter.problem)
		return before;
	if (!merge->ours->front_matter.present)
		return base_has ? before : add_front_matter(merge, before);
	struct piece_list ours = pieces_of_front_matter(merge->arena, merge->ours);
	struct piece_list theirs = pieces_of_front_matter(merge->arena, merge->theirs);
	struct piece_list base = entries_of_base(merge, &ours, &theirs);
	struct sequence sequence = merge_order(merge, &base, &ours, &theirs);
	struct span merged = merge_write(merge, &sequence, &ours, &theirs);
	size_t start = merge->ours->front_matter.offset;
	return around(
		merge, span_slice(before, 0, start), merged, span_from(before, start + inner(merge->ours).length));
}
