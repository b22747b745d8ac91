/* What metrics stood at on a day, in the Progress Log of an engagement (docs/formats.md, "Engagement"). */
#ifndef COACH_PRACTICE_PROGRESS_LOG_H
#define COACH_PRACTICE_PROGRESS_LOG_H

#include "base/date.h"
#include "base/error.h"
#include "model/outline.h"
#include "model/session_outcome.h"

/* The engagement's new text: a row for each metric, at the end of the log. A row that has the day and the metric gets
 * the value, and the note where one is given; of several figures of one metric the last one holds, and so it is of
 * rows. A note without the log gets one below its deliverables and tracking. ERROR_PARSE at the header where two
 * columns mean the same, or the value has none; without a figure the log is not looked at. */
int progress_log_add(const struct outline *outline, struct date date, const struct session_metric *metrics,
	size_t count, struct span *text, struct error *error);

#endif
