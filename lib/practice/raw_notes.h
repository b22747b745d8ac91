/* Notes that a coach took of a session, in any form: parted into what a session note has a section for, and the rest
 * (docs/formats.md, "Session"). */
#ifndef COACH_PRACTICE_RAW_NOTES_H
#define COACH_PRACTICE_RAW_NOTES_H

#include "base/appointment.h"
#include "model/session_outcome.h"

/* Texts with LF line ends; empty where the notes have no such part. */
struct raw_notes {
	struct span notes; /* all that is in no section below, and what of Metrics and Next Session is read as no
			    * figure, focus or day; headings that would end the note's own section are lower */
	struct span summary;
	struct span actions;
	struct span resources;
	const struct session_metric *metrics;
	size_t metric_count;
	struct span next_focus;
	struct appointment next; /* DATE_NONE: none is named */
};

/* Figures are the rows of a table below Metrics, and lines such as `- Calm: 7 (her own word)`; what else stands there
 * is notes, and named (figure_unread). A heading of any level that says summary, action items, metrics, resources or
 * next session begins that part; `text` is Markdown of at most `most` bytes, and what is no Markdown is notes as a
 * whole. The next session's day may count from the session's, `agreed` ("fri 10:00"); a text there that names no day is
 * a finding (bad_date). */
struct raw_notes raw_notes_read(struct arena *arena, const struct aliases *aliases, const char *path, struct span text,
	size_t most, struct date agreed, struct finding_list *findings);

#endif
