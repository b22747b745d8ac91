/* Practice rituals and referral partners (vault-template/practice/Client Portfolio.md §5 and §7). Part of the portfolio
 * view. */
#ifndef COACH_MODEL_RITUALS_H
#define COACH_MODEL_RITUALS_H

#include "model/outline.h"
#include "model/portfolio.h"

/* Each labelled entry of the rituals' section; its rhythm is read from the text, else from the label. */
void rituals_read(const struct outline *outline, struct portfolio *portfolio);
void partners_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings);

#endif
