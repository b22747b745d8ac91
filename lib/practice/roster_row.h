/* A client's row in the roster of the portfolio (docs/formats.md, "Client portfolio"). */
#ifndef COACH_PRACTICE_ROSTER_ROW_H
#define COACH_PRACTICE_ROSTER_ROW_H

#include "base/error.h"
#include "model/outline.h"

struct roster_row {
	struct span name; /* as the roster may call the client */
	struct span note; /* the name of the client's note, which a new row links */
	struct span type; /* empty cells stay as they are */
	struct span cadence;
	const char *status; /* as the alias files call it: "active"; NULL leaves it */
	struct span end;
};

/* The portfolio's new text: the row of that client, in whichever table of the roster it stands, with what is given;
 * else a new one in the place of the first row that is a placeholder, or behind the last of the first table. In a
 * roster that is a list, the item (status, and `until` with the end), or a new one behind the last. A portfolio without
 * a roster gets one. The status is written in the roster's own word, where another row has one of that meaning, else in
 * the note's language. ERROR_PARSE at the header where two columns mean the same. */
int roster_row_set(const struct outline *outline, const struct roster_row *row, struct span *text, struct error *error);

#endif
