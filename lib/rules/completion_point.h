/* A point of a completion standard, of a session's or of an engagement's
 * (vault-template/practice/Templates/Engagement.md §11; docs/words.md, "A complete session"). */
#ifndef COACH_RULES_COMPLETION_POINT_H
#define COACH_RULES_COMPLETION_POINT_H

#include "base/span.h"
#include "base/value.h"

enum point_state { POINT_DONE, POINT_MISSING, POINT_NOT_APPLICABLE };
extern const char *const point_state_names[]; /* done, missing, not_applicable */

struct completion_point {
	int point;          /* enum session_point or enum engagement_point */
	const char *title;  /* "Summary documented", as the standard has it */
	int state;          /* enum point_state */
	struct span detail; /* the fact behind it, or what is missing */
};

/* How many of them (struct completion_point) are missing. */
size_t completion_missing(const struct result_list *points);

#endif
