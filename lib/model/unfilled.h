/* What a person has not filled in yet: [placeholders] of the templates (docs/formats.md, "Content"). */
#ifndef COACH_MODEL_UNFILLED_H
#define COACH_MODEL_UNFILLED_H

#include "model/kinds.h"
#include "model/outline.h"

/* Lines of the note that hold a placeholder; each is a finding at the first of them where `findings` is not NULL. Code,
 * comments, and a session's raw notes are left out. Notes of kinds that have no placeholders count as 0: templates,
 * whose placeholders are to stay; inboxes and transcripts, where brackets mean something else; and notes of no kind. */
size_t unfilled_lines(const struct outline *outline, enum note_kind kind, struct finding_list *findings);

#endif
