/* The language of notes that coach begins (docs/words.md, "The language of a note"). */
#ifndef COACH_PRACTICE_PRACTICE_LANGUAGE_H
#define COACH_PRACTICE_PRACTICE_LANGUAGE_H

#include "model/language.h"
#include "practice/practice.h"

/* That of the portfolio (the practice must have it loaded); where it shows none, or there is none, the one that the
 * vault's aliases name as the usual one. */
enum language practice_language(const struct practice *practice);

#endif
