/* Labelled values of a document wherever they stand: a row of a two-column table (`| Meeting Length | 60 min |`) or a
 * field (`**Meeting Length:** 60 min`). */
#ifndef COACH_MODEL_PARTICULARS_H
#define COACH_MODEL_PARTICULARS_H

#include "md/edit.h"
#include "model/outline.h"

/* Looks in the section that says `section`, where there is one, then in the whole document; the first label that says
 * `term` counts. Returns the value as it stands in the document, trimmed; empty for a placeholder, and with NULL where
 * no such label is. */
struct span particular(const struct outline *outline, const char *section, const char *term);
/* The same in that section alone. */
struct span particular_within(const struct outline *outline, const struct section *section, const char *term);

/* Where the value stands, a placeholder too: what an edit may replace. At == NULL where no such label is. */
struct span particular_place(const struct outline *outline, const char *section, const char *term);

/* Writes the text in its place, be it a cell or behind a label. False where no such label is. */
bool particular_set(struct edit_list *edits, const struct outline *outline, const char *section, const char *term,
	struct span text);

/* The value as a person reads it: links by their note's name, without emphasis. */
struct span particular_text(const struct outline *outline, const char *section, const char *term);
/* The same as a day. What is neither a date nor "to be agreed" is a finding (bad_date) and DATE_NONE. */
struct date particular_date(
	const struct outline *outline, const char *section, const char *term, struct finding_list *findings);

#endif
