/* The tasks of a note and the headings above them, by its lines alone: for commands that look for actions in thousands
 * of notes, where parsing each would take most of the time.
 *
 * A scan goes line by line and knows the containers of CommonMark that tasks stand in. Where lines alone leave a doubt
 * (tabs, code or headings within items, HTML, `%%` comments, underlined headings, quotes with more in them than text, a
 * note large enough to be opaque) it says so, and the note is to be parsed. Where it does not, tasks and headings are
 * those of document_tasks and document_sections; tests/fuzz/fuzz_task_scan.c holds both against each other. */
#ifndef COACH_MD_TASK_SCAN_H
#define COACH_MD_TASK_SCAN_H

#include "md/section.h"
#include "md/task.h"

struct scanned_heading {
	struct span title; /* as in struct section */
	int level;
	unsigned line;
};

struct scanned_task {
	struct task task; /* its `block` is NO_BLOCK after a scan of lines */
	int heading;      /* index of the one it stands below; -1 before the first */
};

struct task_scan {
	struct scanned_task *tasks; /* in order of the note */
	size_t task_count;
	struct scanned_heading *headings;
	size_t heading_count;
};

/* A line that looks like a task by itself. */
struct task_line {
	struct span text; /* from its box to the end of the line */
	char mark;
};

/* The next such line from *offset on, which then stands behind its box; false behind the last. The cheapest question,
 * asked first: all tasks of the note are among them, and so are lines that are none by what surrounds them. */
bool task_line_next(struct span bytes, size_t *offset, struct task_line *line);

/* Everything is in the arena; spans point into the bytes. False where the lines leave a doubt; then `scan` is empty. */
bool task_scan_lines(struct arena *arena, struct span bytes, struct task_scan *scan);

/* The same from the parsed note, which leaves no doubt: from its sections and any of its tasks, in order. */
void task_scan_parsed(struct arena *arena, const struct section_list *sections, const struct task_list *tasks,
	struct task_scan *scan);

#endif
