/* The marks in a report's texts, read and made; for the renderers. */
#ifndef COACH_REPORT_MARKS_H
#define COACH_REPORT_MARKS_H

#include "base/arena.h"
#include "base/span.h"

enum mark { MARK_NONE, MARK_STRONG, MARK_CODE, MARK_LINK };

/* A text as a person sees it, without marks, and the mark that holds at each of its bytes. */
struct plain_text {
	struct span text;
	const unsigned char *marks; /* enum mark; as many as bytes */
};

/* Marks without their closing twin are text. A link becomes its alias, or the note it names. Control characters are
 * dropped, tabs become spaces; line feeds stay. */
struct plain_text marks_read(struct arena *arena, struct span marked);

#endif
