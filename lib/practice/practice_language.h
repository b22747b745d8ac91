/* The language of notes that coach begins (docs/words.md, "The language of a note"). */
#ifndef COACH_PRACTICE_PRACTICE_LANGUAGE_H
#define COACH_PRACTICE_PRACTICE_LANGUAGE_H

#include "model/language.h"
#include "practice/practice.h"

/* That of the portfolio (the practice must have it loaded); where it shows none, or there is none, the one that the
 * vault's aliases name as the usual one. */
enum language practice_language(const struct practice *practice);

/* That of what is written about an engagement for others to read: of its note, else the practice's. What is for the
 * client is in the engagement's Language, where it names one. `engagement` may be NULL. */
enum language engagement_language(
	const struct practice *practice, const struct engagement *engagement, bool for_the_client);

#endif
