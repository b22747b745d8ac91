/* What an engagement says of a metric: its readings in the Progress Log, and its figures in the light of each other
 * (docs/words.md, "Progress of a metric"). */
#ifndef COACH_MODEL_METRIC_H
#define COACH_MODEL_METRIC_H

#include "model/engagement.h"
#include "model/figure.h"

/* The reading of the latest day up to `today`, of one day the last in the note; NULL without one. DATE_NONE: of any
 * day. */
const struct progress_entry *metric_latest(
	struct arena *arena, const struct engagement *engagement, struct span metric, struct date today);
/* The same of the first day. */
const struct progress_entry *metric_first(
	struct arena *arena, const struct engagement *engagement, struct span metric, struct date today);

/* True where two values say the same: the same figure, however it is written (`15 %`, `15%`), else the same text. */
bool metric_value_is(struct arena *arena, struct span value, struct span other);

/* Where the metric began, as written: its baseline, else the start of its target (`3 → 8`), else the first reading. */
struct span metric_baseline(struct arena *arena, const struct engagement *engagement,
	const struct engagement_metric *metric, struct date today);

/* Why no progress can be told. */
enum metric_doubt {
	METRIC_CLEAR,
	METRIC_NO_FIGURE,    /* a cell holds none, or several */
	METRIC_TWO_READINGS, /* `1.200`, where nothing tells which */
	METRIC_OTHER_UNIT    /* a cell's unit is another than the metric's */
};

enum metric_cell { METRIC_TARGET, METRIC_VALUE, METRIC_BASELINE, METRIC_CELLS };

struct metric_figures {
	struct figure of[METRIC_CELLS]; /* of one unit where all is clear */
	enum metric_doubt doubt;
	enum metric_cell doubtful; /* the first cell that it is about */
};

/* Reads the three together. A cell without a unit is in the one that baseline or target have (`30 h → 20`, now `26`);
 * where neither has one, a value's unit is the metric's where its name says so ("Hours in meetings", now `26 h`), and
 * else another one: 26 h is not known to be 26 of what the baseline counts. */
struct metric_figures metric_figures_read(
	struct arena *arena, const struct engagement_metric *metric, struct span baseline, struct span value);

#endif
