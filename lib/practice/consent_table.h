/* What a client agreed to, in the Consent table of their engagement (docs/formats.md, "Engagement"). */
#ifndef COACH_PRACTICE_CONSENT_TABLE_H
#define COACH_PRACTICE_CONSENT_TABLE_H

#include "base/error.h"
#include "model/aliases.h"
#include "model/engagement.h"

/* The engagement's new text: the row of that scope says so now, or a row is added, or the table in a section of its own
 * below the client's profile. Cells that `consent` leaves empty keep what they have. ERROR_PARSE at the header where
 * two columns mean the same. An answer (yes, no, withdrawn) is written in the note's language. */
int consent_table_set(
	const struct outline *outline, const struct consent *consent, struct span *text, struct error *error);

/* The row of the scope, compared without case and the words that link a name's parts ("case study", "case_study");
 * NULL for none. */
const struct consent *consent_of_scope(struct arena *arena, const struct engagement *engagement, struct span scope);
/* The scope that this one is nearly, of the usual ones and those on record: a slip would leave the consent that is
 * meant as it stands. NULL where it is one of them, near none, or not in ASCII, where two words differ by little. */
const char *consent_scope_meant(struct arena *arena, const struct engagement *engagement, struct span scope);

/* Whether the consent's status is that answer, in the words of any language in which it is written. */
bool consent_says(struct arena *arena, const struct consent *consent, struct span answer);

/* What an answer in any language says: "yes", "no" or "withdrawn" for `ja`, `否`, `widerrufen`; empty for none of them.
 */
struct span consent_answer(struct arena *arena, const struct aliases *aliases, struct span said);

#endif
