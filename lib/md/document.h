/* A note: its bytes, untouched, and an index of the blocks they form.
 *
 * cmark-gfm (with the table extension alone) tells where blocks begin and end; everything inside a line is read by this
 * module's own scanners on the bytes. Nothing is ever rendered back: a change is a splice (edit.h). Any bytes at all
 * are a document: what cannot be read safely (too large, tables of hundreds of columns, nesting too deep, UTF-16) is
 * kept opaque, with the reason. A NUL is a character like any other. Limits and quirks are in docs/architecture.md. */
#ifndef COACH_MD_DOCUMENT_H
#define COACH_MD_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"
#include "codec/yaml.h"

#include <stdbool.h>
#include <stddef.h>

enum block_kind {
	BLOCK_FRONT_MATTER,
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_LIST,
	BLOCK_ITEM,
	BLOCK_TABLE,
	BLOCK_ROW, /* the header row too; the delimiter row is no block */
	BLOCK_QUOTE,
	BLOCK_CODE,
	BLOCK_HTML,
	BLOCK_RULE,
};

enum { NO_BLOCK = -1 };

/* Blocks stand in document order, a container before what it contains. */
struct block {
	enum block_kind kind;
	int level;     /* a heading's, 1–6; an ordered list's start number, -1 for a bullet list; else 0 */
	int parent;    /* index, NO_BLOCK at the top */
	int next;      /* the next sibling, or NO_BLOCK */
	int end;       /* one past its last descendant: children are [index + 1, end) */
	unsigned line; /* first line, 1-based */
	unsigned last_line;
	size_t offset; /* first byte, indentation and outer markers not included */
	size_t length; /* to the end of its last line's content, without the line end and trailing blank lines */
};

struct front_matter {
	bool present;  /* the note begins with a --- line and has a closing one */
	size_t offset; /* of the YAML between the lines */
	size_t length;
	struct yaml_node *root;      /* NULL when absent or broken */
	const struct error *problem; /* NULL unless broken; a finding for callers, never a stop */
};

/* Stretches that are not content: comments (<!-- -->, %% %%) and code, fenced, indented or inline. */
struct hidden_range {
	size_t offset;
	size_t length;
};

struct document {
	const char *path;     /* relative to the vault, for positions; "-" for standard input */
	struct span bytes;    /* exactly as read; borrowed */
	size_t *line_offsets; /* of each line's first byte; line n at [n - 1]; the end of the bytes at [line_count]. A
			       * BOM is no part of line 1. */
	unsigned line_count;
	const char *line_end; /* "\n" or "\r\n": the more frequent one, for lines that are added */
	struct block *blocks;
	int block_count;
	struct front_matter front_matter;
	struct hidden_range *hidden; /* sorted, not overlapping */
	size_t hidden_count;
	const char *opaque; /* NULL, or why the note is kept but not read, as the end of a sentence */
};

enum { DOCUMENT_DEFAULT_MOST = 1 << 20, DOCUMENT_MOST_COLUMNS = 200, DOCUMENT_MOST_FRONT_MATTER = 16 << 10 };

/* Indexes the bytes, which must stay valid as long as the document. Never fails. `most` is the size in bytes above
 * which a note is opaque. Everything is allocated in the arena. */
struct document *document_parse(struct arena *arena, const char *path, struct span bytes, size_t most);

/* Where a byte stands: line and column, both from 1; a BOM does not count. */
struct position document_position(const struct document *document, size_t offset);
/* The same for a span that points into the document's bytes. */
struct position document_position_of(const struct document *document, struct span part);
size_t document_offset(const struct document *document, struct span part);

/* Line n without its line end; empty, with a NULL pointer, beyond the last. */
struct span document_line(const struct document *document, unsigned line);
/* True for nothing but spaces and tabs: CommonMark's blank line, which may hold no other space. */
bool document_line_is_blank(struct span line);
/* The same line of a block, without the indentation and the markers of the quotes around it; a block's first line
 * begins at its offset. */
struct span document_line_content(const struct document *document, int block, unsigned line);
/* The block's bytes, from its first to its last line, markers included. */
struct span document_block(const struct document *document, int block);
/* True when the byte lies in a comment or in code. */
bool document_is_hidden(const struct document *document, size_t offset);
/* Where, behind the offset, hidden begins or ends: up to there all bytes are as the one at the offset. */
size_t document_hidden_change(const struct document *document, size_t offset);

/* What stands behind a first line --- that no other one closes: its lines that look like entries, up to the first that
 * does not. Empty for fewer than two entries. */
struct span front_matter_unclosed(struct span rest);
/* A top-level front matter entry's text; empty when there is none. */
struct span document_property(const struct document *document, const char *key);

#endif
