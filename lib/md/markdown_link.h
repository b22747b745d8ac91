/* Markdown's inline links: [text](Folder/My%20Note.md#Part), [text](<My Note.md> "title"), ![image](…).
 *
 * A destination is percent-encoded or stands in angle brackets, and counts from the folder of its note. */
#ifndef COACH_MD_MARKDOWN_LINK_H
#define COACH_MD_MARKDOWN_LINK_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

struct markdown_link {
	struct span whole;       /* from the ] that ends the text to the closing parenthesis */
	struct span destination; /* as it is written, without angle brackets and what follows # or ? */
	bool angled;
};

/* The next link in `text` from *offset on; true with the link, and *offset moved to its end. */
bool markdown_link_next(struct span text, size_t *offset, struct markdown_link *link);
/* The link whose text ends with the ] at that offset. */
bool markdown_link_at(struct span text, size_t offset, struct markdown_link *link);

/* The destination as the path that it says; at == NULL for an address elsewhere (https:, mailto:, //host). Empty for a
 * link within the note. */
struct span markdown_link_path(struct arena *arena, const struct markdown_link *link);
/* A name as this link's destination would write it. */
struct span markdown_link_encode(struct arena *arena, const struct markdown_link *link, struct span name);

#endif
