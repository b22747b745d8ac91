/* A new action: its line, and its place in the week's note. */
#ifndef COACH_PRACTICE_NEW_ACTION_H
#define COACH_PRACTICE_NEW_ACTION_H

#include "base/error.h"
#include "model/records.h"

struct new_action {
	struct span text;   /* one line; may end with fields as a task has them */
	struct span client; /* the note of the client it is for; empty for none. A text that does not link it gets the
			     * link */
	enum action_owner owner;
	enum action_owner usual; /* who has an action in its note that names no owner (docs/words.md, "Owner") */
	struct date due;         /* DATE_NONE: none but the text's own */
	struct span id;          /* empty: none but the text's own */
};

/* Sets the line, `- [ ] Send the memo [[Ana Silva]] [owner:: client] 📅 2026-11-27 🆔 a7k2`, and the task that it reads
 * back as. Refused (ERROR_USAGE): a text that says nothing, one whose fields cannot be read, and a second due date. */
int new_action_line(struct arena *arena, const struct new_action *action, struct span *line, struct task *task,
	struct error *error);

/* An id of four letters and figures that none of the actions has: from the text, so that the same vault gives the same
 * one. */
struct span new_action_id(struct arena *arena, const struct action_list *actions, struct span text);

/* The note with the line at the end of its Carryover, or of what may be that (week_note_carryover); the section is
 * added where the note has neither. */
struct span new_action_add(
	struct arena *arena, const struct aliases *aliases, const struct document *week_note, struct span line);

#endif
