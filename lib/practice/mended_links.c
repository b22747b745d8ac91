#include "practice/mended_links.h"

#include "md/edit.h"

void mended_links_add(struct mended_links *mended, struct mended_link link)
{
	mended->items =
		arena_grow(mended->arena, mended->items, mended->count, &mended->capacity, sizeof(*mended->items));
	mended->items[mended->count++] = link;
}

struct span mended_links_text(const struct mended_links *mended, const struct document *document)
{
	struct edit_list edits = edits_of(mended->arena, document);
	for (size_t i = 0; i < mended->count && !document->opaque; i++)
		if (!document_is_hidden(document, document_offset(document, mended->items[i].link)))
			edit_replace(&edits, mended->items[i].old, mended->items[i].text);
	return edits_apply(&edits);
}
