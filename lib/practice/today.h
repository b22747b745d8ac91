/* What concerns one day, read from as few notes as can hold it: the bytes of a note tell whether it may be meant, and
 * only then is it parsed. */
#ifndef COACH_PRACTICE_TODAY_H
#define COACH_PRACTICE_TODAY_H

#include "practice/practice.h"

struct practice_today {
	struct session *sessions; /* of the day, those cancelled or moved away left out; by start, path */
	size_t session_count;
	struct action_list actions; /* open, due on the day or before; by due date, path, line */
	const char *week_note;      /* path of the week's note; NULL when there is none */
};

/* `portfolio` names the clients that links in actions may mean; may be NULL. Findings of the notes that were parsed are
 * added. */
void practice_read_today(struct arena *arena, const struct vault *vault, struct note_list *notes,
	const struct portfolio *portfolio, struct date today, struct practice_today *found,
	struct finding_list *findings);

#endif
