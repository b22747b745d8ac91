/* A text without a client's name (docs/words.md, "Briefs"). Pure. */
#ifndef COACH_RULES_ANONYMOUS_H
#define COACH_RULES_ANONYMOUS_H

#include "base/text_list.h"
#include "model/language.h"

/* The lines with "the client", in the language, where one of the names stands, or a word of one: as whole words, in any
 * case, with or without its marks (Jürgen, Jurgen, Juergen), also with the s of a genitive. In a script without spaces
 * a name may stand anywhere. A word of one letter, as in "J. Sample", names nobody. */
void make_anonymous(struct text_list *lines, enum language language, const struct span *names, size_t count);

#endif
