/* The tasks of a section as views keep them: placeholders left out, broken fields named. */
#ifndef COACH_MODEL_SECTION_TASKS_H
#define COACH_MODEL_SECTION_TASKS_H

#include "model/outline.h"

/* Findings: bad_date for a field that names no day, task_trailing_text for text behind fields. Of the document only the
 * path is needed. */
void task_check(const struct document *document, const struct task *task, struct finding_list *findings);

/* The tasks of a section, subsections included, checked; none where `section` is NULL. */
struct task_list section_tasks(
	const struct outline *outline, const struct section *section, struct finding_list *findings);
/* The same for the whole note but one section (NULL: for all of it). */
struct task_list note_tasks_without(
	const struct outline *outline, const struct section *section, struct finding_list *findings);

#endif
