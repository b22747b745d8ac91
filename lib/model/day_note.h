/* A day note (docs/formats.md): what was meant to be done on the day, and what became of it. */
#ifndef COACH_MODEL_DAY_NOTE_H
#define COACH_MODEL_DAY_NOTE_H

#include "base/date.h"
#include "md/document.h"
#include "md/task.h"
#include "model/aliases.h"
#include "model/finding.h"

struct outline; /* model/outline.h */

struct day_note {
	const struct document *document;
	struct date date;
	bool at_usual_path;         /* where the configuration puts the note of that day; the loader's to say */
	struct task_list top_three; /* subsections included, as of all that follow */
	struct task_list touches;
	struct task_list carryover;
	struct task_list tasks; /* of the whole note, without what stands below Shutdown */
};

/* False, with a finding, when the note's day cannot be told: from front matter `date:`, else `named` (the day that its
 * name stands for in the vault's own format; DATE_NONE for none), else the title, else the file's name. */
bool day_note_read(
	const struct outline *outline, struct date named, struct day_note *note, struct finding_list *findings);

/* A reminder: a box of Top Three or Touches whose text begins in bold, `**Prepare [[Ana Silva]]**`. It points to
 * something that stands elsewhere, so it is no action, and is not carried to another day: it comes again by itself
 * for as long as it holds. */
bool day_task_is_reminder(const struct task *task);

/* True where the task is marked as blocked: `#blocked` or `[blocked:: waits for Carla]`, in the words of the alias
 * files (states). `reason` becomes the field's text, empty where none is given. */
bool day_task_is_blocked(
	struct arena *arena, const struct aliases *aliases, const struct task *task, struct span *reason);

#endif
