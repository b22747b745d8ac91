/* One more row for a table whose columns are known by meaning, or a table that begins with it or several. */
#ifndef COACH_PRACTICE_TABLE_ROW_H
#define COACH_PRACTICE_TABLE_ROW_H

#include "base/error.h"
#include "md/edit.h"
#include "model/outline.h"

/* A kind of table: what its columns mean, and how coach begins one where a note has none. */
struct table_form {
	const char *name;           /* "the Time Log", as an error says it */
	const char *const *terms;   /* NULL-terminated, as columns_find takes them */
	unsigned needed;            /* bits of the terms without which a row says nothing: 1 for the first, 2, 4 … */
	const char *const *columns; /* NULL-terminated, the terms in the order of a new one; NULL where none is begun */
};

/* ERROR_PARSE at the header where two columns mean the same, or one that is needed is missing. */
int table_row_check(const struct outline *outline, const struct table_form *form, const struct columns *columns,
	struct error *error);

/* Adds the row at the table's end. `values` stand by term; those without a column are left out. */
void table_row_append(struct edit_list *edits, const struct table_form *form, const struct columns *columns,
	const struct span *values);

/* The lines of a new table with `rows` rows, the values of each behind those of the one before, to be added to the
 * outline's note, in whose language its header is. */
struct span table_row_begin(
	const struct outline *outline, const struct table_form *form, const struct span *values, size_t rows);

#endif
