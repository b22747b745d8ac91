/* The notes of a vault that hold actions, found by their lines: of thousands of notes few are ever parsed. */
#ifndef COACH_PRACTICE_ACTION_NOTES_H
#define COACH_PRACTICE_ACTION_NOTES_H

#include "model/action.h"
#include "vault/notes.h"

struct action_note {
	struct note *note;
	struct task_list tasks; /* its actions (action_tasks); never empty */
};

struct action_notes {
	struct action_note *items; /* in order of path */
	size_t count;
};

/* All of them, templates left out. A note whose lines leave a doubt is parsed; what is wrong with it is a finding. */
struct action_notes action_notes_find(
	struct arena *arena, const struct vault *vault, struct note_list *notes, struct finding_list *findings);

/* Keeps, in every note, what is not done yet, and what may be another copy of it (action_key) and tell that it is done;
 * notes without either go. */
void action_notes_keep_open(struct arena *arena, struct action_notes *notes);

#endif
