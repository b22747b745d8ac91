/* The Time Log of a week note (docs/formats.md): hours by day, category and client. It is read for week_note.c, and
 * found here for whoever adds to it (practice/time_log_row.c). */
#ifndef COACH_MODEL_TIME_LOG_H
#define COACH_MODEL_TIME_LOG_H

#include "model/outline.h"
#include "model/week_note.h"

/* Fills the note's entries from the tables of the Time Log section, with columns in any order, and from its list items
 * (`- 2026-11-16 1.5 admin invoices`). Where no heading says Time Log, a table with date, hours and category is one.
 * Rows without hours that can be read are left out (bad_hours). */
void time_log_read(const struct outline *outline, struct week_note *note, struct finding_list *findings);

enum time_log_column {
	TIME_LOG_HOURS,
	TIME_LOG_DATE,
	TIME_LOG_CATEGORY,
	TIME_LOG_CLIENT,
	TIME_LOG_NOTE,
	TIME_LOG_COLUMN_COUNT
};

/* What the columns are called in the alias files, NULL-terminated. */
extern const char *const time_log_columns[];

/* The section that says Time Log; NULL where none does. */
const struct section *time_log_section(const struct outline *outline);

/* The first visible table at or behind `block` in the section (NULL: in the document), its columns mapped to
 * time_log_columns: its block, or NO_BLOCK. */
int time_log_next_table(
	const struct outline *outline, const struct section *section, int block, struct columns *columns);
/* True where such a table holds hours. */
bool time_log_is_log(const struct section *section, const struct columns *columns);

/* The first entry of a list at or behind `block` in the section, subsections included: its block, or NO_BLOCK. `date`
 * becomes its day, DATE_NONE for one that names none; a weekday is the day of the week given. */
int time_log_next_entry(
	const struct outline *outline, const struct section *section, struct week week, int block, struct date *date);

#endif
