/* Where a client's metrics stand: how far each has come from its baseline to its target, and whether that is fast
 * enough for its deadline (vault-template/practice/Templates/Engagement.md §2; docs/words.md, "Progress of a metric").
 * Pure. */
#ifndef COACH_RULES_METRICS_H
#define COACH_RULES_METRICS_H

#include "base/fraction.h"
#include "base/value.h"
#include "model/engagement.h"

enum metric_pace { PACE_AHEAD, PACE_ON_PACE, PACE_BEHIND, PACE_NO_DATA };

extern const char *const metric_pace_names[]; /* ahead … NULL-terminated */

struct metric_standing {
	struct span name, baseline, target; /* as written */
	struct span value;                  /* the latest of the progress log by today; at == NULL: none */
	struct date value_date, deadline;   /* DATE_NONE: none */
	struct decimal progress;  /* percent of the way to the target, also where lower is better; below 0 where it went
				   * the other way; unknown where a figure is */
	struct decimal expected;  /* what percent of the time has passed; unknown without a start or a deadline */
	bool reached;             /* the value is at the target, or past it; also where both are the same words */
	int pace;                 /* enum metric_pace */
	struct position position; /* of its row */
};

/* One for each metric, in order (struct metric_standing). `pace_points` is how many points progress may lie from the
 * time that has passed and still be on pace. */
struct result_list metrics_decide(
	struct arena *arena, const struct engagement *engagement, int pace_points, struct date today);

/* True where the metric stands closer to its target than it did before, without a reading than at its baseline. */
bool metric_came_closer(const struct metric_standing *before, const struct metric_standing *after);

#endif
