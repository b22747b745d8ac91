/* Words in a folded text (utf8_fold): a name is meant where it stands as whole words, and Joanna is not Ann. */
#ifndef COACH_CODEC_WORDS_H
#define COACH_CODEC_WORDS_H

#include "base/span.h"

/* Whether the place lies within a word of a script that has spaces: the letter before it belongs to the same word. */
bool words_go_on_at(struct span text, size_t offset);
/* Whether the words stand in the text as whole ones; in a script without spaces, anywhere. No words never do. */
bool words_stand_in(struct span text, struct span words);

#endif
