/* The words and signs that stand with a figure (model/figure.h): magnitudes and currencies. Texts are folded. */
#ifndef COACH_MODEL_FIGURE_WORDS_H
#define COACH_MODEL_FIGURE_WORDS_H

#include "base/span.h"

#include <stdbool.h>

struct magnitude {
	const char *word;
	long long times;
	const char *unit; /* "min", "day", "month"; NULL: what follows is the unit */
};

/* Steps over the magnitude that the text begins with, with space before it and a full stop behind; NULL for none. The
 * `M` and `B` of money are read only where it is `money`. */
const struct magnitude *magnitude_skip(struct span *text, bool money);
/* Steps over the currency that the text begins with, and gives its sign; NULL for none. */
const char *currency_skip(struct span *text);
/* True where no letter and no figure follows. */
bool word_ends(struct span rest);

#endif
