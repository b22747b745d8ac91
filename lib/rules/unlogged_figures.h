/* Figures of sessions that were held which the engagement's Progress Log lacks, as where a coach closed the note by
 * hand (docs/words.md, "Progress of a metric"). Pure. */
#ifndef COACH_RULES_UNLOGGED_FIGURES_H
#define COACH_RULES_UNLOGGED_FIGURES_H

#include "model/records.h"

struct unlogged_figure {
	struct span value;
	struct date date; /* of its session; DATE_NONE: there is none */
};

/* The metric's latest up to `today`: one of a session behind whose day the log has no reading of it, and that has no
 * doubt (model/metric.h). */
struct unlogged_figure unlogged_figure(struct arena *arena, const struct records *records,
	const struct engagement *engagement, const struct engagement_metric *metric, struct date today);

/* Names them all (figure_unlogged), and those that tell of no progress (bad_value). */
void lint_unlogged_figures(
	struct arena *arena, const struct records *records, struct date today, struct finding_list *findings);

#endif
