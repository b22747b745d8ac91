/* The capacity contract's ratio, however it is written (vault-template/practice/Client Portfolio.md §4). Part of the
 * portfolio view. */
#ifndef COACH_MODEL_CONTRACT_H
#define COACH_MODEL_CONTRACT_H

#include "model/outline.h"
#include "model/portfolio.h"

/* As a sentence ("approximately **50%** to Direct Coaching (…), **30%** to …"), as a list (`* **40% (2.5 hrs):** Direct
 * Coaching …`), as a table (Category | Share), or `50/30/20` in the seed's order or that of the brackets behind it.
 * Shares of one category add up; their sum must be 100, or 99 to 101 where the parts are rounded. Placeholders, a sum
 * that is off, a range or a share of nothing are findings, and the contract stays unknown. */
void contract_read(const struct outline *outline, struct capacity_contract *contract, struct finding_list *findings);

/* One text's shares; false when it names none, or not each for a category. For tests and the functions above. */
bool contract_read_text(
	struct arena *arena, const struct aliases *aliases, struct span text, int tenths[CATEGORY_COUNT]);

#endif
