/* What a note is called: the last part of its path, without ".md". */
#ifndef COACH_BASE_NOTE_NAME_H
#define COACH_BASE_NOTE_NAME_H

#include "base/span.h"

/* "Clients/Ana.md" and "Clients/Ana" are both "Ana"; empty where the path ends in a slash. */
static inline struct span note_name(struct span path)
{
	struct span name = path;
	while (span_next(&path, '/', &name))
		;
	return span_ends_with(name, ".md") ? span_slice(name, 0, name.length - 3) : name;
}

#endif
