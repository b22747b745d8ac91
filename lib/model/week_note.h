/* A week note (docs/formats.md): what was planned, and the Time Log. */
#ifndef COACH_MODEL_WEEK_NOTE_H
#define COACH_MODEL_WEEK_NOTE_H

#include "base/date.h"
#include "md/document.h"
#include "md/task.h"
#include "model/finding.h"
#include "model/words.h"

struct outline; /* model/outline.h */

struct time_entry {
	struct date date; /* DATE_NONE: the row counts for the note's week */
	int minutes;      /* > 0 */
	bool category_known;
	enum category category;
	struct span category_text;
	struct span client; /* plain text or the linked note's name; empty when none */
	int client_id;      /* records_resolve */
	struct span note;
	unsigned line;
};

/* An item of Priorities, which init_week writes as a numbered list. */
struct week_priority_line {
	struct span text; /* its first line, without marker and number; of one with a box the task's text */
	bool has_box;
	enum task_status status; /* of one with a box */
};

struct week_note {
	const struct document *document;
	struct week week;
	bool at_usual_path;         /* where the configuration puts the note of that week; the loader's to say */
	struct time_entry *entries; /* rows with hours that could be read, in order */
	size_t entry_count;
	struct date *unread; /* the days of rows that could not be read, as entries have them */
	size_t unread_count;
	bool names_clients; /* Client Focus has a row */
	struct task_list carryover;
	struct task_list checkpoints; /* of the clients' engagements */
	struct task_list rituals;
	struct task_list partner_check_ins;
	struct week_priority_line *priority_lines; /* in order; nested items left out */
	size_t priority_line_count;
};

/* False, with a finding, when the note's week cannot be told: from front matter `week:`, else `named` (the week that
 * its name stands for in the vault's own format; may be NULL), else the title, else the file name. Rows with a date
 * outside the week count in the week of their date: callers go by the entry's date. */
bool week_note_read(
	const struct outline *outline, const struct week *named, struct week_note *note, struct finding_list *findings);

#endif
