/* Action items: list items with a box, as Obsidian Tasks writes them.
 *
 *	- [ ] Send the memo [owner:: client] ⏫ 📅 2026-11-27 🆔 k3f9
 *
 * Fields are emoji (with or without variation selector or no-break space) or Dataview's [due:: 2026-11-27] and
 * (due:: …), and stand at the end of the line: text after them makes them text, as in Obsidian Tasks. The marker is
 * read from the source line, since cmark takes only [ ] and [x] for tasks. */
#ifndef COACH_MD_TASK_H
#define COACH_MD_TASK_H

#include "base/date.h"
#include "md/document.h"

enum task_status { TASK_OPEN, TASK_DONE, TASK_IN_PROGRESS, TASK_CANCELLED, TASK_FORWARDED };

enum task_priority {
	TASK_PRIORITY_HIGHEST,
	TASK_PRIORITY_HIGH,
	TASK_PRIORITY_MEDIUM,
	TASK_PRIORITY_NONE,
	TASK_PRIORITY_LOW,
	TASK_PRIORITY_LOWEST,
};

struct task {
	unsigned line;
	unsigned column;    /* where `whole` begins in its line: from 1, in bytes */
	int block;          /* the item */
	size_t mark_offset; /* of the byte between the brackets */
	char mark;
	enum task_status status; /* ' ' open, x and X done, / in progress, - cancelled, > and < forwarded; else open */
	struct span whole;       /* the line from the list marker on */
	struct span text;        /* the description, without fields */
	struct date due, done, scheduled, start, created, cancelled; /* DATE_NONE where absent */
	struct span bad_date; /* the first date field that names no day, as written; empty when all are good */
	struct span trailing; /* text after fields that made them text (a finding); else empty */
	enum task_priority priority;
	struct span id;
	struct span recurrence; /* what follows 🔁 */
	struct span owner;      /* of [owner:: …] */
	struct span goal;       /* of [goal:: …] */
};

struct task_list {
	struct task *items;
	size_t count;
};

/* The tasks among blocks [first, end), nested ones and those in quotes included, hidden ones left out. */
struct task_list document_tasks(struct arena *arena, const struct document *document, int first, int end);

/* Where a part of the task's line stands. */
struct position task_position(const struct document *document, const struct task *task, struct span part);

/* Reads one line (without its line end) as a task; false when it is none. `line` and `block` are left 0. */
bool task_read_line(struct span line, struct task *task);

/* What the byte in a box means. */
enum task_status task_status_of(char mark);
/* True while there is something to do: open or in progress. */
bool task_status_is_unfinished(enum task_status status);
bool task_is_unfinished(const struct task *task);
/* The line from its box on: "[ ] Send the contract 📅 2026-11-18". */
struct span task_from_box(const struct task *task);
/* True when nothing is left of the text but its placeholders: `[What] 📅 [YYYY-MM-DD]`. */
bool task_is_placeholder(const struct task *task);

#endif
