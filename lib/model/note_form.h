/* What is wrong with a note before anything in it is understood. */
#ifndef COACH_MODEL_NOTE_FORM_H
#define COACH_MODEL_NOTE_FORM_H

#include "md/document.h"
#include "model/finding.h"

/* A note that is not read, front matter that could not be, and the mark of a merge that nobody settled. */
void note_form_check(const struct document *document, struct finding_list *findings);

#endif
