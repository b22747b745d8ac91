/* What concerns one day, from a look at every note. */
#ifndef COACH_PRACTICE_TODAY_H
#define COACH_PRACTICE_TODAY_H

#include "practice/glances.h"

struct practice_today {
	size_t *sessions; /* of the day, those cancelled or moved away left out: numbers of notes, by start, path */
	size_t session_count;
	size_t *overdue; /* sessions of earlier days that are still planned: numbers of notes, by day, path */
	size_t overdue_count;
	struct action_list actions; /* open, due on the day or before; by due date, path, line. Of their documents only
				     * the path is known. */
	const char *week_note;      /* path of the week's note; NULL when there is none */
};

/* The portfolio is read where an action's link may name one of its clients. What contradicts itself over several notes
 * becomes a finding. */
int practice_read_today(struct arena *arena, const struct vault *vault, const struct glances *glances,
	struct date today, struct practice_today *found, struct finding_list *findings, struct error *error);

#endif
