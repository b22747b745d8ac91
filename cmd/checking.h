/* Everything that is wrong in a vault, or in one note: views, rules and links together. */
#ifndef COACH_CMD_CHECKING_H
#define COACH_CMD_CHECKING_H

#include "practice/practice.h"

/* Reads every note of the vault and adds what is wrong to `findings`, unsorted. `notes` is how many were read. Only a
 * vault that cannot be walked is an error. */
int check_vault(struct arena *arena, const struct vault *vault, struct date today, struct finding_list *findings,
	size_t *notes, struct error *error);

/* The same for one text that is no file of a vault: a note of the kind it says it is, in the words of the
 * configuration. Its path in findings is "-". `vault` may be NULL: then links to other notes are not looked at. */
int check_text(struct arena *arena, const struct configuration *configuration, const struct vault *vault,
	struct span text, struct date today, struct finding_list *findings, struct error *error);

/* Sorts the findings and drops what says the same again: of one code and place the first; of placeholders, one for each
 * line; and what is missing only because front matter is broken. */
void check_tidy(struct finding_list *findings);

#endif
