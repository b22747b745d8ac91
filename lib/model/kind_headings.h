/* Which headings belong to which kind of note: one word may name a section of a week and mean nothing in a portfolio.
 */
#ifndef COACH_MODEL_KIND_HEADINGS_H
#define COACH_MODEL_KIND_HEADINGS_H

#include "model/kinds.h"
#include "model/outline.h"

/* True when the heading of the section with that index says a section of this kind (or one that any note may have). For
 * kinds without a list of sections each heading that means anything is theirs. */
bool kind_has_heading(const struct outline *outline, enum note_kind kind, size_t index);

/* True when some kind of note may have sections of both terms, so that one word for both would be ambiguous. A term of
 * no listed kind may meet any other. */
bool headings_may_meet(const char *a, const char *b);

#endif
