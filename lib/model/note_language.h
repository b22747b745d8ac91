/* In which language coach writes into a note: the one in which the note is (docs/words.md, "The language of a note").
 */
#ifndef COACH_MODEL_NOTE_LANGUAGE_H
#define COACH_MODEL_NOTE_LANGUAGE_H

#include "model/outline.h"

/* The language of most of the headings that are a word of one language alone; where they tell none, that of the status
 * in the front matter; else the one that the vault's aliases name as the usual one. */
enum language note_language(const struct outline *outline);
/* The same where the note shows one; else false, and `language` stays as it is. */
bool note_language_shown(const struct outline *outline, enum language *language);

#endif
