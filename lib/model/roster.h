/* The roster of the portfolio (vault-template/practice/Client Portfolio.md §2), from one table, several, or a list of
 * names. Part of the portfolio view. */
#ifndef COACH_MODEL_ROSTER_H
#define COACH_MODEL_ROSTER_H

#include "model/outline.h"
#include "model/portfolio.h"

enum { ROSTER_CLIENT, ROSTER_TYPE, ROSTER_CADENCE, ROSTER_STATUS, ROSTER_END, ROSTER_COLUMNS };
/* What they are called in the alias files, NULL-terminated. */
extern const char *const roster_columns[];

/* Fills clients, client_count and has_roster. Tables under a roster heading count, and elsewhere any table with a
 * client column and a cadence or at least two other roster columns; several are one roster (finding). Where there is no
 * table, list items of the roster section that begin with a link or a strong name are clients whose rhythm stands
 * behind it. */
void roster_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings);

/* The next table of the roster at or behind `block`, which then stands behind its header; false where none is left. */
bool roster_next_table(const struct outline *outline, int *block, struct columns *columns);

/* Sets name and note: `[[Clients/Ana Silva/Ana Silva|Ana]]` is called Ana and has the note Ana Silva. */
void roster_read_name(const struct outline *outline, struct span text, struct roster_client *client);

#endif
