/* A figure as people write it for a metric: `$40k`, `35 %`, `1.5h`, `1,200`, `7/10`, `€ 1,2 Mio`, `3万元`, `3 → 8`
 * (docs/formats.md, "Figures"). */
#ifndef COACH_MODEL_FIGURE_H
#define COACH_MODEL_FIGURE_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

/* 10^12, in thousandths: so that a thousand times the difference of two fits. */
#define FIGURE_MOST 1000000000000000LL

struct figure {
	bool known;
	bool two_readings;     /* not known, since it is one of two: `1.200` is 1200 or 1.2 */
	long long thousandths; /* of the unit; `k`, `M`, `万` are multiplied out. At most FIGURE_MOST, either sign */
	struct span unit;      /* folded: "%", "$", "min", "day", "month", "/10", "clients"; empty where none is
				* written */
	long long times;       /* how many of the unit the word is that was written: 60 of `1.5h`, else 1 */
};

/* The figure that the text holds: the only one, or the one behind the last arrow. Unknown where it holds none, or
 * several (`10 or 12`, a range): then nobody knows which is meant. So it is behind a currency sign where a word follows
 * that is no known magnitude (`$2 zillion`), from 10^12 on, and with more than 3 decimals. */
struct figure figure_read(struct arena *arena, struct span text);
/* The same of the cells of one row, of which one may tell how another is read: in `800 → 1.200` the point parts
 * thousands, beside `2.5` it stands before decimals. */
void figures_read(struct arena *arena, const struct span *texts, size_t count, struct figure *figures);
/* What stands before the first arrow of `3 → 8`; empty without an arrow. */
struct span figure_start(struct arena *arena, struct span text);

/* True when both can be compared: of one unit, or one of them written without. */
bool figure_is_alike(const struct figure *a, const struct figure *b);
/* True for one unit, in singular or plural ("client", "clients"). */
bool figure_is_of_unit(struct span unit, struct span other);
/* Reads a figure that was written without a unit as that many of it; false where it becomes too large. */
bool figure_take_unit(struct figure *figure, struct span unit, long long times);
/* Whether a metric's name says the unit its figures have, and how many of it the word stands for ("Hours in meetings",
 * "min": 60); 0 where it does not. */
long long figure_unit_in(struct arena *arena, struct span name, struct span unit);

#endif
