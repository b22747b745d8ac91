/* One more row for the Time Log of a week note (docs/formats.md), in the form that the note's log has. */
#ifndef COACH_PRACTICE_TIME_LOG_ROW_H
#define COACH_PRACTICE_TIME_LOG_ROW_H

#include "base/date.h"
#include "base/error.h"
#include "md/document.h"
#include "model/aliases.h"

struct time_log_row {
	struct date date;
	int minutes;          /* 1 to 24 hours */
	struct span category; /* as the person says it */
	struct span client;   /* the name of a note; empty for none */
	struct span note;     /* one line; may be empty */
};

/* Decimal hours where two decimals are exact, else minutes: "1.5", "0.75", "50m". */
const char *hours_text(struct arena *arena, int minutes);

/* The note's new text. The row goes to the end of the log's last table, its cells by the columns' meaning (a column
 * that is not there is left out), or, where entries of a list come later, behind the last of them, those of its day
 * first; else a table is made, and its section too. Clients
 * are links, unless the rows before have plain names. ERROR_PARSE at the header where the table has no column for hours
 * or categories, or two of the same meaning. */
int time_log_add(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const struct time_log_row *row, struct span *text, struct error *error);

#endif
