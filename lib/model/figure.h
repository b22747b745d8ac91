/* A figure as people write it for a metric: `$40k`, `35 %`, `1.5h`, `1,200`, `7/10`, `€ 1,2 Mio`, `3万元`, `3 → 8`
 * (docs/formats.md, "Figures"). */
#ifndef COACH_MODEL_FIGURE_H
#define COACH_MODEL_FIGURE_H

#include "base/arena.h"
#include "base/fraction.h"
#include "base/span.h"

#include <stdbool.h>

struct figure {
	bool known;
	struct fraction value; /* in the unit; `k`, `M`, `万` are multiplied out, a time is in minutes */
	struct span unit;      /* folded: "%", "$", "min", "/10", "clients"; empty where none is written */
};

/* The figure that the text holds: the only one, or the one behind the last arrow. Unknown where it holds none, or
 * several
 * (`10 or 12`, a range): then nobody knows which is meant. Also from 10^9 on, and with more than 3 decimals. */
struct figure figure_read(struct arena *arena, struct span text);
/* The one before the first arrow of `3 → 8`; unknown without an arrow. */
struct figure figure_read_start(struct arena *arena, struct span text);

/* True when both can be compared: of one unit, or one of them written without. */
bool figure_is_alike(const struct figure *a, const struct figure *b);

#endif
