#include "md/merge_parts.h"

static const struct piece_list no_pieces;

struct span section_body(const struct document *document, const struct section *section)
{
	return span_slice(document->bytes, section->body, section->own_end - section->body);
}

static struct piece_list pieces_in(struct arena *arena, const struct document *document, const struct section *section)
{
	return section ? pieces_of_section(arena, document, section) : no_pieces;
}

/* Theirs, with the blank lines behind it that ours has. */
static struct span replaced_body(struct merge *merge, struct span ours, struct span theirs)
{
	if (span_is_blank(ours) || span_is_blank(theirs))
		return merge_with_line_ends(merge, theirs);
	struct span text = merge_with_line_ends(merge, text_without_end(theirs));
	struct span end = span_from(ours, text_without_end(ours).length);
	return text_joined(merge->arena, text, end);
}

struct span merge_section_body(
	struct merge *merge, const struct section *base, const struct section *ours, const struct section *theirs)
{
	struct span body = section_body(merge->ours, ours);
	if (base && theirs) {
		struct span old = section_body(merge->base, base);
		struct span new = section_body(merge->theirs, theirs);
		if (texts_equal(old, new))
			return body;
		if (texts_equal(old, body))
			return replaced_body(merge, body, new);
	}
	struct piece_list of_base = pieces_in(merge->arena, merge->base, base);
	struct piece_list of_ours = pieces_in(merge->arena, merge->ours, ours);
	struct piece_list of_theirs = pieces_in(merge->arena, merge->theirs, theirs);
	struct sequence sequence = merge_order(merge, &of_base, &of_ours, &of_theirs);
	return merge_write(merge, &sequence, &of_ours, &of_theirs);
}

/* --- without a base --- */

static bool has_equal(const struct piece_list *list, const struct piece *piece)
{
	for (size_t i = 0; i < list->count; i++)
		if (pieces_equal(&list->items[i], piece))
			return true;
	return false;
}

/* A quote is content; code, comments and a table's frame are not, as in section_has_content. */
static bool piece_has_content(const struct piece *piece)
{
	if (piece->kind == PIECE_OTHER)
		return span_starts_with(piece->text, ">");
	return piece->kind != PIECE_FRAME && !piece_is_placeholder(piece);
}

/* True when theirs says something that ours does not. */
static bool has_news(const struct piece_list *theirs, const struct piece_list *ours)
{
	for (size_t i = 0; i < theirs->count; i++) {
		const struct piece *piece = &theirs->items[i];
		if (piece_has_content(piece) && !has_equal(ours, piece))
			return true;
	}
	return false;
}

/* True when ours has a table of its own columns: rows of theirs would not fit. */
static bool has_other_table(const struct piece_list *ours, const struct piece_list *theirs)
{
	for (size_t i = 0; i < ours->count; i++)
		if (ours->items[i].kind == PIECE_FRAME && !has_equal(theirs, &ours->items[i]))
			return true;
	return false;
}

/* True when all that theirs says beyond ours are rows: they can stand below those of ours. */
static bool adds_rows_only(const struct piece_list *theirs, const struct piece_list *ours)
{
	for (size_t i = 0; i < theirs->count; i++) {
		const struct piece *piece = &theirs->items[i];
		if (piece->kind != PIECE_ROW && piece_has_content(piece) && !has_equal(ours, piece))
			return false;
	}
	return true;
}

/* What ours has as if coach had written it, so that it may go: its placeholders. */
static struct piece_list placeholders_of(struct arena *arena, const struct piece_list *ours)
{
	struct piece_list list = { .items = arena_new_array(arena, ours->count, struct piece) };
	for (size_t i = 0; i < ours->count; i++)
		if (piece_is_placeholder(&ours->items[i]))
			list.items[list.count++] = ours->items[i];
	return list;
}

struct span fill_section_body(struct merge *merge, const struct section *ours, const struct section *theirs)
{
	struct section own = *ours;
	own.end_block = own.own_end_block;
	struct piece_list of_ours = pieces_in(merge->arena, merge->ours, ours);
	struct piece_list of_theirs = pieces_in(merge->arena, merge->theirs, theirs);
	struct span body = section_body(merge->ours, ours);
	if (!has_news(&of_theirs, &of_ours))
		return body;
	bool add_rows = merge->purpose == MERGE_TAKE_BACK && adds_rows_only(&of_theirs, &of_ours);
	if ((section_has_content(merge->ours, &own) && !add_rows) || has_other_table(&of_ours, &of_theirs)) {
		struct span offered = section_body(merge->theirs, theirs);
		merge_add_note(merge, MERGE_LEFT_SECTION, span_trim(body), span_trim(offered));
		return body;
	}
	struct piece_list base = placeholders_of(merge->arena, &of_ours);
	struct sequence sequence = merge_order(merge, &base, &of_ours, &of_theirs);
	return merge_write(merge, &sequence, &of_ours, &of_theirs);
}
