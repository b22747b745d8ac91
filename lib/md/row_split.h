/* Where the cells of a table row end; for lib/md alone. */
#ifndef COACH_MD_ROW_SPLIT_H
#define COACH_MD_ROW_SPLIT_H

#include "base/span.h"

#include <stddef.h>

/* Length of the text up to the next pipe that no backslash stands directly before, or of all of it: a pipe in a code
 * span splits too (GFM 0.29 §4.10). */
static inline size_t row_cell_length(struct span text)
{
	size_t at = span_find_byte(text, '|');
	while (at < text.length && at > 0 && text.at[at - 1] == '\\')
		at += 1 + span_find_byte(span_from(text, at + 1), '|');
	return at;
}

#endif
