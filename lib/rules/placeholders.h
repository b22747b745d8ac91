/* What a person has not filled in yet: [placeholders] of the templates (docs/formats.md, "Content"). */
#ifndef COACH_RULES_PLACEHOLDERS_H
#define COACH_RULES_PLACEHOLDERS_H

#include "model/kinds.h"
#include "model/outline.h"

/* Lines of the note that hold a placeholder; each is a finding at the first of them where `findings` is not NULL. Code,
 * comments, and a session's raw notes are left out. Notes of kinds that have no placeholders count as 0: templates,
 * whose placeholders are to stay; inboxes and transcripts, where brackets mean something else; and notes of no kind. */
size_t placeholders_count(const struct outline *outline, enum note_kind kind, struct finding_list *findings);

/* True where placeholders_count may find any: a look at the bytes alone, for notes that are not parsed. */
bool placeholders_possible(enum note_kind kind, struct span bytes);

#endif
