/* A client's row in the roster of the portfolio (docs/formats.md, "Client portfolio"). */
#ifndef COACH_PRACTICE_ROSTER_ROW_H
#define COACH_PRACTICE_ROSTER_ROW_H

#include "base/error.h"
#include "model/outline.h"

struct roster_row {
	struct span note; /* the name of the client's note, which the row links */
	struct span type; /* empty cells stay as they are */
	struct span cadence;
	struct span status;
	struct span end;
};

/* The portfolio's new text: the row of that client with what is given, else a new one, in the place of the first row
 * that is a placeholder, else behind the last; in a roster that is a list, an item. A portfolio without a roster gets
 * one. ERROR_PARSE at the header where two columns mean the same. */
int roster_row_set(const struct outline *outline, const struct roster_row *row, struct span *text, struct error *error);

#endif
