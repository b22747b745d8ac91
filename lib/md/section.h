/* The parts of a note that headings make. */
#ifndef COACH_MD_SECTION_H
#define COACH_MD_SECTION_H

#include "md/document.h"

struct section {
	struct span title; /* as written, without # marks, closing #s and underline */
	int level;         /* 1–6; 0 for what stands before the first heading (then the title is empty) */
	int heading;       /* block index, or NO_BLOCK */
	unsigned line;     /* of the heading; 1 for level 0 */
	size_t offset;     /* of the heading's line */
	size_t body;       /* first byte after the heading's line */
	size_t own_end;    /* where the next heading of any level begins */
	size_t end;        /* where the next heading of this or a higher level begins: subsections included */
	int first_block;   /* blocks of the body: [first_block, own_end_block) and [first_block, end_block) */
	int own_end_block;
	int end_block;
	int parent; /* index of the section one belongs to, or -1 */
};

struct section_list {
	struct section *items;
	size_t count;
};

/* All sections in order, the one of level 0 first, even when it is empty. Headings in quotes and lists make none. */
struct section_list document_sections(struct arena *arena, const struct document *document);

/* The title in a heading line of the form `## Title ##`. */
struct span section_title_in(struct span line);

/* True when the body holds content: something outside headings, comments, code, rules, a table's header row, empty
 * task boxes, and placeholders in [brackets]. */
bool section_has_content(const struct document *document, const struct section *section);

/* True for a text made of placeholders alone: "[Client Name]", "**[X]%**", "[e.g., 2/month]"; also an empty one. A
 * wikilink, a link and a task box are no placeholders. */
bool text_is_placeholder(struct span text);
/* Finds the next placeholder in `text` from *offset on; true with its span, and *offset moved behind it. */
bool text_next_placeholder(struct span text, size_t *offset, struct span *placeholder);

#endif
