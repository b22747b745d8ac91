/* What a session note says came out of the session, beside its actions (model/session.h): figures and resources
 * (docs/formats.md, "Session"). */
#ifndef COACH_MODEL_SESSION_OUTCOME_H
#define COACH_MODEL_SESSION_OUTCOME_H

#include "model/outline.h"
#include "model/session.h"

struct session_outcome {
	const struct session_metric *metrics;
	size_t metric_count;
	struct task_list resources; /* those with a box: ticked ones were sent */
	size_t listed;              /* resources without a box: handed over in the session */
};

void session_outcome_read(
	const struct outline *outline, struct session_outcome *outcome, struct finding_list *findings);

/* The rows of the Metrics table, their number into `count`; `findings` may be NULL. */
const struct session_metric *session_metrics_read(
	const struct outline *outline, struct finding_list *findings, size_t *count);

/* Of the figures of each metric (model/metric_name.h) the last, in the place of the first; their number into `kept`. */
const struct session_metric *session_metrics_last_of_each(
	struct arena *arena, const struct session_metric *metrics, size_t count, size_t *kept);

/* What the columns of the Metrics table are called in the alias files, NULL-terminated. */
enum session_metric_column { SESSION_METRIC_NAME, SESSION_METRIC_VALUE, SESSION_METRIC_NOTE, SESSION_METRIC_COLUMNS };
extern const char *const session_metric_columns[];

#endif
