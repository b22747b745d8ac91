/* The tables of an engagement that grow: the Progress Log (§6) and the consents (§3). They are read for engagement.c,
 * and found here for whoever writes them (practice/progress_log.c, practice/consent_table.c).
 *
 * A heading in words that nobody knows must not hide such a table, nor let a second one be begun: where no section that
 * is called so holds it, a table with its columns is it, unless it stands under the heading of another section. */
#ifndef COACH_MODEL_ENGAGEMENT_TABLES_H
#define COACH_MODEL_ENGAGEMENT_TABLES_H

#include "model/outline.h"

enum progress_column { PROGRESS_METRIC, PROGRESS_DATE, PROGRESS_VALUE, PROGRESS_NOTE, PROGRESS_COLUMN_COUNT };
enum consent_column { CONSENT_SCOPE, CONSENT_STATUS, CONSENT_DATE, CONSENT_AGREEMENT, CONSENT_COLUMN_COUNT };

/* What the columns are called in the alias files, NULL-terminated. */
extern const char *const progress_columns[];
extern const char *const consent_columns[];

/* Find the table and map its columns; false when the engagement has none. Two columns of one meaning are a finding
 * (columns_report); `findings` may be NULL. */
bool progress_find(const struct outline *outline, struct finding_list *findings, struct columns *columns);
bool consents_find(const struct outline *outline, struct finding_list *findings, struct columns *columns);

#endif
