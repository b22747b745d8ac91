/* How capacity is shown: the fields of its JSON, and the report for people. Used by capacity_check and init_week. */
#ifndef COACH_CMD_CAPACITY_REPORT_H
#define COACH_CMD_CAPACITY_REPORT_H

#include "cli/command.h"
#include "model/language.h"
#include "rules/capacity.h"

extern const struct result_field capacity_result[];

/* "3 rows not read"; empty for none. Said beside figures that would look complete without those rows. */
const char *unread_rows(struct arena *arena, int count);
/* The text with that behind it, in the language. */
struct span with_unread_rows(struct arena *arena, enum language language, struct span text, int count);

void capacity_report(struct report *report, const struct capacity *capacity);

#endif
