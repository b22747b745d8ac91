/* The limits beside the ratio in the capacity contract (vault-template/practice/Client Portfolio.md §4). Part of the
 * portfolio view. */
#ifndef COACH_MODEL_CAPACITY_LIMITS_H
#define COACH_MODEL_CAPACITY_LIMITS_H

#include "model/outline.h"
#include "model/portfolio.h"

enum { BREAKER_WEEKS_MOST = 12 };

/* Fills the maximum of weekly sessions ("6 active client sessions", "5–6": 6), the bandwidth ("Strictly **6 hours**",
 * "37,5 Stunden") and the breaker's weeks ("for two consecutive weeks", "连续两周"). What a placeholder holds is no
 * number, unless the number was typed into its brackets: `[6]`. A maximum that is missing is a finding. */
void capacity_limits_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings);

#endif
