/* What a coach says of a session that is over, written into its note (docs/formats.md, "Session";
 * vault-template/practice/Templates/Engagement.md §5, Post-Session Protocol). */
#ifndef COACH_PRACTICE_SESSION_CLOSING_H
#define COACH_PRACTICE_SESSION_CLOSING_H

#include "base/appointment.h"
#include "base/error.h"
#include "model/session.h"
#include "model/session_outcome.h"

/* Texts are Markdown with LF line ends; an empty one adds nothing. */
struct session_closing {
	enum session_status status;
	int minutes; /* -1: as the note has it */
	struct span notes;
	struct span summary;
	struct span actions;   /* task lines */
	struct span resources; /* lines of a list */
	const struct session_metric *metrics;
	size_t metric_count;
	const struct span *attended; /* names, or links to them */
	size_t attended_count;
	struct span next_focus;
	struct appointment next; /* DATE_NONE: as the note has it */
	struct span check_in;    /* a task line; stands below the next session's day, as no action was agreed on */
};

/* The note's new text: status and minutes in its front matter, and each section with what is not in it yet. Prose that
 * is there stays, and what is new stands behind it; an item of a list that is there (section_text_new) is not added
 * again, nor is what stands below it; figures, and the next session's focus and day, take the place of what was there,
 * and of a figure that is said twice the last one holds. Headings of level 1 and 2 in a text are lowered to 3, and
 * those that say another section become a line of bold text. A section that the note lacks is made where the template
 * has it. ERROR_PARSE where the front matter is broken or two columns mean the same. */
int session_closing_write(
	const struct outline *outline, const struct session_closing *closing, struct span *text, struct error *error);

/* False for a text that leaves code, a comment or HTML open, and would so hide what follows it in the note. */
bool session_closing_is_closed(struct arena *arena, struct span text);

/* "2026-12-04 10:00", or the day alone; empty without one. */
struct span session_closing_when(struct arena *arena, struct appointment appointment);

#endif
