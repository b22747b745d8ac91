/* What is wrong with one note, seen from the note alone (docs/findings.md lists the codes). Pure. */
#ifndef COACH_RULES_LINT_NOTE_H
#define COACH_RULES_LINT_NOTE_H

#include "model/kinds.h"
#include "model/outline.h"

/* Adds what the views do not see: placeholders, bytes that are no text, unknown columns, unknown headings where a
 * section is missing, dates in tables, fields and front matter that name no day, and broken fields of tasks. Templates
 * and opaque notes have no findings; in notes of no kind only dates and tasks are looked at. */
void lint_note(const struct outline *outline, enum note_kind kind, struct finding_list *findings);

#endif
