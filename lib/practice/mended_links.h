/* Links of a note that are to lead to where their note went. Collected first, since parsing a note costs more than
 * looking for links: what stands in code and comments is left out when they are written. */
#ifndef COACH_PRACTICE_MENDED_LINKS_H
#define COACH_PRACTICE_MENDED_LINKS_H

#include "md/document.h"

struct mended_link {
	struct span link; /* all of it, where it stands */
	struct span old;  /* the part of it that changes */
	struct span text; /* what that part becomes */
};

struct mended_links {
	struct arena *arena;
	struct mended_link *items;
	size_t count, capacity;
};

void mended_links_add(struct mended_links *mended, struct mended_link link);
/* The document's text with them; as it is where the document is opaque. */
struct span mended_links_text(const struct mended_links *mended, const struct document *document);

#endif
