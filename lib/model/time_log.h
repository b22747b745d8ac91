/* The Time Log of a week note (docs/formats.md): hours by day, category and client, for week_note.c. */
#ifndef COACH_MODEL_TIME_LOG_H
#define COACH_MODEL_TIME_LOG_H

#include "model/outline.h"
#include "model/week_note.h"

/* Fills the note's entries from the tables of the Time Log section, with columns in any order, and from its list items
 * (`- 2026-11-16 1.5 admin invoices`). Where no heading says Time Log, a table with date, hours and category is one.
 * Rows without hours that can be read are left out (bad_hours). */
void time_log_read(const struct outline *outline, struct week_note *note, struct finding_list *findings);

#endif
