/* Breaking a text into lines by display width; for the terminal renderer. */
#ifndef COACH_REPORT_WRAP_H
#define COACH_REPORT_WRAP_H

#include "base/span.h"

#include <stddef.h>

/* Length in bytes of the first line of `text`, at most `columns` wide (one cluster at least), without the space at its
 * end; `*next` is where the second line begins. Lines break at line feeds and spaces, beside wide characters (but not
 * before closing punctuation), and within a word only where it is wider than a line. */
size_t wrap_line(struct span text, size_t columns, size_t *next);

/* The widest line of a text that has line feeds. */
size_t wrap_natural_width(struct span text);

#endif
