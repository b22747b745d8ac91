/* Tables, read from their source lines: cells are split at unescaped pipes, also where cmark's positions are wrong. */
#ifndef COACH_MD_TABLE_H
#define COACH_MD_TABLE_H

#include "md/document.h"

struct cell {
	struct span text;  /* as written, trimmed; points into the document (empty cells too: where text would go) */
	struct span field; /* between the pipes, padding included; what an edit may replace */
};

struct row {
	unsigned line;
	size_t offset;      /* of the row's first byte after outer markers and indentation */
	struct cell *cells; /* as many as the row has; rows may be shorter or longer than the header */
	size_t count;
};

struct table {
	const struct document *document;
	int block;
	struct row header;
	struct row delimiter;
	struct row *rows; /* without header and delimiter; hidden rows left out */
	size_t count;
};

/* How many columns the header of a BLOCK_TABLE has. */
size_t table_width(const struct document *document, int block);
/* Reads the table at a BLOCK_TABLE. */
struct table table_read(struct arena *arena, const struct document *document, int block);

/* The cell, or an empty one with NULL pointers where the row is too short or column is negative. */
struct cell row_cell(const struct row *row, int column);

/* What the cell says: `\|` as a pipe, without emphasis and code marks around the whole and without backslash escapes;
 * wikilinks stay as written. In the arena where it differs from the source. */
struct span cell_value(struct arena *arena, struct cell cell);
struct span text_value(struct arena *arena, struct span text);

#endif
