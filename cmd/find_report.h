/* What `coach find` found, for people: lines by note, with what was searched for marked; or why there is nothing. */
#ifndef COACH_CMD_FIND_REPORT_H
#define COACH_CMD_FIND_REPORT_H

#include "practice/note_search.h"
#include "report/report.h"

void report_found(struct report *report, const struct note_search *search, const struct search_lines *lines);

/* The line without the space around it, and at most so many columns of it: from its beginning where the first hit
 * stands there, else around that. What is cut is shown by an ellipsis. */
struct excerpt {
	struct span text; /* within the line */
	bool cut_before, cut_behind;
};
struct excerpt find_excerpt(const struct search_line *line, size_t columns);

#endif
